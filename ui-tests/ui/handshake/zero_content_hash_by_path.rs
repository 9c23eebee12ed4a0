use coalition::{UniqueId, coalition};

const NOTHING: UniqueId = UniqueId::ZERO;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
        expect_fingerprint = "0x9b04845b5ad246a6434623a2331942922a54f2d77400e278285342e5b5181375",
        expect_handshake = "0x23820cd0441a26382e9bf1c5f7dd0dc7e2c51839cdb52f5e3d4a2f1b318f0b7f",
    }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
        content_hash = NOTHING,
    }
}

fn main() {}
