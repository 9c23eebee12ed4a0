use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x6273e278aaf93ad53647c3713fbf1421b9be982a725c3c137c040296b640b8bc" }
    lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0x3300000000000000000000000000000000000000000000000000000000000000" }
    lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0x1100000000000000000000000000000000000000000000000000000000000000" }
    lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x2200000000000000000000000000000000000000000000000000000000000000" }
}

fn main() {}
