use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    organism EUR_FEED = operator_feeds::EUR { role = "oracle" }
}

fn main() {}
