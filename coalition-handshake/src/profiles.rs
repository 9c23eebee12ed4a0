//! The profiles of components: what a handshake says of each beside its configuration.

use crate::table::{citizen_keys, confluence_keys, ticket_issuer_keys, with_keys};

citizen_keys!(with_keys! {
    /// What a handshake says of a lattice beside its configuration.
    LatticeProfile {
        /// Its const name in the block.
        pub ident: &'a str,
        /// Its doc comment, in Markdown; empty if there is none.
        pub description: &'a str,
    }
});

citizen_keys!(with_keys! {
    /// What a handshake says of an organism beside its configuration.
    OrganismProfile {
        /// Its const name in the block.
        pub ident: &'a str,
        /// Its name, which its configuration does not hold.
        pub name: &'a str,
        /// Its doc comment, in Markdown; empty if there is none.
        pub description: &'a str,
    }
});

confluence_keys!(with_keys! {
    /// What a handshake says of a confluence or a module beside its configuration.
    ConfluenceProfile {
        /// Its const name in the block.
        pub ident: &'a str,
        /// Its doc comment, in Markdown; empty if there is none.
        pub description: &'a str,
    }
});

ticket_issuer_keys!(with_keys! {
    /// What a handshake says of the ticket issuer beside its configuration.
    TicketIssuerProfile {
        /// Its const name in the block.
        pub ident: &'a str,
        /// Its doc comment, in Markdown; empty if there is none.
        pub description: &'a str,
    }
});
