//! The structs of the operators' runbook, Step 4, agree with the same coalition as a block.

use coalition::{AclComposition, ContentParams, UniqueId, assert_fingerprint, builder};

mod step_4 {
    use super::{AclComposition, ContentParams, UniqueId, builder};
    use builder::LatticeConfig;
    use coalition::{CoalitionConfig, ConfluenceConfig, OrganismRef};

    pub const ETHEREUM_MAINNET: LatticeConfig<'static> = LatticeConfig {
        name: "ethereum.mainnet",
        stable_id: UniqueId::from_hex("0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036"),
        content_hash: None,
    };
    pub const UNICHAIN_MAINNET: LatticeConfig<'static> = LatticeConfig {
        name: "unichain.mainnet",
        stable_id: UniqueId::from_hex("0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c"),
        content_hash: None,
    };

    pub const EUR_PRICE_FEED: OrganismRef<'static> = OrganismRef {
        role: "oracle",
        stable_id: UniqueId::from_hex("0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe"),
        content_hash: None,
    };

    pub const SUPERCHAIN_ATLAS: ConfluenceConfig<'static> = ConfluenceConfig {
        name: "atlas",
        lattices: &[ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        organisms: &[EUR_PRICE_FEED],
        content: ContentParams::EMPTY,
        acl: AclComposition::OPEN,
    };

    pub const ETH_SUPERCHAIN: CoalitionConfig<'static> = CoalitionConfig {
        name: "ethereum.superchain",
        lattices: &[ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        organisms: &[EUR_PRICE_FEED],
        confluences: &[SUPERCHAIN_ATLAS],
        ticket_issuer: None,
    };
}

coalition::coalition! {
    coalition ETH_SUPERCHAIN = "ethereum.superchain" {
        expect_fingerprint = "0xd37153783ad825159634e71886f91036dc5ba71539c69e1bac54f88b7d89b614",
    }
    // The kinds may come in any order. Only the order within a kind is part of the identity.
    module SUPERCHAIN_ATLAS = "atlas";
    organism EUR_PRICE_FEED = "price-feed.eur" {
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
        role = "oracle",
    }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
    }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" {
        stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
    }
}

assert_fingerprint!(
    step_4::ETH_SUPERCHAIN,
    "0xd37153783ad825159634e71886f91036dc5ba71539c69e1bac54f88b7d89b614"
);

#[test]
fn the_macro_emits_what_the_runbook_writes() {
    assert_eq!(ETH_SUPERCHAIN, step_4::ETH_SUPERCHAIN);
    assert_eq!(ETH_SUPERCHAIN_ROOT, step_4::ETH_SUPERCHAIN.coalition_root());
    assert_eq!(ETH_SUPERCHAIN.validate(), Ok(()));
}

/// Checks Step 5: a module's identity is derived from the root.
#[test]
fn the_atlas_is_routed_under_the_root() {
    assert_eq!(ETH_SUPERCHAIN.atlas(), Some(&SUPERCHAIN_ATLAS));
    assert_eq!(
        ETH_SUPERCHAIN.module_root(coalition::Module::Atlas),
        Some(ETH_SUPERCHAIN_ROOT.derive("module").derive("atlas"))
    );
    assert_eq!(ETH_SUPERCHAIN.almanac(), None);
    assert_eq!(ETH_SUPERCHAIN.chronicle(), None);
    assert_eq!(ETH_SUPERCHAIN.compute(), None);
    assert_eq!(ETH_SUPERCHAIN.ticket_issuer_root(), None);
}

#[test]
fn the_universe_is_shared() {
    let universe = blake3::hash(b"mosaik.universe");
    assert_eq!(builder::UNIVERSE.as_bytes(), universe.as_bytes());
}
