use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x1d0b07b6cdef21b20d2411bf6c14923dc61fca9362d18d2e85cdd7c1ed028cf0" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    organism EUR = operator_feeds::EUR;
    module SUPERCHAIN_ATLAS = "atlas";
    confluence FX_CROSS = operator_feeds::FX_CROSS;
}

fn main() {}
