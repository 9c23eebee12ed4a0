use coalition::coalition;

const DASHED_BY_HAND: coalition::LatticeConfig<'static> = coalition::LatticeConfig { name: "unichain-", ..operator_unichain::MAINNET };

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice DASHED = DASHED_BY_HAND;
}

fn main() {}
