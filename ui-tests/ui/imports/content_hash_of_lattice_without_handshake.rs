use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x2222222222222222222222222222222222222222222222222222222222222222" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET { content_hash = "0x2222222222222222222222222222222222222222222222222222222222222222" }
}

fn main() {}
