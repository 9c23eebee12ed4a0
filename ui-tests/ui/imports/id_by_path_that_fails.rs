use coalition::coalition;

const UNICHAIN_ID: coalition::UniqueId = coalition::UniqueId::from_hex("0x12");

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" { stable_id = UNICHAIN_ID }
    lattice UNICHAIN_AGAIN = operator_unichain::MAINNET { stable_id = UNICHAIN_ID }
}

fn main() {}
