use coalition::coalition;

const UNICHAIN_BY_HAND: coalition::LatticeConfig<'static> = operator_unichain::MAINNET;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    lattice UNICHAIN = UNICHAIN_BY_HAND;
    organism EUR = operator_feeds::EUR;
}

fn main() {}
