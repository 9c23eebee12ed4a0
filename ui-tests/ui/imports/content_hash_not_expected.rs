use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0xfd73ddbd126ea31da6d03c68bab385864c321eccc81b5311d7a37cd392a57499" }
    organism EUR_FEED = operator_feeds::EUR { stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05" }
}

fn main() {}
