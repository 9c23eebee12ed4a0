//! Why a member stops by itself, and what it does then.

use std::fmt;
use std::time::Duration;

use coalition::UniqueId;
use mosaik::PeerId;
use mosaik::tickets::Expiration;

use super::Shared;
use crate::drift::Drift;
use crate::journal::StoreError;
use crate::store::lock;

/// How often the wall clock is compared with a ticket's expiry, at least and at most.
const LOOK: Duration = Duration::from_secs(2);
const SOON: Duration = Duration::from_millis(1);

/// Why a member stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It was dropped.
    Left,
    /// The committee serves another coalition under the same name.
    Drifted(Box<Drifted>),
    /// Its ticket expired.
    Expired,
    /// Its disk failed.
    Disk(String),
    /// Another process runs with its key.
    Superseded {
        /// The member that both asked.
        says: PeerId,
    },
}

/// How the committee's coalition differs from the compiled one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drifted {
    /// The coalition's name.
    pub coalition: String,
    /// The member that said so, which is bonded with a majority.
    pub member: PeerId,
    /// The compiled `COALITION_ROOT`.
    pub compiled: UniqueId,
    /// The committee's.
    pub committee: UniqueId,
    /// What differs.
    pub drifts: Vec<Drift>,
}

impl fmt::Display for Drifted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { coalition, member, compiled, committee, drifts } = self;
        writeln!(f, "this member does not join: coalition `{coalition}` is not what its committee serves")?;
        writeln!(f, "  committee: {committee} (says {member})")?;
        writeln!(f, "   compiled: {compiled}")?;
        for drift in drifts.iter().filter(|drift| !matches!(drift, Drift::Coalition { .. })) {
            writeln!(f, "       note: {drift}")?;
        }
        f.write_str("       help: build this member against the published handshake, and start it again")
    }
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Left => f.write_str("the member left the committee"),
            Self::Drifted(drifted) => drifted.fmt(f),
            Self::Expired => f.write_str(
                "the member's ticket expired, and it left the committee; ask the ticket issuer for a new one",
            ),
            Self::Disk(fault) => write!(f, "the member's state could not be kept: {fault}"),
            Self::Superseded { says } => write!(
                f,
                "another process was started later with this member's key (says {says}), and this one left the \
                 committee; give each host a key of its own"
            ),
        }
    }
}

impl std::error::Error for Stopped {}

impl From<StoreError> for Stopped {
    fn from(fault: StoreError) -> Self {
        Self::Disk(fault.to_string())
    }
}

impl Shared {
    /// Leaves the committee. Only the first reason counts.
    pub(super) fn stop(&self, reason: Stopped) {
        // Whoever finds that it has left finds the reason too.
        let mut joined = lock(&self.joined);
        self.stopped.send_if_modified(|stopped| {
            if stopped.is_some() {
                return false;
            }
            if reason != Stopped::Left {
                tracing::error!("{reason}");
            }
            *stopped = Some(reason);
            true
        });
        let left = joined.take();
        drop(joined);
        drop(left);
        self.writable.send_replace(false);
    }

    /// Stops the member when its ticket expires, unless it is renewed before.
    pub(super) async fn expire(self: std::sync::Arc<Self>) {
        let mut expiration = self.expiration.subscribe();
        loop {
            let until = *expiration.borrow_and_update();
            if until.is_expired() {
                return self.stop(Stopped::Expired);
            }
            // tokio's clock stands still while the machine is suspended, so the wall clock is looked at often.
            let wait = match until {
                Expiration::Never => Duration::MAX,
                Expiration::At(_) => until.remaining().unwrap_or_default().clamp(SOON, LOOK),
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                changed = expiration.changed() => if changed.is_err() { return },
            }
        }
    }
}
