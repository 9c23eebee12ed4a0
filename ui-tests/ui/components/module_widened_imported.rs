use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
        expect_fingerprint = "0x8efc687a8cc8c89bf492b118d08bfb633265d942559ebc0cc632751afc2168a4",
        expect_components = "lattices 87136548 647ce2c7 organisms caf137a5:4e1d8696 ee8382cb confluences 27312d7b:4a91:61a2 a70c8870:dd66:fb4a ticket_issuer 91c5f189",
    }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET;
    organism EUR_PRICE_FEED = operator_feeds::EUR;
    organism USD_PRICE_FEED = operator_feeds::USD;
    confluence PAIRED_BUNDLES = "paired-bundles" {
        spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        content = { window_ms = 500 },
        acl = [require_validator("0xff096070fb25d5456f50000af78f1c92fda605bdb7bc3d1e7d1cc0091204e61c")],
    }
    module SUPERCHAIN_ATLAS = "atlas" { spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET, EUR_PRICE_FEED, USD_PRICE_FEED] }
    ticket_issuer SUPERCHAIN_TICKETS = "superchain.tickets";
}

fn main() {}
