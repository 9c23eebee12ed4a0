use coalition::coalition;
coalition! {
    /// The Ethereum superchain coalition.
    pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
        expect_fingerprint = "0x92f01f991749dafe498a7a822ab748eb914ad36251538a264c1ef069917b0f45",
    }

    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
    }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" {
        stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
    }

    organism EUR_PRICE_FEED = "price-feed.eur" {
        role = "oracle",
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
        content_hash = "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3",
    }

    /// Pairs bundles across the two chains.
    confluence PAIRED_BUNDLES = "paired-bundles" {
        spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        content = { window_ms = 500, schema = "bundle-v1", strict = true },
        acl = [require_validator("0xff096070fb25d5456f50000af78f1c92fda605bdb7bc3d1e7d1cc0091204e61c")],
    }

    /// The coalition's directory. It spans every citizen.
    module SUPERCHAIN_ATLAS = "atlas" { acl = [recognise_issuer(self)] }

    ticket-issuer SUPERCHAIN_TICKETS = "superchain.tickets";
}

fn main() {}
