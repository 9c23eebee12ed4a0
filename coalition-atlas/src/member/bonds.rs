//! Bonds with the other members, which decide whether this one takes writes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use mosaik::Tag;

use super::Shared;

/// How often the bonds are counted.
const TICK: Duration = Duration::from_millis(250);
/// How often cards that the committee lacks are looked for.
const MISSING: Duration = Duration::from_secs(1);

impl Shared {
    pub(super) async fn watch_bonds(self: Arc<Self>) {
        let (mut nudged, mut published) = (Instant::now(), Instant::now());
        loop {
            let Ok(joined) = self.joined() else { return };
            let (bonded, members) = (self.bonded(&joined).len() + 1, self.roster.members().len());
            self.note_writable(bonded, members);
            if bonded < members && nudged.elapsed() > pause() {
                nudged = Instant::now();
                self.nudge();
            }
            if *self.writable.borrow() && joined.guard.is_leader() && published.elapsed() > MISSING {
                self.publish_missing().await;
                published = Instant::now();
            }
            drop(joined);
            tokio::time::sleep(TICK).await;
        }
    }

    fn note_writable(&self, bonded: usize, members: usize) {
        let majority = self.roster.majority();
        let writable = bonded >= majority;
        let gauge = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        metrics::gauge!("coalition.atlas.members.bonded").set(gauge(bonded));
        metrics::gauge!("coalition.atlas.writable").set(u32::from(writable));
        metrics::gauge!("coalition.atlas.cards").set(gauge(self.store.cards().iter().len()));
        let changed = self.writable.send_if_modified(|was| std::mem::replace(was, writable) != writable);
        match (changed, writable) {
            (true, true) => tracing::info!(bonded, members, "the committee takes writes"),
            (true, false) => {
                tracing::warn!(bonded, members, majority, "too few members are bonded: writes are refused");
            }
            (false, _) => {}
        }
    }

    /// Announces this member again, which makes mosaik try every bond that is missing: two members that call each other
    /// at the same time refuse each other, and would not try again before the next announcement.
    fn nudge(&self) {
        self.discovery.add_tags(Tag::from("coalition.atlas"));
    }
}

/// Returns a random time of half a second to one and a half, so that two members do not try at the same time again.
fn pause() -> Duration {
    let [random, ..] = *mosaik::UniqueId::random().as_bytes();
    Duration::from_millis(500 + u64::from(random) * 4)
}
