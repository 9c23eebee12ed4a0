use coalition::coalition;

const SELFISH_BY_HAND: coalition::ConfluenceConfig<'static> = coalition::ConfluenceConfig {
    acl: operator_unichain::ALMANAC.acl,
    ..operator_unichain::BRIDGE_WATCH
};

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    confluence SELFISH = SELFISH_BY_HAND;
    ticket_issuer TICKETS = operator_unichain::TICKETS;
}

fn main() {}
