use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x804b64ecb2b9baa707c2309cacd6f2eea55103682bd36f6580e2d85a0e52b07f" }
    organism USD_FEED = operator_feeds::USD { stable_id = "0x2222222222222222222222222222222222222222222222222222222222222222" }
}

fn main() {}
