use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    organism FEED = "price-feed.eur" { role = "oracle", stable_id = "0x2222222222222222222222222222222222222222222222222222222222222222", content_hash = operator_unichain::MAINNET }
}

fn main() {}
