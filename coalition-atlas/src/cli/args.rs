//! Arguments that several commands share, and the files that they name.

use std::error::Error;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use mosaik::iroh::{RelayMode, RelayUrl};
use mosaik::{Network, SecretKey};

use super::relays;
use coalition_committee::Roster;

/// How the committee is reached.
#[derive(clap::Args)]
pub struct NetworkArgs {
    /// The committee's roster: a line for each member, its peer id and its addresses.
    #[arg(long, env = "ATLAS_ROSTER", value_name = "FILE")]
    roster: PathBuf,
    /// A relay to meet on. Without one the public relays of iroh's maintainers are used.
    #[arg(long, env = "ATLAS_RELAYS", value_name = "URL", value_delimiter = ',')]
    relay: Vec<RelayUrl>,
    /// A socket address to bind. Without one every interface is bound.
    #[arg(long, env = "ATLAS_BIND", value_name = "ADDRESS", value_delimiter = ',')]
    bind: Vec<SocketAddr>,
}

impl NetworkArgs {
    pub fn roster(&self) -> Result<Roster, Box<dyn Error>> {
        let fault = |fault: &dyn std::fmt::Display| format!("{}: {fault}", self.roster.display());
        let text = fs::read_to_string(&self.roster).map_err(|io| fault(&io))?;
        Ok(text.parse::<Roster>().map_err(|roster| fault(&roster))?)
    }

    pub async fn network(&self, roster: &Roster, key: SecretKey) -> Result<Network, Box<dyn Error>> {
        let mut builder = crate::network(roster, self.relay.clone()).with_secret_key(key);
        if !self.bind.is_empty() {
            builder =
                builder.with_addresses(self.bind.iter().copied().collect::<std::collections::BTreeSet<_>>());
        }
        let relays = match &self.relay[..] {
            [] => RelayMode::Default.relay_map(),
            urls => urls.iter().cloned().collect(),
        };
        let network = relays::build(builder, &relays).await?;
        tokio::spawn(relays::watch(network.local().endpoint().clone(), relays));
        Ok(network)
    }
}

/// Leaves the network, so that others need not wait for a timeout.
pub async fn leave(network: Network) {
    let endpoint = network.local().endpoint().clone();
    drop(network);
    if tokio::time::timeout(Duration::from_secs(2), endpoint.close()).await.is_err() {
        tracing::debug!("some peers did not confirm the departure");
    }
}

/// Reads 32 bytes from a file that holds 64 hex digits.
pub fn read_bytes(file: &Path) -> Result<[u8; 32], Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|fault| format!("{}: {fault}", file.display()))?;
    let digits = format!("0x{}", text.trim());
    let id: coalition::UniqueId = digits
        .parse()
        // The message of an id would show the digits, and these are secret.
        .map_err(|_| format!("{}: 64 lower-case hex digits are expected, 32 random bytes", file.display()))?;
    Ok(*id.as_bytes())
}

pub fn read_key(file: &Path) -> Result<SecretKey, Box<dyn Error>> {
    Ok(SecretKey::from_bytes(&read_bytes(file)?))
}
