use coalition::coalition;

const NONE: coalition::MrTd = coalition::MrTd::from_bytes([0; 48]);

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    organism EUR = "price-feed.eur" { role = "oracle", stable_id = coalition::UniqueId::ZERO, content_hash = coalition::UniqueId::ZERO }
    ticket_issuer TICKETS = "tickets" { acl = [require_mrtd(NONE)] }
}

fn main() {}
