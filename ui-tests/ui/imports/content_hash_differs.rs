use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x0141c8e63095a454daa07d86a2e0780f11d5f1a0f66537aa87385e3f1678995d" }
    organism EUR_FEED = operator_feeds::EUR {
        stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
        content_hash = "0x2222222222222222222222222222222222222222222222222222222222222222",
    }
}

fn main() {}
