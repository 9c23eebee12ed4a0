//! The header of a snapshot, which members sign.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use coalition_core::UniqueId;
use serde::{Deserialize, Serialize};

use super::error::Moment;
use super::{END_OF_TIME, FORMAT, TOO_LARGE, content_hash, seconds};
use crate::ModuleIdentity;

/// How far the clocks of members and readers may differ.
pub const SKEW: Duration = Duration::from_mins(2);

/// The part of a snapshot that members sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The version of the format: 1.
    pub format: u64,
    /// The coalition's name.
    pub coalition: String,
    /// The module's name.
    pub module: String,
    /// `COALITION_ROOT`, as the members are compiled.
    pub coalition_root: UniqueId,
    /// The handshake digest, as the member that proposed the snapshot is compiled.
    pub digest: UniqueId,
    /// The number of this snapshot. Later snapshots have higher versions, also after a change of the root.
    pub version: u64,
    /// The time of issue, in seconds since 1970.
    pub issued_at: u64,
    /// The end of its validity, in seconds since 1970.
    pub valid_until: u64,
    /// The BLAKE3 hash of the content's bytes.
    pub content_hash: UniqueId,
}

impl Header {
    /// Creates the header of a snapshot that is issued at `now` and follows the one with the version `last`.
    ///
    /// The version is the time in milliseconds, or one more than `last` if the clock went back.
    #[must_use]
    pub fn new(
        identity: &ModuleIdentity,
        last: u64,
        now: SystemTime,
        valid_for: Duration,
        content: &str,
    ) -> Self {
        let millis = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        Self {
            format: FORMAT,
            coalition: identity.coalition.clone(),
            module: identity.module.name().to_owned(),
            coalition_root: identity.coalition_root,
            digest: identity.digest,
            version: u64::try_from(millis).unwrap_or(u64::MAX).max(last.saturating_add(1)),
            issued_at: seconds(now),
            valid_until: seconds(now).saturating_add(valid_for.as_secs()),
            content_hash: content_hash(content.as_bytes()),
        }
    }

    /// Returns the text that members sign. See the [format](super#format).
    #[must_use]
    pub fn signed_text(&self) -> String {
        let Self { format, coalition, module, coalition_root, digest, .. } = self;
        let Self { version, issued_at, valid_until, content_hash, .. } = self;
        format!(
            "coalition-snapshot/{format}\ncoalition {coalition}\nmodule {module}\ncoalition_root {coalition_root}\n\
             digest {digest}\nversion {version}\nissued_at {issued_at}\nvalid_until {valid_until}\n\
             content_hash {content_hash}\n"
        )
    }

    /// Checks a header that another member proposes, before this member signs it.
    ///
    /// `content` is what this member would publish. `last` is the highest version that this member signed. The digest is
    /// not compared: members that differ only in the words of the handshake sign for each other.
    ///
    /// # Errors
    ///
    /// Returns a [`ProposalError`] if this member would not write this header itself.
    pub fn check_proposal(
        &self,
        identity: &ModuleIdentity,
        last: u64,
        now: SystemTime,
        valid_for: Duration,
        content: &str,
    ) -> Result<(), ProposalError> {
        let own = Self::new(identity, last, now, valid_for, content);
        let same = self.format == own.format
            && self.coalition == own.coalition
            && self.module == own.module
            && self.coalition_root == own.coalition_root
            && self.valid_until.checked_sub(self.issued_at) == Some(valid_for.as_secs());
        if !same {
            return Err(ProposalError::Header);
        }
        if self.content_hash != own.content_hash {
            return Err(ProposalError::Content);
        }
        if self.version <= last {
            return Err(ProposalError::Version { proposed: self.version, last });
        }
        let skew = SKEW.as_secs();
        // The clock of the last snapshot's author may have run ahead.
        let highest = own.version.saturating_add(skew * 1000);
        if self.issued_at.abs_diff(own.issued_at) > skew || self.version > highest || !self.is_in_range() {
            return Err(ProposalError::Time {
                issued_at: Moment(self.issued_at),
                version: self.version,
                now: Moment(own.issued_at),
            });
        }
        Ok(())
    }

    /// Returns `true` if the numbers have a meaning, and every JSON parser reads them exactly.
    pub(super) fn is_in_range(&self) -> bool {
        self.version < TOO_LARGE && self.issued_at <= self.valid_until && self.valid_until < END_OF_TIME
    }

    /// Returns `true` after half of the validity. Members then sign the content again.
    #[must_use]
    pub fn is_half_spent(&self, now: SystemTime) -> bool {
        seconds(now) >= self.issued_at.saturating_add(self.valid_until.saturating_sub(self.issued_at) / 2)
    }

    /// Returns `true` if the snapshot is no longer valid.
    #[must_use]
    pub fn is_expired(&self, now: SystemTime) -> bool {
        seconds(now) > self.valid_until
    }
}

/// The reason why a member does not sign a header.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProposalError {
    /// The header is of another coalition, module, root, format or validity.
    #[error("the proposed header is not what this member would write")]
    Header,
    /// The content differs.
    #[error("this member holds other content")]
    Content,
    /// The version is not new.
    #[error("version {proposed} is proposed, and this member signed {last} before")]
    Version {
        /// The proposed version.
        proposed: u64,
        /// The highest version that this member signed.
        last: u64,
    },
    /// The times are not of now.
    #[error(
        "version {version} is proposed as issued at {issued_at}, and the clock of this member says {now}"
    )]
    Time {
        /// The proposed time of issue.
        issued_at: Moment,
        /// The proposed version.
        version: u64,
        /// This member's time.
        now: Moment,
    },
}
