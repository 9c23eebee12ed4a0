//! A network of mosaik, set up for an Atlas.

use std::time::Duration;

use coalition::UNIVERSE;
use mosaik::discovery::Config;
use mosaik::iroh::{RelayMap, RelayMode, RelayUrl};
use mosaik::network::NetworkBuilder;
use mosaik::{Network, groups};

use coalition_committee::Roster;

/// How long two members have to bond. mosaik's two seconds are short for a host under load.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// A network on the shared universe that finds the committee by its roster and not by the public DHT. Where relays are
/// given it uses those, and none of those that iroh's maintainers run.
///
/// `NetworkBuilder::build` returns when a relay is reached. mosaik 0.4.2 also publishes the node's addresses with the
/// DNS service of iroh's maintainers and asks it for others', which it offers no way to turn off.
#[must_use]
pub fn network(roster: &Roster, relays: impl IntoIterator<Item = RelayUrl>) -> NetworkBuilder {
    let relays: Vec<RelayUrl> = relays.into_iter().collect();
    let mode =
        if relays.is_empty() { RelayMode::Default } else { RelayMode::Custom(RelayMap::from_iter(relays)) };
    let discovery = Config::builder().no_dht_bootstrap().with_bootstrap(roster.members().to_vec());
    Network::builder(mosaik::UniqueId::from(UNIVERSE))
        .with_relay_mode(mode)
        .with_discovery(discovery)
        .with_groups(groups::Config::builder().with_handshake_timeout(HANDSHAKE))
}
