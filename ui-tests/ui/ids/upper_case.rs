use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883E1BE960A6C564F904F70A2778356624D996A0C6DDDFBF41358C036" }
}

fn main() {}
