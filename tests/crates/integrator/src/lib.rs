//! An integrator's crate. Its citizens come from two operators' crates or are declared here, some pinned, in mixed order.
#![no_std]

use coalition::coalition;

coalition! {
    /// A coalition across two operators.
    pub coalition FX_SUPERCHAIN = "fx.superchain" {
        expect_fingerprint = "0x111a896aed7925907b569a4aa6a0622b6f2283483bbd9f25739f603e0332308a",
    }

    ticket_issuer FX_TICKETS = operator_unichain::TICKETS;
    organism EUR_FEED = operator_feeds::EUR;
    lattice UNICHAIN_MAINNET = operator_unichain::MAINNET { stable_id = operator_unichain::MAINNET_ID }

    confluence BRIDGE_WATCH = operator_unichain::BRIDGE_WATCH {
        expect_fingerprint = "0xa2755b6a7f5ff8d039ff4e51200d631ce8224ee996d6c848eb61c1f6efb16811",
    }

    /// Spans imported and declared citizens, in another order than the coalition's.
    confluence FX_AUCTION = "fx-auction" {
        spans = [USD_FEED, ETHEREUM_MAINNET, EUR_FEED, UNICHAIN_MAINNET],
        content = { round_ms = 250, policy = id(operator_unichain::VALIDATOR) },
        acl = [require_validator(operator_unichain::VALIDATOR)],
    }

    module FX_ATLAS = "atlas" { acl = [recognise_issuer(self)] }
    module FX_ALMANAC = operator_unichain::ALMANAC;

    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
    }
    organism USD_FEED = operator_feeds::USD {
        stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8",
    }
    organism GAS_FEED = "price-feed.gas" {
        role = "oracle",
        stable_id = "0x2fe840e13244a9d748883574c1f1b7b1d7020eb39d0735b8f91ef5cf6f35173e",
        content_hash = operator_unichain::VALIDATOR,
    }
}

coalition! {
    /// Two pinned feeds, so that the macro derives the root.
    pub coalition FX_FEEDS = "fx.feeds" { expect_fingerprint = "0x439f2d21e2cfb320664208b561ad074a2d28c6755d9a52e78da9f448ad72c6c0" }

    organism EUR_PINNED = operator_feeds::EUR {
        stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
        content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
    }
    organism USD_PINNED = operator_feeds::USD {
        stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8",
    }
    confluence FX_CROSS = operator_feeds::FX_CROSS { expect_fingerprint = "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12" }
}
