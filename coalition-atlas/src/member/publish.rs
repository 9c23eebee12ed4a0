//! Publishing cards: the register of Attiya, Bar-Noy and Dolev ("Sharing memory robustly in message-passing systems",
//! 1995).
//!
//! mosaik counts a quorum among the members that are bonded at the moment, and acknowledges a place in the log, not a
//! value. So a publication does without its log. It asks a majority of the roster for the editions that they hold, writes
//! a later one, and is acknowledged when a majority of the roster has every compiled card on disk. Any two majorities
//! share a member, so each later publication sees an acknowledged card.

use std::collections::BTreeSet;
use std::time::Duration;

use mosaik::futures::{StreamExt, pin_mut};
use tokio::time::Instant;

use super::{Joined, Shared, Stopped};
use crate::card::CitizenCard;
use crate::published::{Edition, Published};
use crate::store::lock;

/// How long a majority has to confirm.
const CONFIRM: Duration = Duration::from_secs(10);
/// How long a member that published proposes snapshots. The leader may propose one with its own digest at the same time, and
/// this member hears of that within a few seconds.
const PROPOSE: Duration = Duration::from_secs(30);
/// How long to wait before members that did not confirm are tried again.
const AGAIN: Duration = Duration::from_millis(200);

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
    /// The number of an edition is the last possible one. Nothing was written.
    #[error("the write is refused: the last edition of `{citizen}` is the last possible one")]
    Exhausted {
        /// The citizen's name.
        citizen: String,
    },
    /// The member stopped.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Shared {
    /// Publishes what the committee lacks. If that fails, it is tried again later.
    pub(super) async fn publish_missing(&self) {
        let held = self.store.cards();
        if self.compiled.cards.iter().all(|card| held.get(card.stable_id).is_some()) {
            return;
        }
        match self.publish(|held, _| held.is_none()).await {
            Ok(0) => {}
            Ok(cards) => tracing::info!(cards, "published what the committee lacked"),
            Err(fault) => tracing::warn!(%fault, "could not publish what the committee lacks"),
        }
    }

    /// Publishes the compiled cards that are `wanted`, given what the committee holds of each.
    pub(super) async fn publish(
        &self,
        wanted: impl Fn(Option<&Published>, &CitizenCard) -> bool,
    ) -> Result<usize, WriteError> {
        let _one_at_a_time = self.publishing.lock().await;
        let joined = self.joined()?;
        let result = self.publish_in(&joined, wanted).await;
        if result.is_err() {
            metrics::counter!("coalition.atlas.writes.refused").increment(1);
            return result;
        }
        // The words of a handshake may have changed without any card.
        *lock(&self.proposes_until) = Some(Instant::now() + PROPOSE);
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
        let answered = self.see_a_majority().await?;
        if answered < majority {
            return Err(WriteError::NoAnswer { answered, members, majority });
        }
        let writes = self.writes(wanted)?;
        let written = writes.len();
        self.store.merge(writes).await.map_err(Stopped::from)?;
        self.confirm().await.map(|()| written)
    }

    /// Takes the cards of others until a majority answered, and returns how many did, this member among them.
    async fn see_a_majority(&self) -> Result<usize, Stopped> {
        let answers = self.asker.answers(|| self.question());
        pin_mut!(answers);
        let mut answered = 1;
        while answered < self.roster.majority()
            && let Some((_, answer)) = answers.next().await
        {
            if let Ok(answer) = answer
                && answer.module_root == self.compiled.module_root
            {
                self.take_cards(answer).await?;
                answered += 1;
            }
        }
        Ok(answered)
    }

    fn writes(
        &self,
        wanted: impl Fn(Option<&Published>, &CitizenCard) -> bool,
    ) -> Result<Vec<Published>, WriteError> {
        let held = self.store.cards();
        let mut writes = Vec::new();
        for card in &self.compiled.cards {
            let held = held.get(card.stable_id);
            if wanted(held, card) {
                let next = Edition::after(held.map(|held| held.edition), self.key.public());
                let Some(Edition { number, .. }) = next else {
                    return Err(WriteError::Exhausted { citizen: card.name.clone() });
                };
                writes.push(Published::sign(self.compiled.module_root, number, card.clone(), &self.key));
            }
        }
        Ok(writes)
    }

    /// Returns when a majority has every compiled card on disk, in the edition that this member holds or a later one.
    async fn confirm(&self) -> Result<(), WriteError> {
        let (members, majority) = (self.roster.members().len(), self.roster.majority());
        let held = self.store.cards();
        let cards: Vec<Published> =
            self.compiled.cards.iter().filter_map(|card| held.get(card.stable_id).cloned()).collect();
        let mut confirmed = BTreeSet::from([self.key.public()]);
        let deadline = Instant::now() + CONFIRM;
        while confirmed.len() < majority {
            let known = confirmed.clone();
            let kept = self.keeper.ask(&cards, |member| !known.contains(member));
            pin_mut!(kept);
            while confirmed.len() < majority {
                match tokio::time::timeout_at(deadline, kept.next()).await {
                    Ok(Some((member, Ok(())))) => {
                        confirmed.insert(member);
                    }
                    Ok(Some((member, Err(fault)))) => {
                        tracing::warn!(%member, %fault, "a member did not confirm");
                    }
                    Ok(None) => break,
                    Err(_) => {
                        let confirmed = confirmed.len();
                        return Err(WriteError::Unconfirmed { confirmed, members, majority });
                    }
                }
            }
            if confirmed.len() < majority {
                self.joined()?;
                tokio::time::sleep(AGAIN).await;
            }
        }
        Ok(())
    }
}
