//! A coalition in which every field says something.

use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, MrTd, OrganismRef, Requirement, TicketIssuerConfig, UniqueId,
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

/// Two lattices, two organisms, a confluence, two modules and a ticket issuer.
pub const fn rich() -> CoalitionConfig<'static> {
    RICH
}

const RICH: CoalitionConfig<'static> = {
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
    CoalitionConfig {
        name: "ethereum.superchain",
        lattices: &LATTICES,
        organisms: &ORGANISMS,
        confluences: &CONFLUENCES,
        ticket_issuer: Some(TicketIssuerConfig {
            name: "superchain.tickets",
            acl: AclComposition { requirements: &[Requirement::RecogniseIssuer(id(0x33))] },
        }),
    }
};
