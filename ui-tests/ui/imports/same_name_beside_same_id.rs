use coalition::coalition;

const ETHEREUM_BY_HAND: coalition::LatticeConfig<'static> =
    coalition::LatticeConfig { name: "ethereum.mainnet", ..operator_unichain::MAINNET };
const FEED_BY_HAND: coalition::OrganismRef<'static> = operator_feeds::EUR;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = _ }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice ETHEREUM = ETHEREUM_BY_HAND;
    organism EUR = operator_feeds::EUR;
    organism FEED = FEED_BY_HAND;
}

fn main() {}
