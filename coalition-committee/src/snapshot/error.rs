//! The reasons why a document is not a valid snapshot.

use std::fmt;
use std::time::{Duration, UNIX_EPOCH};

use coalition_core::UniqueId;
use iroh_base::PublicKey;

use super::END_OF_TIME;

/// A time in seconds since 1970, shown as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub u64);

impl Moment {
    /// Returns the time that lies between two moments.
    pub(super) const fn between(self, other: Self) -> Duration {
        Duration::from_secs(self.0.abs_diff(other.0))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 >= END_OF_TIME {
            return write!(f, "a time after the year 9999");
        }
        humantime::format_rfc3339_seconds(UNIX_EPOCH + Duration::from_secs(self.0)).fmt(f)
    }
}

/// A difference between a snapshot and the compiled coalition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drift {
    /// The roots differ, so the coalitions do.
    Root {
        /// `COALITION_ROOT` of the snapshot.
        published: UniqueId,
        /// `COALITION_ROOT` of this program.
        compiled: UniqueId,
    },
    /// The roots are the same, and the words of the handshake differ.
    Digest {
        /// The handshake digest of the snapshot.
        published: UniqueId,
        /// The handshake digest of this program.
        compiled: UniqueId,
    },
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root { published, compiled } => write!(
                f,
                "the committee publishes COALITION_ROOT {published}, and this program is compiled with {compiled}; take \
                 the block from the operator's handshake page and build again"
            ),
            Self::Digest { published, compiled } => write!(
                f,
                "the committee publishes the handshake digest {published}, and this program is compiled with {compiled}; \
                 the root is the same, so only words or links of the handshake differ"
            ),
        }
    }
}

/// The reason why a document is not a valid snapshot.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotError {
    /// The document is too large.
    #[error("the document has {bytes} bytes, and at most {limit} are read")]
    TooLarge {
        /// The size of the document.
        bytes: usize,
        /// The limit of this reader.
        limit: usize,
    },
    /// The document is not a snapshot.
    #[error("the document is not a snapshot: {0}")]
    Unreadable(String),
    /// The format is of a later release.
    #[error("the snapshot has format {0}, and this release reads format 1; update the program")]
    Format(u64),
    /// The snapshot is of another coalition.
    #[error("the snapshot is of coalition `{found}`, not of `{expected}`; check the address")]
    OtherCoalition {
        /// The coalition of the snapshot.
        found: String,
        /// The coalition of this program.
        expected: String,
    },
    /// The snapshot is of another module.
    #[error("the snapshot is of module `{found}`, not of `{expected}`; check the address")]
    OtherModule {
        /// The module of the snapshot.
        found: String,
        /// The module of this program.
        expected: &'static str,
    },
    /// The content is not what the members signed.
    #[error("the content was changed after the members signed it")]
    ContentChanged,
    /// A member's signature is there more than once.
    #[error("the snapshot has two signatures of member {0}; each member signs once")]
    SignedTwice(PublicKey),
    /// Too few members signed it.
    #[error(
        "{valid} of the roster's {members} members signed the snapshot, and {majority} must{}; if the committee changed, \
         take the new roster from the operator",
        invalid_signatures(*.invalid)
    )]
    NoMajority {
        /// The number of members with a valid signature.
        valid: usize,
        /// The number of members with an invalid signature.
        invalid: usize,
        /// The number of members of the roster.
        members: usize,
        /// The number of members that must sign.
        majority: usize,
    },
    /// The snapshot was issued in the future.
    #[error(
        "the snapshot was issued at {issued_at}, and the clock of this machine says {now}, {} earlier; check the clock",
        humantime::format_duration(.issued_at.between(*.now))
    )]
    Early {
        /// The time of issue.
        issued_at: Moment,
        /// The time of this machine.
        now: Moment,
    },
    /// The snapshot is no longer valid.
    #[error(
        "the snapshot expired at {valid_until}, {} ago; its source serves an old one, or the committee has lost its majority",
        humantime::format_duration(.valid_until.between(*.now))
    )]
    Expired {
        /// The end of its validity.
        valid_until: Moment,
        /// The time of this machine.
        now: Moment,
    },
    /// The snapshot is of another root, and its content is not what this program reads.
    #[error("{0}")]
    Drifted(Drift),
}

fn invalid_signatures(invalid: usize) -> String {
    match invalid {
        0 => String::new(),
        1 => " (one more signature is invalid)".to_owned(),
        _ => format!(" ({invalid} more signatures are invalid)"),
    }
}
