use coalition::coalition;

const SHOUTING_BY_HAND: coalition::LatticeConfig<'static> = coalition::LatticeConfig { name: "Unichain.mainnet", ..operator_unichain::MAINNET };

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice SHOUTING = SHOUTING_BY_HAND;
}

fn main() {}
