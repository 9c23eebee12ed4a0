use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" { stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c" }
    confluence PAIRED_BUNDLES = "paired-bundles" { spans = ETHEREUM_MAINNET, UNICHAIN_MAINNET, content = { window_ms = 500 } }
}

fn main() {}
