use coalition::coalition;

coalition! {
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
        expect_fingerprint = "0x0d49ff702b23ec1922d902d226519b62f967b2a8361147a461de3bea3927bcf3",
        expect_components = "lattices 87136548 de4c4ffa organisms caf137a5:4e1d8696 ee8382cb confluences 6da2b465:97a0:61a2 0dd25672:dd66:fb4a ticket_issuer 91c5f189",
    }
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
    organism EUR_PRICE_FEED = "price-feed.eur" { role = "oracle", stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05", content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5" }
    organism USD_PRICE_FEED = "price-feed.usd" { role = "oracle", stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8" }
    confluence PAIRED_BUNDLES = "paired-bundles" {
        spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        content = { window_ms = 500 },
        acl = [require_validator("0xff096070fb25d5456f50000af78f1c92fda605bdb7bc3d1e7d1cc0091204e61c")],
    }
    module SUPERCHAIN_ATLAS = "atlas";
    ticket_issuer SUPERCHAIN_TICKETS = "superchain.tickets";
}

fn main() {}
