//! A relay of iroh, on which mosaik's networks meet where they cannot reach each other.

use std::net::SocketAddr;

use iroh_relay::server::{RelayConfig, Server, ServerConfig};
use mosaik::iroh::RelayUrl;

/// A relay, until it is dropped. It speaks plain HTTP: behind a proxy that ends TLS it serves the internet.
pub struct Relay {
    server: Server,
    url: RelayUrl,
}

/// Why a relay does not start.
#[derive(Debug, thiserror::Error)]
#[error("the relay does not start on {bind}: {fault}")]
pub struct RelayError {
    bind: SocketAddr,
    fault: String,
}

impl Relay {
    /// Starts a relay on a socket address; port 0 takes a free one.
    ///
    /// # Errors
    ///
    /// Where the address cannot be bound.
    pub async fn start(bind: SocketAddr) -> Result<Self, RelayError> {
        let mut config = ServerConfig::default();
        config.relay = Some(RelayConfig::new(bind));
        let failed = |fault: String| RelayError { bind, fault };
        let server = Server::spawn(config).await.map_err(|fault| failed(fault.to_string()))?;
        let bound = server.http_addr().ok_or_else(|| failed("it has no address".to_owned()))?;
        let url = format!("http://{bound}").parse().map_err(|_| failed(format!("{bound} makes no URL")))?;
        Ok(Self { server, url })
    }

    /// The URL under which networks reach it.
    #[must_use]
    pub const fn url(&self) -> &RelayUrl {
        &self.url
    }

    /// Ends its connections.
    pub async fn stop(self) {
        if let Err(fault) = self.server.shutdown().await {
            tracing::warn!(%fault, "the relay did not end cleanly");
        }
    }
}
