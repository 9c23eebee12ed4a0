//! Blocks with every kind and every check, in code that would break a careless expansion.
//!
//! `Cargo.toml` renames the crate `coalition` to `federation`. The strictest lints are on.
#![forbid(unsafe_code)]
#![deny(missing_docs, warnings, clippy::pedantic)]

/// Blocks in a module.
pub mod plain {
    use federation as facade;

    facade::coalition! {
        /// Everything is declared here.
        pub coalition DECLARED = "hygiene.declared" {
            expect_fingerprint = "0x119747b22604c09c8f2e95ff699b5fe790affd99662eeba93c1a1882a98cfd9f",
            expect_handshake = "0x2de05cf48a504623c1e796611ef4ba4aa170ab7d01f74a6351d27a964a16672b",
            peers = ["peer-a"],
            change_channel = "https://example.org/changes",
        }
        lattice ETHEREUM = "ethereum.mainnet" {
            stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            content_hash = "0x28f9354731c069ce6c0eff3f91957d06998c6dfbc7498ff1ff6532ae38cb305b",
        }
        organism GAS_FEED = "price-feed.gas" {
            role = "oracle",
            stable_id = "0x2fe840e13244a9d748883574c1f1b7b1d7020eb39d0735b8f91ef5cf6f35173e",
            content_hash = "0xc2f8d2c582e53bf9093889784733ead582234c69d96752ae285ab24a2ef5e2f3",
            ticket_root = "0x32344a22534a996c8226585dc23278fc0cd9f2cc6a0a0553ea21b5895639551f",
        }
        confluence PAIRED = "paired-bundles" {
            spans = [ETHEREUM, GAS_FEED],
            content = { window_ms = 500, schema = "bundle-v1", strict = true, policy = id("0x823412d1eacb67956220e532959f0104603057c88704863ca38e7cd188fda812") },
            acl = [
                recognise_issuer("0x535c6f8eb511f5d966a1b0725df92ebf27514faba945cbbd698e23ac72c41757"),
                require_mrtd("0xa7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"),
                require_validator("0xf82af32160bc53112ca118abbf57fa6fed47eb90291a1d1d92f438ae2ed74ef6"),
            ],
            expect_fingerprint = "0x2e6ac96d8f9a4a0ac4e655223295cba5760d1bb1bf83afbed8990cbf6ee156ec",
        }
        module ATLAS = "atlas" {
            acl = [recognise_issuer(self)],
            state_machine = "0x14fbdc3a5780047f0503f81d7362f3b9eef6ed72387ab9fb587c1e64dab21c03",
            handshake = "https://example.org/atlas",
            expect_fingerprint = "0x337076cc59c8898df3cc5907cc1e702c87a032855b6e6ea1906b0235a96346bb",
        }
        ticket_issuer ISSUER = "hygiene.tickets" { expect_fingerprint = "0x59a99423dde45a7a05746625ce04b6cbc4f7345311a7e0660c38e6e02839ac55" }
    }

    facade::coalition! {
        /// Declared and imported, pinned and not.
        pub coalition MIXED = "hygiene.mixed" {
            expect_fingerprint = "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d",
            expect_handshake = "0xed3ed7ce34c3a0a2008a7d2de25678ad370c5b97308bd689b90b42f0b318c8ed",
        }
        lattice BASE = "base.mainnet" { stable_id = "0xcae662172fd450bb0cd710a769079c05bfc5d8e35efa6576edc7d0377afdd4a2" }
        lattice UNICHAIN = operator_unichain::MAINNET {
            stable_id = operator_unichain::MAINNET_ID,
            content_hash = "0xca6d6b12eb718d2c92685f576b817ef6cc73cfeb03da0ffde4dd1373a066bf0b",
        }
        lattice SEPOLIA = operator_unichain::SEPOLIA;
        organism EUR = operator_feeds::EUR {
            stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
            content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
            name = "price-feed.eur",
        }
        organism USD = operator_feeds::USD;
        confluence WATCH = operator_unichain::BRIDGE_WATCH { expect_fingerprint = "0xa2755b6a7f5ff8d039ff4e51200d631ce8224ee996d6c848eb61c1f6efb16811" }
        confluence CROSS = operator_feeds::FX_CROSS;
        confluence BY_PATH = "by-path" {
            spans = [UNICHAIN, USD],
            content = { policy = id(operator_unichain::VALIDATOR) },
            acl = [require_validator(operator_unichain::VALIDATOR)],
            expect_fingerprint = "0x6032196c8c8a2a973cc2d3ea976474f034f17c2fe0388a475be6543d1ebc695f",
        }
        module ALMANAC = operator_unichain::ALMANAC { expect_fingerprint = "0x100c47c9800e044bb8fc1d6c975decf7aa724debd0973b907622e5e76dbdbc8f" }
        ticket_issuer TICKETS = operator_unichain::TICKETS { expect_fingerprint = "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad" }
    }

    facade::coalition! {
        pub coalition PINNED = "hygiene.pinned" { expect_fingerprint = "0x28561760723ce7e65d79c7c6ee3ffdfaf29fa7273e8bb7be7314e2715fc0828b" }
        lattice UNICHAIN_PINNED = operator_unichain::MAINNET { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
        organism USD_PINNED = operator_feeds::USD { stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8" }
        confluence CROSS_PINNED = operator_feeds::FX_CROSS { expect_fingerprint = "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12" }
        ticket_issuer TICKETS_PINNED = operator_feeds::TICKETS { expect_fingerprint = "0x689e18efb59779e2a63b6fe7c4f31f2883b4f78910058db28db94f6bea5333cc" }
    }

    facade::assert_fingerprint!(MIXED, "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d");
    facade::assert_fingerprint!(
        CROSS_PINNED,
        "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12"
    );
    facade::assert_fingerprint!(
        TICKETS,
        "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad"
    );
}

/// Blocks that call the macro through an operator's re-export of `coalition`.
pub mod re_exported {
    operator_unichain::coalition::coalition! {
        /// Everything is declared here.
        pub coalition DECLARED = "hygiene.declared" {
            expect_fingerprint = "0x119747b22604c09c8f2e95ff699b5fe790affd99662eeba93c1a1882a98cfd9f",
            expect_handshake = "0x2de05cf48a504623c1e796611ef4ba4aa170ab7d01f74a6351d27a964a16672b",
            peers = ["peer-a"],
            change_channel = "https://example.org/changes",
        }
        lattice ETHEREUM = "ethereum.mainnet" {
            stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            content_hash = "0x28f9354731c069ce6c0eff3f91957d06998c6dfbc7498ff1ff6532ae38cb305b",
        }
        organism GAS_FEED = "price-feed.gas" {
            role = "oracle",
            stable_id = "0x2fe840e13244a9d748883574c1f1b7b1d7020eb39d0735b8f91ef5cf6f35173e",
            content_hash = "0xc2f8d2c582e53bf9093889784733ead582234c69d96752ae285ab24a2ef5e2f3",
            ticket_root = "0x32344a22534a996c8226585dc23278fc0cd9f2cc6a0a0553ea21b5895639551f",
        }
        confluence PAIRED = "paired-bundles" {
            spans = [ETHEREUM, GAS_FEED],
            content = { window_ms = 500, schema = "bundle-v1", strict = true, policy = id("0x823412d1eacb67956220e532959f0104603057c88704863ca38e7cd188fda812") },
            acl = [
                recognise_issuer("0x535c6f8eb511f5d966a1b0725df92ebf27514faba945cbbd698e23ac72c41757"),
                require_mrtd("0xa7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"),
                require_validator("0xf82af32160bc53112ca118abbf57fa6fed47eb90291a1d1d92f438ae2ed74ef6"),
            ],
            expect_fingerprint = "0x2e6ac96d8f9a4a0ac4e655223295cba5760d1bb1bf83afbed8990cbf6ee156ec",
        }
        module ATLAS = "atlas" {
            acl = [recognise_issuer(self)],
            state_machine = "0x14fbdc3a5780047f0503f81d7362f3b9eef6ed72387ab9fb587c1e64dab21c03",
            handshake = "https://example.org/atlas",
            expect_fingerprint = "0x337076cc59c8898df3cc5907cc1e702c87a032855b6e6ea1906b0235a96346bb",
        }
        ticket_issuer ISSUER = "hygiene.tickets" { expect_fingerprint = "0x59a99423dde45a7a05746625ce04b6cbc4f7345311a7e0660c38e6e02839ac55" }
    }

    operator_unichain::coalition::coalition! {
        /// Declared and imported, pinned and not.
        pub coalition MIXED = "hygiene.mixed" {
            expect_fingerprint = "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d",
            expect_handshake = "0xed3ed7ce34c3a0a2008a7d2de25678ad370c5b97308bd689b90b42f0b318c8ed",
        }
        lattice BASE = "base.mainnet" { stable_id = "0xcae662172fd450bb0cd710a769079c05bfc5d8e35efa6576edc7d0377afdd4a2" }
        lattice UNICHAIN = operator_unichain::MAINNET {
            stable_id = operator_unichain::MAINNET_ID,
            content_hash = "0xca6d6b12eb718d2c92685f576b817ef6cc73cfeb03da0ffde4dd1373a066bf0b",
        }
        lattice SEPOLIA = operator_unichain::SEPOLIA;
        organism EUR = operator_feeds::EUR {
            stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
            content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
            name = "price-feed.eur",
        }
        organism USD = operator_feeds::USD;
        confluence WATCH = operator_unichain::BRIDGE_WATCH { expect_fingerprint = "0xa2755b6a7f5ff8d039ff4e51200d631ce8224ee996d6c848eb61c1f6efb16811" }
        confluence CROSS = operator_feeds::FX_CROSS;
        confluence BY_PATH = "by-path" {
            spans = [UNICHAIN, USD],
            content = { policy = id(operator_unichain::VALIDATOR) },
            acl = [require_validator(operator_unichain::VALIDATOR)],
            expect_fingerprint = "0x6032196c8c8a2a973cc2d3ea976474f034f17c2fe0388a475be6543d1ebc695f",
        }
        module ALMANAC = operator_unichain::ALMANAC { expect_fingerprint = "0x100c47c9800e044bb8fc1d6c975decf7aa724debd0973b907622e5e76dbdbc8f" }
        ticket_issuer TICKETS = operator_unichain::TICKETS { expect_fingerprint = "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad" }
    }

    operator_unichain::coalition::coalition! {
        pub coalition PINNED = "hygiene.pinned" { expect_fingerprint = "0x28561760723ce7e65d79c7c6ee3ffdfaf29fa7273e8bb7be7314e2715fc0828b" }
        lattice UNICHAIN_PINNED = operator_unichain::MAINNET { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
        organism USD_PINNED = operator_feeds::USD { stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8" }
        confluence CROSS_PINNED = operator_feeds::FX_CROSS { expect_fingerprint = "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12" }
        ticket_issuer TICKETS_PINNED = operator_feeds::TICKETS { expect_fingerprint = "0x689e18efb59779e2a63b6fe7c4f31f2883b4f78910058db28db94f6bea5333cc" }
    }

    operator_unichain::coalition::assert_fingerprint!(
        MIXED,
        "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d"
    );
    operator_unichain::coalition::assert_fingerprint!(
        CROSS_PINNED,
        "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12"
    );
    operator_unichain::coalition::assert_fingerprint!(
        TICKETS,
        "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad"
    );
}

/// Blocks without the prelude.
#[no_implicit_prelude]
pub mod without_prelude {
    use ::operator_feeds;
    use ::operator_unichain;

    ::federation::coalition! {
        /// Everything is declared here.
        pub coalition DECLARED = "hygiene.declared" {
            expect_fingerprint = "0x119747b22604c09c8f2e95ff699b5fe790affd99662eeba93c1a1882a98cfd9f",
            expect_handshake = "0x2de05cf48a504623c1e796611ef4ba4aa170ab7d01f74a6351d27a964a16672b",
            peers = ["peer-a"],
            change_channel = "https://example.org/changes",
        }
        lattice ETHEREUM = "ethereum.mainnet" {
            stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            content_hash = "0x28f9354731c069ce6c0eff3f91957d06998c6dfbc7498ff1ff6532ae38cb305b",
        }
        organism GAS_FEED = "price-feed.gas" {
            role = "oracle",
            stable_id = "0x2fe840e13244a9d748883574c1f1b7b1d7020eb39d0735b8f91ef5cf6f35173e",
            content_hash = "0xc2f8d2c582e53bf9093889784733ead582234c69d96752ae285ab24a2ef5e2f3",
            ticket_root = "0x32344a22534a996c8226585dc23278fc0cd9f2cc6a0a0553ea21b5895639551f",
        }
        confluence PAIRED = "paired-bundles" {
            spans = [ETHEREUM, GAS_FEED],
            content = { window_ms = 500, schema = "bundle-v1", strict = true, policy = id("0x823412d1eacb67956220e532959f0104603057c88704863ca38e7cd188fda812") },
            acl = [
                recognise_issuer("0x535c6f8eb511f5d966a1b0725df92ebf27514faba945cbbd698e23ac72c41757"),
                require_mrtd("0xa7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"),
                require_validator("0xf82af32160bc53112ca118abbf57fa6fed47eb90291a1d1d92f438ae2ed74ef6"),
            ],
            expect_fingerprint = "0x2e6ac96d8f9a4a0ac4e655223295cba5760d1bb1bf83afbed8990cbf6ee156ec",
        }
        module ATLAS = "atlas" {
            acl = [recognise_issuer(self)],
            state_machine = "0x14fbdc3a5780047f0503f81d7362f3b9eef6ed72387ab9fb587c1e64dab21c03",
            handshake = "https://example.org/atlas",
            expect_fingerprint = "0x337076cc59c8898df3cc5907cc1e702c87a032855b6e6ea1906b0235a96346bb",
        }
        ticket_issuer ISSUER = "hygiene.tickets" { expect_fingerprint = "0x59a99423dde45a7a05746625ce04b6cbc4f7345311a7e0660c38e6e02839ac55" }
    }

    ::federation::coalition! {
        /// Declared and imported, pinned and not.
        pub coalition MIXED = "hygiene.mixed" {
            expect_fingerprint = "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d",
            expect_handshake = "0xed3ed7ce34c3a0a2008a7d2de25678ad370c5b97308bd689b90b42f0b318c8ed",
        }
        lattice BASE = "base.mainnet" { stable_id = "0xcae662172fd450bb0cd710a769079c05bfc5d8e35efa6576edc7d0377afdd4a2" }
        lattice UNICHAIN = operator_unichain::MAINNET {
            stable_id = operator_unichain::MAINNET_ID,
            content_hash = "0xca6d6b12eb718d2c92685f576b817ef6cc73cfeb03da0ffde4dd1373a066bf0b",
        }
        lattice SEPOLIA = operator_unichain::SEPOLIA;
        organism EUR = operator_feeds::EUR {
            stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
            content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
            name = "price-feed.eur",
        }
        organism USD = operator_feeds::USD;
        confluence WATCH = operator_unichain::BRIDGE_WATCH { expect_fingerprint = "0xa2755b6a7f5ff8d039ff4e51200d631ce8224ee996d6c848eb61c1f6efb16811" }
        confluence CROSS = operator_feeds::FX_CROSS;
        confluence BY_PATH = "by-path" {
            spans = [UNICHAIN, USD],
            content = { policy = id(operator_unichain::VALIDATOR) },
            acl = [require_validator(operator_unichain::VALIDATOR)],
            expect_fingerprint = "0x6032196c8c8a2a973cc2d3ea976474f034f17c2fe0388a475be6543d1ebc695f",
        }
        module ALMANAC = operator_unichain::ALMANAC { expect_fingerprint = "0x100c47c9800e044bb8fc1d6c975decf7aa724debd0973b907622e5e76dbdbc8f" }
        ticket_issuer TICKETS = operator_unichain::TICKETS { expect_fingerprint = "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad" }
    }

    ::federation::coalition! {
        pub coalition PINNED = "hygiene.pinned" { expect_fingerprint = "0x28561760723ce7e65d79c7c6ee3ffdfaf29fa7273e8bb7be7314e2715fc0828b" }
        lattice UNICHAIN_PINNED = operator_unichain::MAINNET { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
        organism USD_PINNED = operator_feeds::USD { stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8" }
        confluence CROSS_PINNED = operator_feeds::FX_CROSS { expect_fingerprint = "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12" }
        ticket_issuer TICKETS_PINNED = operator_feeds::TICKETS { expect_fingerprint = "0x689e18efb59779e2a63b6fe7c4f31f2883b4f78910058db28db94f6bea5333cc" }
    }

    ::federation::assert_fingerprint!(
        MIXED,
        "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d"
    );
    ::federation::assert_fingerprint!(
        CROSS_PINNED,
        "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12"
    );
    ::federation::assert_fingerprint!(
        TICKETS,
        "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad"
    );
}

pub mod shadowed;

/// Several blocks in one module, visible only in the crate.
pub mod visibility {
    federation::coalition! {
        /// Everything is declared here.
        pub(crate) coalition A_DECLARED = "hygiene.declared" {
            expect_fingerprint = "0x119747b22604c09c8f2e95ff699b5fe790affd99662eeba93c1a1882a98cfd9f",
            expect_handshake = "0xfd3957230460d5a80406f11f504cfed6e075cc7a5eeff02589714dbbe080d37f",
            peers = ["peer-a"],
            change_channel = "https://example.org/changes",
        }
        lattice A_ETHEREUM = "ethereum.mainnet" {
            stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            content_hash = "0x28f9354731c069ce6c0eff3f91957d06998c6dfbc7498ff1ff6532ae38cb305b",
        }
        organism A_GAS_FEED = "price-feed.gas" {
            role = "oracle",
            stable_id = "0x2fe840e13244a9d748883574c1f1b7b1d7020eb39d0735b8f91ef5cf6f35173e",
            content_hash = "0xc2f8d2c582e53bf9093889784733ead582234c69d96752ae285ab24a2ef5e2f3",
            ticket_root = "0x32344a22534a996c8226585dc23278fc0cd9f2cc6a0a0553ea21b5895639551f",
        }
        confluence A_PAIRED = "paired-bundles" {
            spans = [A_ETHEREUM, A_GAS_FEED],
            content = { window_ms = 500, schema = "bundle-v1", strict = true, policy = id("0x823412d1eacb67956220e532959f0104603057c88704863ca38e7cd188fda812") },
            acl = [
                recognise_issuer("0x535c6f8eb511f5d966a1b0725df92ebf27514faba945cbbd698e23ac72c41757"),
                require_mrtd("0xa7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"),
                require_validator("0xf82af32160bc53112ca118abbf57fa6fed47eb90291a1d1d92f438ae2ed74ef6"),
            ],
            expect_fingerprint = "0x2e6ac96d8f9a4a0ac4e655223295cba5760d1bb1bf83afbed8990cbf6ee156ec",
        }
        module A_ATLAS = "atlas" {
            acl = [recognise_issuer(self)],
            state_machine = "0x14fbdc3a5780047f0503f81d7362f3b9eef6ed72387ab9fb587c1e64dab21c03",
            handshake = "https://example.org/atlas",
            expect_fingerprint = "0x337076cc59c8898df3cc5907cc1e702c87a032855b6e6ea1906b0235a96346bb",
        }
        ticket_issuer A_ISSUER = "hygiene.tickets" { expect_fingerprint = "0x59a99423dde45a7a05746625ce04b6cbc4f7345311a7e0660c38e6e02839ac55" }
    }

    federation::coalition! {
        /// Declared and imported, pinned and not.
        pub(crate) coalition A_MIXED = "hygiene.mixed" {
            expect_fingerprint = "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d",
            expect_handshake = "0x340f4f279dd7ebd5ca557f95ca631a2f4c3298e7177ab1471ddf6b21983e18f0",
        }
        lattice A_BASE = "base.mainnet" { stable_id = "0xcae662172fd450bb0cd710a769079c05bfc5d8e35efa6576edc7d0377afdd4a2" }
        lattice A_UNICHAIN = operator_unichain::MAINNET {
            stable_id = operator_unichain::MAINNET_ID,
            content_hash = "0xca6d6b12eb718d2c92685f576b817ef6cc73cfeb03da0ffde4dd1373a066bf0b",
        }
        lattice A_SEPOLIA = operator_unichain::SEPOLIA;
        organism A_EUR = operator_feeds::EUR {
            stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
            content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
            name = "price-feed.eur",
        }
        organism A_USD = operator_feeds::USD;
        confluence A_WATCH = operator_unichain::BRIDGE_WATCH { expect_fingerprint = "0xa2755b6a7f5ff8d039ff4e51200d631ce8224ee996d6c848eb61c1f6efb16811" }
        confluence A_CROSS = operator_feeds::FX_CROSS;
        confluence A_BY_PATH = "by-path" {
            spans = [A_UNICHAIN, A_USD],
            content = { policy = id(operator_unichain::VALIDATOR) },
            acl = [require_validator(operator_unichain::VALIDATOR)],
            expect_fingerprint = "0x6032196c8c8a2a973cc2d3ea976474f034f17c2fe0388a475be6543d1ebc695f",
        }
        module A_ALMANAC = operator_unichain::ALMANAC { expect_fingerprint = "0x100c47c9800e044bb8fc1d6c975decf7aa724debd0973b907622e5e76dbdbc8f" }
        ticket_issuer A_TICKETS = operator_unichain::TICKETS { expect_fingerprint = "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad" }
    }

    federation::coalition! {
        pub(crate) coalition A_PINNED = "hygiene.pinned" { expect_fingerprint = "0x28561760723ce7e65d79c7c6ee3ffdfaf29fa7273e8bb7be7314e2715fc0828b" }
        lattice A_UNICHAIN_PINNED = operator_unichain::MAINNET { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
        organism A_USD_PINNED = operator_feeds::USD { stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8" }
        confluence A_CROSS_PINNED = operator_feeds::FX_CROSS { expect_fingerprint = "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12" }
        ticket_issuer A_TICKETS_PINNED = operator_feeds::TICKETS { expect_fingerprint = "0x689e18efb59779e2a63b6fe7c4f31f2883b4f78910058db28db94f6bea5333cc" }
    }

    federation::assert_fingerprint!(
        A_MIXED,
        "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d"
    );
    federation::assert_fingerprint!(
        A_CROSS_PINNED,
        "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12"
    );
    federation::assert_fingerprint!(
        A_TICKETS,
        "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad"
    );

    federation::coalition! {
        /// Everything is declared here.
        coalition B_DECLARED = "hygiene.declared" {
            expect_fingerprint = "0x119747b22604c09c8f2e95ff699b5fe790affd99662eeba93c1a1882a98cfd9f",
            expect_handshake = "0x4d741261e810520876168872d51da7171c7792acff833cfdd5fce8dc22a65233",
            peers = ["peer-a"],
            change_channel = "https://example.org/changes",
        }
        lattice B_ETHEREUM = "ethereum.mainnet" {
            stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            content_hash = "0x28f9354731c069ce6c0eff3f91957d06998c6dfbc7498ff1ff6532ae38cb305b",
        }
        organism B_GAS_FEED = "price-feed.gas" {
            role = "oracle",
            stable_id = "0x2fe840e13244a9d748883574c1f1b7b1d7020eb39d0735b8f91ef5cf6f35173e",
            content_hash = "0xc2f8d2c582e53bf9093889784733ead582234c69d96752ae285ab24a2ef5e2f3",
            ticket_root = "0x32344a22534a996c8226585dc23278fc0cd9f2cc6a0a0553ea21b5895639551f",
        }
        confluence B_PAIRED = "paired-bundles" {
            spans = [B_ETHEREUM, B_GAS_FEED],
            content = { window_ms = 500, schema = "bundle-v1", strict = true, policy = id("0x823412d1eacb67956220e532959f0104603057c88704863ca38e7cd188fda812") },
            acl = [
                recognise_issuer("0x535c6f8eb511f5d966a1b0725df92ebf27514faba945cbbd698e23ac72c41757"),
                require_mrtd("0xa7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"),
                require_validator("0xf82af32160bc53112ca118abbf57fa6fed47eb90291a1d1d92f438ae2ed74ef6"),
            ],
            expect_fingerprint = "0x2e6ac96d8f9a4a0ac4e655223295cba5760d1bb1bf83afbed8990cbf6ee156ec",
        }
        module B_ATLAS = "atlas" {
            acl = [recognise_issuer(self)],
            state_machine = "0x14fbdc3a5780047f0503f81d7362f3b9eef6ed72387ab9fb587c1e64dab21c03",
            handshake = "https://example.org/atlas",
            expect_fingerprint = "0x337076cc59c8898df3cc5907cc1e702c87a032855b6e6ea1906b0235a96346bb",
        }
        ticket_issuer B_ISSUER = "hygiene.tickets" { expect_fingerprint = "0x59a99423dde45a7a05746625ce04b6cbc4f7345311a7e0660c38e6e02839ac55" }
    }

    federation::coalition! {
        /// Declared and imported, pinned and not.
        coalition B_MIXED = "hygiene.mixed" {
            expect_fingerprint = "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d",
            expect_handshake = "0x3229bf76116ffa3e52b2ccb4f4a4ae30390376dabbbb8403cd6abc3cf54a50d6",
        }
        lattice B_BASE = "base.mainnet" { stable_id = "0xcae662172fd450bb0cd710a769079c05bfc5d8e35efa6576edc7d0377afdd4a2" }
        lattice B_UNICHAIN = operator_unichain::MAINNET {
            stable_id = operator_unichain::MAINNET_ID,
            content_hash = "0xca6d6b12eb718d2c92685f576b817ef6cc73cfeb03da0ffde4dd1373a066bf0b",
        }
        lattice B_SEPOLIA = operator_unichain::SEPOLIA;
        organism B_EUR = operator_feeds::EUR {
            stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
            content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
            name = "price-feed.eur",
        }
        organism B_USD = operator_feeds::USD;
        confluence B_WATCH = operator_unichain::BRIDGE_WATCH { expect_fingerprint = "0xa2755b6a7f5ff8d039ff4e51200d631ce8224ee996d6c848eb61c1f6efb16811" }
        confluence B_CROSS = operator_feeds::FX_CROSS;
        confluence B_BY_PATH = "by-path" {
            spans = [B_UNICHAIN, B_USD],
            content = { policy = id(operator_unichain::VALIDATOR) },
            acl = [require_validator(operator_unichain::VALIDATOR)],
            expect_fingerprint = "0x6032196c8c8a2a973cc2d3ea976474f034f17c2fe0388a475be6543d1ebc695f",
        }
        module B_ALMANAC = operator_unichain::ALMANAC { expect_fingerprint = "0x100c47c9800e044bb8fc1d6c975decf7aa724debd0973b907622e5e76dbdbc8f" }
        ticket_issuer B_TICKETS = operator_unichain::TICKETS { expect_fingerprint = "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad" }
    }

    federation::coalition! {
        coalition B_PINNED = "hygiene.pinned" { expect_fingerprint = "0x28561760723ce7e65d79c7c6ee3ffdfaf29fa7273e8bb7be7314e2715fc0828b" }
        lattice B_UNICHAIN_PINNED = operator_unichain::MAINNET { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
        organism B_USD_PINNED = operator_feeds::USD { stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8" }
        confluence B_CROSS_PINNED = operator_feeds::FX_CROSS { expect_fingerprint = "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12" }
        ticket_issuer B_TICKETS_PINNED = operator_feeds::TICKETS { expect_fingerprint = "0x689e18efb59779e2a63b6fe7c4f31f2883b4f78910058db28db94f6bea5333cc" }
    }

    federation::assert_fingerprint!(
        B_MIXED,
        "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d"
    );
    federation::assert_fingerprint!(
        B_CROSS_PINNED,
        "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12"
    );
    federation::assert_fingerprint!(
        B_TICKETS,
        "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad"
    );
}

/// Returns the roots of blocks in a function.
#[must_use]
pub fn in_function() -> [federation::UniqueId; 3] {
    federation::coalition! {
        /// Everything is declared here.
        coalition DECLARED = "hygiene.declared" {
            expect_fingerprint = "0x119747b22604c09c8f2e95ff699b5fe790affd99662eeba93c1a1882a98cfd9f",
            expect_handshake = "0x2de05cf48a504623c1e796611ef4ba4aa170ab7d01f74a6351d27a964a16672b",
            peers = ["peer-a"],
            change_channel = "https://example.org/changes",
        }
        lattice ETHEREUM = "ethereum.mainnet" {
            stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            content_hash = "0x28f9354731c069ce6c0eff3f91957d06998c6dfbc7498ff1ff6532ae38cb305b",
        }
        organism GAS_FEED = "price-feed.gas" {
            role = "oracle",
            stable_id = "0x2fe840e13244a9d748883574c1f1b7b1d7020eb39d0735b8f91ef5cf6f35173e",
            content_hash = "0xc2f8d2c582e53bf9093889784733ead582234c69d96752ae285ab24a2ef5e2f3",
            ticket_root = "0x32344a22534a996c8226585dc23278fc0cd9f2cc6a0a0553ea21b5895639551f",
        }
        confluence PAIRED = "paired-bundles" {
            spans = [ETHEREUM, GAS_FEED],
            content = { window_ms = 500, schema = "bundle-v1", strict = true, policy = id("0x823412d1eacb67956220e532959f0104603057c88704863ca38e7cd188fda812") },
            acl = [
                recognise_issuer("0x535c6f8eb511f5d966a1b0725df92ebf27514faba945cbbd698e23ac72c41757"),
                require_mrtd("0xa7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"),
                require_validator("0xf82af32160bc53112ca118abbf57fa6fed47eb90291a1d1d92f438ae2ed74ef6"),
            ],
            expect_fingerprint = "0x2e6ac96d8f9a4a0ac4e655223295cba5760d1bb1bf83afbed8990cbf6ee156ec",
        }
        module ATLAS = "atlas" {
            acl = [recognise_issuer(self)],
            state_machine = "0x14fbdc3a5780047f0503f81d7362f3b9eef6ed72387ab9fb587c1e64dab21c03",
            handshake = "https://example.org/atlas",
            expect_fingerprint = "0x337076cc59c8898df3cc5907cc1e702c87a032855b6e6ea1906b0235a96346bb",
        }
        ticket_issuer ISSUER = "hygiene.tickets" { expect_fingerprint = "0x59a99423dde45a7a05746625ce04b6cbc4f7345311a7e0660c38e6e02839ac55" }
    }

    federation::coalition! {
        /// Declared and imported, pinned and not.
        coalition MIXED = "hygiene.mixed" {
            expect_fingerprint = "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d",
            expect_handshake = "0xed3ed7ce34c3a0a2008a7d2de25678ad370c5b97308bd689b90b42f0b318c8ed",
        }
        lattice BASE = "base.mainnet" { stable_id = "0xcae662172fd450bb0cd710a769079c05bfc5d8e35efa6576edc7d0377afdd4a2" }
        lattice UNICHAIN = operator_unichain::MAINNET {
            stable_id = operator_unichain::MAINNET_ID,
            content_hash = "0xca6d6b12eb718d2c92685f576b817ef6cc73cfeb03da0ffde4dd1373a066bf0b",
        }
        lattice SEPOLIA = operator_unichain::SEPOLIA;
        organism EUR = operator_feeds::EUR {
            stable_id = "0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05",
            content_hash = "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
            name = "price-feed.eur",
        }
        organism USD = operator_feeds::USD;
        confluence WATCH = operator_unichain::BRIDGE_WATCH { expect_fingerprint = "0xa2755b6a7f5ff8d039ff4e51200d631ce8224ee996d6c848eb61c1f6efb16811" }
        confluence CROSS = operator_feeds::FX_CROSS;
        confluence BY_PATH = "by-path" {
            spans = [UNICHAIN, USD],
            content = { policy = id(operator_unichain::VALIDATOR) },
            acl = [require_validator(operator_unichain::VALIDATOR)],
            expect_fingerprint = "0x6032196c8c8a2a973cc2d3ea976474f034f17c2fe0388a475be6543d1ebc695f",
        }
        module ALMANAC = operator_unichain::ALMANAC { expect_fingerprint = "0x100c47c9800e044bb8fc1d6c975decf7aa724debd0973b907622e5e76dbdbc8f" }
        ticket_issuer TICKETS = operator_unichain::TICKETS { expect_fingerprint = "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad" }
    }

    federation::coalition! {
        coalition PINNED = "hygiene.pinned" { expect_fingerprint = "0x28561760723ce7e65d79c7c6ee3ffdfaf29fa7273e8bb7be7314e2715fc0828b" }
        lattice UNICHAIN_PINNED = operator_unichain::MAINNET { stable_id = "0xde4c4ffa8e777348ae3ebfd9b4d3b2eea880c8c9c3383c2d4e49a9889ce60d4c" }
        organism USD_PINNED = operator_feeds::USD { stable_id = "0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8" }
        confluence CROSS_PINNED = operator_feeds::FX_CROSS { expect_fingerprint = "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12" }
        ticket_issuer TICKETS_PINNED = operator_feeds::TICKETS { expect_fingerprint = "0x689e18efb59779e2a63b6fe7c4f31f2883b4f78910058db28db94f6bea5333cc" }
    }

    federation::assert_fingerprint!(
        MIXED,
        "0xb38b3f6f530fda72769045cbe6673ffbd6598ae9d739ee2449af1c7b869b4b6d"
    );
    federation::assert_fingerprint!(
        CROSS_PINNED,
        "0xb336898c0b398025db682660fb73a5e0ef9167a464be1bb4a4738cdb4ce16d12"
    );
    federation::assert_fingerprint!(
        TICKETS,
        "0xd8020ef1b25bee9f4596807eadae559952804fd62558bb745348f8e4afa1b5ad"
    );

    [DECLARED_ROOT, MIXED_ROOT, PINNED_ROOT]
}
