//! A reader of snapshots.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use serde::de::DeserializeOwned;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::snapshot::{LastSeen, Snapshot, Verifier};
use crate::source::{Fetcher, Source};

/// The longest time between two attempts at a source that fails.
const SLOWEST: Duration = Duration::from_mins(5);

/// Reads snapshots from several sources until it is dropped, and keeps the latest.
#[derive(Debug)]
pub struct SnapshotReader<C> {
    reading: watch::Receiver<SnapshotReading<C>>,
    _tasks: JoinSet<()>,
}

/// The state of a reader.
#[derive(Debug)]
pub struct SnapshotReading<C> {
    /// The latest snapshot. It may have expired since.
    pub snapshot: Option<Arc<Snapshot<C>>>,
    /// The version that each source last served, or the reason why there is none.
    pub sources: BTreeMap<String, Result<u64, String>>,
}

impl<C> Clone for SnapshotReading<C> {
    fn clone(&self) -> Self {
        Self { snapshot: self.snapshot.clone(), sources: self.sources.clone() }
    }
}

impl<C> SnapshotReading<C> {
    /// Returns `true` if any source answers with a valid snapshot.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.sources.values().any(Result::is_ok)
    }

    /// Returns the latest snapshot if it is valid now.
    #[must_use]
    pub fn valid(&self) -> Option<&Arc<Snapshot<C>>> {
        self.snapshot.as_ref().filter(|snapshot| !snapshot.header().is_expired(SystemTime::now()))
    }
}

impl<C: DeserializeOwned + Send + Sync + 'static> SnapshotReader<C> {
    /// Begins to read each source every so often, on the current tokio runtime. A source that fails is read less often.
    ///
    /// # Errors
    ///
    /// Returns an error if this machine's TLS certificates cannot be loaded.
    pub fn open(
        verifier: Verifier<C>,
        last_seen: LastSeen,
        sources: impl IntoIterator<Item = Source>,
        every: Duration,
    ) -> Result<Self, reqwest::Error> {
        let shared = Arc::new(Shared { verifier, last_seen: Mutex::new(last_seen) });
        let sender =
            Arc::new(watch::Sender::new(SnapshotReading { snapshot: None, sources: BTreeMap::new() }));
        let reading = sender.subscribe();
        let mut tasks = JoinSet::new();
        for source in sources {
            let name = source.to_string();
            let fetcher = Fetcher::new(source, shared.verifier.max_bytes())?;
            tasks.spawn(follow(name, fetcher, Arc::clone(&shared), Arc::clone(&sender), every));
        }
        Ok(Self { reading, _tasks: tasks })
    }

    /// Returns what is known now, and what follows.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<SnapshotReading<C>> {
        self.reading.clone()
    }
}

struct Shared<C> {
    verifier: Verifier<C>,
    last_seen: Mutex<LastSeen>,
}

async fn follow<C: DeserializeOwned + Send + Sync + 'static>(
    name: String,
    mut fetcher: Fetcher,
    shared: Arc<Shared<C>>,
    sender: Arc<watch::Sender<SnapshotReading<C>>>,
    every: Duration,
) {
    let (mut failures, mut served) = (0, None);
    loop {
        let answer = match fetcher.fetch().await {
            Ok(Some(document)) => {
                let shared = Arc::clone(&shared);
                // A large snapshot takes a while to verify.
                let taken = tokio::task::spawn_blocking(move || shared.take(document)).await;
                taken.unwrap_or_else(|fault| Err(fault.to_string()))
            }
            Ok(None) => Ok(None),
            Err(fault) => Err(fault),
        };
        let (outcome, new) = match answer {
            Ok(Some(snapshot)) => {
                served = Some(snapshot.header().version);
                (served.ok_or_else(String::new), Some(snapshot))
            }
            Ok(None) => (served.ok_or_else(|| "it never served a snapshot".to_owned()), None),
            Err(fault) => {
                fetcher.forget();
                (Err(fault), None)
            }
        };
        failures = if outcome.is_ok() { 0 } else { failures + 1 };
        sender.send_if_modified(|reading| {
            let is_later = |new: &Arc<Snapshot<C>>| {
                reading.snapshot.as_ref().is_none_or(|held| held.header().version < new.header().version)
            };
            let new = new.filter(is_later);
            let changed = new.is_some() || reading.sources.get(&name) != Some(&outcome);
            reading.sources.insert(name.clone(), outcome);
            if new.is_some() {
                reading.snapshot = new;
            }
            changed
        });
        tokio::time::sleep(pause(every, failures)).await;
    }
}

impl<C: DeserializeOwned> Shared<C> {
    /// Verifies a document, and checks that it is not older than one seen before.
    fn take(&self, document: bytes::Bytes) -> Result<Option<Arc<Snapshot<C>>>, String> {
        let snapshot = self.verifier.verify(document).map_err(|fault| fault.to_string())?;
        let mut last_seen = self.last_seen.lock().unwrap_or_else(PoisonError::into_inner);
        last_seen.accept(snapshot.header()).map_err(|fault| fault.to_string())?;
        Ok(Some(Arc::new(snapshot)))
    }
}

/// Returns the time to wait: twice as long after each failure, and never the same for all readers.
fn pause(every: Duration, failures: u32) -> Duration {
    let wait = every.saturating_mul(1 << failures.min(10)).min(SLOWEST.max(every));
    wait.mul_f64(fastrand::f64().mul_add(0.4, 0.8))
}
