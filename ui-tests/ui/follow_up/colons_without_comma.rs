use coalition::coalition;

coalition! {
    coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    organism EUR_PRICE_FEED = "price-feed.eur" { role: "oracle" stable_id: "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe" }
}

fn main() {}
