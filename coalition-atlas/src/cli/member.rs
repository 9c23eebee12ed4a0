//! `atlas member`.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Duration;

use coalition::{Handshake, UniqueId};
use mosaik::iroh::PublicKey;
use mosaik::tickets::Ticket;
use tokio::signal::unix::Signal;

use super::Outcome;
use super::args::{NetworkArgs, leave, read_bytes, read_key};
use super::shutdown::{Shutdown, reload};
use crate::ids::CommitteeSecret;
use crate::tickets::{Issuers, parse_ticket};
use crate::{Atlas, Committee, Member, WriteError};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    network: NetworkArgs,
    /// The file with this host's key, which `atlas key` makes.
    #[arg(long, env = "ATLAS_KEY", value_name = "FILE")]
    key: PathBuf,
    /// The file with the committee's secret: 64 hex digits, the same for every member.
    #[arg(long, env = "ATLAS_SECRET", value_name = "FILE")]
    secret: PathBuf,
    /// The file with this member's ticket. SIGHUP makes the member read it anew.
    #[arg(long, env = "ATLAS_TICKET", value_name = "FILE")]
    ticket: Option<PathBuf>,
    /// The public key of a ticket issuer: its root, `=`, the key; `self=KEY` for the coalition's own issuer.
    #[arg(long, env = "ATLAS_ISSUERS", value_name = "ROOT=KEY", value_delimiter = ',')]
    issuer: Vec<IssuerKey>,
    /// The folder for what this member keeps.
    #[arg(long, env = "ATLAS_STATE", value_name = "FOLDER")]
    state: PathBuf,
    /// Replace cards that the committee publishes by those that are compiled, after the handshake was republished.
    #[arg(long, env = "ATLAS_REPUBLISH")]
    republish: bool,
}

#[derive(Clone)]
struct IssuerKey {
    /// The coalition's own issuer where there is none.
    root: Option<UniqueId>,
    key: PublicKey,
}

impl FromStr for IssuerKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (root, key) = text.split_once('=').ok_or("write ROOT=KEY, or self=KEY")?;
        let root = match root {
            "self" => None,
            root => Some(root.parse().map_err(|fault| format!("{root}: {fault}"))?),
        };
        let key = key.parse().map_err(|_| format!("{key}: no Ed25519 key, which is 64 hex digits"))?;
        Ok(Self { root, key })
    }
}

impl Args {
    fn issuers(&self, handshake: &Handshake<'_>) -> Result<Issuers, &'static str> {
        let own = handshake.coalition.ticket_issuer_root();
        self.issuer.iter().try_fold(Issuers::new(), |issuers, IssuerKey { root, key }| {
            let root = root.or(own).ok_or("--issuer self: the coalition has no ticket issuer")?;
            Ok(issuers.with_key(root, *key))
        })
    }

    fn ticket(&self) -> Result<Option<Ticket>, Box<dyn Error>> {
        let Some(file) = &self.ticket else { return Ok(None) };
        let token = fs::read_to_string(file).map_err(|fault| format!("{}: {fault}", file.display()))?;
        Ok(Some(parse_ticket(&token)))
    }
}

pub async fn run(args: Args, handshake: &Handshake<'_>) -> Outcome {
    let (mut shutdown, mut reload) = (Shutdown::new()?, reload()?);
    let roster = args.network.roster()?;
    let committee = Committee {
        roster: roster.clone(),
        secret: CommitteeSecret::from_bytes(read_bytes(&args.secret)?),
        issuers: args.issuers(handshake)?,
        tickets: args.ticket()?.into_iter().collect(),
        state: args.state.clone(),
    };
    let key = read_key(&args.key)?;
    let network = tokio::select! {
        network = args.network.network(&roster, key) => network?,
        () = shutdown.requested() => return Ok(ExitCode::SUCCESS),
    };
    let member = Atlas::serve(&network, handshake, committee)?;
    let outcome = attend(&member, &args, &mut shutdown, &mut reload).await;
    drop(member);
    leave(network).await;
    outcome
}

/// Until the member stops, or is asked to.
async fn attend(member: &Member, args: &Args, shutdown: &mut Shutdown, reload: &mut Signal) -> Outcome {
    let mut republish = std::pin::pin!(republish(member, args.republish));
    let mut republished = false;
    loop {
        tokio::select! {
            () = shutdown.requested() => return Ok(ExitCode::SUCCESS),
            stopped = member.stopped() => return Err(stopped.into()),
            _ = reload.recv() => renew(member, args),
            () = &mut republish, if !republished => republished = true,
        }
    }
}

fn renew(member: &Member, args: &Args) {
    let renewed = args.ticket().and_then(|ticket| {
        let ticket = ticket.ok_or("there is no --ticket to read anew")?;
        Ok(member.renew(ticket)?)
    });
    match renewed {
        Ok(()) => tracing::info!("the ticket is renewed"),
        Err(fault) => tracing::error!(%fault, "the ticket is not renewed, the old one stays"),
    }
}

async fn republish(member: &Member, wanted: bool) {
    if !wanted || member.writable().await.is_err() {
        return;
    }
    loop {
        match member.publish().await {
            Ok(cards) => return tracing::info!(cards, "republished what differed"),
            Err(WriteError::Stopped(_)) => return,
            Err(fault) => tracing::warn!(%fault, "republishing is tried again"),
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
