//! The way between the map and the disk, in both directions.
//!
//! A map of mosaik lives in memory, and a committee that split may lose what one half wrote when it heals: the log with
//! the higher term holds, even a lone member's. So every member keeps the latest edition of each card on disk, takes
//! whatever later one the map has, and gives the map whatever it lacks.

use std::sync::Arc;
use std::time::{Duration, Instant};

use mosaik::Tag;
use mosaik::collections::Error;
use mosaik::futures::FutureExt;
use mosaik::futures::future::join_all;

use super::{Joined, Shared, Stopped, lock};
use crate::card::Published;

/// How often the two are compared where nothing changed.
const TICK: Duration = Duration::from_millis(500);
/// How long mosaik has to commit what the map lacks, before the next comparison.
const COMMIT: Duration = Duration::from_secs(3);

impl Shared {
    pub(super) async fn replicate(self: Arc<Self>) {
        let mut nudged = Instant::now();
        loop {
            let Ok(joined) = self.joined() else { return };
            if let Err(reason) = self.reconcile(&joined).await {
                return self.stop(reason);
            }
            self.note_writable(&joined);
            if self.bonded(&joined).len() + 1 < self.roster.members().len() && nudged.elapsed() > pause() {
                nudged = Instant::now();
                self.nudge();
            }
            if *self.writable.borrow() && joined.guard.is_leader() {
                self.publish_missing().await;
            }
            tokio::select! {
                () = joined.map.when().updated() => {}
                () = tokio::time::sleep(TICK) => {}
            }
        }
    }

    /// Takes what the map has, and gives it what it lacks while there is a majority.
    pub(super) async fn reconcile(&self, joined: &Joined) -> Result<(), Stopped> {
        let sound = |(key, published): (_, Published)| (key == published.key()).then_some(published);
        lock(&self.store).merge(joined.map.iter().filter_map(sound))?;
        if !self.has_majority(joined) {
            return Ok(());
        }
        let lacks = |held: &&Published| {
            joined.map.get(&held.key()).is_none_or(|in_map| in_map.edition < held.edition)
        };
        let lacking: Vec<Published> = lock(&self.store).cards().filter(lacks).cloned().collect();
        let writes = lacking.into_iter().map(|held| {
            let key = held.key();
            joined.map.compare_exchange(key, joined.map.get(&key), Some(held))
        });
        match tokio::time::timeout(COMMIT, join_all(writes)).await {
            Ok(results) if results.iter().any(|result| matches!(result, Err(Error::NetworkDown))) => {
                Err(Stopped::NetworkDown)
            }
            // What was not committed is still lacking the next time.
            _ => Ok(()),
        }
    }

    fn note_writable(&self, joined: &Joined) {
        let (bonded, members) = (self.bonded(joined).len() + 1, self.roster.members().len());
        let writable = self.has_majority(joined) && joined.map.when().online().now_or_never().is_some();
        metrics::gauge!("coalition.atlas.members.bonded").set(u32::try_from(bonded).unwrap_or(u32::MAX));
        metrics::gauge!("coalition.atlas.writable").set(u32::from(writable));
        let cards = lock(&self.store).cards().count();
        metrics::gauge!("coalition.atlas.cards").set(u32::try_from(cards).unwrap_or(u32::MAX));
        let changed = self.writable.send_if_modified(|was| std::mem::replace(was, writable) != writable);
        match (changed, writable) {
            (true, true) => tracing::info!(bonded, members, "the committee takes writes"),
            (true, false) => tracing::warn!(bonded, members, "no majority is bonded: writes are refused"),
            (false, _) => {}
        }
    }

    /// Announces this member anew, which makes mosaik try every bond that is missing: two members that call each other
    /// at the same time refuse each other, and would not try again before the next announcement.
    pub(super) fn nudge(&self) {
        self.discovery.add_tags(Tag::from("coalition.atlas"));
    }
}

/// Between half a second and one and a half, at random, so that two members do not try at the same time again.
fn pause() -> Duration {
    let [random, ..] = *mosaik::UniqueId::random().as_bytes();
    Duration::from_millis(500 + u64::from(random) * 4)
}
