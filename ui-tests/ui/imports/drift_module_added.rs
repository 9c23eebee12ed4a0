use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x832335c1aa08202d9228778e663e6d67d2ca50ef7fa8219ebab1c164d08dc770" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    organism EUR = operator_feeds::EUR;
    module SUPERCHAIN_ATLAS = "atlas";
}

fn main() {}
