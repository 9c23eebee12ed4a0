//! The profiles of components: what a handshake says of each beside its configuration.

use coalition_core::UniqueId;

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
