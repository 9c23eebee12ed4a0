use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "superchain" { expect_fingerprint = _ }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c03" }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" { stable = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c" }
    organism EUR_PRICE_FEED = "price-feed.eur" { role = "oracle", stable_id = "0xFEe3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe" }
    confluence PAIRED_BUNDLES = "paired-bundles" { spans = [ETHEREUM_MAINET, UNICHAIN_MAINNET], content = { window_ms = -1 } }
    module SUPERCHAIN_ATLAS = "atlass" { acl = [recognise_issuer(self)] }
}

fn main() { let _ = (ETH_SUPERCHAIN.name, ETH_SUPERCHAIN_ROOT, ETHEREUM_MAINNET.name, EUR_PRICE_FEED.role, PAIRED_BUNDLES.name); }
