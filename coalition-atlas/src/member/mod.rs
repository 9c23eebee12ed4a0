//! A member of the committee.

mod audit;
mod bonds;
mod prepare;
mod publish;
mod sign;
mod stop;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use coalition::UniqueId;
use coalition_committee::snapshot::{Header, MemberSignature, Verifier};
use mosaik::discovery::{Discovery, PeerEntry};
use mosaik::functions::Handler;
use mosaik::groups::{ConsensusConfig, Group, NoOp};
use mosaik::tickets::{Expiration, Ticket};
use mosaik::{GroupId, Network, PeerId, SecretKey};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::answer::{Answer, Given, Question, SignedAnswer, Unsigned};
use crate::card::CitizenCard;
use crate::compiled::Compiled;
use crate::exchange::{Asker, Keeper, Signers, keep_in_touch};
use crate::ids;
use crate::published::Published;
use crate::store::{Store, lock};
use crate::tickets::{Rule, TicketError, admit};
use coalition_committee::Roster;

pub use prepare::{Committee, Prepared, ServeError};
pub use publish::WriteError;
pub use sign::AtlasSnapshot;
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
    /// `true` if it takes writes: it is bonded with a majority.
    pub writable: bool,
    /// How many cards it holds.
    pub cards: usize,
    /// The standing of each member of the roster, this one among them, in the roster's order. For another member it is the
    /// last answer, or the reason why there is none.
    pub peers: Vec<(PeerId, Result<PeerStanding, String>)>,
}

/// The standing of one member of the roster, as it says itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerStanding {
    /// `true` if it is compiled against the same coalition as this one.
    pub same_root: bool,
    /// `true` if the words of its handshake are the same too.
    pub same_digest: bool,
    /// The number of members that it is bonded with, itself included.
    pub bonded: usize,
    /// The number of members in its roster.
    pub members: usize,
    /// `true` if it holds the same cards as this one, in the same editions.
    pub same_cards: bool,
}

pub(crate) struct Shared {
    compiled: Compiled,
    roster: Roster,
    rules: Vec<Rule>,
    key: SecretKey,
    discovery: Discovery,
    asker: Asker,
    keeper: Keeper,
    signers: Signers,
    store: Store,
    verifier: Verifier<Vec<CitizenCard>>,
    /// The latest snapshot that a majority signed.
    snapshot: watch::Sender<Option<Arc<AtlasSnapshot>>>,
    given: Given,
    /// A random number, by which the others tell this process from another one with the same key.
    process: UniqueId,
    /// The processes of each member that asked, in the order in which they began to.
    processes: Mutex<BTreeMap<PeerId, Vec<UniqueId>>>,
    /// The last answer of each other member.
    heard: Mutex<BTreeMap<PeerId, Result<PeerStanding, String>>>,
    /// The last report about each member's cards.
    reported: Mutex<BTreeMap<PeerId, Vec<String>>>,
    /// What the member is part of. Taken out when it stops.
    joined: Mutex<Option<Arc<Joined>>>,
    /// One publication at a time.
    publishing: tokio::sync::Mutex<()>,
    /// Set by a publication: until then this member proposes snapshots with its own digest, whoever leads.
    proposes_until: Mutex<Option<Instant>>,
    writable: watch::Sender<bool>,
    expiration: watch::Sender<Expiration>,
    stopped: watch::Sender<Option<Stopped>>,
}

/// The handles that make it a member; with them it leaves.
struct Joined {
    guard: Group<NoOp>,
    _door: Handler<Question, SignedAnswer, Unsigned>,
    _keep: Handler<Vec<Published>, (), String>,
    _sign: Handler<Header, MemberSignature, String>,
}

impl Member {
    /// Joins the committee on a network whose key is the prepared member's.
    pub(crate) fn join(network: &Network, prepared: Prepared) -> Result<Self, ServeError> {
        let Prepared {
            compiled,
            roster,
            secret,
            rules,
            tickets,
            store,
            verifier,
            snapshot,
            given,
            member: me,
        } = prepared;
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
        let mut sign = network.functions().handler().with_function_id(ids::sign(&compiled, &secret));
        for rule in &rules {
            guard = guard.require_ticket(Arc::clone(&rule.validator));
            keep = keep.require_caller_ticket(Arc::clone(&rule.validator));
            sign = sign.require_caller_ticket(Arc::clone(&rule.validator));
        }
        let members: Vec<PeerId> = roster.members().iter().map(|member| member.id).collect();
        let door_id = ids::door(&compiled.name);
        let shared = Arc::new(Shared {
            asker: Asker::new(network, &compiled, &roster),
            keeper: Keeper::new(network, ids::keep(&compiled, &secret), &roster, &rules),
            signers: Signers::new(network, ids::sign(&compiled, &secret), &roster, &rules),
            compiled,
            roster,
            rules,
            key: network.local().secret_key().clone(),
            discovery,
            store,
            verifier,
            snapshot: watch::Sender::new(snapshot.map(Arc::new)),
            given,
            process: mosaik::UniqueId::random().into(),
            processes: Mutex::new(BTreeMap::new()),
            heard: Mutex::new(BTreeMap::new()),
            reported: Mutex::new(BTreeMap::new()),
            joined: Mutex::new(None),
            publishing: tokio::sync::Mutex::new(()),
            proposes_until: Mutex::new(None),
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
        let signed = Arc::downgrade(&shared);
        let others = members.clone();
        let sign = sign.require(move |peer| others.contains(peer.id())).serve(move |header: Header, _| {
            let shared = signed.upgrade();
            async move {
                match shared {
                    Some(shared) => shared.sign(&header).await,
                    None => Err("this member stopped".to_owned()),
                }
            }
        });
        let keep = keep.require(move |peer| members.contains(peer.id())).serve(move |cards, context| {
            let (member, shared) = (*context.caller().id(), served.upgrade());
            async move {
                match shared {
                    Some(shared) => shared.keep(member, cards).await,
                    None => Err("this member stopped".to_owned()),
                }
            }
        });
        let (Ok(door), Ok(keep), Ok(sign)) = (door, keep, sign) else { return Err(ServeError::Twice) };
        let joined = Joined { guard: guard.join(), _door: door, _keep: keep, _sign: sign };
        tracing::info!(
            coalition = %shared.compiled.name, module = %shared.compiled.module_root, member = %me,
            "serving the Atlas"
        );
        *lock(&shared.joined) = Some(Arc::new(joined));

        let mut tasks = JoinSet::new();
        tasks.spawn(keep_in_touch(shared.discovery.clone(), me, shared.roster.clone()));
        tasks.spawn(Arc::clone(&shared).watch_bonds());
        tasks.spawn(Arc::clone(&shared).audit());
        tasks.spawn(Arc::clone(&shared).sign_snapshots());
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

    /// Returns the latest snapshot that a majority of the members signed, and those that follow.
    #[must_use]
    pub fn snapshots(&self) -> watch::Receiver<Option<Arc<AtlasSnapshot>>> {
        self.shared.snapshot.subscribe()
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
            peers: self.shared.peers(),
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
    fn peers(&self) -> Vec<(PeerId, Result<PeerStanding, String>)> {
        let heard = lock(&self.heard).clone();
        let me = self.key.public();
        let own = self.joined().map_err(|stopped| stopped.to_string()).map(|joined| PeerStanding {
            same_root: true,
            same_digest: true,
            bonded: self.bonded(&joined).len() + 1,
            members: self.roster.members().len(),
            same_cards: true,
        });
        let unasked = || Err("it was not asked yet".to_owned());
        let peer = |id| if id == me { own.clone() } else { heard.get(&id).cloned().unwrap_or_else(unasked) };
        self.roster.members().iter().map(|member| (member.id, peer(member.id))).collect()
    }

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

    fn answer(&self, caller: PeerId, question: Question) -> Result<SignedAnswer, Unsigned> {
        let joined = self.joined().map_err(|_| Unsigned)?;
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        let cards = self.store.cards();
        let known = question.has == Some(cards.digest());
        let answer = Answer {
            member: self.key.public(),
            coalition_root: self.compiled.coalition_root,
            module_root: self.compiled.module_root,
            digest: self.compiled.digest,
            bonded: count(self.bonded(&joined).len() + 1),
            members: count(self.roster.members().len()),
            cards_digest: cards.digest(),
            cards: if known { Vec::new() } else { cards.iter().cloned().collect() },
            document: question.version.and_then(|version| self.document_after(version)),
            given: self.given,
            is_superseded: question.process.is_some_and(|process| self.is_superseded(caller, process)),
        };
        SignedAnswer::sign(&answer, question, &self.key)
    }

    fn document_after(&self, version: u64) -> Option<Vec<u8>> {
        let held = self.snapshot.borrow();
        let later = held.as_ref().filter(|snapshot| snapshot.header().version > version)?;
        Some(later.document().to_vec())
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
