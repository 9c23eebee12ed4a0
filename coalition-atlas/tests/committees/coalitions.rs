//! The runbook's coalition, and what its operator made of it later.

use coalition::coalition;

#[path = "../../src/bin/atlas/superchain.rs"]
pub mod superchain;

/// The same coalition with another doc comment, role and link: the root stays, the handshake digest does not.
pub mod reworded {
    use super::coalition;

    coalition! {
        /// The Ethereum superchain coalition.
        pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
            expect_fingerprint = "0x9dd347459f485191ce04146410ed7effc94c26304e66bdbaafc1c30eb4940cbe",
            change_channel = "changes@superchain.example",
        }

        /// Ethereum's main network.
        lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
            stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            handshake = "https://ethereum.example/handshake/2",
        }

        /// Unichain's main network.
        lattice UNICHAIN_MAINNET = "unichain.mainnet" {
            stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
        }

        /// The price of a euro, each second.
        organism EUR_PRICE_FEED = "price-feed.eur" {
            role = "price-oracle",
            stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
            content_hash = "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3",
        }

        /// The directory of the coalition: one card for each citizen.
        module SUPERCHAIN_ATLAS = "atlas" { acl = [recognise_issuer(self)] }

        ticket_issuer SUPERCHAIN_TICKETS = "superchain.tickets";
    }
}

/// The same coalition republished: a lattice moved to another stable id, the organism retired, another one added.
pub mod republished {
    use super::coalition;

    coalition! {
        /// The Ethereum superchain coalition.
        pub coalition ETH_SUPERCHAIN = "ethereum.superchain" {
            expect_fingerprint = "0x2cb34f0db34e5881ee9d4ab9bd07f8cd25a603355d8fab05fe22876619530900",
            change_channel = "changes@superchain.example",
        }

        /// Ethereum's main network.
        lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
            stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            handshake = "https://ethereum.example/handshake",
        }

        /// Unichain's main network.
        lattice UNICHAIN_MAINNET = "unichain.mainnet" {
            stable_id = "0x51a5c4fc15abc919a592676615e2dd6f99419a41ef0d753eef0feb557c4bddbc",
        }

        /// The price of a dollar.
        organism USD_PRICE_FEED = "price-feed.usd" {
            role = "oracle",
            stable_id = "0x144b838996dd83cc7c58b4921ebfe32e973375798d7417adbfda936956bd5ddb",
        }

        /// The directory of the coalition: one card for each citizen.
        module SUPERCHAIN_ATLAS = "atlas" { acl = [recognise_issuer(self)] }

        ticket_issuer SUPERCHAIN_TICKETS = "superchain.tickets";
    }
}
