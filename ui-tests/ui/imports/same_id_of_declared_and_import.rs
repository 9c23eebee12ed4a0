use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN = "unichain" { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
}

fn main() {}
