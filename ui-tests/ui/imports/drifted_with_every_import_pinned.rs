use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x2222222222222222222222222222222222222222222222222222222222222222" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
}

fn main() {}
