//! The derivation, with the `blake3` crate. The core derives the same bytes with a hash of its own, and the emitted
//! check compares the two. They share only the version.

use blake3::Hasher;
use coalition_core::SCHEMA_VERSION_U8;

use crate::lower::{
    Bytes32, FoldedBody, FoldedCitizen, FoldedCoalition, FoldedConfluence, FoldedParameter,
    FoldedRequirement, FoldedTicketIssuer,
};

/// Every identity of a coalition.
pub(crate) struct Identities {
    /// `COALITION_ROOT`
    pub(crate) root: Bytes32,
    /// Those of confluences and modules, in declared order.
    pub(crate) confluences: Vec<ConfluenceIdentity>,
    /// The fingerprint of the ticket issuer.
    pub(crate) ticket_issuer: Option<Bytes32>,
}

/// The identity of a confluence or module.
pub(crate) struct ConfluenceIdentity {
    pub(crate) fingerprint: Bytes32,
    /// The content digest and the ACL digest. `None` for an import, whose pin has only the fingerprint.
    pub(crate) digests: Option<[Bytes32; 2]>,
}

/// Derives every identity of a coalition. Step 5 of the operators' runbook:
///
/// 1. `COALITION = blake3("coalition|" || SCHEMA_VERSION_U8 || "|" || name)`;
/// 2. `COA_LATTICES`: the lattices' stable ids, in declared order;
/// 3. `COA_ORGANISMS`: the organisms' stable ids, in declared order, each with its content hash if pinned;
/// 4. `COA_CONFS`: the fingerprints of confluences and modules, in declared order;
/// 5. `COA_TICKETS`: the ticket issuer's fingerprint, or no bytes;
/// 6. `COALITION_ROOT = blake3(COALITION || COA_LATTICES || COA_ORGANISMS || COA_CONFS || COA_TICKETS)`.
pub(crate) fn derive(coalition: &FoldedCoalition) -> Identities {
    let FoldedCoalition { name, lattices, organisms, .. } = coalition;
    let mut root = Hasher::new();
    root.update(&finish(tagged("coalition").update(name.as_bytes())));
    fold(&mut root, [lattices, organisms]);
    let confluences: Vec<_> =
        coalition.confluences.iter().map(|declared| confluence(declared, [lattices, organisms])).collect();
    for confluence in &confluences {
        root.update(&confluence.fingerprint);
    }
    let ticket_issuer = coalition.ticket_issuer.as_ref().map(self::ticket_issuer);
    if let Some(fingerprint) = &ticket_issuer {
        root.update(fingerprint);
    }
    Identities { root: finish(&root), confluences, ticket_issuer }
}

/// `blake3("confluence|" || SCHEMA_VERSION_U8 || "|" || name || spanned lattices || spanned organisms ||
/// content digest || ACL digest)`, the citizens as in the root. `all` is every citizen of the coalition.
fn confluence(confluence: &FoldedConfluence, all: [&[FoldedCitizen]; 2]) -> ConfluenceIdentity {
    let (spans, content, acl) = match &confluence.body {
        FoldedBody::Pinned(fingerprint) => {
            return ConfluenceIdentity { fingerprint: *fingerprint, digests: None };
        }
        FoldedBody::Declared { spans, content, acl } => (spans, content_digest(content), acl_digest(acl)),
    };
    let mut fingerprint = tagged("confluence");
    fingerprint.update(confluence.name.as_bytes());
    fold(&mut fingerprint, spans.as_ref().map_or(all, |listed| [&listed.lattices, &listed.organisms]));
    fingerprint.update(&content).update(&acl);
    ConfluenceIdentity { fingerprint: finish(&fingerprint), digests: Some([content, acl]) }
}

/// `blake3("ticket-issuer|" || SCHEMA_VERSION_U8 || "|" || name || ACL digest)`.
fn ticket_issuer(issuer: &FoldedTicketIssuer) -> Bytes32 {
    match issuer {
        FoldedTicketIssuer::Pinned(fingerprint) => *fingerprint,
        FoldedTicketIssuer::Declared { name, acl } => {
            let mut fingerprint = tagged("ticket-issuer");
            fingerprint.update(name.as_bytes()).update(&acl_digest(acl));
            finish(&fingerprint)
        }
    }
}

/// The count, then each parameter in ascending byte order of its key: the key as text, then its tag and value.
fn content_digest(parameters: &[FoldedParameter]) -> Bytes32 {
    let mut digest = tagged("content");
    digest.update(&length(parameters));
    for parameter in parameters {
        digest.update(&length(parameter.key.as_bytes()));
        digest.update(parameter.key.as_bytes());
        digest.update(&parameter.value);
    }
    finish(&digest)
}

/// The count, then each requirement in declared order: its tag and value.
fn acl_digest(requirements: &[FoldedRequirement]) -> Bytes32 {
    let mut digest = tagged("acl");
    digest.update(&length(requirements));
    for requirement in requirements {
        digest.update(&requirement.value);
    }
    finish(&digest)
}

fn finish(hasher: &Hasher) -> Bytes32 {
    hasher.finalize().into()
}

/// Hashes the stable ids of lattices, then those of organisms, each with its content hash if there is one.
fn fold(hasher: &mut Hasher, citizens: [&[FoldedCitizen]; 2]) {
    for citizen in citizens.into_iter().flatten() {
        hasher.update(&citizen.stable_id);
        if let Some(content_hash) = &citizen.content_hash {
            hasher.update(content_hash);
        }
    }
}

/// `domain || "|" || SCHEMA_VERSION_U8 || "|"`, hashed so far.
fn tagged(domain: &str) -> Hasher {
    let mut hasher = Hasher::new();
    hasher.update(domain.as_bytes()).update(b"|").update(&[SCHEMA_VERSION_U8]).update(b"|");
    hasher
}

/// A length as an unsigned 64-bit little-endian integer.
fn length<T>(items: &[T]) -> [u8; 8] {
    (items.len() as u64).to_le_bytes()
}
