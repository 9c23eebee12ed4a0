//! `atlas member`.

use std::error::Error;
use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::Arc;

use coalition::{Handshake, UniqueId};
use mosaik::SecretKey;
use mosaik::iroh::PublicKey;
use mosaik::tickets::Ticket;
use tokio::signal::unix::Signal;
use tokio::task::JoinSet;

use super::Outcome;
use super::args::{NetworkArgs, leave, read_bytes, read_key};
use super::control::{Call, Control};
use super::exit::OrLasting;
use super::shutdown::{Shutdown, reload};
use crate::compiled::Compiled;
use crate::http::MemberListener;
use crate::ids::CommitteeSecret;
use crate::tickets::{Issuers, parse_ticket};
use crate::{Committee, Member, Prepared, Roster};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    network: NetworkArgs,
    /// The socket address at which to serve a page, the snapshot and metrics, over plain HTTP.
    #[arg(long, env = "ATLAS_HTTP", value_name = "ADDRESS", default_value = "127.0.0.1:9464")]
    http: SocketAddr,
    /// The file with this host's key, which `atlas key` makes.
    #[arg(long, env = "ATLAS_KEY", value_name = "FILE")]
    key: PathBuf,
    /// The file with the committee's secret: 64 hex digits, the same for every member.
    #[arg(long, env = "ATLAS_SECRET", value_name = "FILE")]
    secret: PathBuf,
    /// The file with this member's ticket. SIGHUP makes the member read it again.
    #[arg(long, env = "ATLAS_TICKET", value_name = "FILE")]
    ticket: Option<PathBuf>,
    /// The public key of a ticket issuer: its root, `=`, the key; `self=KEY` for the coalition's own issuer.
    #[arg(long, env = "ATLAS_ISSUERS", value_name = "ROOT=KEY", value_delimiter = ',')]
    issuer: Vec<IssuerKey>,
    /// The folder for what this member keeps.
    #[arg(long, env = "ATLAS_STATE", value_name = "FOLDER")]
    state: PathBuf,
}

#[derive(Clone)]
struct IssuerKey {
    /// The coalition's own issuer if it is `None`.
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
    /// Checks everything that needs no network.
    fn prepare(&self, handshake: &Handshake<'_>) -> Result<(Roster, SecretKey, Prepared), Box<dyn Error>> {
        let roster = self.network.roster()?;
        let key = read_key(&self.key)?;
        let committee = Committee {
            roster: roster.clone(),
            secret: CommitteeSecret::from_bytes(read_bytes(&self.secret)?),
            issuers: self.issuers(handshake)?,
            tickets: self.ticket()?.into_iter().collect(),
            state: self.state.clone(),
        };
        let prepared = committee.prepare(handshake, key.public())?;
        Ok((roster, key, prepared))
    }

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

/// The line by which `atlas publish` asks a member to publish.
pub const PUBLISH: &str = "publish";

pub async fn run(args: Args, handshake: &Handshake<'_>) -> Outcome {
    let (mut shutdown, mut reload) = (Shutdown::new()?, reload()?);
    let (roster, key, prepared) = args.prepare(handshake).lasting()?;
    let control = Control::listen(&args.state)
        .map_err(|fault| format!("{}: no socket for commands: {fault}", args.state.display()))
        .lasting()?;
    let listener = MemberListener::start(args.http, Compiled::new(handshake)?).await?;
    let network = tokio::select! {
        network = args.network.network(&roster, key) => network?,
        () = shutdown.requested() => return Ok(ExitCode::SUCCESS),
    };
    let member = Arc::new(prepared.join(&network).lasting()?);
    listener.serve(&member);
    let outcome = attend(&member, &args, &control, &mut shutdown, &mut reload).await;
    drop(member);
    leave(network).await;
    outcome
}

/// Runs until the member stops, or is asked to.
async fn attend(
    member: &Arc<Member>,
    args: &Args,
    control: &Control,
    shutdown: &mut Shutdown,
    reload: &mut Signal,
) -> Outcome {
    let mut calls = JoinSet::new();
    loop {
        tokio::select! {
            () = shutdown.requested() => return Ok(ExitCode::SUCCESS),
            stopped = member.stopped() => return Err(stopped).lasting(),
            _ = reload.recv() => renew(member, args),
            call = control.next() => match call {
                Ok(call) => {
                    calls.spawn(answer(Arc::clone(member), call));
                }
                Err(fault) => tracing::warn!(%fault, "a command could not be read"),
            },
            Some(_) = calls.join_next() => {}
        }
    }
}

async fn answer(member: Arc<Member>, call: Call) {
    let result = match call.line.as_str() {
        PUBLISH => match member.publish().await {
            Ok(cards) => {
                tracing::info!(cards, "published what differed; a majority has every compiled card on disk");
                Ok(format!("{cards} cards differed and were published; a majority has every card on disk"))
            }
            Err(fault) => {
                tracing::warn!(%fault, "not published");
                Err(fault.to_string())
            }
        },
        other => Err(format!("this member does not know the command `{other}`")),
    };
    call.answer(result).await;
}

fn renew(member: &Member, args: &Args) {
    let renewed = args.ticket().and_then(|ticket| {
        let ticket = ticket.ok_or("there is no --ticket to read")?;
        Ok(member.renew(ticket)?)
    });
    match renewed {
        Ok(()) => tracing::info!("the ticket is renewed"),
        Err(fault) => tracing::error!(%fault, "the ticket is not renewed, the old one stays"),
    }
}
