use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x2222222222222222222222222222222222222222222222222222222222222222" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    module ALMANAC = operator_unichain::ALMANAC { expect_fingerprint = "0x2222222222222222222222222222222222222222222222222222222222222222" }
    ticket_issuer TICKETS = operator_unichain::TICKETS;
}

fn main() {}
