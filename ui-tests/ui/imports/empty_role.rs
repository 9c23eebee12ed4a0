use coalition::coalition;

const FEED_BY_HAND: coalition::OrganismRef<'static> =
    coalition::OrganismRef { role: " ", ..operator_feeds::EUR };

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    organism FEED = FEED_BY_HAND;
}

fn main() {}
