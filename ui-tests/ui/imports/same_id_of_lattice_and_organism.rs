use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    organism UNICHAIN_FEED = "price-feed.unichain" { role = "oracle", stable_id = operator_unichain::MAINNET_ID }
}

fn main() {}
