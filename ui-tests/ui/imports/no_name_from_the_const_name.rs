use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    organism Ö = operator_feeds::EUR;
    organism THE_PRICE_OF_ONE_EURO_IN_UNITED_STATES_DOLLARS_AS_PUBLISHED_EVERY_SECOND = operator_feeds::USD;
}

fn main() {}
