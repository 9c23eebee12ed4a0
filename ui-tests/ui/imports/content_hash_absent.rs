use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x4ab3c893e9d3e5c4e866f9642404ea78af48810024fba59a4a4d9e5efb48590f" }
    organism USD_FEED = operator_feeds::USD {
        stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8",
        content_hash = "0x2222222222222222222222222222222222222222222222222222222222222222",
    }
}

fn main() {}
