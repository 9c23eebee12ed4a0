//! The crate of a lattice's operator. It has citizens and services as consts, and re-exports `coalition`.
#![no_std]

pub use coalition;

use coalition::{
    AclComposition, ConfluenceConfig, ContentParam, ContentParams, ContentValue, LatticeConfig, OrganismRef,
    Requirement, TicketIssuerConfig, UniqueId,
};

/// The stable id of [`MAINNET`].
pub const MAINNET_ID: UniqueId =
    UniqueId::from_hex("0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c");

/// The signature of the `TicketValidator` that its services require.
pub const VALIDATOR: UniqueId =
    UniqueId::from_hex("0xa87741d49b88bae49b0f00560cd9d619320409962d0fd1dae0b0aa1d2e2fa112");

/// The lattice.
pub const MAINNET: LatticeConfig<'static> = LatticeConfig {
    name: "unichain.mainnet",
    stable_id: MAINNET_ID,
    content_hash: Some(UniqueId::from_hex(
        "0xca6d6b12eb718d2c92685f576b817ef6cc73cfeb03da0ffde4dd1373a066bf0b",
    )),
};

/// The lattice for tests.
pub const SEPOLIA: LatticeConfig<'static> = LatticeConfig {
    name: "unichain.sepolia",
    stable_id: UniqueId::from_hex("0x51a5c4fc15abc919a592676615e2dd6f99419a41ef0d753eef0feb557c4bddbc"),
    content_hash: None,
};

/// An organism of the same operator.
pub const SEQUENCER: OrganismRef<'static> = OrganismRef {
    role: "sequencer",
    stable_id: UniqueId::from_hex("0x144b838996dd83cc7c58b4921ebfe32e973375798d7417adbfda936956bd5ddb"),
    content_hash: None,
};

/// A confluence that also spans a citizen of another operator.
pub const BRIDGE_WATCH: ConfluenceConfig<'static> = ConfluenceConfig {
    name: "bridge-watch",
    lattices: &[
        MAINNET,
        LatticeConfig {
            name: "zora.mainnet",
            stable_id: UniqueId::from_hex(
                "0xccf49cd64bda2c4c8560689d0f1efd716e83390f8eb3cce5fe923cf266acc6c7",
            ),
            content_hash: None,
        },
    ],
    organisms: &[SEQUENCER],
    content: ContentParams { params: &[ContentParam { key: "window_ms", value: ContentValue::U64(500) }] },
    acl: AclComposition { requirements: &[Requirement::RequireValidator(VALIDATOR)] },
};

/// A module that the operator runs for coalitions.
pub const ALMANAC: ConfluenceConfig<'static> = ConfluenceConfig {
    name: "almanac",
    lattices: &[MAINNET],
    organisms: &[],
    content: ContentParams::EMPTY,
    acl: AclComposition { requirements: &[Requirement::RecogniseCoalitionIssuer] },
};

/// A ticket issuer that the operator runs for coalitions.
pub const TICKETS: TicketIssuerConfig<'static> = TicketIssuerConfig {
    name: "unichain.tickets",
    acl: AclComposition { requirements: &[Requirement::RequireValidator(VALIDATOR)] },
};
