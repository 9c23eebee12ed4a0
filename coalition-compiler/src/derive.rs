//! The derivation, with the `blake3` crate. The core derives the same bytes with a hash of its own, and the emitted
//! check holds one against the other: the two share no code.

use blake3::Hasher;

use crate::lower::{Body, Bytes32, Citizen, Coalition, Confluence, Parameter, Requirement, TicketIssuer};

/// The version of the derivation, one byte in every tag.
const SCHEMA_VERSION_U8: u8 = 1;

/// Every identity of a coalition.
pub(crate) struct Identities {
    /// `COALITION_ROOT`
    pub(crate) root: Bytes32,
    /// The fingerprints of confluences and modules, in declared order.
    pub(crate) confluences: Vec<Bytes32>,
    /// The fingerprint of the ticket issuer.
    pub(crate) ticket_issuer: Option<Bytes32>,
}

/// `COALITION_ROOT = blake3(COALITION || COA_LATTICES || COA_ORGANISMS || COA_CONFS || COA_TICKETS)`:
///
/// 1. `COALITION = blake3("coalition|" || SCHEMA_VERSION_U8 || "|" || name)`;
/// 2. `COA_LATTICES`: the lattices' stable ids, in declared order;
/// 3. `COA_ORGANISMS`: the organisms' stable ids, in declared order, each with its content hash if pinned;
/// 4. `COA_CONFS`: the fingerprints of confluences and modules, in declared order;
/// 5. `COA_TICKETS`: the ticket issuer's fingerprint, or no bytes.
pub(crate) fn derive(coalition: &Coalition) -> Identities {
    let mut name = tagged("coalition");
    name.update(coalition.name.as_bytes());
    let mut root = Hasher::new();
    root.update(name.finalize().as_bytes());
    citizens(&mut root, &coalition.lattices);
    citizens(&mut root, &coalition.organisms);
    let fingerprint = |confluence| confluence_fingerprint(confluence, coalition);
    let confluences: Vec<_> = coalition.confluences.iter().map(fingerprint).collect();
    let ticket_issuer = coalition.ticket_issuer.as_ref().map(ticket_issuer_fingerprint);
    for fingerprint in confluences.iter().chain(&ticket_issuer) {
        root.update(fingerprint);
    }
    Identities { root: root.finalize().into(), confluences, ticket_issuer }
}

/// `blake3("confluence|" || SCHEMA_VERSION_U8 || "|" || name || spanned lattices || spanned organisms ||
/// content digest || ACL digest)`, the citizens as in the root.
fn confluence_fingerprint(confluence: &Confluence, coalition: &Coalition) -> Bytes32 {
    match &confluence.body {
        Body::Pinned(fingerprint) => *fingerprint,
        Body::Declared { spans, content, acl } => {
            let (lattices, organisms) = match spans {
                Some(listed) => (&listed.lattices, &listed.organisms),
                None => (&coalition.lattices, &coalition.organisms),
            };
            let mut fingerprint = tagged("confluence");
            fingerprint.update(confluence.name.as_bytes());
            citizens(&mut fingerprint, lattices);
            citizens(&mut fingerprint, organisms);
            fingerprint.update(&content_digest(content));
            fingerprint.update(&acl_digest(acl));
            fingerprint.finalize().into()
        }
    }
}

/// `blake3("ticket-issuer|" || SCHEMA_VERSION_U8 || "|" || name || ACL digest)`.
fn ticket_issuer_fingerprint(issuer: &TicketIssuer) -> Bytes32 {
    match issuer {
        TicketIssuer::Pinned(fingerprint) => *fingerprint,
        TicketIssuer::Declared { name, acl } => {
            let mut fingerprint = tagged("ticket-issuer");
            fingerprint.update(name.as_bytes());
            fingerprint.update(&acl_digest(acl));
            fingerprint.finalize().into()
        }
    }
}

/// The count, then each parameter in ascending byte order of its key: the key as text, then its tag and value.
fn content_digest(parameters: &[Parameter]) -> Bytes32 {
    let mut digest = tagged("content");
    digest.update(&length(parameters));
    for parameter in parameters {
        digest.update(&length(parameter.key.as_bytes()));
        digest.update(parameter.key.as_bytes());
        digest.update(&parameter.value);
    }
    digest.finalize().into()
}

/// The count, then each requirement in declared order: its tag and value.
fn acl_digest(requirements: &[Requirement]) -> Bytes32 {
    let mut digest = tagged("acl");
    digest.update(&length(requirements));
    for requirement in requirements {
        digest.update(&requirement.value);
    }
    digest.finalize().into()
}

/// Stable ids, each with its content hash if that is folded.
fn citizens(hasher: &mut Hasher, citizens: &[Citizen]) {
    for citizen in citizens {
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
