//! An integrator's block emits the values that its operators publish, in the order of the block.

use coalition::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, Module, OrganismRef, Requirement, UniqueId,
};
use integrator::{
    BRIDGE_WATCH, ETHEREUM_MAINNET, EUR_FEED, FX_ALMANAC, FX_ATLAS, FX_AUCTION, FX_CROSS, FX_FEEDS,
    FX_FEEDS_ROOT, FX_SUPERCHAIN, FX_SUPERCHAIN_ROOT, GAS_FEED, UNICHAIN_MAINNET, USD_FEED,
};

const ETHEREUM: LatticeConfig<'static> = LatticeConfig {
    name: "ethereum.mainnet",
    stable_id: UniqueId::from_hex("0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036"),
    content_hash: None,
};
const GAS: OrganismRef<'static> = OrganismRef {
    role: "oracle",
    stable_id: UniqueId::from_hex("0x2fe840e13244a9d748883574c1f1b7b1d7020eb39d0735b8f91ef5cf6f35173e"),
    content_hash: Some(operator_unichain::VALIDATOR),
};

/// The same coalition as plain structs.
const BY_HAND: CoalitionConfig<'static> = CoalitionConfig {
    name: "fx.superchain",
    lattices: &[operator_unichain::MAINNET, ETHEREUM],
    organisms: &[operator_feeds::EUR, operator_feeds::USD, GAS],
    confluences: &[
        operator_unichain::BRIDGE_WATCH,
        ConfluenceConfig {
            name: "fx-auction",
            lattices: &[ETHEREUM, operator_unichain::MAINNET],
            organisms: &[operator_feeds::USD, operator_feeds::EUR],
            content: ContentParams {
                params: &[
                    ContentParam { key: "policy", value: ContentValue::Id(operator_unichain::VALIDATOR) },
                    ContentParam { key: "round_ms", value: ContentValue::U64(250) },
                ],
            },
            acl: AclComposition {
                requirements: &[Requirement::RequireValidator(operator_unichain::VALIDATOR)],
            },
        },
        ConfluenceConfig {
            name: "atlas",
            lattices: &[operator_unichain::MAINNET, ETHEREUM],
            organisms: &[operator_feeds::EUR, operator_feeds::USD, GAS],
            content: ContentParams::EMPTY,
            acl: AclComposition { requirements: &[Requirement::RecogniseCoalitionIssuer] },
        },
        operator_unichain::ALMANAC,
    ],
    ticket_issuer: Some(operator_unichain::TICKETS),
};

#[test]
fn a_block_is_the_coalition_written_by_hand() {
    assert_eq!(FX_SUPERCHAIN, BY_HAND);
    assert_eq!(FX_SUPERCHAIN_ROOT, BY_HAND.coalition_root());
    assert_eq!(FX_SUPERCHAIN.validate(), Ok(()));
}

#[test]
fn order_is_the_order_of_the_block() {
    assert_eq!(FX_SUPERCHAIN.lattices, [UNICHAIN_MAINNET, ETHEREUM_MAINNET]);
    assert_eq!(FX_SUPERCHAIN.organisms, [EUR_FEED, USD_FEED, GAS_FEED]);
    assert_eq!(FX_SUPERCHAIN.confluences, [BRIDGE_WATCH, FX_AUCTION, FX_ATLAS, FX_ALMANAC]);
}

#[test]
fn spans_hold_imported_and_declared_citizens() {
    assert_eq!(FX_AUCTION.lattices, [ETHEREUM_MAINNET, UNICHAIN_MAINNET]);
    assert_eq!(FX_AUCTION.organisms, [USD_FEED, EUR_FEED]);
    assert_eq!(FX_ATLAS.lattices, FX_SUPERCHAIN.lattices);
    assert_eq!(FX_ATLAS.organisms, FX_SUPERCHAIN.organisms);
    assert!(!FX_SUPERCHAIN.lattices.contains(&BRIDGE_WATCH.lattices[1]), "it spans a citizen from outside");
}

#[test]
fn modules_are_found_whatever_their_source() {
    let derived = |name| Some(FX_SUPERCHAIN_ROOT.derive("module").derive(name));
    assert_eq!(FX_SUPERCHAIN.atlas(), Some(&FX_ATLAS));
    assert_eq!(FX_SUPERCHAIN.module_root(Module::Atlas), derived("atlas"));
    assert_eq!(FX_SUPERCHAIN.almanac(), Some(&operator_unichain::ALMANAC));
    assert_eq!(FX_SUPERCHAIN.module_root(Module::Almanac), derived("almanac"));
    assert_eq!(FX_SUPERCHAIN.chronicle(), None);
    assert_eq!(FX_SUPERCHAIN.ticket_issuer_root(), Some(FX_SUPERCHAIN_ROOT.derive("tickets")));
}

#[test]
fn pinned_imports_have_the_root_of_their_values() {
    let by_hand = CoalitionConfig {
        name: "fx.feeds",
        lattices: &[],
        organisms: &[operator_feeds::EUR, operator_feeds::USD],
        confluences: &[operator_feeds::FX_CROSS],
        ticket_issuer: None,
    };
    assert_eq!(FX_FEEDS, by_hand);
    assert_eq!(FX_FEEDS_ROOT, by_hand.coalition_root());
    assert_eq!(FX_CROSS, operator_feeds::FX_CROSS);
}

#[test]
fn a_bump_of_the_operator_moves_the_root() {
    let bumped = CoalitionConfig {
        organisms: &[operator_feeds::bumped::EUR, operator_feeds::bumped::USD],
        confluences: &[operator_feeds::bumped::FX_CROSS],
        ..FX_FEEDS
    };
    assert_ne!(bumped.coalition_root(), FX_FEEDS_ROOT);
}
