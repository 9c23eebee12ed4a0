use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0xd37153783ad825159634e71886f91036dc5ba71539c69e1bac54f88b7d89b614", expect_handshake = "0x1111111111111111111111111111111111111111111111111111111111111111" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
}

fn main() {}
