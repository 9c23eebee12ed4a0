use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    lattice UNICHAIN = "unichain.mainnet" { stable_id = "0x2222222222222222222222222222222222222222222222222222222222222222" }
}

fn main() {}
