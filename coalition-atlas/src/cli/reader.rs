//! `atlas reader`.

use std::process::ExitCode;
use std::time::Duration;

use coalition::Handshake;
use mosaik::SecretKey;

use super::Outcome;
use super::args::{NetworkArgs, leave};
use super::exit::OrLasting;
use super::shutdown::Shutdown;
use crate::{Atlas, Event};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    network: NetworkArgs,
    /// How many seconds pass between two askings.
    #[arg(long, env = "ATLAS_EVERY", value_name = "SECONDS", default_value_t = 10)]
    every: u16,
}

/// Prints a line for each event.
pub async fn run(args: Args, handshake: &Handshake<'_>) -> Outcome {
    let mut shutdown = Shutdown::new()?;
    let roster = args.network.roster().lasting()?;
    let network = tokio::select! {
        network = args.network.network(&roster, SecretKey::generate()) => network?,
        () = shutdown.requested() => return Ok(ExitCode::SUCCESS),
    };
    let every = Duration::from_secs(args.every.max(1).into());
    let mut reader = Atlas::read(&network, handshake).roster(roster).every(every).open()?;
    loop {
        tokio::select! {
            () = shutdown.requested() => break,
            event = reader.next_event() => match event {
                Event::Reached => println!("reached the committee"),
                Event::Unreachable => println!("no member answers"),
                Event::Verified(card) => {
                    println!("verified {} `{}` ({}) {}", card.kind, card.ident, card.name, card.stable_id);
                }
                Event::Drifted(drift) => println!("drifted: {drift}"),
                Event::Settled(drift) => println!("settled: {drift}"),
            }
        }
    }
    drop(reader);
    leave(network).await;
    Ok(ExitCode::SUCCESS)
}
