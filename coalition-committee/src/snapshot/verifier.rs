//! Verifying snapshots.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::time::SystemTime;

use bytes::Bytes;
use data_encoding::HEXLOWER;
use iroh_base::PublicKey;
use serde::de::DeserializeOwned;

use super::document::{Document, FormatOnly};
use super::error::Moment;
use super::signature::{SignatureText, signature};
use super::{Drift, FORMAT, Header, SKEW, SnapshotError, content_hash, seconds};
use crate::{ModuleIdentity, Roster};

/// The largest snapshot that is read, unless [`Verifier::max_bytes`] says otherwise.
pub const MAX_BYTES: usize = 16 << 20;

/// Verifies snapshots of one module with content of type `C`.
pub struct Verifier<C> {
    identity: ModuleIdentity,
    /// The members, by the hex digits of their keys.
    members: BTreeMap<String, PublicKey>,
    majority: usize,
    max_bytes: usize,
    content: PhantomData<fn() -> C>,
}

impl<C: DeserializeOwned> Verifier<C> {
    /// Creates a verifier for a module whose members are in `roster`.
    #[must_use]
    pub fn new(identity: ModuleIdentity, roster: &Roster) -> Self {
        let members =
            roster.members().iter().map(|member| (HEXLOWER.encode(member.id.as_bytes()), member.id));
        Self {
            identity,
            members: members.collect(),
            majority: roster.majority(),
            max_bytes: MAX_BYTES,
            content: PhantomData,
        }
    }

    /// Sets the largest document that is read. The default is [`MAX_BYTES`].
    #[must_use]
    pub fn with_max_bytes(self, max_bytes: usize) -> Self {
        Self { max_bytes, ..self }
    }

    /// Returns the largest size of a document that is read.
    #[must_use]
    pub const fn max_bytes(&self) -> usize {
        self.max_bytes
    }

    /// Returns what this program is compiled with.
    #[must_use]
    pub const fn identity(&self) -> &ModuleIdentity {
        &self.identity
    }

    /// Verifies a document at this time.
    ///
    /// # Errors
    ///
    /// Returns a [`SnapshotError`] if any check fails. Nothing of the document is to be believed then.
    pub fn verify(&self, document: impl Into<Bytes>) -> Result<Snapshot<C>, SnapshotError> {
        self.verify_at(document, SystemTime::now())
    }

    /// Verifies a document as if it was `now`.
    ///
    /// # Errors
    ///
    /// Returns a [`SnapshotError`] if any check fails.
    pub fn verify_at(
        &self,
        document: impl Into<Bytes>,
        now: SystemTime,
    ) -> Result<Snapshot<C>, SnapshotError> {
        let bytes = document.into();
        if bytes.len() > self.max_bytes {
            return Err(SnapshotError::TooLarge { bytes: bytes.len(), limit: self.max_bytes });
        }
        let document: Document<'_> = serde_json::from_slice(&bytes).map_err(|fault| unreadable(&fault))?;
        let header = self.header(document.header.get())?;
        if content_hash(document.content.get().as_bytes()) != header.content_hash {
            return Err(SnapshotError::ContentChanged);
        }
        let signers = self.signers(&header, &document.signatures)?;
        check_time(&header, now)?;
        let drift = self.drift(&header);
        let content = serde_json::from_str(document.content.get()).map_err(|fault| match drift {
            // Another coalition may publish other content. Then the root is what the user must hear of.
            Some(drift @ Drift::Root { .. }) => SnapshotError::Drifted(drift),
            _ => SnapshotError::Unreadable(format!("its content: {fault}")),
        })?;
        Ok(Snapshot { header, signers, drift, content, document: bytes })
    }

    /// Reads the header, and checks that it is of this module.
    fn header(&self, text: &str) -> Result<Header, SnapshotError> {
        let FormatOnly { format } = serde_json::from_str(text).map_err(|fault| unreadable(&fault))?;
        if format != FORMAT {
            return Err(SnapshotError::Format(format));
        }
        let header: Header = serde_json::from_str(text).map_err(|fault| unreadable(&fault))?;
        if header.coalition != self.identity.coalition {
            let expected = self.identity.coalition.clone();
            return Err(SnapshotError::OtherCoalition { found: header.coalition, expected });
        }
        if header.module != self.identity.module.name() {
            let expected = self.identity.module.name();
            return Err(SnapshotError::OtherModule { found: header.module, expected });
        }
        if !header.is_in_range() {
            let fault = "its version must be below 2^53, and its times in order and before the year 10000";
            return Err(SnapshotError::Unreadable(fault.to_owned()));
        }
        Ok(header)
    }

    /// Returns the members that signed. At most one signature a member is verified, and none of anyone else.
    fn signers(
        &self,
        header: &Header,
        signatures: &[SignatureText],
    ) -> Result<Vec<PublicKey>, SnapshotError> {
        let mut of_members = BTreeMap::new();
        for SignatureText { member, signature } in signatures {
            // Someone else may have signed: the roster may have changed since this program was configured.
            let Some(&key) = self.members.get(member) else { continue };
            if of_members.insert(key, signature).is_some() {
                return Err(SnapshotError::SignedTwice(key));
            }
        }
        let text = header.signed_text();
        let is_valid = |member: &PublicKey, digits: &str| {
            signature(digits).is_some_and(|signature| member.verify(text.as_bytes(), &signature).is_ok())
        };
        let of_members_count = of_members.len();
        let signers: Vec<PublicKey> = of_members
            .into_iter()
            .filter(|(member, digits)| is_valid(member, digits))
            .map(|(member, _)| member)
            .collect();
        if signers.len() < self.majority {
            return Err(SnapshotError::NoMajority {
                valid: signers.len(),
                invalid: of_members_count - signers.len(),
                members: self.members.len(),
                majority: self.majority,
            });
        }
        Ok(signers)
    }

    fn drift(&self, header: &Header) -> Option<Drift> {
        let (published, compiled) = (header.coalition_root, self.identity.coalition_root);
        if published != compiled {
            return Some(Drift::Root { published, compiled });
        }
        let (published, compiled) = (header.digest, self.identity.digest);
        (published != compiled).then_some(Drift::Digest { published, compiled })
    }
}

impl<C> fmt::Debug for Verifier<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("identity", &self.identity).finish_non_exhaustive()
    }
}

fn unreadable(fault: &serde_json::Error) -> SnapshotError {
    SnapshotError::Unreadable(fault.to_string())
}

fn check_time(header: &Header, now: SystemTime) -> Result<(), SnapshotError> {
    let (now, issued_at) = (Moment(seconds(now)), Moment(header.issued_at));
    if header.issued_at > now.0.saturating_add(SKEW.as_secs()) {
        return Err(SnapshotError::Early { issued_at, now });
    }
    if header.valid_until < now.0 {
        return Err(SnapshotError::Expired { valid_until: Moment(header.valid_until), now });
    }
    Ok(())
}

/// A snapshot that a [`Verifier`] verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot<C> {
    header: Header,
    signers: Vec<PublicKey>,
    drift: Option<Drift>,
    content: C,
    document: Bytes,
}

impl<C> Snapshot<C> {
    /// Returns what the members signed.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// Returns the members of the roster that signed it, in the order of their ids.
    #[must_use]
    pub fn signers(&self) -> &[PublicKey] {
        &self.signers
    }

    /// Returns the difference from what the reader is compiled with, if there is one.
    #[must_use]
    pub const fn drift(&self) -> Option<Drift> {
        self.drift
    }

    /// Returns the content.
    #[must_use]
    pub const fn content(&self) -> &C {
        &self.content
    }

    /// Returns the document, to pass it on.
    #[must_use]
    pub const fn document(&self) -> &Bytes {
        &self.document
    }
}
