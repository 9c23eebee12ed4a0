use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0xefaad024ae07c7a73b51ad512f715bbb660f4a840e2734278f2a3afdb966511b" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    organism EUR_FEED = operator_feeds::bumped::EUR;
}

fn main() {}
