use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" { expect_fingerprint = "0x8e6cdcbfccda02e87be9e30ba9612d63cc971a9cada549d02ab352f9b7007247" }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    organism EUR = operator_feeds::EUR;
    organism USD = operator_feeds::USD;
    module SUPERCHAIN_ATLAS = "atlas";
}

fn main() {}
