//! The ticket issuer of a coalition.

use crate::schema::tagged;
use crate::{AclComposition, UniqueId};

/// A ticket issuer: the service that issues the coalition's own tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TicketIssuerConfig<'a> {
    /// The name.
    pub name: &'a str,
    /// The access rules.
    pub acl: AclComposition<'a>,
}

impl TicketIssuerConfig<'_> {
    /// Derives the fingerprint.
    ///
    /// It is the BLAKE3 hash of
    ///
    /// 1. `"ticket-issuer|" || SCHEMA_VERSION_U8 || "|"`, then the name;
    /// 2. [`AclComposition::digest`].
    #[must_use]
    pub const fn fingerprint(&self) -> UniqueId {
        let mut hasher = tagged("ticket-issuer");
        hasher.bytes(self.name.as_bytes());
        hasher.id(&self.acl.digest());
        hasher.finalise()
    }
}
