//! A member of the committee.

mod audit;
mod bonds;
mod prepare;
mod publish;
mod stop;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use coalition::UniqueId;
use mosaik::discovery::{Discovery, PeerEntry};
use mosaik::functions::Handler;
use mosaik::groups::{ConsensusConfig, Group, NoOp};
use mosaik::tickets::{Expiration, Ticket};
use mosaik::{GroupId, Network, PeerId, SecretKey};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::compiled::Compiled;
use crate::exchange::{Asker, Keeper, keep_in_touch};
use crate::ids;
use crate::published::Published;
use crate::roster::Roster;
use crate::snapshot::{Given, Question, SignedSnapshot, Snapshot, Unsigned};
use crate::store::{Store, lock};
use crate::tickets::{Rule, TicketError, admit};

pub use prepare::{Committee, Prepared, ServeError};
pub use publish::WriteError;
pub use stop::{Drifted, Stopped};

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
    /// Whether it takes writes: it is bonded with a majority.
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
    keeper: Keeper,
    store: Store,
    given: Given,
    /// A random number, by which the others tell this process from another one with the same key.
    process: UniqueId,
    /// The processes of each member that asked, in the order in which they began to.
    processes: Mutex<BTreeMap<PeerId, Vec<UniqueId>>>,
    /// What was last reported about each member's cards.
    reported: Mutex<BTreeMap<PeerId, Vec<String>>>,
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
    guard: Group<NoOp>,
    _door: Handler<Question, SignedSnapshot, Unsigned>,
    _keep: Handler<Vec<Published>, (), String>,
}

impl Member {
    /// Joins the committee on a network whose key is the prepared member's.
    pub(crate) fn join(network: &Network, prepared: Prepared) -> Result<Self, ServeError> {
        let Prepared { compiled, roster, secret, rules, tickets, store, given, member: me } = prepared;
        let discovery = network.discovery().clone();
        if network.local().id() != me {
            return Err(ServeError::OtherKey { prepared: me, network: network.local().id() });
        }
        let expiration = admit(&rules, &tickets, &PeerEntry::from(discovery.me()))?;
        for ticket in tickets {
            discovery.add_ticket(ticket);
        }

        let mut guard =
            network.groups().with_key(ids::guard(&compiled, &secret)).with_consensus_config(guard_config());
        let mut keep = network.functions().handler().with_function_id(ids::keep(&compiled, &secret));
        for rule in &rules {
            guard = guard.require_ticket(Arc::clone(&rule.validator));
            keep = keep.require_caller_ticket(Arc::clone(&rule.validator));
        }
        let members: Vec<PeerId> = roster.members().iter().map(|member| member.id).collect();
        let door_id = ids::door(&compiled.name);
        let shared = Arc::new(Shared {
            asker: Asker::new(network, &compiled, &roster),
            keeper: Keeper::new(network, &compiled, &roster, &secret, &rules),
            compiled,
            roster,
            rules,
            key: network.local().secret_key().clone(),
            discovery,
            store,
            given,
            process: mosaik::UniqueId::random().into(),
            processes: Mutex::new(BTreeMap::new()),
            reported: Mutex::new(BTreeMap::new()),
            joined: Mutex::new(None),
            publishing: tokio::sync::Mutex::new(()),
            writable: watch::Sender::new(false),
            expiration: watch::Sender::new(expiration),
            stopped: watch::Sender::new(None),
        });
        let served = Arc::downgrade(&shared);
        let door = network.functions().handler().with_function_id(door_id).serve(move |question, context| {
            let caller = *context.caller().id();
            let answer = served.upgrade().ok_or(Unsigned).and_then(|shared| shared.answer(caller, question));
            async move { answer }
        });
        let served = Arc::downgrade(&shared);
        let keep = keep.require(move |peer| members.contains(peer.id())).serve(move |cards, context| {
            let (member, shared) = (*context.caller().id(), served.upgrade());
            async move {
                match shared {
                    Some(shared) => shared.keep(member, cards).await,
                    None => Err("this member stopped".to_owned()),
                }
            }
        });
        let (Ok(door), Ok(keep)) = (door, keep) else { return Err(ServeError::Twice) };
        let joined = Joined { guard: guard.join(), _door: door, _keep: keep };
        tracing::info!(
            coalition = %shared.compiled.name, module = %shared.compiled.module_root, member = %me,
            "serving the Atlas"
        );
        *lock(&shared.joined) = Some(Arc::new(joined));

        let mut tasks = JoinSet::new();
        tasks.spawn(keep_in_touch(shared.discovery.clone(), me, shared.roster.clone()));
        tasks.spawn(Arc::clone(&shared).watch_bonds());
        tasks.spawn(Arc::clone(&shared).audit());
        tasks.spawn(Arc::clone(&shared).expire());
        Ok(Self { shared, _tasks: tasks })
    }

    /// Waits until the member takes writes: it is bonded with a majority of the roster.
    ///
    /// # Errors
    ///
    /// If it stops before: see [`stopped`](Self::stopped).
    pub async fn writable(&self) -> Result<(), Stopped> {
        let mut writable = self.shared.writable.subscribe();
        tokio::select! {
            // The sender lives as long as this borrow.
            _ = writable.wait_for(|writable| *writable) => Ok(()),
            stopped = self.stopped() => Err(stopped),
        }
    }

    /// Waits until the member stops by itself, and returns the reason. It has then left the committee and serves
    /// nothing.
    pub async fn stopped(&self) -> Stopped {
        let mut stopped = self.shared.stopped.subscribe();
        match stopped.wait_for(Option::is_some).await.ok().and_then(|stopped| stopped.clone()) {
            Some(stopped) => stopped,
            None => std::future::pending().await,
        }
    }

    /// Publishes every compiled card that differs from the committee's, and returns how many differed. Use it after the
    /// operator republished the handshake. Missing cards are published without it.
    ///
    /// When this returns successfully, a majority of the committee has **every** compiled card on disk, whether this call
    /// or an earlier one wrote it.
    ///
    /// # Errors
    ///
    /// If there is no majority, or if none confirms in time. See [`WriteError`]. Call it again then.
    pub async fn publish(&self) -> Result<usize, WriteError> {
        self.shared.publish(|held, card| held.is_none_or(|held| held.card != *card)).await
    }

    /// Replaces this member's ticket by a new one.
    ///
    /// # Errors
    ///
    /// If the new ticket does not admit this member. The old one then stays.
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

    /// Returns how the member stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let bonded = self.shared.joined().map_or_else(|_| Vec::new(), |joined| self.shared.bonded(&joined));
        Standing {
            bonded,
            members: self.shared.roster.members().len(),
            writable: *self.shared.writable.borrow(),
            cards: self.shared.store.cards().iter().len(),
        }
    }

    /// Returns the id of the group that the members form. It follows from the identity of the Atlas, the committee's
    /// secret and the access rules. `None` after the member stopped.
    #[must_use]
    pub fn group_id(&self) -> Option<GroupId> {
        Some(*self.shared.joined().ok()?.guard.id())
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

    /// Returns the members of the roster that this one is bonded with. A peer that is not on the roster does not count.
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

    fn answer(&self, caller: PeerId, question: Question) -> Result<SignedSnapshot, Unsigned> {
        let joined = self.joined().map_err(|_| Unsigned)?;
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        let cards = self.store.cards();
        let known = question.has == Some(cards.digest());
        let snapshot = Snapshot {
            member: self.key.public(),
            coalition_root: self.compiled.coalition_root,
            module_root: self.compiled.module_root,
            digest: self.compiled.digest,
            bonded: count(self.bonded(&joined).len() + 1),
            members: count(self.roster.members().len()),
            cards_digest: cards.digest(),
            cards: if known { Vec::new() } else { cards.iter().cloned().collect() },
            given: self.given,
            is_superseded: question.process.is_some_and(|process| self.is_superseded(caller, process)),
        };
        SignedSnapshot::sign(&snapshot, question, &self.key)
    }

    /// Says whether a process with the caller's key began to ask after this one did.
    fn is_superseded(&self, caller: PeerId, process: UniqueId) -> bool {
        if !self.roster.contains(&caller) {
            return false;
        }
        let mut processes = lock(&self.processes);
        let known = processes.entry(caller).or_default();
        if !known.contains(&process) {
            known.push(process);
            // A member that is restarted without end takes no memory without end.
            if known.len() > 100 {
                known.remove(0);
            }
        }
        known.last() != Some(&process)
    }

    /// Keeps cards that another member publishes. Succeeds when each is on disk, in this edition or a later one.
    async fn keep(&self, member: PeerId, cards: Vec<Published>) -> Result<(), String> {
        let offered: Vec<_> = cards.iter().map(|card| (card.stable_id(), card.edition)).collect();
        let merged = match self.store.merge(cards).await {
            Ok(merged) => merged,
            Err(fault) => {
                let reason = fault.to_string();
                self.stop(fault.into());
                return Err(reason);
            }
        };
        self.report(member, &merged);
        let held = self.store.cards();
        let holds = |(id, edition)| held.get(id).is_some_and(|held| held.edition >= edition);
        if offered.into_iter().all(holds) {
            Ok(())
        } else {
            Err(merged.refused.first().map_or_else(String::new, ToString::to_string))
        }
    }
}

/// Notices a member that is gone after three seconds without a heartbeat.
fn guard_config() -> ConsensusConfig {
    let millis = std::time::Duration::from_millis;
    ConsensusConfig {
        heartbeat_interval: millis(500),
        heartbeat_jitter: millis(150),
        max_missed_heartbeats: 6,
        ..ConsensusConfig::default()
    }
}
