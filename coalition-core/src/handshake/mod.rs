//! The handshake: all that an operator publishes for integrators, Step 7 of the operators' runbook.

mod block;
mod cards;
pub mod changes;
#[cfg(feature = "serde")]
mod document;
mod encode;
mod markdown;
#[cfg(feature = "serde")]
mod owned;
mod release_notes;

use crate::{CoalitionConfig, UniqueId};

pub use block::hidden;
pub use cards::{CitizenCard, CitizenKind, ConfluenceCard};
pub use markdown::Page;
#[cfg(feature = "serde")]
pub use owned::{EncodingError, OwnedHandshake};
pub use release_notes::ReleaseNotesEntry;

/// A coalition's configuration and what people need beside it. `coalition!` emits one as `NAME_HANDSHAKE`.
///
/// The lists of profiles run beside the lists of the configuration: the profile at an index speaks of the component at
/// that index. What renders a handshake may panic where their lengths differ.
///
/// With the feature `serde` a handshake serialises to the document that `schema/handshake.schema.json` describes, and
/// `OwnedHandshake` reads one back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Handshake<'a> {
    /// The configuration, from which the identities follow.
    pub coalition: CoalitionConfig<'a>,
    /// The const name of the coalition in its block.
    pub ident: &'a str,
    /// What the coalition is for, in Markdown: the doc comment of its declaration. Empty where there is none.
    pub description: &'a str,
    /// The page that the operator publishes, an `https://` link.
    pub handshake: Option<&'a str>,
    /// Initial peers on the shared universe, none of them empty.
    pub peers: &'a [&'a str],
    /// Where changes are announced: an address, a feed, a repository.
    pub change_channel: Option<&'a str>,
    /// What there is to say of `coalition.lattices`.
    pub lattices: &'a [LatticeProfile<'a>],
    /// What there is to say of `coalition.organisms`.
    pub organisms: &'a [OrganismProfile<'a>],
    /// What there is to say of `coalition.confluences`.
    pub confluences: &'a [ConfluenceProfile<'a>],
    /// What there is to say of `coalition.ticket_issuer`.
    pub ticket_issuer: Option<TicketIssuerProfile<'a>>,
}

/// What a handshake says of a lattice beside its configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LatticeProfile<'a> {
    /// Its const name in the block.
    pub ident: &'a str,
    /// Its doc comment, in Markdown; empty where there is none.
    pub description: &'a str,
    /// The 32-byte root under which its operator issues tickets.
    pub ticket_root: Option<UniqueId>,
    /// Its operator's handshake page, an `https://` link.
    pub handshake: Option<&'a str>,
}

/// What a handshake says of an organism beside its configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OrganismProfile<'a> {
    /// Its const name in the block.
    pub ident: &'a str,
    /// Its name, which its configuration does not hold.
    pub name: &'a str,
    /// Its doc comment, in Markdown; empty where there is none.
    pub description: &'a str,
    /// The 32-byte root under which its operator issues tickets.
    pub ticket_root: Option<UniqueId>,
    /// Its operator's handshake page, an `https://` link.
    pub handshake: Option<&'a str>,
}

/// What a handshake says of a confluence or a module beside its configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConfluenceProfile<'a> {
    /// Its const name in the block.
    pub ident: &'a str,
    /// Its doc comment, in Markdown; empty where there is none.
    pub description: &'a str,
    /// The 32-byte signature of its state machine.
    pub state_machine: Option<UniqueId>,
    /// Its operator's handshake page, an `https://` link.
    pub handshake: Option<&'a str>,
    /// The path of the const that it is, where only that declares it: it spans a citizen outside the coalition, or its
    /// content is not as a block would have it.
    pub import: Option<&'a str>,
}

/// What a handshake says of the ticket issuer beside its configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TicketIssuerProfile<'a> {
    /// Its const name in the block.
    pub ident: &'a str,
    /// Its doc comment, in Markdown; empty where there is none.
    pub description: &'a str,
    /// Its operator's handshake page, an `https://` link.
    pub handshake: Option<&'a str>,
}
