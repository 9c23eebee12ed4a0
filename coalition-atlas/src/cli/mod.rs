//! The program `atlas`, as a function of the compiled coalition.
//!
//! The coalition of a binary is a const of the crate that builds it, so an operator's binary is a crate of the
//! operator's, with the block of the coalition and three lines:
//!
//! ```ignore
//! mod superchain; // the block of the coalition
//!
//! fn main() -> std::process::ExitCode {
//!     coalition_atlas::cli::main(&superchain::ETH_SUPERCHAIN_HANDSHAKE)
//! }
//! ```
//!
//! `src/bin/atlas` of this crate is such a binary, for the runbook's coalition.

mod args;
mod control;
mod exit;
mod key;
mod member;
mod publish;
mod reader;
mod relay;
mod relays;
mod shutdown;
mod status;
mod ticket;

use std::error::Error;
use std::io::IsTerminal;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use coalition::{Handshake, Module};
use tracing_subscriber::EnvFilter;

use exit::OrLasting;

/// The exit code of a command, or its failure.
type Outcome = Result<ExitCode, Box<dyn Error>>;

/// The Atlas of a coalition: its committee publishes a card for each citizen, integrators read them.
#[derive(Parser)]
#[command(name = "atlas", version)]
struct Cli {
    /// What is logged, to standard error: a level, or `target=level` for parts of it, joined by commas.
    #[arg(long, global = true, env = "ATLAS_LOG", value_name = "FILTER", default_value = LOG)]
    log: String,
    #[command(subcommand)]
    command: Command,
}

/// iroh warns of every peer that is gone, of two that called each other at the same time, and of its maintainers' DNS
/// service wherever that is not reached.
const LOG: &str =
    "warn,coalition_atlas=info,iroh=error,iroh::socket=off,iroh_gossip=error,iroh_relay=error,noq=off";

#[derive(Subcommand)]
enum Command {
    /// Makes a host's key, or shows the peer id of one that is there.
    Key(key::Args),
    /// Issues a member's ticket, with the ticket issuer's key.
    Ticket(ticket::Args),
    /// Runs a relay, over which members and integrators meet.
    Relay(relay::Args),
    /// Runs a member of the committee.
    Member(Box<member::Args>),
    /// Asks the member on this host to publish every compiled card that differs from the committee's, once.
    Publish(publish::Args),
    /// Reads the Atlas, and prints what is verified and what drifted, until it is stopped.
    Reader(reader::Args),
    /// Asks every member, and prints how the committee stands. Fails unless every card is verified and writes are taken.
    Status(status::Args),
}

/// Runs the program with this process's arguments, and returns its exit code:
///
/// | code | meaning |
/// |---|---|
/// | 0 | success |
/// | 1 | a failure that may pass, such as a network that is down |
/// | 2 | wrong arguments |
/// | 78 | a failure that lasts until the operator acts: a wrong file, a full disk, an expired ticket, a drift |
#[must_use]
pub fn main(handshake: &Handshake<'_>) -> ExitCode {
    let root = handshake.coalition.coalition_root();
    let atlas = handshake.coalition.module_root(Module::Atlas);
    let atlas = atlas.map_or_else(|| "none: it ships no Atlas".to_owned(), |identity| identity.to_string());
    let name = handshake.coalition.name;
    let about = format!("Compiled against the coalition `{name}`:\n  root   {root}\n  Atlas  {atlas}");
    let matches = Cli::command().after_help(about).get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|fault| fault.exit());
    match run(cli, handshake) {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("error: {fault}");
            if fault.is::<exit::Lasting>() { exit::Lasting::code() } else { ExitCode::FAILURE }
        }
    }
}

fn run(cli: Cli, handshake: &Handshake<'_>) -> Outcome {
    let filter =
        EnvFilter::try_new(&cli.log).map_err(|fault| format!("--log {}: {fault}", cli.log)).lasting()?;
    let to = std::io::stderr;
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(to().is_terminal()).with_writer(to).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(async {
        match cli.command {
            Command::Key(args) => key::run(&args),
            Command::Ticket(args) => ticket::run(&args, handshake),
            Command::Relay(args) => relay::run(args).await,
            Command::Member(args) => member::run(*args, handshake).await,
            Command::Publish(args) => publish::run(&args).await,
            Command::Reader(args) => reader::run(args, handshake).await,
            Command::Status(args) => status::run(args, handshake).await,
        }
    });
    // A look-up of a name that goes on would hold the process up.
    runtime.shutdown_background();
    outcome
}
