// Written by `BLESS=1 cargo test --test vectors` from vectors.json.

/// A vector's configuration, the root that the macro wrote out, and the root that rustc evaluated.
pub type Evaluated = (&'static coalition::CoalitionConfig<'static>, coalition::UniqueId, coalition::UniqueId);

// the runbook's own coalition: two lattices, one organism, an Atlas
pub mod v00 {
    coalition::coalition! {
        pub coalition VECTOR = "ethereum.superchain" { expect_fingerprint = "0xd37153783ad825159634e71886f91036dc5ba71539c69e1bac54f88b7d89b614", expect_components = "lattices 87136548 647ce2c7 organisms fee3ec1f confluences fd8fa503:dd66:fb4a" }
        lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
        lattice UNICHAIN_MAINNET = "unichain.mainnet" { stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c" }
        organism EUR_PRICE_FEED = "price-feed.eur" { role = "oracle", stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe" }
        module SUPERCHAIN_ATLAS = "atlas" {
            spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET, EUR_PRICE_FEED],
            content = {  },
            acl = [],
            expect_fingerprint = "0xfd8fa5036ee4bcc77e5de01b30e3da3c725f02f6d849118bc2d32d51b38461e4",
        }
    }
}

// same with the organism's content hash pinned
pub mod v01 {
    coalition::coalition! {
        pub coalition VECTOR = "ethereum.superchain" { expect_fingerprint = "0x578ff6a75c3fb0701a503b02dfd858e917922e0a4a46f45cff5dcf6e587cb161", expect_components = "lattices 87136548 647ce2c7 organisms fee3ec1f:0b35e87b confluences dc3075b7:dd66:fb4a" }
        lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
        lattice UNICHAIN_MAINNET = "unichain.mainnet" { stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c" }
        organism EUR_PRICE_FEED = "price-feed.eur" { role = "oracle", stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe", content_hash = "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3" }
        module SUPERCHAIN_ATLAS = "atlas" {
            spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET, EUR_PRICE_FEED],
            content = {  },
            acl = [],
            expect_fingerprint = "0xdc3075b7dc92256bdde99cf98453027df116c52ae7ba45bc055c6c0fb8785d91",
        }
    }
}

// two lattices, nothing else
pub mod v02 {
    coalition::coalition! {
        pub coalition VECTOR = "oplabs.testnet" { expect_fingerprint = "0x405658dfb0f9e92280f4f24e7a831d62b4e9698d093c6a837763e3b44325e8d9", expect_components = "lattices 84fd25f7 00e0688c" }
        lattice OP_MAINNET = "op.mainnet" { stable_id = "0x84fd25f71a0f98ac396b11fec304185bb007e347085e33e06c5e164be18c45fb" }
        lattice BASE_MAINNET = "base.mainnet" { stable_id = "0x00e0688c408a728efd162b782cb7e781244fbcda605efd0e64fa42140cfa70d2" }
    }
}

// two organisms, no lattice
pub mod v03 {
    coalition::coalition! {
        pub coalition VECTOR = "signals.euro-fx" { expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d", expect_components = "organisms fee3ec1f f9e14aed" }
        organism EUR_PRICE_FEED = "price-feed.eur" { role = "oracle", stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe" }
        organism USD_PRICE_FEED = "price-feed.usd" { role = "oracle", stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65" }
    }
}

// one lattice, one organism
pub mod v04 {
    coalition::coalition! {
        pub coalition VECTOR = "mev.mainnet-q2" { expect_fingerprint = "0x99ac4aa4a4e270efac23a74d594127daa543415680cba47c5640fe535b875f33", expect_components = "lattices 87136548 organisms 001fc2c6:ed730e49" }
        lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
        organism ATTESTATION = "attestation.fabric" { role = "attest", stable_id = "0x001fc2c6815483ca75690310e1375ad7b674a8a3e419cd276ede1f4efc27def7", content_hash = "0xed730e492b37ae3cdbeebe088c39f98f4b90b7798758f4b0853da8d0a230a065" }
    }
}

// order is part of the identity
pub mod v05 {
    coalition::coalition! {
        pub coalition VECTOR = "oplabs.testnet" { expect_fingerprint = "0x2ebcb9eeb6dc0bb9b1985aa05d9273d90728b18f8e44f798115ee396cd0c89aa", expect_components = "lattices 00e0688c 84fd25f7" }
        lattice BASE_MAINNET = "base.mainnet" { stable_id = "0x00e0688c408a728efd162b782cb7e781244fbcda605efd0e64fa42140cfa70d2" }
        lattice OP_MAINNET = "op.mainnet" { stable_id = "0x84fd25f71a0f98ac396b11fec304185bb007e347085e33e06c5e164be18c45fb" }
    }
}

// content parameters of every type, keys written unsorted
pub mod v06 {
    coalition::coalition! {
        pub coalition VECTOR = "mev.mainnet-q2" { expect_fingerprint = "0x31a9ca25dc9e19a369bb83cfb4a1f286ed3bbbe0b4ca20f58973d721b9e676fc", expect_components = "lattices 87136548 00e0688c organisms 001fc2c6:ed730e49 confluences a254de60:57ce:fb4a" }
        lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
        lattice BASE_MAINNET = "base.mainnet" { stable_id = "0x00e0688c408a728efd162b782cb7e781244fbcda605efd0e64fa42140cfa70d2" }
        organism ATTESTATION = "attestation.fabric" { role = "attest", stable_id = "0x001fc2c6815483ca75690310e1375ad7b674a8a3e419cd276ede1f4efc27def7", content_hash = "0xed730e492b37ae3cdbeebe088c39f98f4b90b7798758f4b0853da8d0a230a065" }
        confluence PAIRED_BUNDLES = "paired-bundles" {
            spans = [ETHEREUM_MAINNET, BASE_MAINNET],
            content = { archive = false, max = 18446744073709551615, policy = id("0xff096070fb25d5456f50000af78f1c92fda605bdb7bc3d1e7d1cc0091204e61c"), schema = "bundle-v1", strict = true, window_ms = 500, zone = "Zürich ☂" },
            acl = [],
            expect_fingerprint = "0xa254de60cd0c3740e9657409f2a6d34fc718b3cf25709e2c29f75926d8cf6aee",
        }
    }
}

// access rules of every kind
pub mod v07 {
    coalition::coalition! {
        pub coalition VECTOR = "mev.mainnet-q2" { expect_fingerprint = "0x262c74b09799bfdd4d7ae00b97e4f123c02b52960776c39567371edd0c5d63ec", expect_components = "lattices 87136548 00e0688c organisms 001fc2c6:ed730e49 confluences 5dcb638d:7e7d:26e9" }
        lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
        lattice BASE_MAINNET = "base.mainnet" { stable_id = "0x00e0688c408a728efd162b782cb7e781244fbcda605efd0e64fa42140cfa70d2" }
        organism ATTESTATION = "attestation.fabric" { role = "attest", stable_id = "0x001fc2c6815483ca75690310e1375ad7b674a8a3e419cd276ede1f4efc27def7", content_hash = "0xed730e492b37ae3cdbeebe088c39f98f4b90b7798758f4b0853da8d0a230a065" }
        confluence INTENTS = "intents" {
            spans = [BASE_MAINNET, ETHEREUM_MAINNET, ATTESTATION],
            content = { window_ms = 0 },
            acl = [recognise_issuer("0x8c14894cf8fca349dddd408f2ca2191b9b5100003adb3cc164497ef3aed3da71"), require_mrtd("0xa3a36e8ff18515ca504d6f794c4ae285b98b0cd33c50832987d9931a9db4a325cc4699e0c97fe63a61cc66a6a8f4eb10"), require_validator("0x31cf03e979f20a9e6d4cae682ea0f4b4a9c3b8b62c71f42969a2668e08e6e362")],
            expect_fingerprint = "0x5dcb638d5c7f935d24155ba03385c896aa5a523fdd8033e5bb3dd3fbff1f2975",
        }
    }
}

// ticket issuer, open
pub mod v08 {
    coalition::coalition! {
        pub coalition VECTOR = "oplabs.testnet" { expect_fingerprint = "0x2308cf3dfa62f18c70169601c8e393189e667548d52a63c248ed44b7c4dc4374", expect_components = "lattices 84fd25f7 00e0688c ticket_issuer d48d80f0" }
        lattice OP_MAINNET = "op.mainnet" { stable_id = "0x84fd25f71a0f98ac396b11fec304185bb007e347085e33e06c5e164be18c45fb" }
        lattice BASE_MAINNET = "base.mainnet" { stable_id = "0x00e0688c408a728efd162b782cb7e781244fbcda605efd0e64fa42140cfa70d2" }
        ticket_issuer TICKETS = "oplabs.tickets" { acl = [], expect_fingerprint = "0xd48d80f0e3255a6bf49c2974f6e71da0f045614cf0b0563c24a028fdb215d491" }
    }
}

// ticket issuer with rules, and a module that recognises it
pub mod v09 {
    coalition::coalition! {
        pub coalition VECTOR = "oplabs.testnet" { expect_fingerprint = "0x1e393ce61183a7e19eec365fef8d864bd81f9886d4e4d372dfd9ca97dfa9bd8a", expect_components = "lattices 84fd25f7 00e0688c organisms f9e14aed confluences 14d8f2a0:3df8:0120 ticket_issuer 6b05ab33" }
        lattice OP_MAINNET = "op.mainnet" { stable_id = "0x84fd25f71a0f98ac396b11fec304185bb007e347085e33e06c5e164be18c45fb" }
        lattice BASE_MAINNET = "base.mainnet" { stable_id = "0x00e0688c408a728efd162b782cb7e781244fbcda605efd0e64fa42140cfa70d2" }
        organism USD_PRICE_FEED = "price-feed.usd" { role = "oracle", stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65" }
        module OP_ATLAS = "atlas" {
            spans = [OP_MAINNET, BASE_MAINNET, USD_PRICE_FEED],
            content = { card_schema = 1 },
            acl = [recognise_issuer(self)],
            expect_fingerprint = "0x14d8f2a02f19235116c7789288a30e930de304843bf01b27a999fe740eb959a3",
        }
        ticket_issuer TICKETS = "oplabs.tickets" { acl = [recognise_issuer("0x8c14894cf8fca349dddd408f2ca2191b9b5100003adb3cc164497ef3aed3da71"), require_mrtd("0xa3a36e8ff18515ca504d6f794c4ae285b98b0cd33c50832987d9931a9db4a325cc4699e0c97fe63a61cc66a6a8f4eb10")], expect_fingerprint = "0x6b05ab3322aad37bb508fc75d09d5f756d4a00a3263f1b6d0584eb32e10979f6" }
    }
}

// every module, interleaved with confluences
pub mod v10 {
    coalition::coalition! {
        pub coalition VECTOR = "ethereum.superchain" { expect_fingerprint = "0xda413067541112539092b8a8e163827a0676faf3ded28235b9d6209c15dbd75f", expect_components = "lattices 87136548 647ce2c7 00e0688c 84fd25f7 organisms fee3ec1f:0b35e87b f9e14aed 001fc2c6:ed730e49 confluences c7c69565:dd66:fb4a 00c70438:dd66:fb4a 3065ddf8:593f:fb4a e67559bb:dd66:fb4a 0861254a:dd66:fb4a 0abc3a84:dd66:fb4a ticket_issuer 91c5f189" }
        lattice ETHEREUM_MAINNET = "ethereum.mainnet" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
        lattice UNICHAIN_MAINNET = "unichain.mainnet" { stable_id = "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c" }
        lattice BASE_MAINNET = "base.mainnet" { stable_id = "0x00e0688c408a728efd162b782cb7e781244fbcda605efd0e64fa42140cfa70d2" }
        lattice OP_MAINNET = "op.mainnet" { stable_id = "0x84fd25f71a0f98ac396b11fec304185bb007e347085e33e06c5e164be18c45fb" }
        organism EUR_PRICE_FEED = "price-feed.eur" { role = "oracle", stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe", content_hash = "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3" }
        organism USD_PRICE_FEED = "price-feed.usd" { role = "oracle", stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65" }
        organism ATTESTATION = "attestation.fabric" { role = "attest", stable_id = "0x001fc2c6815483ca75690310e1375ad7b674a8a3e419cd276ede1f4efc27def7", content_hash = "0xed730e492b37ae3cdbeebe088c39f98f4b90b7798758f4b0853da8d0a230a065" }
        module SUPERCHAIN_ATLAS = "atlas" {
            spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET, BASE_MAINNET, OP_MAINNET, EUR_PRICE_FEED, USD_PRICE_FEED, ATTESTATION],
            content = {  },
            acl = [],
            expect_fingerprint = "0xc7c695654ea5cbf488ef11d6f273951978f9f52dc29f08a639b73a6092a85e34",
        }
        confluence INTENTS = "intents" {
            spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET],
            content = {  },
            acl = [],
            expect_fingerprint = "0x00c7043804800fd2324067d04eb3d7fb283ce386e84be95cd0352ffd599c9b05",
        }
        module SUPERCHAIN_ALMANAC = "almanac" {
            spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET, BASE_MAINNET, OP_MAINNET, EUR_PRICE_FEED, USD_PRICE_FEED, ATTESTATION],
            content = { cadence_ms = 250 },
            acl = [],
            expect_fingerprint = "0x3065ddf89ad41325e0acdd4fcd0bcb20c054cb850e4774d09ea731050556895c",
        }
        confluence ORACLE_LATTICE = "oracle-lattice" {
            spans = [BASE_MAINNET, EUR_PRICE_FEED],
            content = {  },
            acl = [],
            expect_fingerprint = "0xe67559bbfc30084eca531c70f7eb0c7e0a89ffff54300f1d3f3c477aa846bcd8",
        }
        module SUPERCHAIN_CHRONICLE = "chronicle" {
            spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET, BASE_MAINNET, OP_MAINNET, EUR_PRICE_FEED, USD_PRICE_FEED, ATTESTATION],
            content = {  },
            acl = [],
            expect_fingerprint = "0x0861254a1dc3f3068de20256b3325301c6b7c23fa68bf86436bd44ed901774e5",
        }
        module SUPERCHAIN_COMPUTE = "compute" {
            spans = [ETHEREUM_MAINNET, UNICHAIN_MAINNET, BASE_MAINNET, OP_MAINNET, EUR_PRICE_FEED, USD_PRICE_FEED, ATTESTATION],
            content = {  },
            acl = [],
            expect_fingerprint = "0x0abc3a84f4fed604be8ec0a5d56508fa1c6b69cb3c68a1cb83511729560e7ee1",
        }
        ticket_issuer TICKETS = "superchain.tickets" { acl = [], expect_fingerprint = "0x91c5f1894577b1b0237411789b3d3ca6366aefb2bf50fdbce9251fb584fe2892" }
    }
}

// 15 lattices: preimages around the 64-byte block and 1024-byte chunk borders
pub mod v11 {
    coalition::coalition! {
        pub coalition VECTOR = "scale.border" { expect_fingerprint = "0xad7c2afb7df6ab74117766793b6b252a1812c5b1c50852ddd76e94d17b2e7d39", expect_components = "lattices bb1d05d9 da2ef4ff 8bba1dbd ab20244f 72059e70 410c53db 8e9d7055 88c2eb62 b82e5b9d f75b0758 c3dd9ef6 d18a902e 50271c69 632d9571 708bb305" }
        lattice CHAIN_0 = "chain-0.mainnet" { stable_id = "0xbb1d05d9a5a15d9cc09b8f9dcdf58f1c29e7a57b06e031487d277db70e79d2b2" }
        lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0xda2ef4ff615163951815cd7fd842d034450dd5633effe2f16da43eed178d0519" }
        lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x8bba1dbd2ce1834e13f413d1d4ce0680c829f7a8155862f64ea8bec391668139" }
        lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0xab20244fe67c960c166c9f724f546a6770b439de61c25e344bcf2ce290179845" }
        lattice CHAIN_4 = "chain-4.mainnet" { stable_id = "0x72059e70da592c52a92cf1053147f3d176d101b353a5a31a296ccc979e46fb34" }
        lattice CHAIN_5 = "chain-5.mainnet" { stable_id = "0x410c53db80972f24d9dd291d39aa02ad5606c5e3bedc848943973350480858b1" }
        lattice CHAIN_6 = "chain-6.mainnet" { stable_id = "0x8e9d70558d2f75c38e82d510f59e3deb9f5b01481daf56524de4b38d824a6836" }
        lattice CHAIN_7 = "chain-7.mainnet" { stable_id = "0x88c2eb6212c84089fd7d98b1fb780b6177defd8c48855e4713fbf40deafb615e" }
        lattice CHAIN_8 = "chain-8.mainnet" { stable_id = "0xb82e5b9d6ba3573303b5d2e9441a1aff98e1fa16279c9e39c02c0930ba611eb1" }
        lattice CHAIN_9 = "chain-9.mainnet" { stable_id = "0xf75b07580f18f8ed80a5a43fd56c4eff690ba8b2cb994a331840c64283917879" }
        lattice CHAIN_10 = "chain-10.mainnet" { stable_id = "0xc3dd9ef6b1df24cb2584b70acd72fa25df9480ef1b48088d6dd83fe6c6458979" }
        lattice CHAIN_11 = "chain-11.mainnet" { stable_id = "0xd18a902eb1a39e2ca9e7d2968a6854c39c79c5804794cb79d2b98c35979206a7" }
        lattice CHAIN_12 = "chain-12.mainnet" { stable_id = "0x50271c69668ea3529d753090a832e8e514c510eda5c256738715a76e17ff1176" }
        lattice CHAIN_13 = "chain-13.mainnet" { stable_id = "0x632d957164266b39e6dd3515cd2a74dcc18f87f2ea9ce99cd8cc9cb0ef74e97a" }
        lattice CHAIN_14 = "chain-14.mainnet" { stable_id = "0x708bb305ffd93e6fab142bdcea4c9c910b4eb366f1d54f7e4c75315fb757d112" }
    }
}

// 31 lattices: preimages around the 64-byte block and 1024-byte chunk borders
pub mod v12 {
    coalition::coalition! {
        pub coalition VECTOR = "scale.border" { expect_fingerprint = "0xd84a07f0fe24a66275919bf2a1bc9c6f6c328bf3b65d259b67f1a0e14b58a00e", expect_components = "lattices bb1d05d9 da2ef4ff 8bba1dbd ab20244f 72059e70 410c53db 8e9d7055 88c2eb62 b82e5b9d f75b0758 c3dd9ef6 d18a902e 50271c69 632d9571 708bb305 a1b455d2 e3fce53b 161cd9f8 dd9cf9d8 78baee5e df8f2492 2ec969fd 40f7b2b5 b6f4678c 3c763b3d cd595d90 3e3cc685 495fcefa f9b52fdb 4a08209a 108b1d20" }
        lattice CHAIN_0 = "chain-0.mainnet" { stable_id = "0xbb1d05d9a5a15d9cc09b8f9dcdf58f1c29e7a57b06e031487d277db70e79d2b2" }
        lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0xda2ef4ff615163951815cd7fd842d034450dd5633effe2f16da43eed178d0519" }
        lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x8bba1dbd2ce1834e13f413d1d4ce0680c829f7a8155862f64ea8bec391668139" }
        lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0xab20244fe67c960c166c9f724f546a6770b439de61c25e344bcf2ce290179845" }
        lattice CHAIN_4 = "chain-4.mainnet" { stable_id = "0x72059e70da592c52a92cf1053147f3d176d101b353a5a31a296ccc979e46fb34" }
        lattice CHAIN_5 = "chain-5.mainnet" { stable_id = "0x410c53db80972f24d9dd291d39aa02ad5606c5e3bedc848943973350480858b1" }
        lattice CHAIN_6 = "chain-6.mainnet" { stable_id = "0x8e9d70558d2f75c38e82d510f59e3deb9f5b01481daf56524de4b38d824a6836" }
        lattice CHAIN_7 = "chain-7.mainnet" { stable_id = "0x88c2eb6212c84089fd7d98b1fb780b6177defd8c48855e4713fbf40deafb615e" }
        lattice CHAIN_8 = "chain-8.mainnet" { stable_id = "0xb82e5b9d6ba3573303b5d2e9441a1aff98e1fa16279c9e39c02c0930ba611eb1" }
        lattice CHAIN_9 = "chain-9.mainnet" { stable_id = "0xf75b07580f18f8ed80a5a43fd56c4eff690ba8b2cb994a331840c64283917879" }
        lattice CHAIN_10 = "chain-10.mainnet" { stable_id = "0xc3dd9ef6b1df24cb2584b70acd72fa25df9480ef1b48088d6dd83fe6c6458979" }
        lattice CHAIN_11 = "chain-11.mainnet" { stable_id = "0xd18a902eb1a39e2ca9e7d2968a6854c39c79c5804794cb79d2b98c35979206a7" }
        lattice CHAIN_12 = "chain-12.mainnet" { stable_id = "0x50271c69668ea3529d753090a832e8e514c510eda5c256738715a76e17ff1176" }
        lattice CHAIN_13 = "chain-13.mainnet" { stable_id = "0x632d957164266b39e6dd3515cd2a74dcc18f87f2ea9ce99cd8cc9cb0ef74e97a" }
        lattice CHAIN_14 = "chain-14.mainnet" { stable_id = "0x708bb305ffd93e6fab142bdcea4c9c910b4eb366f1d54f7e4c75315fb757d112" }
        lattice CHAIN_15 = "chain-15.mainnet" { stable_id = "0xa1b455d2da9a180ff4d3c63e5e977708af125fff773ffb7a3ede2832cb1b30e5" }
        lattice CHAIN_16 = "chain-16.mainnet" { stable_id = "0xe3fce53b46e6dda3845642bb5000a3a013fde5c2d0d0dcd01e4dbd3d355eea41" }
        lattice CHAIN_17 = "chain-17.mainnet" { stable_id = "0x161cd9f87e1d41d6965130a34d58e0c15670330478c323f7edbae3e6dd35460a" }
        lattice CHAIN_18 = "chain-18.mainnet" { stable_id = "0xdd9cf9d8db845ddc9af9bca3b4796345dca0e1cc8117dcd93ebc847865208eb3" }
        lattice CHAIN_19 = "chain-19.mainnet" { stable_id = "0x78baee5e075ceaa2ca1828552e2053fe390600de58bc2a54f4ba9c8c3fe155af" }
        lattice CHAIN_20 = "chain-20.mainnet" { stable_id = "0xdf8f249267b218fffb2a21bf56e97c82154ddf9d98af15d5eb854a365281044b" }
        lattice CHAIN_21 = "chain-21.mainnet" { stable_id = "0x2ec969fdce02e79b7c9ccdc643c66f1ac7520b1383c24051b3bdb1a6016f9552" }
        lattice CHAIN_22 = "chain-22.mainnet" { stable_id = "0x40f7b2b5c7063aa86f7310c9f033cabfea0a638693fc2527f38a0f2747c9f5db" }
        lattice CHAIN_23 = "chain-23.mainnet" { stable_id = "0xb6f4678cf686a3ae62cd8adf63e702d905e69c3bd754b5f0ec378a1ff4c020ee" }
        lattice CHAIN_24 = "chain-24.mainnet" { stable_id = "0x3c763b3d9d55df70ea71a78ab7ca5eac019647824317780f754d82f3e937362c" }
        lattice CHAIN_25 = "chain-25.mainnet" { stable_id = "0xcd595d909d96b71c2100ce8bed115f0a898dce3f43b96873fc6ee0d039368c9f" }
        lattice CHAIN_26 = "chain-26.mainnet" { stable_id = "0x3e3cc6853a7e697de47a83010b5c61e0cc7c7cd12d298a276637289cb6c6cc82" }
        lattice CHAIN_27 = "chain-27.mainnet" { stable_id = "0x495fcefacf512a2d729024590d6dc82dd83138cfd951bdafe5c2c396d48aa130" }
        lattice CHAIN_28 = "chain-28.mainnet" { stable_id = "0xf9b52fdb72957b79996eb90ec2439a2875e48b27b37a1c5782e1aec867fd3b31" }
        lattice CHAIN_29 = "chain-29.mainnet" { stable_id = "0x4a08209a60997bf2463e9f50ac35b637bdfb17d3d35479fcab963f6eac371391" }
        lattice CHAIN_30 = "chain-30.mainnet" { stable_id = "0x108b1d20c6b8ada66b607f0859a40cafeee766cd950b9ab8cf1a9b575711fde4" }
    }
}

// 32 lattices: preimages around the 64-byte block and 1024-byte chunk borders
pub mod v13 {
    coalition::coalition! {
        pub coalition VECTOR = "scale.border" { expect_fingerprint = "0x6a93582f3290a1965e971dca264dd400e21cdde71fdf36cdb120c197d0e4a398", expect_components = "lattices bb1d05d9 da2ef4ff 8bba1dbd ab20244f 72059e70 410c53db 8e9d7055 88c2eb62 b82e5b9d f75b0758 c3dd9ef6 d18a902e 50271c69 632d9571 708bb305 a1b455d2 e3fce53b 161cd9f8 dd9cf9d8 78baee5e df8f2492 2ec969fd 40f7b2b5 b6f4678c 3c763b3d cd595d90 3e3cc685 495fcefa f9b52fdb 4a08209a 108b1d20 458023b7" }
        lattice CHAIN_0 = "chain-0.mainnet" { stable_id = "0xbb1d05d9a5a15d9cc09b8f9dcdf58f1c29e7a57b06e031487d277db70e79d2b2" }
        lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0xda2ef4ff615163951815cd7fd842d034450dd5633effe2f16da43eed178d0519" }
        lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x8bba1dbd2ce1834e13f413d1d4ce0680c829f7a8155862f64ea8bec391668139" }
        lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0xab20244fe67c960c166c9f724f546a6770b439de61c25e344bcf2ce290179845" }
        lattice CHAIN_4 = "chain-4.mainnet" { stable_id = "0x72059e70da592c52a92cf1053147f3d176d101b353a5a31a296ccc979e46fb34" }
        lattice CHAIN_5 = "chain-5.mainnet" { stable_id = "0x410c53db80972f24d9dd291d39aa02ad5606c5e3bedc848943973350480858b1" }
        lattice CHAIN_6 = "chain-6.mainnet" { stable_id = "0x8e9d70558d2f75c38e82d510f59e3deb9f5b01481daf56524de4b38d824a6836" }
        lattice CHAIN_7 = "chain-7.mainnet" { stable_id = "0x88c2eb6212c84089fd7d98b1fb780b6177defd8c48855e4713fbf40deafb615e" }
        lattice CHAIN_8 = "chain-8.mainnet" { stable_id = "0xb82e5b9d6ba3573303b5d2e9441a1aff98e1fa16279c9e39c02c0930ba611eb1" }
        lattice CHAIN_9 = "chain-9.mainnet" { stable_id = "0xf75b07580f18f8ed80a5a43fd56c4eff690ba8b2cb994a331840c64283917879" }
        lattice CHAIN_10 = "chain-10.mainnet" { stable_id = "0xc3dd9ef6b1df24cb2584b70acd72fa25df9480ef1b48088d6dd83fe6c6458979" }
        lattice CHAIN_11 = "chain-11.mainnet" { stable_id = "0xd18a902eb1a39e2ca9e7d2968a6854c39c79c5804794cb79d2b98c35979206a7" }
        lattice CHAIN_12 = "chain-12.mainnet" { stable_id = "0x50271c69668ea3529d753090a832e8e514c510eda5c256738715a76e17ff1176" }
        lattice CHAIN_13 = "chain-13.mainnet" { stable_id = "0x632d957164266b39e6dd3515cd2a74dcc18f87f2ea9ce99cd8cc9cb0ef74e97a" }
        lattice CHAIN_14 = "chain-14.mainnet" { stable_id = "0x708bb305ffd93e6fab142bdcea4c9c910b4eb366f1d54f7e4c75315fb757d112" }
        lattice CHAIN_15 = "chain-15.mainnet" { stable_id = "0xa1b455d2da9a180ff4d3c63e5e977708af125fff773ffb7a3ede2832cb1b30e5" }
        lattice CHAIN_16 = "chain-16.mainnet" { stable_id = "0xe3fce53b46e6dda3845642bb5000a3a013fde5c2d0d0dcd01e4dbd3d355eea41" }
        lattice CHAIN_17 = "chain-17.mainnet" { stable_id = "0x161cd9f87e1d41d6965130a34d58e0c15670330478c323f7edbae3e6dd35460a" }
        lattice CHAIN_18 = "chain-18.mainnet" { stable_id = "0xdd9cf9d8db845ddc9af9bca3b4796345dca0e1cc8117dcd93ebc847865208eb3" }
        lattice CHAIN_19 = "chain-19.mainnet" { stable_id = "0x78baee5e075ceaa2ca1828552e2053fe390600de58bc2a54f4ba9c8c3fe155af" }
        lattice CHAIN_20 = "chain-20.mainnet" { stable_id = "0xdf8f249267b218fffb2a21bf56e97c82154ddf9d98af15d5eb854a365281044b" }
        lattice CHAIN_21 = "chain-21.mainnet" { stable_id = "0x2ec969fdce02e79b7c9ccdc643c66f1ac7520b1383c24051b3bdb1a6016f9552" }
        lattice CHAIN_22 = "chain-22.mainnet" { stable_id = "0x40f7b2b5c7063aa86f7310c9f033cabfea0a638693fc2527f38a0f2747c9f5db" }
        lattice CHAIN_23 = "chain-23.mainnet" { stable_id = "0xb6f4678cf686a3ae62cd8adf63e702d905e69c3bd754b5f0ec378a1ff4c020ee" }
        lattice CHAIN_24 = "chain-24.mainnet" { stable_id = "0x3c763b3d9d55df70ea71a78ab7ca5eac019647824317780f754d82f3e937362c" }
        lattice CHAIN_25 = "chain-25.mainnet" { stable_id = "0xcd595d909d96b71c2100ce8bed115f0a898dce3f43b96873fc6ee0d039368c9f" }
        lattice CHAIN_26 = "chain-26.mainnet" { stable_id = "0x3e3cc6853a7e697de47a83010b5c61e0cc7c7cd12d298a276637289cb6c6cc82" }
        lattice CHAIN_27 = "chain-27.mainnet" { stable_id = "0x495fcefacf512a2d729024590d6dc82dd83138cfd951bdafe5c2c396d48aa130" }
        lattice CHAIN_28 = "chain-28.mainnet" { stable_id = "0xf9b52fdb72957b79996eb90ec2439a2875e48b27b37a1c5782e1aec867fd3b31" }
        lattice CHAIN_29 = "chain-29.mainnet" { stable_id = "0x4a08209a60997bf2463e9f50ac35b637bdfb17d3d35479fcab963f6eac371391" }
        lattice CHAIN_30 = "chain-30.mainnet" { stable_id = "0x108b1d20c6b8ada66b607f0859a40cafeee766cd950b9ab8cf1a9b575711fde4" }
        lattice CHAIN_31 = "chain-31.mainnet" { stable_id = "0x458023b7789bae285b34cb9942447e168d22001f05a6e420e8f61069c7ec8f29" }
    }
}

// 33 lattices: preimages around the 64-byte block and 1024-byte chunk borders
pub mod v14 {
    coalition::coalition! {
        pub coalition VECTOR = "scale.border" { expect_fingerprint = "0x6952366592ba7f10867540c8cc2eb3d7ceeeb7befeccc195c874d878fa30145b", expect_components = "lattices bb1d05d9 da2ef4ff 8bba1dbd ab20244f 72059e70 410c53db 8e9d7055 88c2eb62 b82e5b9d f75b0758 c3dd9ef6 d18a902e 50271c69 632d9571 708bb305 a1b455d2 e3fce53b 161cd9f8 dd9cf9d8 78baee5e df8f2492 2ec969fd 40f7b2b5 b6f4678c 3c763b3d cd595d90 3e3cc685 495fcefa f9b52fdb 4a08209a 108b1d20 458023b7 ac022ca9" }
        lattice CHAIN_0 = "chain-0.mainnet" { stable_id = "0xbb1d05d9a5a15d9cc09b8f9dcdf58f1c29e7a57b06e031487d277db70e79d2b2" }
        lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0xda2ef4ff615163951815cd7fd842d034450dd5633effe2f16da43eed178d0519" }
        lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x8bba1dbd2ce1834e13f413d1d4ce0680c829f7a8155862f64ea8bec391668139" }
        lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0xab20244fe67c960c166c9f724f546a6770b439de61c25e344bcf2ce290179845" }
        lattice CHAIN_4 = "chain-4.mainnet" { stable_id = "0x72059e70da592c52a92cf1053147f3d176d101b353a5a31a296ccc979e46fb34" }
        lattice CHAIN_5 = "chain-5.mainnet" { stable_id = "0x410c53db80972f24d9dd291d39aa02ad5606c5e3bedc848943973350480858b1" }
        lattice CHAIN_6 = "chain-6.mainnet" { stable_id = "0x8e9d70558d2f75c38e82d510f59e3deb9f5b01481daf56524de4b38d824a6836" }
        lattice CHAIN_7 = "chain-7.mainnet" { stable_id = "0x88c2eb6212c84089fd7d98b1fb780b6177defd8c48855e4713fbf40deafb615e" }
        lattice CHAIN_8 = "chain-8.mainnet" { stable_id = "0xb82e5b9d6ba3573303b5d2e9441a1aff98e1fa16279c9e39c02c0930ba611eb1" }
        lattice CHAIN_9 = "chain-9.mainnet" { stable_id = "0xf75b07580f18f8ed80a5a43fd56c4eff690ba8b2cb994a331840c64283917879" }
        lattice CHAIN_10 = "chain-10.mainnet" { stable_id = "0xc3dd9ef6b1df24cb2584b70acd72fa25df9480ef1b48088d6dd83fe6c6458979" }
        lattice CHAIN_11 = "chain-11.mainnet" { stable_id = "0xd18a902eb1a39e2ca9e7d2968a6854c39c79c5804794cb79d2b98c35979206a7" }
        lattice CHAIN_12 = "chain-12.mainnet" { stable_id = "0x50271c69668ea3529d753090a832e8e514c510eda5c256738715a76e17ff1176" }
        lattice CHAIN_13 = "chain-13.mainnet" { stable_id = "0x632d957164266b39e6dd3515cd2a74dcc18f87f2ea9ce99cd8cc9cb0ef74e97a" }
        lattice CHAIN_14 = "chain-14.mainnet" { stable_id = "0x708bb305ffd93e6fab142bdcea4c9c910b4eb366f1d54f7e4c75315fb757d112" }
        lattice CHAIN_15 = "chain-15.mainnet" { stable_id = "0xa1b455d2da9a180ff4d3c63e5e977708af125fff773ffb7a3ede2832cb1b30e5" }
        lattice CHAIN_16 = "chain-16.mainnet" { stable_id = "0xe3fce53b46e6dda3845642bb5000a3a013fde5c2d0d0dcd01e4dbd3d355eea41" }
        lattice CHAIN_17 = "chain-17.mainnet" { stable_id = "0x161cd9f87e1d41d6965130a34d58e0c15670330478c323f7edbae3e6dd35460a" }
        lattice CHAIN_18 = "chain-18.mainnet" { stable_id = "0xdd9cf9d8db845ddc9af9bca3b4796345dca0e1cc8117dcd93ebc847865208eb3" }
        lattice CHAIN_19 = "chain-19.mainnet" { stable_id = "0x78baee5e075ceaa2ca1828552e2053fe390600de58bc2a54f4ba9c8c3fe155af" }
        lattice CHAIN_20 = "chain-20.mainnet" { stable_id = "0xdf8f249267b218fffb2a21bf56e97c82154ddf9d98af15d5eb854a365281044b" }
        lattice CHAIN_21 = "chain-21.mainnet" { stable_id = "0x2ec969fdce02e79b7c9ccdc643c66f1ac7520b1383c24051b3bdb1a6016f9552" }
        lattice CHAIN_22 = "chain-22.mainnet" { stable_id = "0x40f7b2b5c7063aa86f7310c9f033cabfea0a638693fc2527f38a0f2747c9f5db" }
        lattice CHAIN_23 = "chain-23.mainnet" { stable_id = "0xb6f4678cf686a3ae62cd8adf63e702d905e69c3bd754b5f0ec378a1ff4c020ee" }
        lattice CHAIN_24 = "chain-24.mainnet" { stable_id = "0x3c763b3d9d55df70ea71a78ab7ca5eac019647824317780f754d82f3e937362c" }
        lattice CHAIN_25 = "chain-25.mainnet" { stable_id = "0xcd595d909d96b71c2100ce8bed115f0a898dce3f43b96873fc6ee0d039368c9f" }
        lattice CHAIN_26 = "chain-26.mainnet" { stable_id = "0x3e3cc6853a7e697de47a83010b5c61e0cc7c7cd12d298a276637289cb6c6cc82" }
        lattice CHAIN_27 = "chain-27.mainnet" { stable_id = "0x495fcefacf512a2d729024590d6dc82dd83138cfd951bdafe5c2c396d48aa130" }
        lattice CHAIN_28 = "chain-28.mainnet" { stable_id = "0xf9b52fdb72957b79996eb90ec2439a2875e48b27b37a1c5782e1aec867fd3b31" }
        lattice CHAIN_29 = "chain-29.mainnet" { stable_id = "0x4a08209a60997bf2463e9f50ac35b637bdfb17d3d35479fcab963f6eac371391" }
        lattice CHAIN_30 = "chain-30.mainnet" { stable_id = "0x108b1d20c6b8ada66b607f0859a40cafeee766cd950b9ab8cf1a9b575711fde4" }
        lattice CHAIN_31 = "chain-31.mainnet" { stable_id = "0x458023b7789bae285b34cb9942447e168d22001f05a6e420e8f61069c7ec8f29" }
        lattice CHAIN_32 = "chain-32.mainnet" { stable_id = "0xac022ca9085a7b0e70401128efab7b2497918d69eb15501621a8d410e911c796" }
    }
}

// 63 lattices: preimages around the 64-byte block and 1024-byte chunk borders
pub mod v15 {
    coalition::coalition! {
        pub coalition VECTOR = "scale.border" { expect_fingerprint = "0xce83912e9503f746bee4ac31cc92326712f3062e320900d8ce60aab6ed9f4717", expect_components = "lattices bb1d05d9 da2ef4ff 8bba1dbd ab20244f 72059e70 410c53db 8e9d7055 88c2eb62 b82e5b9d f75b0758 c3dd9ef6 d18a902e 50271c69 632d9571 708bb305 a1b455d2 e3fce53b 161cd9f8 dd9cf9d8 78baee5e df8f2492 2ec969fd 40f7b2b5 b6f4678c 3c763b3d cd595d90 3e3cc685 495fcefa f9b52fdb 4a08209a 108b1d20 458023b7 ac022ca9 d5010285 d2936762 9de8e3a7 7f39ea86 58af0d6a afc224d0 4679f88d 9a95d82a 39e0cb76 01af91cb 14613c33 e8c30058 e8a090c3 71994d6d 926c1a02 04ee926f 274235b7 a9d7f2e1 58d9e254 83b4007e cf8d317e e13d080d f9c89486 854a16d8 7136187c 40951c32 9ed75945 882ccc4c 669afeb6 c91cd59f" }
        lattice CHAIN_0 = "chain-0.mainnet" { stable_id = "0xbb1d05d9a5a15d9cc09b8f9dcdf58f1c29e7a57b06e031487d277db70e79d2b2" }
        lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0xda2ef4ff615163951815cd7fd842d034450dd5633effe2f16da43eed178d0519" }
        lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x8bba1dbd2ce1834e13f413d1d4ce0680c829f7a8155862f64ea8bec391668139" }
        lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0xab20244fe67c960c166c9f724f546a6770b439de61c25e344bcf2ce290179845" }
        lattice CHAIN_4 = "chain-4.mainnet" { stable_id = "0x72059e70da592c52a92cf1053147f3d176d101b353a5a31a296ccc979e46fb34" }
        lattice CHAIN_5 = "chain-5.mainnet" { stable_id = "0x410c53db80972f24d9dd291d39aa02ad5606c5e3bedc848943973350480858b1" }
        lattice CHAIN_6 = "chain-6.mainnet" { stable_id = "0x8e9d70558d2f75c38e82d510f59e3deb9f5b01481daf56524de4b38d824a6836" }
        lattice CHAIN_7 = "chain-7.mainnet" { stable_id = "0x88c2eb6212c84089fd7d98b1fb780b6177defd8c48855e4713fbf40deafb615e" }
        lattice CHAIN_8 = "chain-8.mainnet" { stable_id = "0xb82e5b9d6ba3573303b5d2e9441a1aff98e1fa16279c9e39c02c0930ba611eb1" }
        lattice CHAIN_9 = "chain-9.mainnet" { stable_id = "0xf75b07580f18f8ed80a5a43fd56c4eff690ba8b2cb994a331840c64283917879" }
        lattice CHAIN_10 = "chain-10.mainnet" { stable_id = "0xc3dd9ef6b1df24cb2584b70acd72fa25df9480ef1b48088d6dd83fe6c6458979" }
        lattice CHAIN_11 = "chain-11.mainnet" { stable_id = "0xd18a902eb1a39e2ca9e7d2968a6854c39c79c5804794cb79d2b98c35979206a7" }
        lattice CHAIN_12 = "chain-12.mainnet" { stable_id = "0x50271c69668ea3529d753090a832e8e514c510eda5c256738715a76e17ff1176" }
        lattice CHAIN_13 = "chain-13.mainnet" { stable_id = "0x632d957164266b39e6dd3515cd2a74dcc18f87f2ea9ce99cd8cc9cb0ef74e97a" }
        lattice CHAIN_14 = "chain-14.mainnet" { stable_id = "0x708bb305ffd93e6fab142bdcea4c9c910b4eb366f1d54f7e4c75315fb757d112" }
        lattice CHAIN_15 = "chain-15.mainnet" { stable_id = "0xa1b455d2da9a180ff4d3c63e5e977708af125fff773ffb7a3ede2832cb1b30e5" }
        lattice CHAIN_16 = "chain-16.mainnet" { stable_id = "0xe3fce53b46e6dda3845642bb5000a3a013fde5c2d0d0dcd01e4dbd3d355eea41" }
        lattice CHAIN_17 = "chain-17.mainnet" { stable_id = "0x161cd9f87e1d41d6965130a34d58e0c15670330478c323f7edbae3e6dd35460a" }
        lattice CHAIN_18 = "chain-18.mainnet" { stable_id = "0xdd9cf9d8db845ddc9af9bca3b4796345dca0e1cc8117dcd93ebc847865208eb3" }
        lattice CHAIN_19 = "chain-19.mainnet" { stable_id = "0x78baee5e075ceaa2ca1828552e2053fe390600de58bc2a54f4ba9c8c3fe155af" }
        lattice CHAIN_20 = "chain-20.mainnet" { stable_id = "0xdf8f249267b218fffb2a21bf56e97c82154ddf9d98af15d5eb854a365281044b" }
        lattice CHAIN_21 = "chain-21.mainnet" { stable_id = "0x2ec969fdce02e79b7c9ccdc643c66f1ac7520b1383c24051b3bdb1a6016f9552" }
        lattice CHAIN_22 = "chain-22.mainnet" { stable_id = "0x40f7b2b5c7063aa86f7310c9f033cabfea0a638693fc2527f38a0f2747c9f5db" }
        lattice CHAIN_23 = "chain-23.mainnet" { stable_id = "0xb6f4678cf686a3ae62cd8adf63e702d905e69c3bd754b5f0ec378a1ff4c020ee" }
        lattice CHAIN_24 = "chain-24.mainnet" { stable_id = "0x3c763b3d9d55df70ea71a78ab7ca5eac019647824317780f754d82f3e937362c" }
        lattice CHAIN_25 = "chain-25.mainnet" { stable_id = "0xcd595d909d96b71c2100ce8bed115f0a898dce3f43b96873fc6ee0d039368c9f" }
        lattice CHAIN_26 = "chain-26.mainnet" { stable_id = "0x3e3cc6853a7e697de47a83010b5c61e0cc7c7cd12d298a276637289cb6c6cc82" }
        lattice CHAIN_27 = "chain-27.mainnet" { stable_id = "0x495fcefacf512a2d729024590d6dc82dd83138cfd951bdafe5c2c396d48aa130" }
        lattice CHAIN_28 = "chain-28.mainnet" { stable_id = "0xf9b52fdb72957b79996eb90ec2439a2875e48b27b37a1c5782e1aec867fd3b31" }
        lattice CHAIN_29 = "chain-29.mainnet" { stable_id = "0x4a08209a60997bf2463e9f50ac35b637bdfb17d3d35479fcab963f6eac371391" }
        lattice CHAIN_30 = "chain-30.mainnet" { stable_id = "0x108b1d20c6b8ada66b607f0859a40cafeee766cd950b9ab8cf1a9b575711fde4" }
        lattice CHAIN_31 = "chain-31.mainnet" { stable_id = "0x458023b7789bae285b34cb9942447e168d22001f05a6e420e8f61069c7ec8f29" }
        lattice CHAIN_32 = "chain-32.mainnet" { stable_id = "0xac022ca9085a7b0e70401128efab7b2497918d69eb15501621a8d410e911c796" }
        lattice CHAIN_33 = "chain-33.mainnet" { stable_id = "0xd501028525223f74d2438e7be684980c90994a1b148272f2b370ea90aec035b4" }
        lattice CHAIN_34 = "chain-34.mainnet" { stable_id = "0xd2936762ead0f561f730f35f6694212b8e22946b35a14cd26b6b5a5349420107" }
        lattice CHAIN_35 = "chain-35.mainnet" { stable_id = "0x9de8e3a788ca5fe030ca249078b733bd71be5af699dd8b37b6f82e80b9379dc3" }
        lattice CHAIN_36 = "chain-36.mainnet" { stable_id = "0x7f39ea86c17c03a38a629c8a7d5cac187c9e8692cca621058c03877b8fc89265" }
        lattice CHAIN_37 = "chain-37.mainnet" { stable_id = "0x58af0d6a4051d9c4640e8f635af5e65820caad4521e9112051ffd527614a2dae" }
        lattice CHAIN_38 = "chain-38.mainnet" { stable_id = "0xafc224d096536cc54f0f0ab5a87bb34656a87d55cc9444748578b67a92d9ac86" }
        lattice CHAIN_39 = "chain-39.mainnet" { stable_id = "0x4679f88d0f705f27f972e1ceb6518ab53cd2360b1b51ebba8331c523a7e197ab" }
        lattice CHAIN_40 = "chain-40.mainnet" { stable_id = "0x9a95d82a712b1fa5aa07315ee27b6b6db519c18bcf4985e9727320adf8ba42b6" }
        lattice CHAIN_41 = "chain-41.mainnet" { stable_id = "0x39e0cb76b0695b88463a4c406f5d593c3c6a686743d93b4ebe49109b753302d3" }
        lattice CHAIN_42 = "chain-42.mainnet" { stable_id = "0x01af91cb7f8f08b21f6296c3fcbc037636db7cc48918201b18228d74333ed9f3" }
        lattice CHAIN_43 = "chain-43.mainnet" { stable_id = "0x14613c33b3ad2df729ea0c27edaac676d5d71fa4afa1bf4992589c7a8f723b0b" }
        lattice CHAIN_44 = "chain-44.mainnet" { stable_id = "0xe8c30058d5d8bbefa151cc9516daf1bbbb0af29e9b33e9c9d15fda216e3b78ad" }
        lattice CHAIN_45 = "chain-45.mainnet" { stable_id = "0xe8a090c36843b1995724703883007e301b8b0fbb114571cbc819336588fa9e10" }
        lattice CHAIN_46 = "chain-46.mainnet" { stable_id = "0x71994d6d1ed504034cd785e309968e5d6f6bdfcc09480aabcfd985a8623b1a58" }
        lattice CHAIN_47 = "chain-47.mainnet" { stable_id = "0x926c1a0299978ce53577226542453ca4d2332f190383d569a6eddb9706fe1988" }
        lattice CHAIN_48 = "chain-48.mainnet" { stable_id = "0x04ee926f1d2a8d10ced9dfbb1fbfc4f14cc7d9e68e2372498b3d0212ce3cab05" }
        lattice CHAIN_49 = "chain-49.mainnet" { stable_id = "0x274235b7849d7ba923fdab7472130ca17f8075ba13f3e6b1986423bcbfbb7e61" }
        lattice CHAIN_50 = "chain-50.mainnet" { stable_id = "0xa9d7f2e12f75abbd32129c4a7173d80c6836543d9642796273c966fff8bc228f" }
        lattice CHAIN_51 = "chain-51.mainnet" { stable_id = "0x58d9e254835709440efd1b699048a7f998ba8e4c8d383684425508ca14e18521" }
        lattice CHAIN_52 = "chain-52.mainnet" { stable_id = "0x83b4007e6b389210ce28bdcf2963dff454a4a1bcb91f80b58ead3b72fd8fd08d" }
        lattice CHAIN_53 = "chain-53.mainnet" { stable_id = "0xcf8d317e955df578a564a1a74034071d53baded7566251ea8a5b7854d77e9e3c" }
        lattice CHAIN_54 = "chain-54.mainnet" { stable_id = "0xe13d080df881d36599d74ddf86170e455984db299d14aa85513b31c7c7ecec04" }
        lattice CHAIN_55 = "chain-55.mainnet" { stable_id = "0xf9c894861d729b6e038c528ee0d120d28816dda2c83c6075597d653d32e85a58" }
        lattice CHAIN_56 = "chain-56.mainnet" { stable_id = "0x854a16d81bd82f5b7b21253288c59ab4426c34fd339ba4f61792719938f5f61c" }
        lattice CHAIN_57 = "chain-57.mainnet" { stable_id = "0x7136187cc5e3db61c8c34a73a73213b70302dcfb4aabfa3f32ea39d46b2b11f0" }
        lattice CHAIN_58 = "chain-58.mainnet" { stable_id = "0x40951c32d305f6f48ba159fb1c01cbf0ad6b5f0668bb0fe9620d45ebcc26bdd7" }
        lattice CHAIN_59 = "chain-59.mainnet" { stable_id = "0x9ed7594548bf577c3d4ea77ae86c2797823b503c0e0bedb344cbba1e356d07cb" }
        lattice CHAIN_60 = "chain-60.mainnet" { stable_id = "0x882ccc4ce4a47f67be1d72e663d1a1135e3c06b539b953130c3162849759a678" }
        lattice CHAIN_61 = "chain-61.mainnet" { stable_id = "0x669afeb6ac7362032c77a27a2e5247b4e93b39a60ca434030b8b7468f3606014" }
        lattice CHAIN_62 = "chain-62.mainnet" { stable_id = "0xc91cd59fb253a9487b805af1ef79d7e30d07a4400d74e77527b302e4a63357b5" }
    }
}

// 64 lattices: preimages around the 64-byte block and 1024-byte chunk borders
pub mod v16 {
    coalition::coalition! {
        pub coalition VECTOR = "scale.border" { expect_fingerprint = "0xfa514075c799149ddfdf884619abda226e9da50a8367c4da5ccb99bb933835e2", expect_components = "lattices bb1d05d9 da2ef4ff 8bba1dbd ab20244f 72059e70 410c53db 8e9d7055 88c2eb62 b82e5b9d f75b0758 c3dd9ef6 d18a902e 50271c69 632d9571 708bb305 a1b455d2 e3fce53b 161cd9f8 dd9cf9d8 78baee5e df8f2492 2ec969fd 40f7b2b5 b6f4678c 3c763b3d cd595d90 3e3cc685 495fcefa f9b52fdb 4a08209a 108b1d20 458023b7 ac022ca9 d5010285 d2936762 9de8e3a7 7f39ea86 58af0d6a afc224d0 4679f88d 9a95d82a 39e0cb76 01af91cb 14613c33 e8c30058 e8a090c3 71994d6d 926c1a02 04ee926f 274235b7 a9d7f2e1 58d9e254 83b4007e cf8d317e e13d080d f9c89486 854a16d8 7136187c 40951c32 9ed75945 882ccc4c 669afeb6 c91cd59f 5375dcfa" }
        lattice CHAIN_0 = "chain-0.mainnet" { stable_id = "0xbb1d05d9a5a15d9cc09b8f9dcdf58f1c29e7a57b06e031487d277db70e79d2b2" }
        lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0xda2ef4ff615163951815cd7fd842d034450dd5633effe2f16da43eed178d0519" }
        lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x8bba1dbd2ce1834e13f413d1d4ce0680c829f7a8155862f64ea8bec391668139" }
        lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0xab20244fe67c960c166c9f724f546a6770b439de61c25e344bcf2ce290179845" }
        lattice CHAIN_4 = "chain-4.mainnet" { stable_id = "0x72059e70da592c52a92cf1053147f3d176d101b353a5a31a296ccc979e46fb34" }
        lattice CHAIN_5 = "chain-5.mainnet" { stable_id = "0x410c53db80972f24d9dd291d39aa02ad5606c5e3bedc848943973350480858b1" }
        lattice CHAIN_6 = "chain-6.mainnet" { stable_id = "0x8e9d70558d2f75c38e82d510f59e3deb9f5b01481daf56524de4b38d824a6836" }
        lattice CHAIN_7 = "chain-7.mainnet" { stable_id = "0x88c2eb6212c84089fd7d98b1fb780b6177defd8c48855e4713fbf40deafb615e" }
        lattice CHAIN_8 = "chain-8.mainnet" { stable_id = "0xb82e5b9d6ba3573303b5d2e9441a1aff98e1fa16279c9e39c02c0930ba611eb1" }
        lattice CHAIN_9 = "chain-9.mainnet" { stable_id = "0xf75b07580f18f8ed80a5a43fd56c4eff690ba8b2cb994a331840c64283917879" }
        lattice CHAIN_10 = "chain-10.mainnet" { stable_id = "0xc3dd9ef6b1df24cb2584b70acd72fa25df9480ef1b48088d6dd83fe6c6458979" }
        lattice CHAIN_11 = "chain-11.mainnet" { stable_id = "0xd18a902eb1a39e2ca9e7d2968a6854c39c79c5804794cb79d2b98c35979206a7" }
        lattice CHAIN_12 = "chain-12.mainnet" { stable_id = "0x50271c69668ea3529d753090a832e8e514c510eda5c256738715a76e17ff1176" }
        lattice CHAIN_13 = "chain-13.mainnet" { stable_id = "0x632d957164266b39e6dd3515cd2a74dcc18f87f2ea9ce99cd8cc9cb0ef74e97a" }
        lattice CHAIN_14 = "chain-14.mainnet" { stable_id = "0x708bb305ffd93e6fab142bdcea4c9c910b4eb366f1d54f7e4c75315fb757d112" }
        lattice CHAIN_15 = "chain-15.mainnet" { stable_id = "0xa1b455d2da9a180ff4d3c63e5e977708af125fff773ffb7a3ede2832cb1b30e5" }
        lattice CHAIN_16 = "chain-16.mainnet" { stable_id = "0xe3fce53b46e6dda3845642bb5000a3a013fde5c2d0d0dcd01e4dbd3d355eea41" }
        lattice CHAIN_17 = "chain-17.mainnet" { stable_id = "0x161cd9f87e1d41d6965130a34d58e0c15670330478c323f7edbae3e6dd35460a" }
        lattice CHAIN_18 = "chain-18.mainnet" { stable_id = "0xdd9cf9d8db845ddc9af9bca3b4796345dca0e1cc8117dcd93ebc847865208eb3" }
        lattice CHAIN_19 = "chain-19.mainnet" { stable_id = "0x78baee5e075ceaa2ca1828552e2053fe390600de58bc2a54f4ba9c8c3fe155af" }
        lattice CHAIN_20 = "chain-20.mainnet" { stable_id = "0xdf8f249267b218fffb2a21bf56e97c82154ddf9d98af15d5eb854a365281044b" }
        lattice CHAIN_21 = "chain-21.mainnet" { stable_id = "0x2ec969fdce02e79b7c9ccdc643c66f1ac7520b1383c24051b3bdb1a6016f9552" }
        lattice CHAIN_22 = "chain-22.mainnet" { stable_id = "0x40f7b2b5c7063aa86f7310c9f033cabfea0a638693fc2527f38a0f2747c9f5db" }
        lattice CHAIN_23 = "chain-23.mainnet" { stable_id = "0xb6f4678cf686a3ae62cd8adf63e702d905e69c3bd754b5f0ec378a1ff4c020ee" }
        lattice CHAIN_24 = "chain-24.mainnet" { stable_id = "0x3c763b3d9d55df70ea71a78ab7ca5eac019647824317780f754d82f3e937362c" }
        lattice CHAIN_25 = "chain-25.mainnet" { stable_id = "0xcd595d909d96b71c2100ce8bed115f0a898dce3f43b96873fc6ee0d039368c9f" }
        lattice CHAIN_26 = "chain-26.mainnet" { stable_id = "0x3e3cc6853a7e697de47a83010b5c61e0cc7c7cd12d298a276637289cb6c6cc82" }
        lattice CHAIN_27 = "chain-27.mainnet" { stable_id = "0x495fcefacf512a2d729024590d6dc82dd83138cfd951bdafe5c2c396d48aa130" }
        lattice CHAIN_28 = "chain-28.mainnet" { stable_id = "0xf9b52fdb72957b79996eb90ec2439a2875e48b27b37a1c5782e1aec867fd3b31" }
        lattice CHAIN_29 = "chain-29.mainnet" { stable_id = "0x4a08209a60997bf2463e9f50ac35b637bdfb17d3d35479fcab963f6eac371391" }
        lattice CHAIN_30 = "chain-30.mainnet" { stable_id = "0x108b1d20c6b8ada66b607f0859a40cafeee766cd950b9ab8cf1a9b575711fde4" }
        lattice CHAIN_31 = "chain-31.mainnet" { stable_id = "0x458023b7789bae285b34cb9942447e168d22001f05a6e420e8f61069c7ec8f29" }
        lattice CHAIN_32 = "chain-32.mainnet" { stable_id = "0xac022ca9085a7b0e70401128efab7b2497918d69eb15501621a8d410e911c796" }
        lattice CHAIN_33 = "chain-33.mainnet" { stable_id = "0xd501028525223f74d2438e7be684980c90994a1b148272f2b370ea90aec035b4" }
        lattice CHAIN_34 = "chain-34.mainnet" { stable_id = "0xd2936762ead0f561f730f35f6694212b8e22946b35a14cd26b6b5a5349420107" }
        lattice CHAIN_35 = "chain-35.mainnet" { stable_id = "0x9de8e3a788ca5fe030ca249078b733bd71be5af699dd8b37b6f82e80b9379dc3" }
        lattice CHAIN_36 = "chain-36.mainnet" { stable_id = "0x7f39ea86c17c03a38a629c8a7d5cac187c9e8692cca621058c03877b8fc89265" }
        lattice CHAIN_37 = "chain-37.mainnet" { stable_id = "0x58af0d6a4051d9c4640e8f635af5e65820caad4521e9112051ffd527614a2dae" }
        lattice CHAIN_38 = "chain-38.mainnet" { stable_id = "0xafc224d096536cc54f0f0ab5a87bb34656a87d55cc9444748578b67a92d9ac86" }
        lattice CHAIN_39 = "chain-39.mainnet" { stable_id = "0x4679f88d0f705f27f972e1ceb6518ab53cd2360b1b51ebba8331c523a7e197ab" }
        lattice CHAIN_40 = "chain-40.mainnet" { stable_id = "0x9a95d82a712b1fa5aa07315ee27b6b6db519c18bcf4985e9727320adf8ba42b6" }
        lattice CHAIN_41 = "chain-41.mainnet" { stable_id = "0x39e0cb76b0695b88463a4c406f5d593c3c6a686743d93b4ebe49109b753302d3" }
        lattice CHAIN_42 = "chain-42.mainnet" { stable_id = "0x01af91cb7f8f08b21f6296c3fcbc037636db7cc48918201b18228d74333ed9f3" }
        lattice CHAIN_43 = "chain-43.mainnet" { stable_id = "0x14613c33b3ad2df729ea0c27edaac676d5d71fa4afa1bf4992589c7a8f723b0b" }
        lattice CHAIN_44 = "chain-44.mainnet" { stable_id = "0xe8c30058d5d8bbefa151cc9516daf1bbbb0af29e9b33e9c9d15fda216e3b78ad" }
        lattice CHAIN_45 = "chain-45.mainnet" { stable_id = "0xe8a090c36843b1995724703883007e301b8b0fbb114571cbc819336588fa9e10" }
        lattice CHAIN_46 = "chain-46.mainnet" { stable_id = "0x71994d6d1ed504034cd785e309968e5d6f6bdfcc09480aabcfd985a8623b1a58" }
        lattice CHAIN_47 = "chain-47.mainnet" { stable_id = "0x926c1a0299978ce53577226542453ca4d2332f190383d569a6eddb9706fe1988" }
        lattice CHAIN_48 = "chain-48.mainnet" { stable_id = "0x04ee926f1d2a8d10ced9dfbb1fbfc4f14cc7d9e68e2372498b3d0212ce3cab05" }
        lattice CHAIN_49 = "chain-49.mainnet" { stable_id = "0x274235b7849d7ba923fdab7472130ca17f8075ba13f3e6b1986423bcbfbb7e61" }
        lattice CHAIN_50 = "chain-50.mainnet" { stable_id = "0xa9d7f2e12f75abbd32129c4a7173d80c6836543d9642796273c966fff8bc228f" }
        lattice CHAIN_51 = "chain-51.mainnet" { stable_id = "0x58d9e254835709440efd1b699048a7f998ba8e4c8d383684425508ca14e18521" }
        lattice CHAIN_52 = "chain-52.mainnet" { stable_id = "0x83b4007e6b389210ce28bdcf2963dff454a4a1bcb91f80b58ead3b72fd8fd08d" }
        lattice CHAIN_53 = "chain-53.mainnet" { stable_id = "0xcf8d317e955df578a564a1a74034071d53baded7566251ea8a5b7854d77e9e3c" }
        lattice CHAIN_54 = "chain-54.mainnet" { stable_id = "0xe13d080df881d36599d74ddf86170e455984db299d14aa85513b31c7c7ecec04" }
        lattice CHAIN_55 = "chain-55.mainnet" { stable_id = "0xf9c894861d729b6e038c528ee0d120d28816dda2c83c6075597d653d32e85a58" }
        lattice CHAIN_56 = "chain-56.mainnet" { stable_id = "0x854a16d81bd82f5b7b21253288c59ab4426c34fd339ba4f61792719938f5f61c" }
        lattice CHAIN_57 = "chain-57.mainnet" { stable_id = "0x7136187cc5e3db61c8c34a73a73213b70302dcfb4aabfa3f32ea39d46b2b11f0" }
        lattice CHAIN_58 = "chain-58.mainnet" { stable_id = "0x40951c32d305f6f48ba159fb1c01cbf0ad6b5f0668bb0fe9620d45ebcc26bdd7" }
        lattice CHAIN_59 = "chain-59.mainnet" { stable_id = "0x9ed7594548bf577c3d4ea77ae86c2797823b503c0e0bedb344cbba1e356d07cb" }
        lattice CHAIN_60 = "chain-60.mainnet" { stable_id = "0x882ccc4ce4a47f67be1d72e663d1a1135e3c06b539b953130c3162849759a678" }
        lattice CHAIN_61 = "chain-61.mainnet" { stable_id = "0x669afeb6ac7362032c77a27a2e5247b4e93b39a60ca434030b8b7468f3606014" }
        lattice CHAIN_62 = "chain-62.mainnet" { stable_id = "0xc91cd59fb253a9487b805af1ef79d7e30d07a4400d74e77527b302e4a63357b5" }
        lattice CHAIN_63 = "chain-63.mainnet" { stable_id = "0x5375dcfacb952397f4b4a4fc6b8bb2bedb51f049e1f27f58ac5094a13efcb479" }
    }
}

// 96 lattices: preimages around the 64-byte block and 1024-byte chunk borders
pub mod v17 {
    coalition::coalition! {
        pub coalition VECTOR = "scale.border" { expect_fingerprint = "0xb14517b6548a4ce128a70f3efe248de34e8f30fe466174f329cf99988f06653b", expect_components = "lattices bb1d05d9 da2ef4ff 8bba1dbd ab20244f 72059e70 410c53db 8e9d7055 88c2eb62 b82e5b9d f75b0758 c3dd9ef6 d18a902e 50271c69 632d9571 708bb305 a1b455d2 e3fce53b 161cd9f8 dd9cf9d8 78baee5e df8f2492 2ec969fd 40f7b2b5 b6f4678c 3c763b3d cd595d90 3e3cc685 495fcefa f9b52fdb 4a08209a 108b1d20 458023b7 ac022ca9 d5010285 d2936762 9de8e3a7 7f39ea86 58af0d6a afc224d0 4679f88d 9a95d82a 39e0cb76 01af91cb 14613c33 e8c30058 e8a090c3 71994d6d 926c1a02 04ee926f 274235b7 a9d7f2e1 58d9e254 83b4007e cf8d317e e13d080d f9c89486 854a16d8 7136187c 40951c32 9ed75945 882ccc4c 669afeb6 c91cd59f 5375dcfa 5c520a5b bb015611 e0f2b752 6ccd73f3 f7922faa ef265225 5a46e8e3 43e7d7c5 7adae1d6 e3830461 55f708e6 ed54c556 d69ec57f b68e4b49 d898868d 31a0ae14 5a7cc005 2ca70380 1ef28b29 5fc9e577 9002076e 1e80db75 a1921e1e b6886bef 750459dc c273787a 6f10ecc8 2c62255f 618a9ffc 901f9f50 61aee59e a91b07b7" }
        lattice CHAIN_0 = "chain-0.mainnet" { stable_id = "0xbb1d05d9a5a15d9cc09b8f9dcdf58f1c29e7a57b06e031487d277db70e79d2b2" }
        lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0xda2ef4ff615163951815cd7fd842d034450dd5633effe2f16da43eed178d0519" }
        lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x8bba1dbd2ce1834e13f413d1d4ce0680c829f7a8155862f64ea8bec391668139" }
        lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0xab20244fe67c960c166c9f724f546a6770b439de61c25e344bcf2ce290179845" }
        lattice CHAIN_4 = "chain-4.mainnet" { stable_id = "0x72059e70da592c52a92cf1053147f3d176d101b353a5a31a296ccc979e46fb34" }
        lattice CHAIN_5 = "chain-5.mainnet" { stable_id = "0x410c53db80972f24d9dd291d39aa02ad5606c5e3bedc848943973350480858b1" }
        lattice CHAIN_6 = "chain-6.mainnet" { stable_id = "0x8e9d70558d2f75c38e82d510f59e3deb9f5b01481daf56524de4b38d824a6836" }
        lattice CHAIN_7 = "chain-7.mainnet" { stable_id = "0x88c2eb6212c84089fd7d98b1fb780b6177defd8c48855e4713fbf40deafb615e" }
        lattice CHAIN_8 = "chain-8.mainnet" { stable_id = "0xb82e5b9d6ba3573303b5d2e9441a1aff98e1fa16279c9e39c02c0930ba611eb1" }
        lattice CHAIN_9 = "chain-9.mainnet" { stable_id = "0xf75b07580f18f8ed80a5a43fd56c4eff690ba8b2cb994a331840c64283917879" }
        lattice CHAIN_10 = "chain-10.mainnet" { stable_id = "0xc3dd9ef6b1df24cb2584b70acd72fa25df9480ef1b48088d6dd83fe6c6458979" }
        lattice CHAIN_11 = "chain-11.mainnet" { stable_id = "0xd18a902eb1a39e2ca9e7d2968a6854c39c79c5804794cb79d2b98c35979206a7" }
        lattice CHAIN_12 = "chain-12.mainnet" { stable_id = "0x50271c69668ea3529d753090a832e8e514c510eda5c256738715a76e17ff1176" }
        lattice CHAIN_13 = "chain-13.mainnet" { stable_id = "0x632d957164266b39e6dd3515cd2a74dcc18f87f2ea9ce99cd8cc9cb0ef74e97a" }
        lattice CHAIN_14 = "chain-14.mainnet" { stable_id = "0x708bb305ffd93e6fab142bdcea4c9c910b4eb366f1d54f7e4c75315fb757d112" }
        lattice CHAIN_15 = "chain-15.mainnet" { stable_id = "0xa1b455d2da9a180ff4d3c63e5e977708af125fff773ffb7a3ede2832cb1b30e5" }
        lattice CHAIN_16 = "chain-16.mainnet" { stable_id = "0xe3fce53b46e6dda3845642bb5000a3a013fde5c2d0d0dcd01e4dbd3d355eea41" }
        lattice CHAIN_17 = "chain-17.mainnet" { stable_id = "0x161cd9f87e1d41d6965130a34d58e0c15670330478c323f7edbae3e6dd35460a" }
        lattice CHAIN_18 = "chain-18.mainnet" { stable_id = "0xdd9cf9d8db845ddc9af9bca3b4796345dca0e1cc8117dcd93ebc847865208eb3" }
        lattice CHAIN_19 = "chain-19.mainnet" { stable_id = "0x78baee5e075ceaa2ca1828552e2053fe390600de58bc2a54f4ba9c8c3fe155af" }
        lattice CHAIN_20 = "chain-20.mainnet" { stable_id = "0xdf8f249267b218fffb2a21bf56e97c82154ddf9d98af15d5eb854a365281044b" }
        lattice CHAIN_21 = "chain-21.mainnet" { stable_id = "0x2ec969fdce02e79b7c9ccdc643c66f1ac7520b1383c24051b3bdb1a6016f9552" }
        lattice CHAIN_22 = "chain-22.mainnet" { stable_id = "0x40f7b2b5c7063aa86f7310c9f033cabfea0a638693fc2527f38a0f2747c9f5db" }
        lattice CHAIN_23 = "chain-23.mainnet" { stable_id = "0xb6f4678cf686a3ae62cd8adf63e702d905e69c3bd754b5f0ec378a1ff4c020ee" }
        lattice CHAIN_24 = "chain-24.mainnet" { stable_id = "0x3c763b3d9d55df70ea71a78ab7ca5eac019647824317780f754d82f3e937362c" }
        lattice CHAIN_25 = "chain-25.mainnet" { stable_id = "0xcd595d909d96b71c2100ce8bed115f0a898dce3f43b96873fc6ee0d039368c9f" }
        lattice CHAIN_26 = "chain-26.mainnet" { stable_id = "0x3e3cc6853a7e697de47a83010b5c61e0cc7c7cd12d298a276637289cb6c6cc82" }
        lattice CHAIN_27 = "chain-27.mainnet" { stable_id = "0x495fcefacf512a2d729024590d6dc82dd83138cfd951bdafe5c2c396d48aa130" }
        lattice CHAIN_28 = "chain-28.mainnet" { stable_id = "0xf9b52fdb72957b79996eb90ec2439a2875e48b27b37a1c5782e1aec867fd3b31" }
        lattice CHAIN_29 = "chain-29.mainnet" { stable_id = "0x4a08209a60997bf2463e9f50ac35b637bdfb17d3d35479fcab963f6eac371391" }
        lattice CHAIN_30 = "chain-30.mainnet" { stable_id = "0x108b1d20c6b8ada66b607f0859a40cafeee766cd950b9ab8cf1a9b575711fde4" }
        lattice CHAIN_31 = "chain-31.mainnet" { stable_id = "0x458023b7789bae285b34cb9942447e168d22001f05a6e420e8f61069c7ec8f29" }
        lattice CHAIN_32 = "chain-32.mainnet" { stable_id = "0xac022ca9085a7b0e70401128efab7b2497918d69eb15501621a8d410e911c796" }
        lattice CHAIN_33 = "chain-33.mainnet" { stable_id = "0xd501028525223f74d2438e7be684980c90994a1b148272f2b370ea90aec035b4" }
        lattice CHAIN_34 = "chain-34.mainnet" { stable_id = "0xd2936762ead0f561f730f35f6694212b8e22946b35a14cd26b6b5a5349420107" }
        lattice CHAIN_35 = "chain-35.mainnet" { stable_id = "0x9de8e3a788ca5fe030ca249078b733bd71be5af699dd8b37b6f82e80b9379dc3" }
        lattice CHAIN_36 = "chain-36.mainnet" { stable_id = "0x7f39ea86c17c03a38a629c8a7d5cac187c9e8692cca621058c03877b8fc89265" }
        lattice CHAIN_37 = "chain-37.mainnet" { stable_id = "0x58af0d6a4051d9c4640e8f635af5e65820caad4521e9112051ffd527614a2dae" }
        lattice CHAIN_38 = "chain-38.mainnet" { stable_id = "0xafc224d096536cc54f0f0ab5a87bb34656a87d55cc9444748578b67a92d9ac86" }
        lattice CHAIN_39 = "chain-39.mainnet" { stable_id = "0x4679f88d0f705f27f972e1ceb6518ab53cd2360b1b51ebba8331c523a7e197ab" }
        lattice CHAIN_40 = "chain-40.mainnet" { stable_id = "0x9a95d82a712b1fa5aa07315ee27b6b6db519c18bcf4985e9727320adf8ba42b6" }
        lattice CHAIN_41 = "chain-41.mainnet" { stable_id = "0x39e0cb76b0695b88463a4c406f5d593c3c6a686743d93b4ebe49109b753302d3" }
        lattice CHAIN_42 = "chain-42.mainnet" { stable_id = "0x01af91cb7f8f08b21f6296c3fcbc037636db7cc48918201b18228d74333ed9f3" }
        lattice CHAIN_43 = "chain-43.mainnet" { stable_id = "0x14613c33b3ad2df729ea0c27edaac676d5d71fa4afa1bf4992589c7a8f723b0b" }
        lattice CHAIN_44 = "chain-44.mainnet" { stable_id = "0xe8c30058d5d8bbefa151cc9516daf1bbbb0af29e9b33e9c9d15fda216e3b78ad" }
        lattice CHAIN_45 = "chain-45.mainnet" { stable_id = "0xe8a090c36843b1995724703883007e301b8b0fbb114571cbc819336588fa9e10" }
        lattice CHAIN_46 = "chain-46.mainnet" { stable_id = "0x71994d6d1ed504034cd785e309968e5d6f6bdfcc09480aabcfd985a8623b1a58" }
        lattice CHAIN_47 = "chain-47.mainnet" { stable_id = "0x926c1a0299978ce53577226542453ca4d2332f190383d569a6eddb9706fe1988" }
        lattice CHAIN_48 = "chain-48.mainnet" { stable_id = "0x04ee926f1d2a8d10ced9dfbb1fbfc4f14cc7d9e68e2372498b3d0212ce3cab05" }
        lattice CHAIN_49 = "chain-49.mainnet" { stable_id = "0x274235b7849d7ba923fdab7472130ca17f8075ba13f3e6b1986423bcbfbb7e61" }
        lattice CHAIN_50 = "chain-50.mainnet" { stable_id = "0xa9d7f2e12f75abbd32129c4a7173d80c6836543d9642796273c966fff8bc228f" }
        lattice CHAIN_51 = "chain-51.mainnet" { stable_id = "0x58d9e254835709440efd1b699048a7f998ba8e4c8d383684425508ca14e18521" }
        lattice CHAIN_52 = "chain-52.mainnet" { stable_id = "0x83b4007e6b389210ce28bdcf2963dff454a4a1bcb91f80b58ead3b72fd8fd08d" }
        lattice CHAIN_53 = "chain-53.mainnet" { stable_id = "0xcf8d317e955df578a564a1a74034071d53baded7566251ea8a5b7854d77e9e3c" }
        lattice CHAIN_54 = "chain-54.mainnet" { stable_id = "0xe13d080df881d36599d74ddf86170e455984db299d14aa85513b31c7c7ecec04" }
        lattice CHAIN_55 = "chain-55.mainnet" { stable_id = "0xf9c894861d729b6e038c528ee0d120d28816dda2c83c6075597d653d32e85a58" }
        lattice CHAIN_56 = "chain-56.mainnet" { stable_id = "0x854a16d81bd82f5b7b21253288c59ab4426c34fd339ba4f61792719938f5f61c" }
        lattice CHAIN_57 = "chain-57.mainnet" { stable_id = "0x7136187cc5e3db61c8c34a73a73213b70302dcfb4aabfa3f32ea39d46b2b11f0" }
        lattice CHAIN_58 = "chain-58.mainnet" { stable_id = "0x40951c32d305f6f48ba159fb1c01cbf0ad6b5f0668bb0fe9620d45ebcc26bdd7" }
        lattice CHAIN_59 = "chain-59.mainnet" { stable_id = "0x9ed7594548bf577c3d4ea77ae86c2797823b503c0e0bedb344cbba1e356d07cb" }
        lattice CHAIN_60 = "chain-60.mainnet" { stable_id = "0x882ccc4ce4a47f67be1d72e663d1a1135e3c06b539b953130c3162849759a678" }
        lattice CHAIN_61 = "chain-61.mainnet" { stable_id = "0x669afeb6ac7362032c77a27a2e5247b4e93b39a60ca434030b8b7468f3606014" }
        lattice CHAIN_62 = "chain-62.mainnet" { stable_id = "0xc91cd59fb253a9487b805af1ef79d7e30d07a4400d74e77527b302e4a63357b5" }
        lattice CHAIN_63 = "chain-63.mainnet" { stable_id = "0x5375dcfacb952397f4b4a4fc6b8bb2bedb51f049e1f27f58ac5094a13efcb479" }
        lattice CHAIN_64 = "chain-64.mainnet" { stable_id = "0x5c520a5b97d7a21ec650ed421a17be7d7c96ce7753fc5e26a1c9be76a1b0fcff" }
        lattice CHAIN_65 = "chain-65.mainnet" { stable_id = "0xbb015611d14f722805090502734b717159309399316cd907b6984209ce79b894" }
        lattice CHAIN_66 = "chain-66.mainnet" { stable_id = "0xe0f2b7527c7d69ec167dfd5f91142de3ba617f4b3b8aff98179e683c26c1a2ed" }
        lattice CHAIN_67 = "chain-67.mainnet" { stable_id = "0x6ccd73f344516922513933c15242089a22b901dcf5be346f85cd26e8cb606b93" }
        lattice CHAIN_68 = "chain-68.mainnet" { stable_id = "0xf7922faa5de82b274f14f08b66b00da591d2a7c707cb9bf52c7b28045758f95d" }
        lattice CHAIN_69 = "chain-69.mainnet" { stable_id = "0xef26522541944d3631927c3b2ea5954683cd86d17f0d94ec88c4ac6f9bb806fb" }
        lattice CHAIN_70 = "chain-70.mainnet" { stable_id = "0x5a46e8e39cdcd622caecade4052238dad912097c506b7f08794a976adf3e1a56" }
        lattice CHAIN_71 = "chain-71.mainnet" { stable_id = "0x43e7d7c57e175228e4c1494a66b421ebd05f25539ae1b256e04b66b9b5a976ae" }
        lattice CHAIN_72 = "chain-72.mainnet" { stable_id = "0x7adae1d677f3375737222aaaae49f6d2eedd1e0e84f540952a26287bbe9f44f7" }
        lattice CHAIN_73 = "chain-73.mainnet" { stable_id = "0xe3830461071aa39611f5dd5ee4ba27f0ad6f4dd3d28e6741cc83fa0148e43e67" }
        lattice CHAIN_74 = "chain-74.mainnet" { stable_id = "0x55f708e6b5b4f37b083e63c8abffe11a8dfc7961b22fcc9d053fdc1385f11b64" }
        lattice CHAIN_75 = "chain-75.mainnet" { stable_id = "0xed54c5568556be5db401f65e5d0a1b404dcae1371d50c0eb0fb2bd93cdaa532c" }
        lattice CHAIN_76 = "chain-76.mainnet" { stable_id = "0xd69ec57f453b9df9616c7c149e89c004ae3012d7f5a2a77fc8db03630fedfb14" }
        lattice CHAIN_77 = "chain-77.mainnet" { stable_id = "0xb68e4b493043fadc261d694412b8ca69092ca558021552d01d725264dbd8ced3" }
        lattice CHAIN_78 = "chain-78.mainnet" { stable_id = "0xd898868d2a651a49c226aefaae1ee9bbbf8982f19de8c4b7c35c7b988849ba38" }
        lattice CHAIN_79 = "chain-79.mainnet" { stable_id = "0x31a0ae14ab12ad1d3072c65201ffb74b62013aafe7c475f42569f0a07372e9e5" }
        lattice CHAIN_80 = "chain-80.mainnet" { stable_id = "0x5a7cc00584f85c5dae4e11d284e8382b6425eea0989a777dc6196e8fffa43699" }
        lattice CHAIN_81 = "chain-81.mainnet" { stable_id = "0x2ca7038058f580d0919b8695f0fab791d5d75f50400f5b05c08d017979ab8e92" }
        lattice CHAIN_82 = "chain-82.mainnet" { stable_id = "0x1ef28b29400fbd1cb7c687210fb2fd69adc59e4c58f85a1fcb72922f126f3fe8" }
        lattice CHAIN_83 = "chain-83.mainnet" { stable_id = "0x5fc9e577d112ec70057cba32708e1ce9ba1720e8cef099f79fac4b9dc9368aaf" }
        lattice CHAIN_84 = "chain-84.mainnet" { stable_id = "0x9002076e5b2bbf988446637c97fd1c1c49014573c60da3f1f2eca2ca86c9cfc7" }
        lattice CHAIN_85 = "chain-85.mainnet" { stable_id = "0x1e80db75e12b3f8bc88d83aaaac466ae5b5a23e7e275b2a28591b5bda7b64c80" }
        lattice CHAIN_86 = "chain-86.mainnet" { stable_id = "0xa1921e1e29e201af936970966f2ddf1e8537459a495c4b1c6e5cfd0f78694967" }
        lattice CHAIN_87 = "chain-87.mainnet" { stable_id = "0xb6886befacc7b2404f814200dfb7625cd7ef565d804f21729f54333161ebe0f6" }
        lattice CHAIN_88 = "chain-88.mainnet" { stable_id = "0x750459dc5496d51dbe050a83af68e00f324aa7de4f1d1c34e7097726dfc2ced5" }
        lattice CHAIN_89 = "chain-89.mainnet" { stable_id = "0xc273787ad65d3e73431cb8448c7b4c22990407b8a9e3ab9556eec2c43f3884af" }
        lattice CHAIN_90 = "chain-90.mainnet" { stable_id = "0x6f10ecc87accf67f03bf1b03d7fd10e71e63c1ded9a611dfc5c3b81af67e11a1" }
        lattice CHAIN_91 = "chain-91.mainnet" { stable_id = "0x2c62255f8ab469db4dabb4f8c33913be05a1fefade6c4cf6be52e863407067c2" }
        lattice CHAIN_92 = "chain-92.mainnet" { stable_id = "0x618a9ffcdb0a9d2536591fb499f8b19eabd00f0b32b5e494683d70f46813799d" }
        lattice CHAIN_93 = "chain-93.mainnet" { stable_id = "0x901f9f5050edc19535a8821b39d994afc02ca85d856ef9cad611b61c8a7f71f6" }
        lattice CHAIN_94 = "chain-94.mainnet" { stable_id = "0x61aee59ebd32238206b0eb1ef9bf35c7cd1e2f993eaef52308cc05c707a635e7" }
        lattice CHAIN_95 = "chain-95.mainnet" { stable_id = "0xa91b07b7ccb723d8c340d5d6fd95aa1b3226efbbfb0568edf0ed03a1a4353bdc" }
    }
}

// 300 lattices: preimages around the 64-byte block and 1024-byte chunk borders
pub mod v18 {
    coalition::coalition! {
        pub coalition VECTOR = "scale.border" { expect_fingerprint = "0x1e0a5b0fdd33b4cdc1d66158a6f9ac38d4df6d00a3d17f38dd9366acbd5752e4", expect_components = "lattices bb1d05d9 da2ef4ff 8bba1dbd ab20244f 72059e70 410c53db 8e9d7055 88c2eb62 b82e5b9d f75b0758 c3dd9ef6 d18a902e 50271c69 632d9571 708bb305 a1b455d2 e3fce53b 161cd9f8 dd9cf9d8 78baee5e df8f2492 2ec969fd 40f7b2b5 b6f4678c 3c763b3d cd595d90 3e3cc685 495fcefa f9b52fdb 4a08209a 108b1d20 458023b7 ac022ca9 d5010285 d2936762 9de8e3a7 7f39ea86 58af0d6a afc224d0 4679f88d 9a95d82a 39e0cb76 01af91cb 14613c33 e8c30058 e8a090c3 71994d6d 926c1a02 04ee926f 274235b7 a9d7f2e1 58d9e254 83b4007e cf8d317e e13d080d f9c89486 854a16d8 7136187c 40951c32 9ed75945 882ccc4c 669afeb6 c91cd59f 5375dcfa 5c520a5b bb015611 e0f2b752 6ccd73f3 f7922faa ef265225 5a46e8e3 43e7d7c5 7adae1d6 e3830461 55f708e6 ed54c556 d69ec57f b68e4b49 d898868d 31a0ae14 5a7cc005 2ca70380 1ef28b29 5fc9e577 9002076e 1e80db75 a1921e1e b6886bef 750459dc c273787a 6f10ecc8 2c62255f 618a9ffc 901f9f50 61aee59e a91b07b7 f6ab73b9 da5624f8 b6e83659 fba07eb8 a2b74236 a10a1d9e 8bce564a 22791a37 dda84619 050a152c 89906253 9ef5857f 92209f41 d90d1813 1f98df11 5c92e322 70bee3ee 00f417c1 b284cf84 6fee265e b2d48233 e439f894 a2752acb 779ce726 1352220d c2d7cce3 abb056fa 6914e7ea ce34d440 8914ecfa 92540ca7 6af714b8 c6fd3478 d08b5e17 45a8a2b6 b53232ab 132c3929 03de8429 7cb42758 d8237405 d4c5d467 ed16464b 3e16873c 6adf738d 64245440 b74f06bf 294b758f a89d5f3c 2afa3a32 92472208 233c17db 01643899 fb371661 ab55755c 26a89ea4 3dd7fcbe 064acb08 4647a9eb 19c624ff fa3023ac 12ebd1ab 303d077e cb64a374 3365a7d0 66fb9cbe 27bfc05a e9651e14 40b0b79d e7c9d589 a7cd89e3 47ac98f3 6be62ff8 3b452af8 a765b7e9 224f135e 1020fe77 fae24fa8 75d3347d 7baa7f0b 24d4b0d9 64d74788 a0fcd610 130348fc 4fedab9a 75c624f0 35941969 857d4a39 1999cce3 f74effe6 7419f76c bb20ff87 a52fac80 0e16a8ae 8ca8bacb 7ef98a2a 2e16d988 0b8b8c49 6fd6ce92 ca4ec3ba c8ddd049 64af2b83 1f15427c 1c641c95 d49a7cb9 2e39816f a8cda06a b903efb3 cac8908b 84650ae1 80735095 5d624371 a4bfb00a 358ae388 f1d0414c 189bb32f 62f7b529 72456317 a43dba3f 3fc83540 fe459945 0c18992e 9a15a458 2cd24926 92497f31 a8f3264c a51b8678 464ad3e6 cc5bbdb5 ac756418 a7ed5946 2c5960e9 c9d9dfb8 4d78e2b1 e68b24fa 88cb2850 d674fcaa c3ba4af9 f254fecc 4072315c 21c3f0f5 8fd7eb1f e1e67c71 d72f6e45 a4b1e675 4c680212 b4b41636 db8eb939 c60051e7 bc5bdc14 96dc2c77 04b02e05 82ee9a95 46ae36eb 4d1cd713 8b594312 abf43c6b a7aa0b6a c226b86f e6edf5b8 b8dc5f20 b097a2ba a3f6cc4a deca6d2c 73da3710 052fe231 7ee239ef f040861a 1731c0ed 8b36f07b db0e0b54 a7cb9510 5a051f8c 319ab273 c3a460a3 4db403cd 714964d9 acae97ef 803ee728 b9e9cd36 80f326f9 585348e5 7cdc923d c79a530c 018f130f ea7432c2 15db809e 6fdc5b0b f55f7375 11aa0c6b f197a060 262b7121 a4a08ca8 ede48bd2 bfbd4986 f9306195 5ae3f472 70cc6ad4 0c05458f 3534bbea 1861127e 16482d36 f627f4b7 4170c586 69b0c0f6" }
        lattice CHAIN_0 = "chain-0.mainnet" { stable_id = "0xbb1d05d9a5a15d9cc09b8f9dcdf58f1c29e7a57b06e031487d277db70e79d2b2" }
        lattice CHAIN_1 = "chain-1.mainnet" { stable_id = "0xda2ef4ff615163951815cd7fd842d034450dd5633effe2f16da43eed178d0519" }
        lattice CHAIN_2 = "chain-2.mainnet" { stable_id = "0x8bba1dbd2ce1834e13f413d1d4ce0680c829f7a8155862f64ea8bec391668139" }
        lattice CHAIN_3 = "chain-3.mainnet" { stable_id = "0xab20244fe67c960c166c9f724f546a6770b439de61c25e344bcf2ce290179845" }
        lattice CHAIN_4 = "chain-4.mainnet" { stable_id = "0x72059e70da592c52a92cf1053147f3d176d101b353a5a31a296ccc979e46fb34" }
        lattice CHAIN_5 = "chain-5.mainnet" { stable_id = "0x410c53db80972f24d9dd291d39aa02ad5606c5e3bedc848943973350480858b1" }
        lattice CHAIN_6 = "chain-6.mainnet" { stable_id = "0x8e9d70558d2f75c38e82d510f59e3deb9f5b01481daf56524de4b38d824a6836" }
        lattice CHAIN_7 = "chain-7.mainnet" { stable_id = "0x88c2eb6212c84089fd7d98b1fb780b6177defd8c48855e4713fbf40deafb615e" }
        lattice CHAIN_8 = "chain-8.mainnet" { stable_id = "0xb82e5b9d6ba3573303b5d2e9441a1aff98e1fa16279c9e39c02c0930ba611eb1" }
        lattice CHAIN_9 = "chain-9.mainnet" { stable_id = "0xf75b07580f18f8ed80a5a43fd56c4eff690ba8b2cb994a331840c64283917879" }
        lattice CHAIN_10 = "chain-10.mainnet" { stable_id = "0xc3dd9ef6b1df24cb2584b70acd72fa25df9480ef1b48088d6dd83fe6c6458979" }
        lattice CHAIN_11 = "chain-11.mainnet" { stable_id = "0xd18a902eb1a39e2ca9e7d2968a6854c39c79c5804794cb79d2b98c35979206a7" }
        lattice CHAIN_12 = "chain-12.mainnet" { stable_id = "0x50271c69668ea3529d753090a832e8e514c510eda5c256738715a76e17ff1176" }
        lattice CHAIN_13 = "chain-13.mainnet" { stable_id = "0x632d957164266b39e6dd3515cd2a74dcc18f87f2ea9ce99cd8cc9cb0ef74e97a" }
        lattice CHAIN_14 = "chain-14.mainnet" { stable_id = "0x708bb305ffd93e6fab142bdcea4c9c910b4eb366f1d54f7e4c75315fb757d112" }
        lattice CHAIN_15 = "chain-15.mainnet" { stable_id = "0xa1b455d2da9a180ff4d3c63e5e977708af125fff773ffb7a3ede2832cb1b30e5" }
        lattice CHAIN_16 = "chain-16.mainnet" { stable_id = "0xe3fce53b46e6dda3845642bb5000a3a013fde5c2d0d0dcd01e4dbd3d355eea41" }
        lattice CHAIN_17 = "chain-17.mainnet" { stable_id = "0x161cd9f87e1d41d6965130a34d58e0c15670330478c323f7edbae3e6dd35460a" }
        lattice CHAIN_18 = "chain-18.mainnet" { stable_id = "0xdd9cf9d8db845ddc9af9bca3b4796345dca0e1cc8117dcd93ebc847865208eb3" }
        lattice CHAIN_19 = "chain-19.mainnet" { stable_id = "0x78baee5e075ceaa2ca1828552e2053fe390600de58bc2a54f4ba9c8c3fe155af" }
        lattice CHAIN_20 = "chain-20.mainnet" { stable_id = "0xdf8f249267b218fffb2a21bf56e97c82154ddf9d98af15d5eb854a365281044b" }
        lattice CHAIN_21 = "chain-21.mainnet" { stable_id = "0x2ec969fdce02e79b7c9ccdc643c66f1ac7520b1383c24051b3bdb1a6016f9552" }
        lattice CHAIN_22 = "chain-22.mainnet" { stable_id = "0x40f7b2b5c7063aa86f7310c9f033cabfea0a638693fc2527f38a0f2747c9f5db" }
        lattice CHAIN_23 = "chain-23.mainnet" { stable_id = "0xb6f4678cf686a3ae62cd8adf63e702d905e69c3bd754b5f0ec378a1ff4c020ee" }
        lattice CHAIN_24 = "chain-24.mainnet" { stable_id = "0x3c763b3d9d55df70ea71a78ab7ca5eac019647824317780f754d82f3e937362c" }
        lattice CHAIN_25 = "chain-25.mainnet" { stable_id = "0xcd595d909d96b71c2100ce8bed115f0a898dce3f43b96873fc6ee0d039368c9f" }
        lattice CHAIN_26 = "chain-26.mainnet" { stable_id = "0x3e3cc6853a7e697de47a83010b5c61e0cc7c7cd12d298a276637289cb6c6cc82" }
        lattice CHAIN_27 = "chain-27.mainnet" { stable_id = "0x495fcefacf512a2d729024590d6dc82dd83138cfd951bdafe5c2c396d48aa130" }
        lattice CHAIN_28 = "chain-28.mainnet" { stable_id = "0xf9b52fdb72957b79996eb90ec2439a2875e48b27b37a1c5782e1aec867fd3b31" }
        lattice CHAIN_29 = "chain-29.mainnet" { stable_id = "0x4a08209a60997bf2463e9f50ac35b637bdfb17d3d35479fcab963f6eac371391" }
        lattice CHAIN_30 = "chain-30.mainnet" { stable_id = "0x108b1d20c6b8ada66b607f0859a40cafeee766cd950b9ab8cf1a9b575711fde4" }
        lattice CHAIN_31 = "chain-31.mainnet" { stable_id = "0x458023b7789bae285b34cb9942447e168d22001f05a6e420e8f61069c7ec8f29" }
        lattice CHAIN_32 = "chain-32.mainnet" { stable_id = "0xac022ca9085a7b0e70401128efab7b2497918d69eb15501621a8d410e911c796" }
        lattice CHAIN_33 = "chain-33.mainnet" { stable_id = "0xd501028525223f74d2438e7be684980c90994a1b148272f2b370ea90aec035b4" }
        lattice CHAIN_34 = "chain-34.mainnet" { stable_id = "0xd2936762ead0f561f730f35f6694212b8e22946b35a14cd26b6b5a5349420107" }
        lattice CHAIN_35 = "chain-35.mainnet" { stable_id = "0x9de8e3a788ca5fe030ca249078b733bd71be5af699dd8b37b6f82e80b9379dc3" }
        lattice CHAIN_36 = "chain-36.mainnet" { stable_id = "0x7f39ea86c17c03a38a629c8a7d5cac187c9e8692cca621058c03877b8fc89265" }
        lattice CHAIN_37 = "chain-37.mainnet" { stable_id = "0x58af0d6a4051d9c4640e8f635af5e65820caad4521e9112051ffd527614a2dae" }
        lattice CHAIN_38 = "chain-38.mainnet" { stable_id = "0xafc224d096536cc54f0f0ab5a87bb34656a87d55cc9444748578b67a92d9ac86" }
        lattice CHAIN_39 = "chain-39.mainnet" { stable_id = "0x4679f88d0f705f27f972e1ceb6518ab53cd2360b1b51ebba8331c523a7e197ab" }
        lattice CHAIN_40 = "chain-40.mainnet" { stable_id = "0x9a95d82a712b1fa5aa07315ee27b6b6db519c18bcf4985e9727320adf8ba42b6" }
        lattice CHAIN_41 = "chain-41.mainnet" { stable_id = "0x39e0cb76b0695b88463a4c406f5d593c3c6a686743d93b4ebe49109b753302d3" }
        lattice CHAIN_42 = "chain-42.mainnet" { stable_id = "0x01af91cb7f8f08b21f6296c3fcbc037636db7cc48918201b18228d74333ed9f3" }
        lattice CHAIN_43 = "chain-43.mainnet" { stable_id = "0x14613c33b3ad2df729ea0c27edaac676d5d71fa4afa1bf4992589c7a8f723b0b" }
        lattice CHAIN_44 = "chain-44.mainnet" { stable_id = "0xe8c30058d5d8bbefa151cc9516daf1bbbb0af29e9b33e9c9d15fda216e3b78ad" }
        lattice CHAIN_45 = "chain-45.mainnet" { stable_id = "0xe8a090c36843b1995724703883007e301b8b0fbb114571cbc819336588fa9e10" }
        lattice CHAIN_46 = "chain-46.mainnet" { stable_id = "0x71994d6d1ed504034cd785e309968e5d6f6bdfcc09480aabcfd985a8623b1a58" }
        lattice CHAIN_47 = "chain-47.mainnet" { stable_id = "0x926c1a0299978ce53577226542453ca4d2332f190383d569a6eddb9706fe1988" }
        lattice CHAIN_48 = "chain-48.mainnet" { stable_id = "0x04ee926f1d2a8d10ced9dfbb1fbfc4f14cc7d9e68e2372498b3d0212ce3cab05" }
        lattice CHAIN_49 = "chain-49.mainnet" { stable_id = "0x274235b7849d7ba923fdab7472130ca17f8075ba13f3e6b1986423bcbfbb7e61" }
        lattice CHAIN_50 = "chain-50.mainnet" { stable_id = "0xa9d7f2e12f75abbd32129c4a7173d80c6836543d9642796273c966fff8bc228f" }
        lattice CHAIN_51 = "chain-51.mainnet" { stable_id = "0x58d9e254835709440efd1b699048a7f998ba8e4c8d383684425508ca14e18521" }
        lattice CHAIN_52 = "chain-52.mainnet" { stable_id = "0x83b4007e6b389210ce28bdcf2963dff454a4a1bcb91f80b58ead3b72fd8fd08d" }
        lattice CHAIN_53 = "chain-53.mainnet" { stable_id = "0xcf8d317e955df578a564a1a74034071d53baded7566251ea8a5b7854d77e9e3c" }
        lattice CHAIN_54 = "chain-54.mainnet" { stable_id = "0xe13d080df881d36599d74ddf86170e455984db299d14aa85513b31c7c7ecec04" }
        lattice CHAIN_55 = "chain-55.mainnet" { stable_id = "0xf9c894861d729b6e038c528ee0d120d28816dda2c83c6075597d653d32e85a58" }
        lattice CHAIN_56 = "chain-56.mainnet" { stable_id = "0x854a16d81bd82f5b7b21253288c59ab4426c34fd339ba4f61792719938f5f61c" }
        lattice CHAIN_57 = "chain-57.mainnet" { stable_id = "0x7136187cc5e3db61c8c34a73a73213b70302dcfb4aabfa3f32ea39d46b2b11f0" }
        lattice CHAIN_58 = "chain-58.mainnet" { stable_id = "0x40951c32d305f6f48ba159fb1c01cbf0ad6b5f0668bb0fe9620d45ebcc26bdd7" }
        lattice CHAIN_59 = "chain-59.mainnet" { stable_id = "0x9ed7594548bf577c3d4ea77ae86c2797823b503c0e0bedb344cbba1e356d07cb" }
        lattice CHAIN_60 = "chain-60.mainnet" { stable_id = "0x882ccc4ce4a47f67be1d72e663d1a1135e3c06b539b953130c3162849759a678" }
        lattice CHAIN_61 = "chain-61.mainnet" { stable_id = "0x669afeb6ac7362032c77a27a2e5247b4e93b39a60ca434030b8b7468f3606014" }
        lattice CHAIN_62 = "chain-62.mainnet" { stable_id = "0xc91cd59fb253a9487b805af1ef79d7e30d07a4400d74e77527b302e4a63357b5" }
        lattice CHAIN_63 = "chain-63.mainnet" { stable_id = "0x5375dcfacb952397f4b4a4fc6b8bb2bedb51f049e1f27f58ac5094a13efcb479" }
        lattice CHAIN_64 = "chain-64.mainnet" { stable_id = "0x5c520a5b97d7a21ec650ed421a17be7d7c96ce7753fc5e26a1c9be76a1b0fcff" }
        lattice CHAIN_65 = "chain-65.mainnet" { stable_id = "0xbb015611d14f722805090502734b717159309399316cd907b6984209ce79b894" }
        lattice CHAIN_66 = "chain-66.mainnet" { stable_id = "0xe0f2b7527c7d69ec167dfd5f91142de3ba617f4b3b8aff98179e683c26c1a2ed" }
        lattice CHAIN_67 = "chain-67.mainnet" { stable_id = "0x6ccd73f344516922513933c15242089a22b901dcf5be346f85cd26e8cb606b93" }
        lattice CHAIN_68 = "chain-68.mainnet" { stable_id = "0xf7922faa5de82b274f14f08b66b00da591d2a7c707cb9bf52c7b28045758f95d" }
        lattice CHAIN_69 = "chain-69.mainnet" { stable_id = "0xef26522541944d3631927c3b2ea5954683cd86d17f0d94ec88c4ac6f9bb806fb" }
        lattice CHAIN_70 = "chain-70.mainnet" { stable_id = "0x5a46e8e39cdcd622caecade4052238dad912097c506b7f08794a976adf3e1a56" }
        lattice CHAIN_71 = "chain-71.mainnet" { stable_id = "0x43e7d7c57e175228e4c1494a66b421ebd05f25539ae1b256e04b66b9b5a976ae" }
        lattice CHAIN_72 = "chain-72.mainnet" { stable_id = "0x7adae1d677f3375737222aaaae49f6d2eedd1e0e84f540952a26287bbe9f44f7" }
        lattice CHAIN_73 = "chain-73.mainnet" { stable_id = "0xe3830461071aa39611f5dd5ee4ba27f0ad6f4dd3d28e6741cc83fa0148e43e67" }
        lattice CHAIN_74 = "chain-74.mainnet" { stable_id = "0x55f708e6b5b4f37b083e63c8abffe11a8dfc7961b22fcc9d053fdc1385f11b64" }
        lattice CHAIN_75 = "chain-75.mainnet" { stable_id = "0xed54c5568556be5db401f65e5d0a1b404dcae1371d50c0eb0fb2bd93cdaa532c" }
        lattice CHAIN_76 = "chain-76.mainnet" { stable_id = "0xd69ec57f453b9df9616c7c149e89c004ae3012d7f5a2a77fc8db03630fedfb14" }
        lattice CHAIN_77 = "chain-77.mainnet" { stable_id = "0xb68e4b493043fadc261d694412b8ca69092ca558021552d01d725264dbd8ced3" }
        lattice CHAIN_78 = "chain-78.mainnet" { stable_id = "0xd898868d2a651a49c226aefaae1ee9bbbf8982f19de8c4b7c35c7b988849ba38" }
        lattice CHAIN_79 = "chain-79.mainnet" { stable_id = "0x31a0ae14ab12ad1d3072c65201ffb74b62013aafe7c475f42569f0a07372e9e5" }
        lattice CHAIN_80 = "chain-80.mainnet" { stable_id = "0x5a7cc00584f85c5dae4e11d284e8382b6425eea0989a777dc6196e8fffa43699" }
        lattice CHAIN_81 = "chain-81.mainnet" { stable_id = "0x2ca7038058f580d0919b8695f0fab791d5d75f50400f5b05c08d017979ab8e92" }
        lattice CHAIN_82 = "chain-82.mainnet" { stable_id = "0x1ef28b29400fbd1cb7c687210fb2fd69adc59e4c58f85a1fcb72922f126f3fe8" }
        lattice CHAIN_83 = "chain-83.mainnet" { stable_id = "0x5fc9e577d112ec70057cba32708e1ce9ba1720e8cef099f79fac4b9dc9368aaf" }
        lattice CHAIN_84 = "chain-84.mainnet" { stable_id = "0x9002076e5b2bbf988446637c97fd1c1c49014573c60da3f1f2eca2ca86c9cfc7" }
        lattice CHAIN_85 = "chain-85.mainnet" { stable_id = "0x1e80db75e12b3f8bc88d83aaaac466ae5b5a23e7e275b2a28591b5bda7b64c80" }
        lattice CHAIN_86 = "chain-86.mainnet" { stable_id = "0xa1921e1e29e201af936970966f2ddf1e8537459a495c4b1c6e5cfd0f78694967" }
        lattice CHAIN_87 = "chain-87.mainnet" { stable_id = "0xb6886befacc7b2404f814200dfb7625cd7ef565d804f21729f54333161ebe0f6" }
        lattice CHAIN_88 = "chain-88.mainnet" { stable_id = "0x750459dc5496d51dbe050a83af68e00f324aa7de4f1d1c34e7097726dfc2ced5" }
        lattice CHAIN_89 = "chain-89.mainnet" { stable_id = "0xc273787ad65d3e73431cb8448c7b4c22990407b8a9e3ab9556eec2c43f3884af" }
        lattice CHAIN_90 = "chain-90.mainnet" { stable_id = "0x6f10ecc87accf67f03bf1b03d7fd10e71e63c1ded9a611dfc5c3b81af67e11a1" }
        lattice CHAIN_91 = "chain-91.mainnet" { stable_id = "0x2c62255f8ab469db4dabb4f8c33913be05a1fefade6c4cf6be52e863407067c2" }
        lattice CHAIN_92 = "chain-92.mainnet" { stable_id = "0x618a9ffcdb0a9d2536591fb499f8b19eabd00f0b32b5e494683d70f46813799d" }
        lattice CHAIN_93 = "chain-93.mainnet" { stable_id = "0x901f9f5050edc19535a8821b39d994afc02ca85d856ef9cad611b61c8a7f71f6" }
        lattice CHAIN_94 = "chain-94.mainnet" { stable_id = "0x61aee59ebd32238206b0eb1ef9bf35c7cd1e2f993eaef52308cc05c707a635e7" }
        lattice CHAIN_95 = "chain-95.mainnet" { stable_id = "0xa91b07b7ccb723d8c340d5d6fd95aa1b3226efbbfb0568edf0ed03a1a4353bdc" }
        lattice CHAIN_96 = "chain-96.mainnet" { stable_id = "0xf6ab73b925d43881da124f3bf5aa2081ddfbbd2bb05c108f86e9d80b92633d06" }
        lattice CHAIN_97 = "chain-97.mainnet" { stable_id = "0xda5624f801412df80ced5fac82dbcf844dc5ce616b1d1e9cecb17e99da413f40" }
        lattice CHAIN_98 = "chain-98.mainnet" { stable_id = "0xb6e8365942245be69a680f44d6265428f3fc78f0ba2a8cf06662ed4a1cdd376a" }
        lattice CHAIN_99 = "chain-99.mainnet" { stable_id = "0xfba07eb86f5fded5fe1d8e69ce29d7304c3b0fe598e82877baea7690e7df7beb" }
        lattice CHAIN_100 = "chain-100.mainnet" { stable_id = "0xa2b7423607193230d005bc9b9e1a009f78e4781cbf7d5f2ce932ff481d29c828" }
        lattice CHAIN_101 = "chain-101.mainnet" { stable_id = "0xa10a1d9e2077596da9abe1893c76266e89c7afc027f13ef35e600f73b71b0f1d" }
        lattice CHAIN_102 = "chain-102.mainnet" { stable_id = "0x8bce564a59308e717cdede47d496ff9504da4c98277f596e9837109312c296bb" }
        lattice CHAIN_103 = "chain-103.mainnet" { stable_id = "0x22791a37e83171bc7a1da0ff22af18378dd3cc2b531f7f612d1466d397013706" }
        lattice CHAIN_104 = "chain-104.mainnet" { stable_id = "0xdda84619523b87aa5fabb3ea5ec225a72d9a5a468041c1cae029296e61641a1a" }
        lattice CHAIN_105 = "chain-105.mainnet" { stable_id = "0x050a152c98e77d72239cd5d00597cd20a072dbe31ce7c334c55985e269827123" }
        lattice CHAIN_106 = "chain-106.mainnet" { stable_id = "0x899062537aba64cdad9212042e8846f8b6ff03d1660c1c4a6a2b475ae33cdd69" }
        lattice CHAIN_107 = "chain-107.mainnet" { stable_id = "0x9ef5857fd9724fc7ba3e6a17e1bded4850fb52f4b55c1f539ec4471d86632e30" }
        lattice CHAIN_108 = "chain-108.mainnet" { stable_id = "0x92209f413aaa8e7894e2cbcfd8cda7ed5e76d662f79d18a40eea587f77438442" }
        lattice CHAIN_109 = "chain-109.mainnet" { stable_id = "0xd90d1813e9c3dd770a395d21f81cddbc6b1f79f5bae24a034dbfb2d9c8cf5921" }
        lattice CHAIN_110 = "chain-110.mainnet" { stable_id = "0x1f98df1198f4a6dd5fae1cbe5ca668582aacb298b531989fd0b7a6b57cf57350" }
        lattice CHAIN_111 = "chain-111.mainnet" { stable_id = "0x5c92e322c82ce0f6f0c76aa6bd502738c3bb5162b292564ac2e128cac0ad804d" }
        lattice CHAIN_112 = "chain-112.mainnet" { stable_id = "0x70bee3ee33884494962f650382df2eec4a51ef1fa549bcd17118eecae44d0d9e" }
        lattice CHAIN_113 = "chain-113.mainnet" { stable_id = "0x00f417c1e55942e098e247ddc0f56431634f39b4ca50a57152c74710ae8010b3" }
        lattice CHAIN_114 = "chain-114.mainnet" { stable_id = "0xb284cf8457a061740c058ad34d3ca9b2f31ec0d51918cf9f7cfac89cd5620081" }
        lattice CHAIN_115 = "chain-115.mainnet" { stable_id = "0x6fee265e04c08e207075a8eac210dde9d3204d290389399c6b761afdf0917713" }
        lattice CHAIN_116 = "chain-116.mainnet" { stable_id = "0xb2d4823345731f09d174c52395e7068ebb6bb0cf4e7cbb0a9d610141c110da92" }
        lattice CHAIN_117 = "chain-117.mainnet" { stable_id = "0xe439f894da574416f6228fe93c860e54d433f62e5506bd0ce4245f03c0cb4c4b" }
        lattice CHAIN_118 = "chain-118.mainnet" { stable_id = "0xa2752acb2256112f32e2c47a5930ad741a34864ce592bbe3a34b6455b4c38d88" }
        lattice CHAIN_119 = "chain-119.mainnet" { stable_id = "0x779ce726f9bd39760d010c5de3cedd1878015b1519c819c7c4cc3f0aa5bedb4e" }
        lattice CHAIN_120 = "chain-120.mainnet" { stable_id = "0x1352220dedf4bac1c5b83b8c38ef4c48182a9ed57f42a2c5c5d52972f525a272" }
        lattice CHAIN_121 = "chain-121.mainnet" { stable_id = "0xc2d7cce3d74b75c20a0d46f7864b17bac5499e3492f2ae09f5e2817cc70fc308" }
        lattice CHAIN_122 = "chain-122.mainnet" { stable_id = "0xabb056fa233cc962d8bb20bf1bc9828bb5a6f05d35d155a61d8b738bc810249b" }
        lattice CHAIN_123 = "chain-123.mainnet" { stable_id = "0x6914e7ea44f477afc706f9de741cf7a0f25bcff8798748cbc78ed7ef1248921a" }
        lattice CHAIN_124 = "chain-124.mainnet" { stable_id = "0xce34d4407e35e10e8c83aae59ae99eda3f65a33ab521fe09c055802f9d1f5351" }
        lattice CHAIN_125 = "chain-125.mainnet" { stable_id = "0x8914ecfa2baa8ee957bd3e2d9df4c68034a876491118dcf85e9e07b7eb285a66" }
        lattice CHAIN_126 = "chain-126.mainnet" { stable_id = "0x92540ca7f83bf2c5d6b2a7f74b7d2ebe606cd4e735c1484d19357f7dd36ee560" }
        lattice CHAIN_127 = "chain-127.mainnet" { stable_id = "0x6af714b83973f0646d185ba4e2ab845087a1121c38fd7dff8ede7a096333c161" }
        lattice CHAIN_128 = "chain-128.mainnet" { stable_id = "0xc6fd3478bee5edf24b1e51bfad5e43cb245b88cace924956fcfc4a7f30122919" }
        lattice CHAIN_129 = "chain-129.mainnet" { stable_id = "0xd08b5e17aebd87679ceb9cf43012869cd2bd1e97e087e282828e2f311abf200e" }
        lattice CHAIN_130 = "chain-130.mainnet" { stable_id = "0x45a8a2b6152e524065e8d8cef468b3b3b106d3a1c2fb3fafe79042e2ced93c98" }
        lattice CHAIN_131 = "chain-131.mainnet" { stable_id = "0xb53232abe68d18df52ec1bb4958d69e20c048754dee7b97ab149b4ea66b67ddb" }
        lattice CHAIN_132 = "chain-132.mainnet" { stable_id = "0x132c3929bb5be3da017c9cd636555a8a5078dc886e70baf70ca904001e8b576d" }
        lattice CHAIN_133 = "chain-133.mainnet" { stable_id = "0x03de8429f592873f696647b5e3c648ea7d4bae35940653d36d153f5c16a613ba" }
        lattice CHAIN_134 = "chain-134.mainnet" { stable_id = "0x7cb42758aa06237dab25c4d3bfdf1b22e12051cafacaea480310cbd5a177f15b" }
        lattice CHAIN_135 = "chain-135.mainnet" { stable_id = "0xd823740508f33c03e136b80998d1085182a36ffe0d962b79590dd0fdce9b23c5" }
        lattice CHAIN_136 = "chain-136.mainnet" { stable_id = "0xd4c5d467e50e0081d6b294de0e5146b2974a05f52e53552bf70d2253a87769e5" }
        lattice CHAIN_137 = "chain-137.mainnet" { stable_id = "0xed16464be2efc9e2c2378bdaf34a955e6ca15d6119878b942ee451eb7a32c11d" }
        lattice CHAIN_138 = "chain-138.mainnet" { stable_id = "0x3e16873cccd4f2efea6979825feace6f0a672baa6f3e19c0a6813397d2331021" }
        lattice CHAIN_139 = "chain-139.mainnet" { stable_id = "0x6adf738da3cb20fd6af5d8c74cb76c3f15e60052c4947b22d0008c0bc4c9b7bc" }
        lattice CHAIN_140 = "chain-140.mainnet" { stable_id = "0x64245440651e4e094d719503de7a97246e66a875c7cf81c033d3659ed572a7c6" }
        lattice CHAIN_141 = "chain-141.mainnet" { stable_id = "0xb74f06bfe88a3e38dbddf7c5cbca2ca786af6419fc38fd1f8c3fe7664b2451dd" }
        lattice CHAIN_142 = "chain-142.mainnet" { stable_id = "0x294b758f56f4954031cee103540968861abae9fac9e9b67cf089e0b28e9f8d24" }
        lattice CHAIN_143 = "chain-143.mainnet" { stable_id = "0xa89d5f3c429be9f7afb005c22592bc31d6b038b39b82f05e6f9456dfe8d23ff5" }
        lattice CHAIN_144 = "chain-144.mainnet" { stable_id = "0x2afa3a328c5c0ea8e39cfa57b41b40aa76ab2d700d7d3cc73ee8012fe5f7734a" }
        lattice CHAIN_145 = "chain-145.mainnet" { stable_id = "0x924722083f2d96a7b610c198bcce60f5181c1db50e59c86687ac216a1aec3710" }
        lattice CHAIN_146 = "chain-146.mainnet" { stable_id = "0x233c17db3a948746768c723dea51d68c59ce95c24f4ef88574c25aaef49960c6" }
        lattice CHAIN_147 = "chain-147.mainnet" { stable_id = "0x01643899ecb684b06c17f50b2587081507969dd95035d04616c6e0b7fa3c9e16" }
        lattice CHAIN_148 = "chain-148.mainnet" { stable_id = "0xfb3716611b2e24e9895f747334405a750a591384d9f2c1d0896b75e1465c4577" }
        lattice CHAIN_149 = "chain-149.mainnet" { stable_id = "0xab55755c2d9893e144609dc76513337716a7d8da5b42c2f800bd720aa107912e" }
        lattice CHAIN_150 = "chain-150.mainnet" { stable_id = "0x26a89ea4d402d63dec9e0b58f534ed8c20a254a2a7a732f26853a780118320a1" }
        lattice CHAIN_151 = "chain-151.mainnet" { stable_id = "0x3dd7fcbe1dda8d5c922779dcebde126d7f43a3d90039073b1b2ea73621911869" }
        lattice CHAIN_152 = "chain-152.mainnet" { stable_id = "0x064acb08f9788889b38fdebd3b6707a47bcd1719b988d22fa2084c47c5372396" }
        lattice CHAIN_153 = "chain-153.mainnet" { stable_id = "0x4647a9eb4dedc0f86a76b7894afa4ba0f67a91045489c01f8e40a80349f2c3d7" }
        lattice CHAIN_154 = "chain-154.mainnet" { stable_id = "0x19c624ffe61fba0ba223de139186dc8660d3b00c90197c9f0a4f58026dce86a3" }
        lattice CHAIN_155 = "chain-155.mainnet" { stable_id = "0xfa3023ac88d570c31de4960324e8b47e56d8bcb54b562d2a0b859f8f9d09ee51" }
        lattice CHAIN_156 = "chain-156.mainnet" { stable_id = "0x12ebd1ab74f566a38253b0599f86f7957844502c950c034c9a801ee1c6c6f4bf" }
        lattice CHAIN_157 = "chain-157.mainnet" { stable_id = "0x303d077e51bf9d8bb2dcee02c32832229ec14acf642dfa018fb2776ce18468e9" }
        lattice CHAIN_158 = "chain-158.mainnet" { stable_id = "0xcb64a37460c4b35c9312385854ff7f7e8fd90f196e72542882e12b43972a9c9a" }
        lattice CHAIN_159 = "chain-159.mainnet" { stable_id = "0x3365a7d0859715df0645cfe864bb131c51d1c9db23ed3ad6753d650af049c92c" }
        lattice CHAIN_160 = "chain-160.mainnet" { stable_id = "0x66fb9cbeab4bb702a6ad1de649567d3ed8f28b18bf41be67cd0b42a7394dd91e" }
        lattice CHAIN_161 = "chain-161.mainnet" { stable_id = "0x27bfc05a2da6d307167643abfc25a230bb61692257f231753ac8fad2de63d786" }
        lattice CHAIN_162 = "chain-162.mainnet" { stable_id = "0xe9651e14bbab97949cf1edfa9091370ba12f361b386f5a6c7b6fdcd4f94c332c" }
        lattice CHAIN_163 = "chain-163.mainnet" { stable_id = "0x40b0b79d9220c7c91fed9c6b3872ab90e34837d7190d90856a53e69f085e410f" }
        lattice CHAIN_164 = "chain-164.mainnet" { stable_id = "0xe7c9d589ca1488dba2bf879c28a65c1aafaa57e43bb6ee082836a0b78613d849" }
        lattice CHAIN_165 = "chain-165.mainnet" { stable_id = "0xa7cd89e380cbe8b257c0d8a0b3ada5676482edbfe0105239899c6064e4b2d63a" }
        lattice CHAIN_166 = "chain-166.mainnet" { stable_id = "0x47ac98f3de6ebe188902be28fc05437be3cb7dac48ab9bf86dfad6910ff645b2" }
        lattice CHAIN_167 = "chain-167.mainnet" { stable_id = "0x6be62ff851e9e4a9ce65772b0bfd56dd9a6bfdd3fd5924a91fe6c287fe77e8f0" }
        lattice CHAIN_168 = "chain-168.mainnet" { stable_id = "0x3b452af8763d723bffe60c4f1fb40d1d474d7b25832e1ec4848d9c20e87a8b30" }
        lattice CHAIN_169 = "chain-169.mainnet" { stable_id = "0xa765b7e9408e6462c333df83358bb3ff9727b65abcb784090283b796d32fe31c" }
        lattice CHAIN_170 = "chain-170.mainnet" { stable_id = "0x224f135e557f9ebccf5eac6b03a2fca524c9b197043dfc8530b446744f12bb90" }
        lattice CHAIN_171 = "chain-171.mainnet" { stable_id = "0x1020fe777423175e838dc0b0e55cd976096ff13302091897f9fdb775722e4000" }
        lattice CHAIN_172 = "chain-172.mainnet" { stable_id = "0xfae24fa8f27925c6105148685330519f91eae4201d8a57a89bc15848fcf510b0" }
        lattice CHAIN_173 = "chain-173.mainnet" { stable_id = "0x75d3347d092f5ce46fdc0106f15e65131dd6fd15934b8aa0a04cf373bae2a53a" }
        lattice CHAIN_174 = "chain-174.mainnet" { stable_id = "0x7baa7f0bd399e228770171bb8d869ef179673ce673e345cb4e4d17b2d79b9e7e" }
        lattice CHAIN_175 = "chain-175.mainnet" { stable_id = "0x24d4b0d967bbe6ac10df6d9ea38e8e3e2a3329afb5201ad56d02468b5b6a20bf" }
        lattice CHAIN_176 = "chain-176.mainnet" { stable_id = "0x64d74788ef3c7a0d8f3a92d1ce79ce8d24d6869fbc12542d0aec2b39952f480f" }
        lattice CHAIN_177 = "chain-177.mainnet" { stable_id = "0xa0fcd61028fba136974efe60de1fcfef53e452c80103e69e71cccb8606c507b5" }
        lattice CHAIN_178 = "chain-178.mainnet" { stable_id = "0x130348fc86e12ede13d62ac24ee2f6334b7a823f7caec583a8d3471a9e2dae03" }
        lattice CHAIN_179 = "chain-179.mainnet" { stable_id = "0x4fedab9a30b04658e40602222e455838188105d41c9a9c09be3677b8475f4e45" }
        lattice CHAIN_180 = "chain-180.mainnet" { stable_id = "0x75c624f076648b13b6bbf7dd22d880fb3210e63a9f9762b4535eb4212824612e" }
        lattice CHAIN_181 = "chain-181.mainnet" { stable_id = "0x3594196981a757ae5b984b745a8ce98dfcf3e81735e88ed42b0db8943153cc11" }
        lattice CHAIN_182 = "chain-182.mainnet" { stable_id = "0x857d4a39d7c1164698825ca8647f62c676ca1bb6a26d78f620c2ed680294a894" }
        lattice CHAIN_183 = "chain-183.mainnet" { stable_id = "0x1999cce3af7042365288007127f0795ab7764bc8af4773f096d6bee1cbd7b3c5" }
        lattice CHAIN_184 = "chain-184.mainnet" { stable_id = "0xf74effe6dfda8eb748c5bfb05aefaead04a99b352c122b68a0d68c983e1923a0" }
        lattice CHAIN_185 = "chain-185.mainnet" { stable_id = "0x7419f76c5fa4b4ffb8d6ff548fae6793ff751cc6e2a87eaa3a296269e1fd97cb" }
        lattice CHAIN_186 = "chain-186.mainnet" { stable_id = "0xbb20ff872341d1168dce0686b1d355efe3c34ab148f710d36e9fb6dfd11d9b87" }
        lattice CHAIN_187 = "chain-187.mainnet" { stable_id = "0xa52fac80cd832a0a5eb4155e2de48bf176c232dba4e0df43a7ecf772f0c6cf5f" }
        lattice CHAIN_188 = "chain-188.mainnet" { stable_id = "0x0e16a8aea11ec3e990a4a8279139850d31aecb32cb7f55ecc776d2bb6e532c03" }
        lattice CHAIN_189 = "chain-189.mainnet" { stable_id = "0x8ca8bacbff26f5a94777ba7b388703fb28e3f71e8b0985d5a75cb78415ccb250" }
        lattice CHAIN_190 = "chain-190.mainnet" { stable_id = "0x7ef98a2a7def4ea3f6b06953e9816651aac542f8503924639e73ffa902f172fb" }
        lattice CHAIN_191 = "chain-191.mainnet" { stable_id = "0x2e16d98811945f8ac9fbf45f52d360ff120049e4dd8867320a32ac80cbde2376" }
        lattice CHAIN_192 = "chain-192.mainnet" { stable_id = "0x0b8b8c497101ae7941452fb35d3cfbe0e02f93de653bea0755d74800dfbde0f0" }
        lattice CHAIN_193 = "chain-193.mainnet" { stable_id = "0x6fd6ce923ae422dab97717ebbe53540232b2ba01ae5d49bf980a7f8b4cad2387" }
        lattice CHAIN_194 = "chain-194.mainnet" { stable_id = "0xca4ec3ba9ba771c564e5af544ee8dc48de21a1e6d3ed86dc9cc86a9ec1033d13" }
        lattice CHAIN_195 = "chain-195.mainnet" { stable_id = "0xc8ddd04902fc8ee50004f58e4432db5283fdd9040666926c3f6a50d9281b55b1" }
        lattice CHAIN_196 = "chain-196.mainnet" { stable_id = "0x64af2b833aae0ed7a96dc8c86668ddcb0a06ab1e6bf5f884f65ced9eb0b5625e" }
        lattice CHAIN_197 = "chain-197.mainnet" { stable_id = "0x1f15427cf75350754d74a4a816b6fab86602127d5b882ac3dd48732b2e75efb4" }
        lattice CHAIN_198 = "chain-198.mainnet" { stable_id = "0x1c641c95580893a0ab51f215d5998b4d7be2809c1b4efe87cf57213e6f7436da" }
        lattice CHAIN_199 = "chain-199.mainnet" { stable_id = "0xd49a7cb921be6f5f9bce491d9ecdce172311438a85255c68aa742997d4d287ed" }
        lattice CHAIN_200 = "chain-200.mainnet" { stable_id = "0x2e39816f5411bb93ceedc9c6be1c3df843daa67e22c5633c0f8a6693cb72a4c8" }
        lattice CHAIN_201 = "chain-201.mainnet" { stable_id = "0xa8cda06a3bc44836a6b40bb52e8bc49358ef538a21d6078fc094e78e5652fd97" }
        lattice CHAIN_202 = "chain-202.mainnet" { stable_id = "0xb903efb39ede1600d718c1cd11b0d678a0b695db932635c0912be653a4ce9cbe" }
        lattice CHAIN_203 = "chain-203.mainnet" { stable_id = "0xcac8908b040efe2b38b68d112022105b44b9e08892a7050cb95042f615aac2bf" }
        lattice CHAIN_204 = "chain-204.mainnet" { stable_id = "0x84650ae1054d869652f3be11615c7629c4cd256d08322aea5bcd4aa1e0a7d892" }
        lattice CHAIN_205 = "chain-205.mainnet" { stable_id = "0x8073509590cc136d469f05f31d37698deca5520919b70f0a705d3e08846f3a9a" }
        lattice CHAIN_206 = "chain-206.mainnet" { stable_id = "0x5d62437113442cfe01365d1ab2e4305f6b398a4eb57ed6a956fe01bc02f5c775" }
        lattice CHAIN_207 = "chain-207.mainnet" { stable_id = "0xa4bfb00a548149b6f1fb93798ed2ff459cc6a3ebe290efe7c544d44ec9216602" }
        lattice CHAIN_208 = "chain-208.mainnet" { stable_id = "0x358ae388643ea3dbe08034e6a3101577fe466ace3cdcd2d187608f1744059fd0" }
        lattice CHAIN_209 = "chain-209.mainnet" { stable_id = "0xf1d0414cd3b582d55223a56d50089a2e68ca117f92122492f45473d438875e18" }
        lattice CHAIN_210 = "chain-210.mainnet" { stable_id = "0x189bb32fff28dc3ae506e4192e948b3725bb2471e7fcda9fb50da92a44ce2879" }
        lattice CHAIN_211 = "chain-211.mainnet" { stable_id = "0x62f7b529e2f191a7936caa62328c07df7f625d11a97ffd959223b14f61200e41" }
        lattice CHAIN_212 = "chain-212.mainnet" { stable_id = "0x724563171057cf1be8d8a3897cef69bebf5d57e57168604132b9ddf8d959a46f" }
        lattice CHAIN_213 = "chain-213.mainnet" { stable_id = "0xa43dba3fb44f414ec5c63fd9660e0909b13acda3258a0ffee68bef45d547f647" }
        lattice CHAIN_214 = "chain-214.mainnet" { stable_id = "0x3fc835409685a74e69b90584c7d9d833f6592ec87e5fd7e7a92183f2b9769c74" }
        lattice CHAIN_215 = "chain-215.mainnet" { stable_id = "0xfe4599455bf4d803405c1d50e60fb68b9d1213978fa7252309bc41826c0e6de0" }
        lattice CHAIN_216 = "chain-216.mainnet" { stable_id = "0x0c18992eed2f339ceacff47969e9735ef402ecbd27c283e3a267c043ccb83c66" }
        lattice CHAIN_217 = "chain-217.mainnet" { stable_id = "0x9a15a4586e2e7f9cd4c987e81ec1af7893c59053019a9a27d604e7f34c1d40c1" }
        lattice CHAIN_218 = "chain-218.mainnet" { stable_id = "0x2cd2492666e30fa9a172aa89f382ee8e603279f32bb7f703bede904efc117733" }
        lattice CHAIN_219 = "chain-219.mainnet" { stable_id = "0x92497f31d36a699600a4a592f8c55f5c5c0f144fe73b7f7721d476b2c831e5a5" }
        lattice CHAIN_220 = "chain-220.mainnet" { stable_id = "0xa8f3264c33fbbb1fa6b225674a33a27fe456c309ee9c0f247eed80a1894d854e" }
        lattice CHAIN_221 = "chain-221.mainnet" { stable_id = "0xa51b8678c5f3fe12b390530aec832d815666c0238b11ed6ea30a6c18094e9b7c" }
        lattice CHAIN_222 = "chain-222.mainnet" { stable_id = "0x464ad3e631c180357ae0bad2d6e65fda2e5020c1c6014408dee8e8e468beba19" }
        lattice CHAIN_223 = "chain-223.mainnet" { stable_id = "0xcc5bbdb50a4ce69856fa03a90409213acb410cfe8e2045cceeeac436f0aa1b0c" }
        lattice CHAIN_224 = "chain-224.mainnet" { stable_id = "0xac7564180bbe04420669cde68c393419e5c08834f95b1896955872cfdb732a89" }
        lattice CHAIN_225 = "chain-225.mainnet" { stable_id = "0xa7ed594621240c0f270e3bd776a7f363151acfa89c656ae6902187020eadfd36" }
        lattice CHAIN_226 = "chain-226.mainnet" { stable_id = "0x2c5960e9502f97ea4b49fdf9b3657f90ce9cb195ad870e637a2f0b27c0ae5a05" }
        lattice CHAIN_227 = "chain-227.mainnet" { stable_id = "0xc9d9dfb83c95d35ccf0591ba8aeaa0d3f9ad3e98f58255b1cfc25560eeea4060" }
        lattice CHAIN_228 = "chain-228.mainnet" { stable_id = "0x4d78e2b1a6fb27911c2c62699baf8662ca0ec390826f94306bf3d3ff42b8d639" }
        lattice CHAIN_229 = "chain-229.mainnet" { stable_id = "0xe68b24fa7688e4b00c106e60b788ffc5237ec82fc419b76e89f87b775f16bcb1" }
        lattice CHAIN_230 = "chain-230.mainnet" { stable_id = "0x88cb2850ca83b1795e29b2157479ce67a55a0ee11a54f2fbd8868c21af8254bb" }
        lattice CHAIN_231 = "chain-231.mainnet" { stable_id = "0xd674fcaaa0b10eafcd51113c8ffe06184f0a90f4fa1f7432dae9cada2c9f75f0" }
        lattice CHAIN_232 = "chain-232.mainnet" { stable_id = "0xc3ba4af99ee2bcbdc3c6a59f9449afd3a606c3df61f549cb84ef6298692d5579" }
        lattice CHAIN_233 = "chain-233.mainnet" { stable_id = "0xf254feccee0bac0d42fc541ccbd86e6bfdc19702549b17aa0bd3fe054dbc46f1" }
        lattice CHAIN_234 = "chain-234.mainnet" { stable_id = "0x4072315ce2b7690a3495104f87755639c7b356dd35afc60aa028a3336a1f2e05" }
        lattice CHAIN_235 = "chain-235.mainnet" { stable_id = "0x21c3f0f50d4d34389de2ea1f2d179c917673217d76990cbcfbe370a375145d28" }
        lattice CHAIN_236 = "chain-236.mainnet" { stable_id = "0x8fd7eb1fc4fd9bb696f7761c03fc1ec39e2bb3d01f7b3ca792fb343c4ea45ef5" }
        lattice CHAIN_237 = "chain-237.mainnet" { stable_id = "0xe1e67c71e708540c705eff06903703ba4feb35cd74f836b4c30c36402c177aff" }
        lattice CHAIN_238 = "chain-238.mainnet" { stable_id = "0xd72f6e45c6af58d01d723c94bbc695ccc7a29d6793696354920a356b6fb3eb0d" }
        lattice CHAIN_239 = "chain-239.mainnet" { stable_id = "0xa4b1e675d45f5b41cf86aec4bceded887324e895bef184653d7591423a173a98" }
        lattice CHAIN_240 = "chain-240.mainnet" { stable_id = "0x4c68021236b5cb848c845869d0bbedf4364aef7fdeea1ca6fa625f7a536b3fb8" }
        lattice CHAIN_241 = "chain-241.mainnet" { stable_id = "0xb4b4163649bf79b05f30d7a68abeb67d2e9d9016cf16bf9fbfb7a3019db322e2" }
        lattice CHAIN_242 = "chain-242.mainnet" { stable_id = "0xdb8eb93927953df72d0a440931d899a813c449db14ecd12bb560757751e9ebaa" }
        lattice CHAIN_243 = "chain-243.mainnet" { stable_id = "0xc60051e7bf1bbaa1499f3cc7a0bf42a0e83f15f1ae1d4e0f1e0ff7b27f7d5e9c" }
        lattice CHAIN_244 = "chain-244.mainnet" { stable_id = "0xbc5bdc148f3943d7e23bec1cd17584d51c883d3bb826faea421193a855be8ebb" }
        lattice CHAIN_245 = "chain-245.mainnet" { stable_id = "0x96dc2c77b7c0b7d62c8a6d4ad6a3c8241232fbb9cac7439d277beee0d46b15d4" }
        lattice CHAIN_246 = "chain-246.mainnet" { stable_id = "0x04b02e05594492a48bd3c68247d71af15943ceb8e5269f8e3668de49c5e4192b" }
        lattice CHAIN_247 = "chain-247.mainnet" { stable_id = "0x82ee9a95b239aeac1b40fbe2c785941c8da39cda6dc84361ff9af7c9764eb714" }
        lattice CHAIN_248 = "chain-248.mainnet" { stable_id = "0x46ae36ebb5213e862817bd0f5f39b37758b4b8eb08a3c27aa89ef22856c1e577" }
        lattice CHAIN_249 = "chain-249.mainnet" { stable_id = "0x4d1cd7133abcc1cbbf30350c9cad5a6d6a81ed319209f74b53d91e93ec12ba10" }
        lattice CHAIN_250 = "chain-250.mainnet" { stable_id = "0x8b5943128abd84cf2a66740244850692392250ed7ff56f614128bfdc8f4ff08d" }
        lattice CHAIN_251 = "chain-251.mainnet" { stable_id = "0xabf43c6b7088d62dfcd8e8265f05e295ea66d0fe618b3b3ff1e9e1414396e86e" }
        lattice CHAIN_252 = "chain-252.mainnet" { stable_id = "0xa7aa0b6a32843fa1fbafd5fbcea3b7d274229a11392c0d4bd4382b5b6fc79d41" }
        lattice CHAIN_253 = "chain-253.mainnet" { stable_id = "0xc226b86feb2da89654a2333385fd185be0980ec9da2d8659cdffd8ab2df7f1ef" }
        lattice CHAIN_254 = "chain-254.mainnet" { stable_id = "0xe6edf5b86dc58d22d45fb446e42327fccaca1bb09d9fbc27525ebe794d75cee3" }
        lattice CHAIN_255 = "chain-255.mainnet" { stable_id = "0xb8dc5f20dc0a8a6527a08d9ee6f998d474caf85920e4fc92f0e775be3b056ae7" }
        lattice CHAIN_256 = "chain-256.mainnet" { stable_id = "0xb097a2ba7b961ece6beb079a2b0e474f45da99e7a32a5d157a7fd67a4896c955" }
        lattice CHAIN_257 = "chain-257.mainnet" { stable_id = "0xa3f6cc4a74042fb11be4e670a16b12a5279db883d688402f012463c614830f23" }
        lattice CHAIN_258 = "chain-258.mainnet" { stable_id = "0xdeca6d2c7b90e6ea8edec7f83416ce16d02e849cd02b612a39ab900ea9ee6974" }
        lattice CHAIN_259 = "chain-259.mainnet" { stable_id = "0x73da3710d8c8089403bb6f8cb6a3ff8d3440250d68bcbd77ace33cbfc7293ec4" }
        lattice CHAIN_260 = "chain-260.mainnet" { stable_id = "0x052fe231bef20856536db4688a2a17dfd8ac636d26051d1551181e7941d380d9" }
        lattice CHAIN_261 = "chain-261.mainnet" { stable_id = "0x7ee239ef8fba072470b0cbc86019a8a1b0d4b76fa2b2a8248c7de3a6c748e406" }
        lattice CHAIN_262 = "chain-262.mainnet" { stable_id = "0xf040861a4ce296674d60e8e467c5dc30cd4b301b84251a65d757cdac2772e3b0" }
        lattice CHAIN_263 = "chain-263.mainnet" { stable_id = "0x1731c0ed2d25de2b93a1ef7bb20a95348315fafa5bb8c140d329f72947a7a147" }
        lattice CHAIN_264 = "chain-264.mainnet" { stable_id = "0x8b36f07b7ad3afd32ff135b2fbef853614c4d766c800476b2cf1a1fe2ea4aa7c" }
        lattice CHAIN_265 = "chain-265.mainnet" { stable_id = "0xdb0e0b54800a4f4be5d99b62a4b6c5a429ac816c6aeec040677e9085bf0dd840" }
        lattice CHAIN_266 = "chain-266.mainnet" { stable_id = "0xa7cb9510d5e6e05c44648cb1efbbf7d2c4fa53e5a98d79da39f38ef4a903299b" }
        lattice CHAIN_267 = "chain-267.mainnet" { stable_id = "0x5a051f8c230ef35eddde118f80c97f8fab31471b9c2d049ace655ada0272a003" }
        lattice CHAIN_268 = "chain-268.mainnet" { stable_id = "0x319ab273d543e047c09db02eea4c0f1465ca27b8893dcb028f7b8049ad3eab38" }
        lattice CHAIN_269 = "chain-269.mainnet" { stable_id = "0xc3a460a3705c7c7287b62786d9ef36aa5825a2b0b86fcc37d23ea6a4c1412645" }
        lattice CHAIN_270 = "chain-270.mainnet" { stable_id = "0x4db403cdc1d459873c55b87d9bb092276d8049e701349ec2fea2de51d1bbc5e0" }
        lattice CHAIN_271 = "chain-271.mainnet" { stable_id = "0x714964d98b2067b69637c8a42941f21b476ad3110968d1781fc757248f430637" }
        lattice CHAIN_272 = "chain-272.mainnet" { stable_id = "0xacae97efa6d353f359f7e91f19ade0cc223430f69f040333562c946852d58ec0" }
        lattice CHAIN_273 = "chain-273.mainnet" { stable_id = "0x803ee728ef7d04bdfeb726d60fd99a5f558b464cdf4bded120434b0f3ba7f85f" }
        lattice CHAIN_274 = "chain-274.mainnet" { stable_id = "0xb9e9cd36adecd7bee6dbf2b5768724104bd6eacf9099106e61f0b9884611c222" }
        lattice CHAIN_275 = "chain-275.mainnet" { stable_id = "0x80f326f9455195fbfe92f0814de516961b2d894b84b4f52fec88f2867d958c52" }
        lattice CHAIN_276 = "chain-276.mainnet" { stable_id = "0x585348e56dcf8f479e94b562f2fbbfd18c7570f3930730627fea217bc6c9163b" }
        lattice CHAIN_277 = "chain-277.mainnet" { stable_id = "0x7cdc923d911c813cbf3587859a708d96fcb72eda22a3245d4ca0f1ad0cab20a6" }
        lattice CHAIN_278 = "chain-278.mainnet" { stable_id = "0xc79a530c170ce5c4306d2f704f08effb55d7e6cfee04cea695e50cb8f4c9915e" }
        lattice CHAIN_279 = "chain-279.mainnet" { stable_id = "0x018f130f275bcba6b68c1949961074d4443b72b0acee458cfbc4b9f01ed44a76" }
        lattice CHAIN_280 = "chain-280.mainnet" { stable_id = "0xea7432c2ad730f0c6035793f9f2a1e06f037a824d990905925f5d097cba47770" }
        lattice CHAIN_281 = "chain-281.mainnet" { stable_id = "0x15db809e45ded8338a70dd708d6d22698c6da770a9be757b61ea5caaab474989" }
        lattice CHAIN_282 = "chain-282.mainnet" { stable_id = "0x6fdc5b0b1f76da4ba0690a1598a4bec7603932669ecc7c851e99e152edc10851" }
        lattice CHAIN_283 = "chain-283.mainnet" { stable_id = "0xf55f73754570d9529345ec44748fff96394868dfff32c36849f2791d6e010b47" }
        lattice CHAIN_284 = "chain-284.mainnet" { stable_id = "0x11aa0c6bc95ae6a3af7e1426076cb99ef983b4d0d66f71442f919c15bbbf0a2e" }
        lattice CHAIN_285 = "chain-285.mainnet" { stable_id = "0xf197a060468774c1de2da1b4e1ffeb322b7920ffef3be64bfa012ad40e160148" }
        lattice CHAIN_286 = "chain-286.mainnet" { stable_id = "0x262b7121d2da0b27c18c6b5b45fbdd981a2a007612fa1bb980b3f6cce15ab38b" }
        lattice CHAIN_287 = "chain-287.mainnet" { stable_id = "0xa4a08ca8442d939727011a778a44321c6c5c81ba74084c4753d1beb4efa9f851" }
        lattice CHAIN_288 = "chain-288.mainnet" { stable_id = "0xede48bd22ed2d3067eae0f5221e09987b7bb0a26e3b0513362285d7baae61b41" }
        lattice CHAIN_289 = "chain-289.mainnet" { stable_id = "0xbfbd4986855568e8d7db7b3023f4bd503d6db51236d62a36b6e447891bc17964" }
        lattice CHAIN_290 = "chain-290.mainnet" { stable_id = "0xf930619532024f39f17c1b1a7776a142fb7e742f69c87132bbbb573b3050f92a" }
        lattice CHAIN_291 = "chain-291.mainnet" { stable_id = "0x5ae3f4726021dac22b6e5452f2d2e453780e6b71b00afffcd339ebf4b7a545f4" }
        lattice CHAIN_292 = "chain-292.mainnet" { stable_id = "0x70cc6ad4d9786ca72f5cb97201098b52f7d3f72af410f125cc55fe612bf403ca" }
        lattice CHAIN_293 = "chain-293.mainnet" { stable_id = "0x0c05458f33e2838ab9577e61589dab663e6c12565d33b58f65bb70f8c23ec35c" }
        lattice CHAIN_294 = "chain-294.mainnet" { stable_id = "0x3534bbea17aa7ecfd1c6ad0246561d3abaea806458c32f67a4074758f64ea24c" }
        lattice CHAIN_295 = "chain-295.mainnet" { stable_id = "0x1861127e8a90726fda6d6daa561e06c03c0a0a26e50ee6af462019b52464cf9d" }
        lattice CHAIN_296 = "chain-296.mainnet" { stable_id = "0x16482d36adeaf1b434ebb3687d5d9ec925241c2fe59a731c093e014e2f7dbf26" }
        lattice CHAIN_297 = "chain-297.mainnet" { stable_id = "0xf627f4b7215c6944a6c4218755165aab914d4ecd2f57fed6fb06cd2af860a425" }
        lattice CHAIN_298 = "chain-298.mainnet" { stable_id = "0x4170c586e07f1f5b497ea188a2d6bf48497c88416b8cdbe20b002c98c54b044d" }
        lattice CHAIN_299 = "chain-299.mainnet" { stable_id = "0x69b0c0f665e9d1098cb3c8d8c42aeb2db86b018b7956682cd8c9156cde5323be" }
    }
}

/// Every vector, in order.
pub const ALL: &[Evaluated] = &[
    (&v00::VECTOR, v00::VECTOR_ROOT, const { v00::VECTOR.coalition_root() }),
    (&v01::VECTOR, v01::VECTOR_ROOT, const { v01::VECTOR.coalition_root() }),
    (&v02::VECTOR, v02::VECTOR_ROOT, const { v02::VECTOR.coalition_root() }),
    (&v03::VECTOR, v03::VECTOR_ROOT, const { v03::VECTOR.coalition_root() }),
    (&v04::VECTOR, v04::VECTOR_ROOT, const { v04::VECTOR.coalition_root() }),
    (&v05::VECTOR, v05::VECTOR_ROOT, const { v05::VECTOR.coalition_root() }),
    (&v06::VECTOR, v06::VECTOR_ROOT, const { v06::VECTOR.coalition_root() }),
    (&v07::VECTOR, v07::VECTOR_ROOT, const { v07::VECTOR.coalition_root() }),
    (&v08::VECTOR, v08::VECTOR_ROOT, const { v08::VECTOR.coalition_root() }),
    (&v09::VECTOR, v09::VECTOR_ROOT, const { v09::VECTOR.coalition_root() }),
    (&v10::VECTOR, v10::VECTOR_ROOT, const { v10::VECTOR.coalition_root() }),
    (&v11::VECTOR, v11::VECTOR_ROOT, const { v11::VECTOR.coalition_root() }),
    (&v12::VECTOR, v12::VECTOR_ROOT, const { v12::VECTOR.coalition_root() }),
    (&v13::VECTOR, v13::VECTOR_ROOT, const { v13::VECTOR.coalition_root() }),
    (&v14::VECTOR, v14::VECTOR_ROOT, const { v14::VECTOR.coalition_root() }),
    (&v15::VECTOR, v15::VECTOR_ROOT, const { v15::VECTOR.coalition_root() }),
    (&v16::VECTOR, v16::VECTOR_ROOT, const { v16::VECTOR.coalition_root() }),
    (&v17::VECTOR, v17::VECTOR_ROOT, const { v17::VECTOR.coalition_root() }),
    (&v18::VECTOR, v18::VECTOR_ROOT, const { v18::VECTOR.coalition_root() }),
];
