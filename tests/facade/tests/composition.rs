//! Combinations of components in one coalition. Ids of other components do not change.

use coalition::{UniqueId, coalition};

const ETHEREUM: &str = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036";
const FEED: &str = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe";

mod lattices_only {
    coalition::coalition! {
        pub coalition LATTICES = "oplabs.testnet" {
            expect_fingerprint = "0x405658dfb0f9e92280f4f24e7a831d62b4e9698d093c6a837763e3b44325e8d9",
        }
        lattice OP_MAINNET = "op.mainnet" {
            stable_id = "0x84fd25f71a0f98ac396b11fec304185bb007e347085e33e06c5e164be18c45fb",
        }
        lattice BASE_MAINNET = "base.mainnet" {
            stable_id = "0x00e0688c408a728efd162b782cb7e781244fbcda605efd0e64fa42140cfa70d2",
        }
    }
}

mod organisms_only {
    coalition::coalition! {
        pub coalition ORGANISMS = "signals.euro-fx" {
            expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
        }
        organism EUR_PRICE_FEED = "price-feed.eur" {
            role = "oracle",
            stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
        }
        organism USD_PRICE_FEED = "price-feed.usd" {
            role = "oracle",
            stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
        }
    }
}

coalition! {
    coalition BOTH = "mev.mainnet-q2" {
        expect_fingerprint = "0xc3503c5b4675f7cd2619d7f5acb3c3bdefe1a7eef0f17b1597010f6beaf14ba4",
    }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
    }
    organism EUR_PRICE_FEED = "price-feed.eur" {
        role = "oracle",
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    }
}

#[test]
fn a_coalition_without_organisms() {
    assert!(lattices_only::LATTICES.organisms.is_empty());
    assert_eq!(lattices_only::LATTICES.lattices, [lattices_only::OP_MAINNET, lattices_only::BASE_MAINNET]);
    assert_eq!(lattices_only::LATTICES_ROOT, lattices_only::LATTICES.coalition_root());
}

#[test]
fn a_coalition_without_lattices() {
    assert!(organisms_only::ORGANISMS.lattices.is_empty());
    assert_eq!(organisms_only::ORGANISMS_ROOT, organisms_only::ORGANISMS.coalition_root());
}

/// A coalition copies the ids of its citizens, so they are the same in every coalition.
#[test]
fn membership_does_not_change_a_citizen() {
    assert_eq!(ETHEREUM_MAINNET.stable_id, UniqueId::from_hex(ETHEREUM));
    assert_eq!(EUR_PRICE_FEED.stable_id, UniqueId::from_hex(FEED));
    assert_eq!(BOTH.organisms, [organisms_only::EUR_PRICE_FEED], "the same citizen in two coalitions");
    assert_eq!(BOTH.lattices, [ETHEREUM_MAINNET]);
    assert_ne!(BOTH_ROOT, organisms_only::ORGANISMS_ROOT);
}
