use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    confluence BRIDGE_WATCH = operator_unichain::BRIDGE_WATCH {
        spans = [UNICHAIN_MAINNET],
        content = { window_ms = 500 },
        acl = [],
    }
}

fn main() {}
