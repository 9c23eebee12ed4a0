//! Starting without a relay. mosaik waits for one before a network is up, and a member that others reach directly needs
//! none.

use std::error::Error;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use mosaik::Network;
use mosaik::iroh::endpoint::RelayStatus;
use mosaik::iroh::{Endpoint, RelayConfig, RelayMap, RelayMode, Watcher};
use mosaik::network::NetworkBuilder;

use crate::relay::Relay;

/// How often the connection to a relay is looked at.
const LOOK: Duration = Duration::from_secs(3);

/// Builds a network that is up at once. A relay on loopback stands in until then, and the given ones follow.
pub async fn build(builder: NetworkBuilder, relays: &RelayMap) -> Result<Network, Box<dyn Error>> {
    let stand_in = Relay::start(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
    let only = RelayMap::from_iter([stand_in.url().clone()]);
    let network = builder.with_relay_mode(RelayMode::Custom(only)).build().await?;
    let endpoint = network.local().endpoint();
    for relay in relays.relays::<Vec<Arc<RelayConfig>>>() {
        endpoint.insert_relay(relay.url.clone(), relay).await;
    }
    endpoint.remove_relay(stand_in.url()).await;
    stand_in.stop().await;
    Ok(network)
}

/// Logs when no relay is reached and when one is again, until the endpoint is closed.
pub async fn watch(endpoint: Endpoint, relays: RelayMap) {
    let names: Vec<String> = relays.urls::<Vec<_>>().iter().map(ToString::to_string).collect();
    let mut was_reached = true;
    while !endpoint.is_closed() {
        tokio::time::sleep(LOOK).await;
        let status = endpoint.home_relay_status().get();
        let is_reached = status.iter().any(RelayStatus::is_connected);
        if is_reached != was_reached {
            was_reached = is_reached;
            if is_reached {
                tracing::info!("a relay is reached again");
            } else {
                tracing::warn!(
                    relays = %names.join(" "),
                    "no relay is reached; only members whose line in the roster has a socket address are found"
                );
            }
        }
    }
}
