use coalition::coalition;

const NARROW_BY_HAND: coalition::ConfluenceConfig<'static> = coalition::ConfluenceConfig {
    lattices: &[operator_unichain::MAINNET],
    organisms: &[],
    ..operator_unichain::BRIDGE_WATCH
};

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    confluence NARROW = NARROW_BY_HAND;
}

fn main() {}
