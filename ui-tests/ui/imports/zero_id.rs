use coalition::coalition;

mod super_chain {
    pub const EMPTY: coalition::LatticeConfig<'static> = coalition::LatticeConfig {
        name: "empty.mainnet",
        stable_id: coalition::UniqueId::ZERO,
        content_hash: None,
    };
}

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice EMPTY = super_chain::EMPTY;
}

fn main() {}
