//! Looking at the other members: whether they serve the same coalition, and what they hold.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use mosaik::PeerId;
use mosaik::futures::StreamExt;

use super::{Drifted, Shared, Stopped, lock};
use crate::drift::Drift;
use crate::snapshot::Snapshot;
use crate::store::StoreError;

/// How often the others are looked at until the committee takes writes, and from then on.
const JOINING: Duration = Duration::from_secs(1);
const JOINED: Duration = Duration::from_secs(3);

impl Shared {
    pub(super) async fn audit(self: Arc<Self>) {
        let mut drifted = BTreeSet::new();
        loop {
            let answers: Vec<_> = self.asker.answers().collect().await;
            for (member, answer) in answers {
                let Ok(snapshot) = answer else { continue };
                if snapshot.coalition_root == self.compiled.coalition_root {
                    drifted.remove(&member);
                    if let Err(fault) = self.take_cards(snapshot) {
                        return self.stop(fault.into());
                    }
                } else if self.is_outnumbered_by(&snapshot) {
                    return self.stop(self.drift(member, &snapshot));
                } else if drifted.insert(member) {
                    self.warn_of(&snapshot);
                }
            }
            tokio::time::sleep(if *self.writable.borrow() { JOINED } else { JOINING }).await;
        }
    }

    /// Takes what another member holds and this one does not. After a split mosaik may leave the maps of two members
    /// apart for good: one log was dropped, and what it had done to a map was not undone.
    fn take_cards(&self, snapshot: Snapshot) -> Result<(), StoreError> {
        let mut store = lock(&self.store);
        if !store.cards().eq(snapshot.cards.iter()) {
            tracing::debug!(member = %snapshot.member, "holds other cards");
            store.merge(snapshot.cards)?;
            // A bond between the two maps may be missing, of which mosaik says nothing.
            self.nudge();
        }
        Ok(())
    }

    /// Whether the committee is with the other member. Where this one takes writes it is with this one.
    fn is_outnumbered_by(&self, snapshot: &Snapshot) -> bool {
        !*self.writable.borrow() && usize::from(snapshot.bonded) >= self.roster.majority()
    }

    fn drift(&self, member: PeerId, snapshot: &Snapshot) -> Stopped {
        Stopped::Drifted(Box::new(Drifted {
            coalition: self.compiled.name.clone(),
            member,
            compiled: self.compiled.coalition_root,
            committee: snapshot.coalition_root,
            drifts: Drift::between(&self.compiled, snapshot),
        }))
    }

    /// A member that drifted from this one and has no majority either: it counts for nothing here.
    fn warn_of(&self, snapshot: &Snapshot) {
        tracing::warn!(
            member = %snapshot.member, compiled = %self.compiled.coalition_root,
            theirs = %snapshot.coalition_root,
            "a member of the roster is compiled against another coalition and does not join"
        );
    }
}
