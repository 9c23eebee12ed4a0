//! Profiles: everything that a handshake says about a component beyond its configuration.

use crate::table::{citizen_keys, confluence_keys, ticket_issuer_keys, with_keys};

citizen_keys!(with_keys! {
    /// Everything about a lattice that is not in its [`LatticeConfig`](coalition_core::LatticeConfig).
    LatticeProfile {
        /// The const name in the block.
        pub ident: &'a str,
        /// The doc comment, in Markdown. Empty if there is none.
        pub description: &'a str,
    }
});

citizen_keys!(with_keys! {
    /// Everything about an organism that is not in its [`OrganismRef`](coalition_core::OrganismRef).
    OrganismProfile {
        /// The const name in the block.
        pub ident: &'a str,
        /// The name, which the configuration does not hold. Empty if it is not known.
        pub name: &'a str,
        /// The doc comment, in Markdown. Empty if there is none.
        pub description: &'a str,
    }
});

confluence_keys!(with_keys! {
    /// Everything about a confluence or a module that is not in its
    /// [`ConfluenceConfig`](coalition_core::ConfluenceConfig).
    ConfluenceProfile {
        /// The const name in the block.
        pub ident: &'a str,
        /// The doc comment, in Markdown. Empty if there is none.
        pub description: &'a str,
    }
});

ticket_issuer_keys!(with_keys! {
    /// Everything about the ticket issuer that is not in its
    /// [`TicketIssuerConfig`](coalition_core::TicketIssuerConfig).
    TicketIssuerProfile {
        /// The const name in the block.
        pub ident: &'a str,
        /// The doc comment, in Markdown. Empty if there is none.
        pub description: &'a str,
    }
});
