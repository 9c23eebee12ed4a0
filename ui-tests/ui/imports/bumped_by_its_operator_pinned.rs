use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0xefaad024ae07c7a73b51ad512f715bbb660f4a840e2734278f2a3afdb966511b" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    organism EUR_FEED = operator_feeds::bumped::EUR {
        stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
        content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
    }
}

fn main() {}
