use coalition::{UniqueId, coalition};

const NOTHING: UniqueId = UniqueId::ZERO;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
        expect_fingerprint = "0xa916fcbd138a51ccd011dc5364d092b4db1d9af27ba0c3bd43c33a2649dc24d0",
        expect_handshake = "0xc8f2bfdafc1489f40280415f2cc46cd9d9b84c7f3ab7a5673425a130568ee25c",
    }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
        ticket_root = NOTHING,
    }
    organism FEED = operator_feeds::EUR { name = "feed", ticket_root = UniqueId::ZERO }
    module SUPERCHAIN_ATLAS = "atlas" { state_machine = self::NOTHING }
}

fn main() {}
