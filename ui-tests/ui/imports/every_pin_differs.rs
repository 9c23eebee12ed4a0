use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x3a53e0f5c77611b5549c5f1aaae00c554bf27b9fea9a415308cba6bae7fb7f09" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET { stable_id = "0x2222222222222222222222222222222222222222222222222222222222222222" }
    organism EUR_FEED = operator_feeds::EUR {
        stable_id = "0x3333333333333333333333333333333333333333333333333333333333333333",
        content_hash = "0x4444444444444444444444444444444444444444444444444444444444444444",
    }
    confluence FX_CROSS = operator_feeds::FX_CROSS { expect_fingerprint = "0x5555555555555555555555555555555555555555555555555555555555555555" }
}

fn main() {}
