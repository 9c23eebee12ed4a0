use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x64944624e309a53a66d13defb294d227ae9ca5578cdb79b1f5ae04cc34b97fc1" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    confluence PAIRED_BUNDLES = "paired-bundles" {
        spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        expect_fingerprint = "0x2222222222222222222222222222222222222222222222222222222222222222",
    }
}

fn main() {}
