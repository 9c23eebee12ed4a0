use coalition::coalition;

const SELFISH_BY_HAND: coalition::TicketIssuerConfig<'static> = coalition::TicketIssuerConfig {
    acl: operator_unichain::ALMANAC.acl,
    ..operator_unichain::TICKETS
};

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    ticket_issuer SELFISH = SELFISH_BY_HAND;
}

fn main() {}
