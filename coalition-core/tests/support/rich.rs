//! A handshake in which every field says something.

use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ConfluenceProfile, ContentParam, ContentParams,
    ContentValue, Handshake, LatticeConfig, LatticeProfile, MrTd, OrganismProfile, OrganismRef, Requirement,
    TicketIssuerConfig, TicketIssuerProfile, UniqueId,
};

const fn id(byte: u8) -> UniqueId {
    UniqueId::from_bytes([byte; 32])
}

const LATTICES: [LatticeConfig<'static>; 2] = [
    LatticeConfig { name: "ethereum.mainnet", stable_id: id(0x01), content_hash: None },
    LatticeConfig { name: "unichain.mainnet", stable_id: id(0x02), content_hash: Some(id(0x12)) },
];
const ORGANISMS: [OrganismRef<'static>; 2] = [
    OrganismRef { role: "oracle", stable_id: id(0x03), content_hash: Some(id(0x13)) },
    OrganismRef { role: "relay | `fast` <b>", stable_id: id(0x04), content_hash: None },
];
const CONTENT: [ContentParam<'static>; 4] = [
    ContentParam { key: "is_strict", value: ContentValue::Bool(true) },
    ContentParam { key: "policy", value: ContentValue::Id(id(0x21)) },
    ContentParam { key: "schema", value: ContentValue::Text("bundle-v1 | `x`\n\"y\"") },
    ContentParam { key: "window_ms", value: ContentValue::U64(500) },
];
const MRTD: MrTd = MrTd::from_bytes([0x4d; 48]);

/// Two lattices, two organisms, a confluence, two modules and a ticket issuer, with all metadata.
pub fn rich() -> Handshake<'static> {
    RICH
}

const RICH: Handshake<'static> = {
    const CONFLUENCES: [ConfluenceConfig<'static>; 3] = [
        ConfluenceConfig {
            name: "paired-bundles",
            lattices: &LATTICES,
            organisms: &ORGANISMS,
            content: ContentParams { params: &CONTENT },
            acl: AclComposition {
                requirements: &[
                    Requirement::RecogniseIssuer(id(0x31)),
                    Requirement::RequireMrtd(MRTD),
                    Requirement::RequireValidator(id(0x32)),
                ],
            },
        },
        ConfluenceConfig {
            name: "atlas",
            lattices: &LATTICES,
            organisms: &ORGANISMS,
            content: ContentParams::EMPTY,
            acl: AclComposition { requirements: &[Requirement::RecogniseCoalitionIssuer] },
        },
        ConfluenceConfig {
            name: "chronicle",
            lattices: &[LATTICES[1]],
            organisms: &[],
            content: ContentParams::EMPTY,
            acl: AclComposition::OPEN,
        },
    ];
    Handshake {
        coalition: CoalitionConfig {
            name: "ethereum.superchain",
            lattices: &LATTICES,
            organisms: &ORGANISMS,
            confluences: &CONFLUENCES,
            ticket_issuer: Some(TicketIssuerConfig {
                name: "superchain.tickets",
                acl: AclComposition { requirements: &[Requirement::RecogniseIssuer(id(0x33))] },
            }),
        },
        ident: "ETH_SUPERCHAIN",
        description: "The Ethereum superchain coalition.\n\nIt has ```` four backticks ````,\n    and an indented line.",
        handshake: Some("https://superchain.example/handshake"),
        peers: &["one", "two"],
        change_channel: Some("https://superchain.example/changes.atom"),
        lattices: &[
            LatticeProfile {
                ident: "ETHEREUM_MAINNET",
                description: "",
                ticket_root: Some(id(0x41)),
                handshake: Some("https://ethereum.example/handshake?a=1&b=2|3"),
            },
            LatticeProfile {
                ident: "UNICHAIN_MAINNET",
                description: "Unichain.",
                ticket_root: None,
                handshake: None,
            },
        ],
        organisms: &[
            OrganismProfile {
                ident: "EUR_PRICE_FEED",
                name: "price-feed.eur",
                description: "",
                ticket_root: None,
                handshake: Some("https://feeds.example/eur"),
            },
            OrganismProfile {
                ident: "RELAY",
                name: "relay.fast",
                description: "",
                ticket_root: Some(id(0x42)),
                handshake: None,
            },
        ],
        confluences: &[
            ConfluenceProfile {
                ident: "PAIRED_BUNDLES",
                description: "Pairs bundles.\n```rust\nan open fence",
                state_machine: Some(id(0x51)),
                handshake: Some("https://pairs.example"),
                import: None,
            },
            ConfluenceProfile {
                ident: "SUPERCHAIN_ATLAS",
                description: "The coalition's directory.",
                state_machine: None,
                handshake: None,
                import: None,
            },
            ConfluenceProfile {
                ident: "CHRONICLE",
                description: "",
                state_machine: None,
                handshake: None,
                import: None,
            },
        ],
        ticket_issuer: Some(TicketIssuerProfile {
            ident: "TICKETS",
            description: "Tickets for members.",
            handshake: Some("https://tickets.example"),
        }),
    }
};
