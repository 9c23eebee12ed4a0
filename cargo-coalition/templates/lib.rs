//! The coalition `{{name}}`.

use coalition::coalition;

coalition! {
    /// {{placeholder}}
    pub coalition {{const}} = "{{name}}" {
        // `cargo coalition freeze` writes the value here, and a summary of the components.
        expect_fingerprint = _,

        // How integrators reach you. None of it is part of the fingerprint.
        // peers = ["{{peer}}"],
        // change_channel = "https://operator.example/changes.atom",
        // handshake = "https://operator.example/handshake",

        // Pins everything else too: descriptions, links, peers. Freeze writes it.
        // expect_handshake = _,
    }

    // The citizens. Copy each stable id from the handshake page of its operator, and
    // never make one up. The order of the declarations is part of the fingerprint.
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = {{ethereum}},
        // The root under which its operator issues tickets, and its handshake page:
        // ticket_root = {{ticket_root}},
        // handshake = "https://ethereum.operator.example/handshake",
    }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" {
        stable_id = {{unichain}},
        // handshake = "https://unichain.operator.example/handshake",
    }

    // A standalone organism. With a content hash it is pinned to that content.
    // organism EUR_PRICE_FEED = "price-feed.eur" {
    //     role = "oracle",
    //     stable_id = {{feed}},
    //     content_hash = {{content_hash}},
    //     handshake = "https://feeds.operator.example/handshake",
    // }

    /// The coalition's directory. It spans every citizen.
    module {{const}}_ATLAS = "atlas" {
        // Only holders of the coalition's own tickets, if it issues tickets:
        // acl = [recognise_issuer(self)],
        // Who runs it, unless its access rules name an MR_TD:
        // roster = "https://atlas.operator.example/roster",
    }

    // A problem that some citizens solve together.
    // confluence PAIRED_BUNDLES = "paired-bundles" {
    //     spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
    //     content = { window_ms = 500, schema = "bundle-v1" },
    //     state_machine = {{state_machine}},
    //     handshake = "https://bundles.operator.example/handshake",
    // }

    // The coalition's own ticket issuer.
    // ticket_issuer {{const}}_TICKETS = "tickets";
}
