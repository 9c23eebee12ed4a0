//! Signing snapshots together. A member proposes the header of one. Each of the others signs it if it has the same cards on
//! disk, so a snapshot with the signatures of a majority holds what is on a majority's disks.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use coalition::UniqueId;
use coalition_committee::snapshot::{Header, MemberSignature, Snapshot, assemble};
use mosaik::futures::{StreamExt, pin_mut};
use tokio::time::Instant;

use super::{Shared, Stopped};
use crate::card::CitizenCard;
use crate::store::lock;

/// How long a snapshot is valid. The members sign a new one after half of it.
pub const VALIDITY: Duration = Duration::from_hours(24);
/// How often a member looks whether a snapshot is due.
const LOOK: Duration = Duration::from_secs(1);

/// A verified snapshot of this Atlas.
pub type AtlasSnapshot = Snapshot<Vec<CitizenCard>>;

/// The reason why there is no new snapshot.
#[derive(Debug, thiserror::Error)]
pub(super) enum SignError {
    #[error(
        "{signed} of {members} members signed the snapshot, and it takes {majority}; the last reason: {reason}"
    )]
    NoMajority { signed: usize, members: usize, majority: usize, reason: String },
    #[error("the snapshot cannot be used: {0}")]
    Unusable(String),
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Shared {
    /// Proposes snapshots while this member leads the group.
    pub(super) async fn sign_snapshots(self: Arc<Self>) {
        let mut reported = String::new();
        loop {
            tokio::time::sleep(LOOK).await;
            let Ok(joined) = self.joined() else { return };
            let has_published = lock(&self.proposes_until).is_some_and(|until| Instant::now() < until);
            if !*self.writable.borrow() || !(has_published || joined.guard.is_leader()) {
                continue;
            }
            drop(joined);
            let holds = |header: &Header| !has_published || header.digest == self.compiled.digest;
            let fault =
                self.sign_if_due(holds).await.err().map(|fault| fault.to_string()).unwrap_or_default();
            if !fault.is_empty() && fault != reported {
                tracing::warn!(%fault, "no new snapshot");
            }
            reported = fault;
        }
    }

    /// Makes a snapshot if the last one has other content, is half spent, or is not one that `holds`. Does nothing until
    /// every card is published.
    async fn sign_if_due(&self, holds: impl Fn(&Header) -> bool) -> Result<(), SignError> {
        let cards = self.store.cards();
        if cards.iter().len() < self.compiled.cards.len() {
            return Ok(());
        }
        let now = SystemTime::now();
        let is_current = |snapshot: &AtlasSnapshot| {
            let header = snapshot.header();
            header.content_hash == hash(cards.content()) && !header.is_half_spent(now) && holds(header)
        };
        if self.snapshot.borrow().as_deref().is_some_and(is_current) {
            return Ok(());
        }
        let header =
            Header::new(self.verifier.identity(), self.last_version(), now, VALIDITY, cards.content());
        let signatures = self.signatures(&header).await?;
        let document = assemble(&header, &signatures, cards.content())
            .map_err(|fault| SignError::Unusable(fault.to_string()))?;
        self.take_snapshot(document.into()).await.map_err(SignError::Unusable)?;
        tracing::info!(version = header.version, cards = cards.iter().len(), "signed a snapshot");
        Ok(())
    }

    /// Collects the signatures of a majority, this member's among them.
    async fn signatures(&self, header: &Header) -> Result<Vec<MemberSignature>, SignError> {
        let (members, majority) = (self.roster.members().len(), self.roster.majority());
        let mut reason = String::from("no other member answered");
        let own = self.sign(header).await.map_err(SignError::Unusable)?;
        let mut signatures = vec![own];
        let answers = self.signers.ask(header, |_| true);
        pin_mut!(answers);
        while signatures.len() < majority
            && let Some((member, answer)) = answers.next().await
        {
            match answer {
                Ok(signature) if signature.member == member && signature.is_of(header) => {
                    signatures.push(signature);
                }
                Ok(_) => reason = format!("{member} sent a signature that is not its own"),
                Err(fault) => reason = format!("{member}: {fault}"),
            }
        }
        let signed = signatures.len();
        if signed < majority {
            return Err(SignError::NoMajority { signed, members, majority, reason });
        }
        Ok(signatures)
    }

    /// Signs a header if this member has its content on disk. Its version is on disk before the signature is given.
    pub(super) async fn sign(&self, header: &Header) -> Result<MemberSignature, String> {
        self.joined().map_err(|stopped| stopped.to_string())?;
        let cards = self.store.cards();
        if cards.iter().len() < self.compiled.cards.len() {
            return Err("this member lacks cards".to_owned());
        }
        let (last, now) = (self.last_version(), SystemTime::now());
        header
            .check_proposal(self.verifier.identity(), last, now, VALIDITY, cards.content())
            .map_err(|fault| fault.to_string())?;
        match self.store.keep_signed(header.version).await {
            Ok(true) => Ok(MemberSignature::new(header, &self.key)),
            Ok(false) => Err("this member signed a later version at the same time".to_owned()),
            Err(fault) => {
                let reason = fault.to_string();
                self.stop(fault.into());
                Err(reason)
            }
        }
    }

    /// Takes a snapshot that is later than the one held, and keeps it on disk.
    pub(super) async fn take_snapshot(&self, document: Vec<u8>) -> Result<(), String> {
        let snapshot = Arc::new(self.verifier.verify(document).map_err(|fault| fault.to_string())?);
        if snapshot.header().version <= self.version() {
            return Ok(());
        }
        let written = self.store.keep_document(snapshot.document().to_vec()).await;
        written.map_err(|fault| fault.to_string())?;
        metrics::gauge!("coalition.atlas.snapshot.issued").set(seconds(snapshot.header().issued_at));
        self.snapshot.send_if_modified(|held| {
            let is_later = held.as_ref().is_none_or(|held| held.header().version < snapshot.header().version);
            if is_later {
                *held = Some(snapshot);
            }
            is_later
        });
        Ok(())
    }

    /// Returns the version of the snapshot that this member holds, and 0 if it has none.
    pub(super) fn version(&self) -> u64 {
        self.snapshot.borrow().as_ref().map_or(0, |snapshot| snapshot.header().version)
    }

    /// Returns the highest version that this member signed or holds.
    fn last_version(&self) -> u64 {
        self.store.last_signed().max(self.version())
    }
}

fn hash(content: &str) -> UniqueId {
    UniqueId::from_bytes(*blake3::hash(content.as_bytes()).as_bytes())
}

/// Times until the year 9999 are exact in an `f64`.
#[allow(clippy::cast_precision_loss, reason = "below 2^53")]
const fn seconds(time: u64) -> f64 {
    time as f64
}
