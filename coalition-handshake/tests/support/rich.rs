//! A handshake in which every field has a value.

use coalition_core::UniqueId;
use coalition_handshake::{
    ConfluenceProfile, Handshake, LatticeProfile, OrganismProfile, TicketIssuerProfile,
};

use super::coalition;

const fn id(byte: u8) -> UniqueId {
    UniqueId::from_bytes([byte; 32])
}

/// The rich coalition, with all metadata.
pub fn rich() -> Handshake<'static> {
    RICH
}

const RICH: Handshake<'static> = Handshake {
    coalition: coalition::rich(),
    ident: "ETH_SUPERCHAIN",
    description: "The Ethereum superchain coalition.\n\nIt has ```` four backticks ````,\n    and an indented line.",
    handshake_url: Some("https://superchain.example/handshake"),
    peers: &["one", "two"],
    change_channel: Some("https://superchain.example/changes.atom"),
    lattices: &[
        LatticeProfile {
            ident: "ETHEREUM_MAINNET",
            description: "",
            ticket_root: Some(id(0x41)),
            handshake_url: Some("https://ethereum.example/handshake?a=1&b=2|3"),
        },
        LatticeProfile {
            ident: "UNICHAIN_MAINNET",
            description: "Unichain.",
            ticket_root: None,
            handshake_url: None,
        },
    ],
    organisms: &[
        OrganismProfile {
            ident: "EUR_PRICE_FEED",
            name: "price-feed.eur",
            description: "",
            ticket_root: None,
            handshake_url: Some("https://feeds.example/eur"),
        },
        OrganismProfile {
            ident: "RELAY",
            name: "relay.fast",
            description: "",
            ticket_root: Some(id(0x42)),
            handshake_url: None,
        },
    ],
    confluences: &[
        ConfluenceProfile {
            ident: "PAIRED_BUNDLES",
            description: "Pairs bundles.\n```rust\nan open fence",
            state_machine: Some(id(0x51)),
            handshake_url: Some("https://pairs.example"),
            roster: None,
            import: None,
        },
        ConfluenceProfile {
            ident: "SUPERCHAIN_ATLAS",
            description: "The coalition's directory.",
            state_machine: None,
            handshake_url: None,
            roster: None,
            import: None,
        },
        ConfluenceProfile {
            ident: "CHRONICLE",
            description: "",
            state_machine: None,
            handshake_url: None,
            roster: Some("https://superchain.example/roster|chronicle"),
            import: None,
        },
    ],
    ticket_issuer: Some(TicketIssuerProfile {
        ident: "TICKETS",
        description: "Tickets for members.",
        handshake_url: Some("https://tickets.example"),
    }),
};
