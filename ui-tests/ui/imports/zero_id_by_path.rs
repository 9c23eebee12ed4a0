use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice EMPTY = "empty.mainnet" { stable_id = coalition::UniqueId::ZERO }
}

fn main() {}
