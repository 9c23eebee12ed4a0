//! A member of the committee.

mod audit;
mod publish;
mod replicate;
mod stop;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use coalition::Handshake;
use mosaik::collections::{CollectionConfig, Map, MapWriter};
use mosaik::discovery::{Discovery, PeerEntry};
use mosaik::functions::Handler;
use mosaik::groups::{ConsensusConfig, Group, NoOp};
use mosaik::tickets::{Expiration, Ticket};
use mosaik::{GroupId, Network, PeerId, SecretKey};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::ask::{Asker, keep_in_touch};
use crate::card::{Published, StableId};
use crate::compiled::{Compiled, NoAtlas};
use crate::ids::{self, CommitteeSecret};
use crate::roster::Roster;
use crate::snapshot::{Question, SignedSnapshot, Snapshot, Unsigned};
use crate::store::{Store, StoreError};
use crate::tickets::{AclError, Issuers, Rule, TicketError, admit};

pub use publish::WriteError;
pub use stop::{Drifted, Stopped};

/// What a member is given beside the compiled coalition.
pub struct Committee {
    /// Every member, this one among them.
    pub roster: Roster,
    /// The secret that the members share.
    pub secret: CommitteeSecret,
    /// The issuers' keys, for the access rules of the Atlas.
    pub issuers: Issuers,
    /// This member's tickets; none where the Atlas has no access rules.
    pub tickets: Vec<Ticket>,
    /// A folder of this member alone, for what it keeps on disk.
    pub state: PathBuf,
}

/// Why a member cannot be started.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The coalition ships no Atlas.
    #[error(transparent)]
    NoAtlas(#[from] NoAtlas),
    /// The roster does not name this member.
    #[error(
        "this member, {0}, is not on the roster; its operator adds it, and every member gets the new roster"
    )]
    NotOnRoster(PeerId),
    /// The access rules cannot be kept.
    #[error(transparent)]
    Acl(#[from] AclError),
    /// The ticket does not admit this member.
    #[error(transparent)]
    Ticket(#[from] TicketError),
    /// The state cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This network serves this Atlas already.
    #[error("this network serves an Atlas of the same coalition already")]
    Twice,
}

/// A member that serves the Atlas, until it is dropped or [`stopped`](Self::stopped).
pub struct Member {
    shared: Arc<Shared>,
    _tasks: JoinSet<()>,
}

/// How a member stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The members that it is bonded with, itself left out, in the roster's order.
    pub bonded: Vec<PeerId>,
    /// How many members the roster has.
    pub members: usize,
    /// Whether it takes writes: it is bonded with a majority, and its map is online.
    pub writable: bool,
    /// How many cards it holds.
    pub cards: usize,
}

pub(crate) struct Shared {
    compiled: Compiled,
    roster: Roster,
    rules: Vec<Rule>,
    key: SecretKey,
    discovery: Discovery,
    asker: Asker,
    store: Mutex<Store>,
    /// What the member is part of. Taken out when it stops.
    joined: Mutex<Option<Arc<Joined>>>,
    /// One publication at a time.
    publishing: tokio::sync::Mutex<()>,
    writable: watch::Sender<bool>,
    expiration: watch::Sender<Expiration>,
    stopped: watch::Sender<Option<Stopped>>,
}

/// The handles that make it a member; with them it leaves.
struct Joined {
    map: MapWriter<StableId, Published>,
    guard: Group<NoOp>,
    _door: Handler<Question, SignedSnapshot, Unsigned>,
}

impl Member {
    /// See [`Atlas::serve`](crate::Atlas::serve).
    pub(crate) fn serve(
        network: &Network,
        handshake: &Handshake<'_>,
        committee: Committee,
    ) -> Result<Self, ServeError> {
        let Committee { roster, secret, issuers, tickets, state } = committee;
        let compiled = Compiled::new(handshake)?;
        let (me, discovery) = (network.local().id(), network.discovery().clone());
        if !roster.contains(&me) {
            return Err(ServeError::NotOnRoster(me));
        }
        let rules = issuers.validators(&compiled)?;
        let expiration = admit(&rules, &tickets, &PeerEntry::from(discovery.me()))?;
        let store = Store::open(&state, compiled.module_root)?;
        for ticket in tickets {
            discovery.add_ticket(ticket);
        }

        let mut config = CollectionConfig::default();
        let mut guard =
            network.groups().with_key(ids::guard(&compiled, &secret)).with_consensus_config(guard_config());
        for rule in &rules {
            config = config.require_ticket(Arc::clone(&rule.validator));
            guard = guard.require_ticket(Arc::clone(&rule.validator));
        }
        let (map_id, door_id) = (ids::store(&compiled, &secret), ids::door(&compiled.name));
        let shared = Arc::new(Shared {
            asker: Asker::new(network, &compiled, &roster),
            compiled,
            roster,
            rules,
            key: network.local().secret_key().clone(),
            discovery,
            store: Mutex::new(store),
            joined: Mutex::new(None),
            publishing: tokio::sync::Mutex::new(()),
            writable: watch::Sender::new(false),
            expiration: watch::Sender::new(expiration),
            stopped: watch::Sender::new(None),
        });
        let served = Arc::downgrade(&shared);
        let door = network.functions().handler().with_function_id(door_id).serve(move |question, _| {
            let answer = served.upgrade().ok_or(Unsigned).and_then(|shared| shared.answer(question));
            async move { answer }
        });
        let door = door.map_err(|_| ServeError::Twice)?;
        let map = Map::writer_with_config(network, map_id, config);
        let joined = Joined { map, guard: guard.join(), _door: door };
        tracing::info!(
            coalition = %shared.compiled.name, module = %shared.compiled.module_root, member = %me,
            "serving the Atlas"
        );
        *lock(&shared.joined) = Some(Arc::new(joined));

        let mut tasks = JoinSet::new();
        tasks.spawn(keep_in_touch(shared.discovery.clone(), me, shared.roster.clone()));
        tasks.spawn(Arc::clone(&shared).replicate());
        tasks.spawn(Arc::clone(&shared).audit());
        tasks.spawn(Arc::clone(&shared).expire());
        Ok(Self { shared, _tasks: tasks })
    }

    /// Waits until the member takes writes: it is bonded with a majority of the roster, and its map is online.
    ///
    /// # Errors
    ///
    /// Where it stops before: see [`stopped`](Self::stopped).
    pub async fn writable(&self) -> Result<(), Stopped> {
        let mut writable = self.shared.writable.subscribe();
        tokio::select! {
            // The sender lives as long as this borrow.
            _ = writable.wait_for(|writable| *writable) => Ok(()),
            stopped = self.stopped() => Err(stopped),
        }
    }

    /// Waits until the member stops by itself, and says why. From then on it is part of the committee no longer, and
    /// serves nothing.
    pub async fn stopped(&self) -> Stopped {
        let mut stopped = self.shared.stopped.subscribe();
        match stopped.wait_for(Option::is_some).await.ok().and_then(|stopped| stopped.clone()) {
            Some(stopped) => stopped,
            None => std::future::pending().await,
        }
    }

    /// Publishes every card of the compiled const that differs from what the committee holds, and returns how many
    /// those were. What is missing is published without being asked for; this replaces what is there, after the
    /// operator republished the handshake.
    ///
    /// When this returns, a majority of the committee has the cards on disk.
    ///
    /// # Errors
    ///
    /// Where there is no majority, or none confirms in time. See [`WriteError`].
    pub async fn publish(&self) -> Result<usize, WriteError> {
        self.shared.publish(|held, card| held.is_none_or(|held| held.card != *card)).await
    }

    /// Replaces this member's ticket by a new one.
    ///
    /// # Errors
    ///
    /// Where the new ticket does not admit this member; the old one then stays.
    pub fn renew(&self, ticket: Ticket) -> Result<(), TicketError> {
        let me = PeerEntry::from(self.shared.discovery.me());
        let mut tickets: Vec<Ticket> = me.tickets().values().cloned().collect();
        tickets.retain(|held| held.class != ticket.class);
        tickets.push(ticket.clone());
        let expiration = admit(&self.shared.rules, &tickets, &me)?;
        self.shared.discovery.replace_ticket(ticket);
        self.shared.expiration.send_replace(expiration);
        Ok(())
    }

    /// How the member stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let bonded = self.shared.joined().map_or_else(|_| Vec::new(), |joined| self.shared.bonded(&joined));
        Standing {
            bonded,
            members: self.shared.roster.members().len(),
            writable: *self.shared.writable.borrow(),
            cards: lock(&self.shared.store).cards().count(),
        }
    }

    /// The ids of the two groups that the member is part of, that of the map first. They follow from the identity of
    /// the Atlas, the committee's secret and the access rules.
    #[must_use]
    pub fn group_ids(&self) -> Option<[GroupId; 2]> {
        let joined = self.shared.joined().ok()?;
        Some([*joined.map.group_id(), *joined.guard.id()])
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        self.shared.stop(Stopped::Left);
    }
}

impl Shared {
    fn joined(&self) -> Result<Arc<Joined>, Stopped> {
        let joined = lock(&self.joined).clone();
        joined.ok_or_else(|| self.stopped.borrow().clone().unwrap_or(Stopped::Left))
    }

    /// The members of the roster that this one is bonded with. A peer that is not on the roster counts for nothing.
    fn bonded(&self, joined: &Joined) -> Vec<PeerId> {
        let bonds = joined.guard.bonds();
        self.roster
            .members()
            .iter()
            .map(|member| member.id)
            .filter(|member| bonds.contains_peer(member))
            .collect()
    }

    fn has_majority(&self, joined: &Joined) -> bool {
        self.bonded(joined).len() + 1 >= self.roster.majority()
    }

    fn answer(&self, question: Question) -> Result<SignedSnapshot, Unsigned> {
        let joined = self.joined().map_err(|_| Unsigned)?;
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        let snapshot = Snapshot {
            member: self.key.public(),
            coalition_root: self.compiled.coalition_root,
            module_root: self.compiled.module_root,
            digest: self.compiled.digest,
            bonded: count(self.bonded(&joined).len() + 1),
            members: count(self.roster.members().len()),
            cards: lock(&self.store).cards().cloned().collect(),
        };
        SignedSnapshot::sign(&snapshot, question, &self.key)
    }
}

/// A member that is gone is noticed after three seconds without a heartbeat; mosaik's own five are as long for the map,
/// whose consensus cannot be configured.
fn guard_config() -> ConsensusConfig {
    let millis = std::time::Duration::from_millis;
    ConsensusConfig {
        heartbeat_interval: millis(500),
        heartbeat_jitter: millis(150),
        max_missed_heartbeats: 6,
        ..ConsensusConfig::default()
    }
}

/// A panic while a lock is held leaves nothing half done here.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
