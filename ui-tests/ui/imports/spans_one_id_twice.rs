use coalition::coalition;

const DOUBLE_BY_HAND: coalition::ConfluenceConfig<'static> = coalition::ConfluenceConfig {
    lattices: &[operator_unichain::MAINNET, operator_unichain::MAINNET],
    ..operator_unichain::BRIDGE_WATCH
};

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    confluence DOUBLE = DOUBLE_BY_HAND;
}

fn main() {}
