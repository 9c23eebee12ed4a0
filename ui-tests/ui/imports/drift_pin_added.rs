use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x334c8bfa84df7c9f1f3f8ae1c762ec5b561c68ed45528e441d4c1afa439e5c8e" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    organism EUR = operator_feeds::EUR;
    module SUPERCHAIN_ATLAS = "atlas";
}

fn main() {}
