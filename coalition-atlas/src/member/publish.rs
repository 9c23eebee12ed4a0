//! Publishing cards: the register of Attiya, Bar-Noy and Dolev ("Sharing memory robustly in message-passing systems",
//! 1995), with mosaik's map as the way to the other members.
//!
//! mosaik counts a quorum among the members that are bonded at the moment, and acknowledges a place in the log, not a
//! value. So a publication asks a majority of the roster for the editions that they hold, writes a later one, and is
//! acknowledged when a majority of the roster holds it on disk. Two majorities share a member: an acknowledged card is
//! seen by every later publication, whatever became of the log.

use std::time::{Duration, Instant};

use mosaik::futures::{StreamExt, pin_mut};

use super::{Joined, Shared, Stopped, lock};
use crate::card::{CitizenCard, Edition, Published, StableId};
use crate::snapshot::Snapshot;

/// How long a majority has to confirm.
const CONFIRM: Duration = Duration::from_secs(10);
/// How long to wait before asking again.
const AGAIN: Duration = Duration::from_millis(50);

/// Why a publication is not acknowledged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// Fewer members than a majority are bonded. Nothing was written.
    #[error(
        "the write is refused: {bonded} of {members} members are bonded, this one among them, and it takes {majority}"
    )]
    NoMajority {
        /// How many are bonded.
        bonded: usize,
        /// How many the roster has.
        members: usize,
        /// How many it takes.
        majority: usize,
    },
    /// A majority is bonded, and fewer answered. Nothing was written.
    #[error(
        "the write is refused: {answered} of {members} members answered, this one among them, and it takes {majority}"
    )]
    NoAnswer {
        /// How many answered.
        answered: usize,
        /// How many the roster has.
        members: usize,
        /// How many it takes.
        majority: usize,
    },
    /// It was written, and no majority confirmed it in time. It may still come to hold; publish again to know.
    #[error(
        "the write is not acknowledged: {confirmed} of {members} members confirmed it, and it takes {majority}"
    )]
    Unconfirmed {
        /// How many confirmed.
        confirmed: usize,
        /// How many the roster has.
        members: usize,
        /// How many it takes.
        majority: usize,
    },
    /// The member stopped.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Shared {
    /// Publishes what the committee lacks. Where that fails it is tried again.
    pub(super) async fn publish_missing(&self) {
        let missing = |card: &CitizenCard| lock(&self.store).get(StableId(card.stable_id)).is_none();
        if !self.compiled.cards.iter().any(missing) {
            return;
        }
        match self.publish(|held, _| held.is_none()).await {
            Ok(0) => {}
            Ok(cards) => tracing::info!(cards, "published what the committee lacked"),
            Err(fault) => tracing::warn!(%fault, "could not publish what the committee lacks"),
        }
    }

    /// Publishes the compiled cards for which `wanted` holds, given what the committee holds of each.
    pub(super) async fn publish(
        &self,
        wanted: impl Fn(Option<&Published>, &CitizenCard) -> bool,
    ) -> Result<usize, WriteError> {
        let _one_at_a_time = self.publishing.lock().await;
        let joined = self.joined()?;
        let result = self.publish_in(&joined, wanted).await;
        if result.is_err() {
            metrics::counter!("coalition.atlas.writes.refused").increment(1);
        }
        result
    }

    async fn publish_in(
        &self,
        joined: &Joined,
        wanted: impl Fn(Option<&Published>, &CitizenCard) -> bool,
    ) -> Result<usize, WriteError> {
        let (members, majority) = (self.roster.members().len(), self.roster.majority());
        if !self.has_majority(joined) {
            let bonded = self.bonded(joined).len() + 1;
            return Err(WriteError::NoMajority { bonded, members, majority });
        }
        let mut seen = Vec::new();
        let answered = self.count_others(|snapshot| seen.extend(snapshot.cards), |_| true).await;
        if answered < majority {
            return Err(WriteError::NoAnswer { answered, members, majority });
        }

        let writes: Vec<Published> = {
            let mut store = lock(&self.store);
            store.merge(seen).map_err(Stopped::from)?;
            let write = |card: &CitizenCard| {
                let held = store.get(StableId(card.stable_id));
                let number = held.map_or(0, |held| held.edition.number) + 1;
                let edition = Edition { number, member: self.key.public() };
                wanted(held, card).then(|| Published { edition, card: card.clone() })
            };
            let writes: Vec<Published> = self.compiled.cards.iter().filter_map(write).collect();
            store.merge(writes.clone()).map_err(Stopped::from)?;
            writes
        };
        if writes.is_empty() {
            return Ok(0);
        }

        let deadline = Instant::now() + CONFIRM;
        loop {
            self.reconcile(joined).await?;
            // Read back from the map, then from the others' disks.
            let in_map = writes
                .iter()
                .all(|write| joined.map.get(&write.key()).is_some_and(|read| read.edition >= write.edition));
            let confirmed =
                if in_map { self.count_others(|_| {}, |snapshot| holds(snapshot, &writes)).await } else { 1 };
            if confirmed >= majority {
                return Ok(writes.len());
            }
            if Instant::now() >= deadline {
                return Err(WriteError::Unconfirmed { confirmed, members, majority });
            }
            tokio::time::sleep(AGAIN).await;
        }
    }

    /// How many members answer under the compiled root and pass the test, this one counted in; it asks no further than
    /// a majority. Each that passes is handed to `take`.
    async fn count_others(&self, mut take: impl FnMut(Snapshot), test: impl Fn(&Snapshot) -> bool) -> usize {
        let answers = self.asker.answers();
        pin_mut!(answers);
        let mut count = 1;
        while count < self.roster.majority()
            && let Some((_, answer)) = answers.next().await
        {
            if let Ok(snapshot) = answer
                && snapshot.module_root == self.compiled.module_root
                && test(&snapshot)
            {
                count += 1;
                take(snapshot);
            }
        }
        count
    }
}

fn holds(snapshot: &Snapshot, writes: &[Published]) -> bool {
    writes.iter().all(|write| {
        let held = snapshot.cards.iter().find(|held| held.card.stable_id == write.card.stable_id);
        held.is_some_and(|held| held.edition >= write.edition)
    })
}
