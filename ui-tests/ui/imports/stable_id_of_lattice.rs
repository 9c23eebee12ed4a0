use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x804b64ecb2b9baa707c2309cacd6f2eea55103682bd36f6580e2d85a0e52b07f" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET { stable_id = "0x2222222222222222222222222222222222222222222222222222222222222222" }
}

fn main() {}
