//! `atlas ticket`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use coalition::{Handshake, UniqueId};
use mosaik::PeerId;

use super::Outcome;
use super::args::read_key;
use crate::tickets::issue_ticket;

#[derive(clap::Args)]
pub struct Args {
    /// The file with the ticket issuer's key.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The member's peer id.
    #[arg(long, value_name = "PEER")]
    member: PeerId,
    /// How many days it holds.
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    days: u16,
    /// The root of the issuer: the coalition's own, where this is left out.
    #[arg(long, value_name = "ROOT")]
    issuer: Option<UniqueId>,
}

/// Prints the ticket.
pub fn run(args: &Args, handshake: &Handshake<'_>) -> Outcome {
    let own = handshake.coalition.ticket_issuer_root();
    let issuer = args.issuer.or(own).ok_or("the coalition has no ticket issuer; name one with --issuer")?;
    let lifetime = Duration::from_secs(u64::from(args.days) * 24 * 60 * 60);
    println!("{}", issue_ticket(handshake, issuer, &read_key(&args.key)?, &args.member, lifetime)?);
    Ok(ExitCode::SUCCESS)
}
