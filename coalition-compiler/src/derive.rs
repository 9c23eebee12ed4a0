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

/// Derives every identity of a coalition.
pub(crate) fn derive(coalition: &Coalition) -> Identities {
    let mut derivation = Derivation::default();
    let (lattices, organisms) = (references(&coalition.lattices), references(&coalition.organisms));
    let fingerprint = |confluence: &Confluence| match &confluence.body {
        Body::Pinned(fingerprint) => *fingerprint,
        Body::Declared { spans, content, acl } => {
            let [content, acl] = [derivation.content(&references(content)), derivation.acl(&references(acl))];
            match spans {
                Some(listed) => {
                    let spanned = [&references(&listed.lattices)[..], &references(&listed.organisms)];
                    derivation.confluence(&confluence.name, spanned, content, acl)
                }
                None => derivation.confluence(&confluence.name, [&lattices, &organisms], content, acl),
            }
        }
    };
    let confluences: Vec<_> = coalition.confluences.iter().map(fingerprint).collect();
    let ticket_issuer = coalition.ticket_issuer.as_ref().map(|issuer| derivation.ticket_issuer(issuer));
    let fingerprints = confluences.iter().chain(&ticket_issuer);
    let root = derivation.root(&coalition.name, [&lattices, &organisms], fingerprints);
    Identities { root, confluences, ticket_issuer }
}

/// The items of a list, in an order and a choice of the caller's.
pub(crate) fn references<T>(items: &[T]) -> Vec<&T> {
    items.iter().collect()
}

/// The digests that the identities are made of. What is derived is a function of what is given alone; the count is for
/// those who derive until they have done enough.
#[derive(Default)]
pub(crate) struct Derivation {
    /// How many bytes were hashed so far.
    pub(crate) hashed: u64,
}

impl Derivation {
    /// `COALITION_ROOT = blake3(COALITION || COA_LATTICES || COA_ORGANISMS || COA_CONFS || COA_TICKETS)`:
    ///
    /// 1. `COALITION = blake3("coalition|" || SCHEMA_VERSION_U8 || "|" || name)`;
    /// 2. `COA_LATTICES`: the lattices' stable ids, in declared order;
    /// 3. `COA_ORGANISMS`: the organisms' stable ids, in declared order, each with its content hash if pinned;
    /// 4. `COA_CONFS`: the fingerprints of confluences and modules, in declared order;
    /// 5. `COA_TICKETS`: the ticket issuer's fingerprint, or no bytes.
    pub(crate) fn root<'a>(
        &mut self,
        name: &str,
        citizens: [&[&Citizen]; 2],
        fingerprints: impl IntoIterator<Item = &'a Bytes32>,
    ) -> Bytes32 {
        let mut coalition = tagged("coalition");
        coalition.update(name.as_bytes());
        let mut root = Hasher::new();
        root.update(&self.finish(&coalition));
        fold(&mut root, citizens);
        for fingerprint in fingerprints {
            root.update(fingerprint);
        }
        self.finish(&root)
    }

    /// `blake3("confluence|" || SCHEMA_VERSION_U8 || "|" || name || spanned lattices || spanned organisms ||
    /// content digest || ACL digest)`, the citizens as in the root.
    pub(crate) fn confluence(
        &mut self,
        name: &str,
        spanned: [&[&Citizen]; 2],
        content: Bytes32,
        acl: Bytes32,
    ) -> Bytes32 {
        let mut fingerprint = tagged("confluence");
        fingerprint.update(name.as_bytes());
        fold(&mut fingerprint, spanned);
        fingerprint.update(&content).update(&acl);
        self.finish(&fingerprint)
    }

    /// `blake3("ticket-issuer|" || SCHEMA_VERSION_U8 || "|" || name || ACL digest)`.
    fn ticket_issuer(&mut self, issuer: &TicketIssuer) -> Bytes32 {
        match issuer {
            TicketIssuer::Pinned(fingerprint) => *fingerprint,
            TicketIssuer::Declared { name, acl } => {
                let mut fingerprint = tagged("ticket-issuer");
                fingerprint.update(name.as_bytes());
                fingerprint.update(&self.acl(&references(acl)));
                self.finish(&fingerprint)
            }
        }
    }

    /// The count, then each parameter in ascending byte order of its key: the key as text, then its tag and value.
    pub(crate) fn content(&mut self, parameters: &[&Parameter]) -> Bytes32 {
        let mut digest = tagged("content");
        digest.update(&length(parameters));
        for parameter in parameters {
            digest.update(&length(parameter.key.as_bytes()));
            digest.update(parameter.key.as_bytes());
            digest.update(&parameter.value);
        }
        self.finish(&digest)
    }

    /// The count, then each requirement in declared order: its tag and value.
    pub(crate) fn acl(&mut self, requirements: &[&Requirement]) -> Bytes32 {
        let mut digest = tagged("acl");
        digest.update(&length(requirements));
        for requirement in requirements {
            digest.update(&requirement.value);
        }
        self.finish(&digest)
    }

    fn finish(&mut self, hasher: &Hasher) -> Bytes32 {
        self.hashed += hasher.count();
        hasher.finalize().into()
    }
}

/// The stable ids of lattices, then of organisms, each with its content hash if that is folded.
fn fold(hasher: &mut Hasher, citizens: [&[&Citizen]; 2]) {
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
