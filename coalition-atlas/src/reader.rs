//! Reading the Atlas, as integrators do: outside the committee, and trusting the compiled const alone.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use std::time::Duration;

use coalition::{Handshake, UniqueId};
use mosaik::futures::StreamExt;
use mosaik::{Network, PeerId};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::answer::{Answer, Question};
use crate::card::CitizenCard;
use crate::compiled::{Compiled, NoAtlas};
use crate::drift::Drift;
use crate::exchange::{Asker, keep_in_touch};
use crate::published::Published;
use coalition_committee::Roster;

/// How often the committee is asked, unless [`every`](ReaderBuilder::every) says otherwise.
const EVERY: Duration = Duration::from_secs(10);

/// Why an Atlas cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The coalition ships no Atlas.
    #[error(transparent)]
    NoAtlas(#[from] NoAtlas),
    /// No roster was given.
    #[error("no roster was given; the operator publishes it: a peer id and addresses for each member")]
    NoRoster,
}

/// A reader in the making. See [`Atlas::read`](crate::Atlas::read).
#[must_use = "a reader reads once it is opened"]
pub struct ReaderBuilder<'n> {
    network: &'n Network,
    compiled: Result<Compiled, NoAtlas>,
    roster: Option<Roster>,
    every: Duration,
}

impl<'n> ReaderBuilder<'n> {
    pub(crate) fn new(network: &'n Network, handshake: &Handshake<'_>) -> Self {
        Self { network, compiled: Compiled::new(handshake), roster: None, every: EVERY }
    }

    /// The roster that the operator publishes. Nobody else's answers count.
    pub fn roster(self, roster: Roster) -> Self {
        Self { roster: Some(roster), ..self }
    }

    /// How often the committee is asked: ten seconds where this is left out.
    pub fn every(self, every: Duration) -> Self {
        Self { every, ..self }
    }

    /// Begins to read, on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// Where the coalition ships no Atlas, or no roster was given.
    pub fn open(self) -> Result<Reader, ReadError> {
        let compiled = self.compiled?;
        let roster = self.roster.ok_or(ReadError::NoRoster)?;
        let asker = Asker::new(self.network, &compiled, &roster);
        let (me, discovery) = (self.network.local().id(), self.network.discovery().clone());
        let awaited = compiled.cards.clone();
        let reading = watch::Sender::new(Reading { awaited, ..Reading::default() });
        let watched = reading.subscribe();
        let mut tasks = JoinSet::new();
        tasks.spawn(keep_in_touch(discovery, me, roster.clone()));
        tasks.spawn(read(compiled, roster, asker, self.every, reading));
        let told = Reading { awaited: watched.borrow().awaited.clone(), ..Reading::default() };
        Ok(Reader { reading: watched, told, events: VecDeque::new(), _tasks: tasks })
    }
}

/// A reader of the Atlas. It asks until it is dropped.
pub struct Reader {
    reading: watch::Receiver<Reading>,
    /// The state after the events told so far.
    told: Reading,
    events: VecDeque<Event>,
    _tasks: JoinSet<()>,
}

/// What a reader knows after it last asked.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The cards that the committee publishes exactly as they are compiled, in compiled order.
    pub cards: Vec<CitizenCard>,
    /// The compiled cards of which the committee has published none yet.
    pub awaited: Vec<CitizenCard>,
    /// Where the committee and the compiled const differ.
    pub drifts: Vec<Drift>,
    /// The last answer of each member, or the reason why there is none, in the roster's order.
    pub members: Vec<(PeerId, Result<Answer, String>)>,
}

impl Reading {
    /// Whether any member answered.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.members.iter().any(|(_, answer)| answer.is_ok())
    }

    /// Whether every compiled card is published as it is compiled, and nothing drifted.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        self.is_reached() && self.awaited.is_empty() && self.drifts.is_empty()
    }
}

/// What changed between two askings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The committee answers; it did not before.
    Reached,
    /// No member answers any more. What was read before stays.
    Unreachable,
    /// The committee publishes this card as it is compiled; it did not before.
    Verified(Box<CitizenCard>),
    /// The committee and the compiled const differ.
    Drifted(Drift),
    /// They differ no longer in this.
    Settled(Drift),
}

impl Reader {
    /// What is known now.
    #[must_use]
    pub fn reading(&self) -> Reading {
        self.reading.borrow().clone()
    }

    /// The card of a citizen, where the committee publishes it exactly as it is compiled.
    #[must_use]
    pub fn card(&self, stable_id: UniqueId) -> Option<CitizenCard> {
        self.reading.borrow().cards.iter().find(|card| card.stable_id == stable_id).cloned()
    }

    /// Waits until every compiled card is verified.
    ///
    /// # Errors
    ///
    /// As soon as something drifted: all that did.
    pub async fn verified(&self) -> Result<(), Vec<Drift>> {
        let mut reading = self.reading.clone();
        let settled = reading.wait_for(|reading| reading.is_verified() || !reading.drifts.is_empty()).await;
        match settled.map(|reading| reading.drifts.clone()) {
            Ok(drifts) if drifts.is_empty() => Ok(()),
            Ok(drifts) => Err(drifts),
            // The task that asks ended with the runtime.
            Err(_) => std::future::pending().await,
        }
    }

    /// Waits for the next event. No event is lost, however late it is taken: events tell how what is known now differs
    /// from what they told before.
    pub async fn next_event(&mut self) -> Event {
        loop {
            if let Some(event) = self.events.pop_front() {
                return event;
            }
            if self.reading.changed().await.is_err() {
                // The task that asks ended with the runtime.
                std::future::pending::<()>().await;
            }
            let now = self.reading.borrow_and_update().clone();
            self.events = changes(&self.told, &now).into();
            self.told = now;
        }
    }
}

async fn read(
    compiled: Compiled,
    roster: Roster,
    asker: Asker,
    every: Duration,
    reading: watch::Sender<Reading>,
) {
    let order: BTreeMap<PeerId, usize> =
        roster.members().iter().enumerate().map(|(index, member)| (member.id, index)).collect();
    let mut held = BTreeMap::new();
    loop {
        let mut members: Vec<_> = asker.answers(|| Question::new(None, None, None)).collect().await;
        members.sort_by_key(|(member, _)| order.get(member).copied());
        let before = reading.borrow().clone();
        let now = take(&compiled, &mut held, before, members);
        metrics::gauge!("coalition.atlas.drifts").set(u32::try_from(now.drifts.len()).unwrap_or(u32::MAX));
        reading.send_replace(now);
        tokio::time::sleep(every).await;
    }
}

/// What is known after these answers. `held` keeps the latest edition of each card under the compiled root, so that a
/// member that lags behind takes nothing back.
fn take(
    compiled: &Compiled,
    held: &mut BTreeMap<UniqueId, Published>,
    before: Reading,
    members: Vec<(PeerId, Result<Answer, String>)>,
) -> Reading {
    let answers = || members.iter().filter_map(|(_, answer)| answer.as_ref().ok());
    for published in answers().filter(|answer| answer.coalition_root == compiled.coalition_root) {
        for card in &published.cards {
            let known = held.entry(card.stable_id()).or_insert_with(|| card.clone());
            if known.edition < card.edition {
                *known = card.clone();
            }
        }
    }
    // While a committee is replaced some members may serve one coalition and some another: a majority speaks for it,
    // then whoever serves what is compiled.
    let speaker = answers().max_by_key(|answer| {
        let same_root = answer.coalition_root == compiled.coalition_root;
        (answer.has_majority(), same_root, answer.digest == compiled.digest)
    });
    let Some(speaker) = speaker else { return Reading { members, ..before } };
    let mut speaker = speaker.clone();
    if speaker.coalition_root == compiled.coalition_root {
        speaker.cards = held.values().cloned().collect();
    }
    let by_id: BTreeMap<UniqueId, &CitizenCard> =
        speaker.cards.iter().map(|published| (published.stable_id(), &published.card)).collect();
    let published = |card: &CitizenCard| by_id.get(&card.stable_id).copied();
    let drifts = Drift::between(compiled, &speaker);
    let concerned: BTreeSet<UniqueId> = drifts.iter().filter_map(Drift::compiled_id).collect();
    let retired = |card: &CitizenCard| concerned.contains(&card.stable_id);
    let cards = compiled.cards.iter().filter(|card| published(card) == Some(card)).cloned().collect();
    let awaited =
        compiled.cards.iter().filter(|card| published(card).is_none() && !retired(card)).cloned().collect();
    Reading { cards, awaited, drifts, members }
}

fn changes(before: &Reading, now: &Reading) -> Vec<Event> {
    let mut events = Vec::new();
    match (before.is_reached(), now.is_reached()) {
        (false, true) => events.push(Event::Reached),
        (true, false) => events.push(Event::Unreachable),
        _ => {}
    }
    let known: HashSet<&CitizenCard> = before.cards.iter().collect();
    let new_cards = now.cards.iter().filter(|card| !known.contains(card));
    events.extend(new_cards.map(|card| Event::Verified(Box::new(card.clone()))));
    let [old, new]: [HashSet<&Drift>; 2] = [before, now].map(|reading| reading.drifts.iter().collect());
    let settled = before.drifts.iter().filter(|drift| !new.contains(drift));
    events.extend(settled.map(|drift| Event::Settled(drift.clone())));
    let drifted = now.drifts.iter().filter(|drift| !old.contains(drift));
    events.extend(drifted.map(|drift| Event::Drifted(drift.clone())));
    events
}
