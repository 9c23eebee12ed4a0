use coalition::coalition;

coalition! {
    coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = ? }
}

fn main() {}
