//! Looking at the other members: whether they serve the same coalition, and hold the same cards.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use mosaik::PeerId;
use mosaik::futures::StreamExt;

use super::{Drifted, Shared, Stopped, lock};
use crate::drift::Drift;
use crate::snapshot::Snapshot;

/// How often the others are looked at until the committee takes writes, and from then on.
const JOINING: Duration = Duration::from_secs(1);
const JOINED: Duration = Duration::from_secs(10);

impl Shared {
    pub(super) async fn audit(self: Arc<Self>) {
        let mut drifted = BTreeSet::new();
        loop {
            let answers: Vec<_> = self.asker.answers().collect().await;
            for (member, answer) in answers {
                let Ok(snapshot) = answer else { continue };
                if snapshot.coalition_root == self.compiled.coalition_root {
                    drifted.remove(&member);
                    self.compare_cards(&snapshot);
                } else if self.is_outnumbered_by(&snapshot) {
                    return self.stop(self.drift(member, &snapshot));
                } else if drifted.insert(member) {
                    self.warn_of(&snapshot);
                }
            }
            tokio::time::sleep(if *self.writable.borrow() { JOINED } else { JOINING }).await;
        }
    }

    /// Where another member holds other cards, a bond between the two maps may be missing, of which mosaik says nothing.
    fn compare_cards(&self, snapshot: &Snapshot) {
        let same = lock(&self.store).cards().eq(snapshot.cards.iter());
        if !same && *self.writable.borrow() {
            tracing::debug!(member = %snapshot.member, "holds other cards");
            self.nudge();
        }
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
