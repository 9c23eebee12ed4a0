//! A coalition written as plain structs, without `coalition!`, and checked against its frozen fingerprint.

use coalition::builder::LatticeConfig;
use coalition::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParams, OrganismRef, UniqueId,
    assert_fingerprint,
};

const ETHEREUM_MAINNET: LatticeConfig<'static> = LatticeConfig {
    name: "ethereum.mainnet",
    stable_id: UniqueId::from_hex("0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036"),
    content_hash: None,
};

const UNICHAIN_MAINNET: LatticeConfig<'static> = LatticeConfig {
    name: "unichain.mainnet",
    stable_id: UniqueId::from_hex("0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c"),
    content_hash: None,
};

const EUR_PRICE_FEED: OrganismRef<'static> = OrganismRef {
    role: "oracle",
    stable_id: UniqueId::from_hex("0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe"),
    content_hash: None,
};

const SUPERCHAIN_ATLAS: ConfluenceConfig<'static> = ConfluenceConfig {
    name: "atlas",
    lattices: &[ETHEREUM_MAINNET, UNICHAIN_MAINNET],
    organisms: &[EUR_PRICE_FEED],
    content: ContentParams::EMPTY,
    acl: AclComposition::OPEN,
};

const ETH_SUPERCHAIN: CoalitionConfig<'static> = CoalitionConfig {
    name: "ethereum.superchain",
    lattices: &[ETHEREUM_MAINNET, UNICHAIN_MAINNET],
    organisms: &[EUR_PRICE_FEED],
    confluences: &[SUPERCHAIN_ATLAS],
    ticket_issuer: None,
};

assert_fingerprint!(ETH_SUPERCHAIN, "0xd37153783ad825159634e71886f91036dc5ba71539c69e1bac54f88b7d89b614");

fn main() {
    println!("{} has the root {}", ETH_SUPERCHAIN.name, ETH_SUPERCHAIN.coalition_root());
}
