use coalition::coalition;

const POLICY: coalition::UniqueId = coalition::UniqueId::from_hex("0x12");

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    module ATLAS = "atlas" { content = { policy = id(POLICY) } }
}

fn main() {}
