use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    module ALMANAC = operator_unichain::ALMANAC;
    module SECOND_ALMANAC = "almanac";
    ticket_issuer TICKETS = operator_unichain::TICKETS;
}

fn main() {}
