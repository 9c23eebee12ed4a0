coalition::coalition! {
    pub coalition MINE = "my.coalition" { expect_fingerprint = "0x86a0102a2196c66dfc3544a25c2ea1d556665a51e1e36bfb221524a813c2f7ad" }
    lattice UNI = operator_unichain::MAINNET;
    lattice UNI2 = operator_unichain::MAINNET;
    organism EUR = operator_feeds::EUR { name = "price-feed.eur" }
}

fn main() {}
