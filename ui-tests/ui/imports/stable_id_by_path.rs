use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x2222222222222222222222222222222222222222222222222222222222222222" }
    lattice UNICHAIN_SEPOLIA = operator_unichain::SEPOLIA { stable_id = operator_unichain::MAINNET_ID }
}

fn main() {}
