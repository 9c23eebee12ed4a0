//! `atlas relay`.

use std::net::SocketAddr;
use std::process::ExitCode;

use super::Outcome;
use super::shutdown::Shutdown;
use crate::relay::Relay;

#[derive(clap::Args)]
pub struct Args {
    /// The socket address to serve, over plain HTTP: put a proxy that ends TLS before it.
    #[arg(long, env = "ATLAS_RELAY_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:3340")]
    listen: SocketAddr,
}

/// Prints the relay's URL, and serves until it is stopped.
pub async fn run(args: Args) -> Outcome {
    let mut shutdown = Shutdown::new()?;
    let relay = Relay::start(args.listen).await?;
    println!("{}", relay.url());
    shutdown.requested().await;
    relay.stop().await;
    Ok(ExitCode::SUCCESS)
}
