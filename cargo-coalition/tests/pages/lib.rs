//! A coalition with everything that a page can show, long and hostile texts included.

use coalition::coalition;

coalition! {
    /// A coalition for the tests of the page, with `code`, *emphasis*, **strong type** and
    /// [a link](https://operator.example/docs).
    ///
    /// - a point of a list, long enough to be wrapped on every screen that is as narrow as the one of a phone
    /// - another one
    ///
    /// ```text
    /// lines of code, which may be longer than the screen of a phone is wide
    ///     indented
    /// ```
    ///
    /// <details><summary>raw</summary> HTML <script>window.ran = true</script> <br> <img src=https://evil.example/x.png>
    /// <!-- draft
    pub coalition ETHEREUM_SUPERCHAIN = "ethereum.superchain-with-a-name-that-is-very-long.mainnet" {
        expect_fingerprint = _,
        expect_handshake = _,
        peers = [
            "0x1f5c8e02b9d5a7f1c3e4b6a8d0f2e4c6a8b0d2f4e6c8a0b2d4f6e8c0a2b4d6f8",
            "0x2f5c8e02b9d5a7f1c3e4b6a8d0f2e4c6a8b0d2f4e6c8a0b2d4f6e8c0a2b4d6f8@192.0.2.1:4433",
        ],
        change_channel = "https://operator.example/changes.atom",
        handshake = "https://operator.example/handshake",
    }

    /// The first of all. <!-- draft
    lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
        stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
        ticket_root = "0x9713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
        handshake = "https://ethereum.example/a/very/long/address/of/a/handshake/page/that/has/to/be/wrapped",
    }
    lattice UNICHAIN_MAINNET = "unichain.mainnet" {
        stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
        content_hash = "0x747ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
    }
    organism EUR_PRICE_FEED = "price-feed.eur-with-a-name-that-is-as-long-as-a-name-can-be" {
        role = "oracle <b>of</b> prices",
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
        content_hash = "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3",
        ticket_root = "0x1b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3",
        handshake = "https://feeds.example/eur",
    }

    /// Pairs bundles across the two chains.
    confluence PAIRED_BUNDLES = "paired-bundles" {
        spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
        content = { window_ms = 500, schema = "bundle-v1 | <b>`", strict = true },
        acl = [
            require_mrtd("0x4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d"),
            require_validator("0xff096070fb25d5456f50000af78f1c92fda605bdb7bc3d1e7d1cc0091204e61c"),
        ],
        state_machine = "0x5151515151515151515151515151515151515151515151515151515151515151",
        handshake = "https://pairs.example",
    }

    /// The coalition's directory. It spans every citizen.
    module SUPERCHAIN_ATLAS = "atlas" { acl = [recognise_issuer(self)] }

    ticket_issuer SUPERCHAIN_TICKETS = "superchain.tickets" {
        acl = [recognise_issuer("0x9713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036")],
    }
}
