use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x0b1f0cc7f00bb59f5bfbbd2a8dd38ef1ee0a0dbb0ea34c62e08ddc2ec29ee3b0" }
    lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0x3300000000000000000000000000000000000000000000000000000000000000" }
    lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0x1100000000000000000000000000000000000000000000000000000000000000" }
    lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x2200000000000000000000000000000000000000000000000000000000000000" }
}

fn main() {}
