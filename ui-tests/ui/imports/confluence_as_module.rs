use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    module BRIDGE_WATCH = operator_unichain::BRIDGE_WATCH;
}

fn main() {}
