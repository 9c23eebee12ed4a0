use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0xa916fcbd138a51ccd011dc5364d092b4db1d9af27ba0c3bd43c33a2649dc24d0" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    organism EUR = operator_feeds::EUR;
    module SUPERCHAIN_ATLAS = "atlas";
}

fn main() {}
