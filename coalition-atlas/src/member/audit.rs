//! Comparing this member with the others: what they are compiled from, what they were given, and what they hold.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use mosaik::PeerId;
use mosaik::futures::StreamExt;

use super::{Drifted, PeerStanding, Shared, Stopped};
use crate::answer::{Answer, Question};
use crate::drift::Drift;
use crate::store::Merged;

/// How often the others are asked until the committee takes writes, and from then on.
const JOINING: Duration = Duration::from_secs(1);
const JOINED: Duration = Duration::from_secs(3);

impl Shared {
    pub(super) async fn audit(self: Arc<Self>) {
        let mut drifted = BTreeSet::new();
        let mut differing = BTreeMap::new();
        loop {
            let answers: Vec<_> = self.asker.answers(|| self.question()).collect().await;
            for (member, answer) in answers {
                let heard = answer.as_ref().map(|answer| self.peer(answer)).map_err(Clone::clone);
                super::lock(&self.heard).insert(member, heard);
                let Ok(answer) = answer else { continue };
                if answer.is_superseded {
                    return self.stop(Stopped::Superseded { says: member });
                }
                if answer.coalition_root == self.compiled.coalition_root {
                    drifted.remove(&member);
                    let differs = self.given.differing(&answer.given);
                    if differing.insert(member, differs.clone()).unwrap_or_default() != differs {
                        warn_of_difference(member, &differs);
                    }
                    if let Err(reason) = self.take_cards(answer).await {
                        return self.stop(reason);
                    }
                } else if self.is_outnumbered_by(&answer) {
                    return self.stop(self.drift(member, &answer));
                } else if drifted.insert(member) {
                    self.warn_of_drift(&answer);
                }
            }
            tokio::time::sleep(if *self.writable.borrow() { JOINED } else { JOINING }).await;
        }
    }

    fn peer(&self, answer: &Answer) -> PeerStanding {
        PeerStanding {
            same_root: answer.coalition_root == self.compiled.coalition_root,
            same_digest: answer.digest == self.compiled.digest,
            bonded: answer.bonded.into(),
            members: answer.members.into(),
            same_cards: answer.cards_digest == self.store.cards().digest(),
        }
    }

    /// Asks for the cards of a member that holds others than this one.
    pub(super) fn question(&self) -> Question {
        Question::new(Some(self.store.cards().digest()), Some(self.version()), Some(self.process))
    }

    /// Takes the cards that another member holds in a later edition, and its snapshot if it is later.
    pub(super) async fn take_cards(&self, mut answer: Answer) -> Result<(), Stopped> {
        if let Some(document) = answer.document.take()
            && let Err(fault) = self.take_snapshot(document).await
        {
            tracing::error!(member = %answer.member, %fault, "a member holds a snapshot that is not valid");
        }
        if answer.cards_digest == self.store.cards().digest() {
            return Ok(());
        }
        let merged = self.store.merge(answer.cards).await?;
        if merged.taken > 0 {
            tracing::debug!(member = %answer.member, cards = merged.taken, "took cards that were later");
        }
        self.report(answer.member, &merged);
        Ok(())
    }

    /// Logs why cards of a member were not taken, once for each reason.
    pub(super) fn report(&self, member: PeerId, merged: &Merged) {
        let refused = merged.refused.iter().map(ToString::to_string);
        let disputed = merged.disputed.iter().map(|name| {
            format!("two cards of `{name}` are signed in one edition, and all keep the same one")
        });
        let faults: Vec<String> = refused.chain(disputed).collect();
        let mut reported = super::lock(&self.reported);
        if reported.insert(member, faults.clone()).unwrap_or_default() != faults
            && let Some(first) = faults.first()
        {
            tracing::error!(%member, cards = faults.len(), fault = %first, "a member holds cards that are not sound");
        }
    }

    /// Says whether the committee is with the other member. It is with this one if this one takes writes.
    fn is_outnumbered_by(&self, answer: &Answer) -> bool {
        !*self.writable.borrow() && usize::from(answer.bonded) >= self.roster.majority()
    }

    fn drift(&self, member: PeerId, answer: &Answer) -> Stopped {
        Stopped::Drifted(Box::new(Drifted {
            coalition: self.compiled.name.clone(),
            member,
            compiled: self.compiled.coalition_root,
            committee: answer.coalition_root,
            drifts: Drift::between(&self.compiled, answer),
        }))
    }

    /// Warns of a member that drifted from this one and has no majority either: it counts for nothing here.
    fn warn_of_drift(&self, answer: &Answer) {
        tracing::warn!(
            member = %answer.member, compiled = %self.compiled.coalition_root,
            theirs = %answer.coalition_root,
            "a member of the roster is compiled against another coalition and does not join"
        );
    }
}

/// Members that were given different values derive different ids, and mosaik says nothing of it.
fn warn_of_difference(member: PeerId, differs: &[&str]) {
    if differs.is_empty() {
        tracing::info!(%member, "a member was given the same as this one again");
    } else {
        let what = differs.join(" and ");
        tracing::error!(
            %member, %what,
            "a member was given something else than this one; give all members the same, and restart them"
        );
    }
}
