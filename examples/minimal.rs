//! A small coalition: two organisms.

use coalition::coalition;

coalition! {
    /// Two price feeds, read side by side.
    coalition EURO_FX = "signals.euro-fx" {
        expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
    }

    organism EUR_PRICE_FEED = "price-feed.eur" {
        role = "oracle",
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    }
    organism USD_PRICE_FEED = "price-feed.usd" {
        role = "oracle",
        stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
    }
}

fn main() {
    println!("{} has the root {EURO_FX_ROOT}", EURO_FX.name);
}
