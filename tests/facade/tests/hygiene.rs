//! A block and an assertion among the user's items with names of this project.

mod operator {
    use coalition::{AclComposition, ConfluenceConfig, ContentParams, LatticeConfig, OrganismRef};
    use coalition::{TicketIssuerConfig, UniqueId};

    pub const MAINNET: LatticeConfig<'static> = LatticeConfig {
        name: "unichain.mainnet",
        stable_id: UniqueId::from_hex("0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c"),
        content_hash: None,
    };
    pub const EUR: OrganismRef<'static> = OrganismRef {
        role: "oracle",
        stable_id: UniqueId::from_hex("0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe"),
        content_hash: None,
    };
    pub const FX_CROSS: ConfluenceConfig<'static> = ConfluenceConfig {
        name: "fx-cross",
        lattices: &[MAINNET],
        organisms: &[EUR],
        content: ContentParams::EMPTY,
        acl: AclComposition::OPEN,
    };
    pub const TICKETS: TicketIssuerConfig<'static> =
        TicketIssuerConfig { name: "feeds.tickets", acl: AclComposition::OPEN };
}

/// A trait that every type implements, with the names of methods that an expansion calls.
#[allow(
    dead_code,
    clippy::trivially_copy_pass_by_ref,
    reason = "what it would do shows in a build that fails"
)]
trait Blanket: Sized {
    fn fingerprint(self) -> u8 {
        0
    }
    fn coalition_root(self) -> u8 {
        0
    }
    fn encoding_len(self) -> u8 {
        0
    }
    fn digest(self) -> u8 {
        0
    }
    fn const_eq(&self, _: &u8) -> u8 {
        0
    }
    fn assert_fingerprint(self, _: Option<[u8; 32]>) {}
    fn check<A, B>(self, _: A, _: B) {}
}

impl<T> Blanket for T {}

mod block {
    #[allow(unused_imports, reason = "it is in scope to be in the way")]
    use super::Blanket as _;

    coalition::coalition! {
        pub coalition HYGIENIC = "a.b" {
            expect_fingerprint = "0x43b99f125de2578b51d13c2949f518a306508b8a941499bb85ed8075aeb602c2",
            expect_handshake = "0xe7f97a56a6ff00c4e8b1875c1698fb52f362c94ff9f73e7df1c90cad1ea8d96b",
        }
        lattice MAINNET = super::operator::MAINNET;
        organism EUR = super::operator::EUR { name = "price-feed.eur" }
        confluence FX_CROSS = super::operator::FX_CROSS {
            expect_fingerprint = "0x67410581383345dd9cca163386a048e9a980856d038c089dee25838aa0772ab6",
        }
        module ATLAS = "atlas" {
            expect_fingerprint = "0x717dc67e8cb704030242528b5a8385d76b5831adefd03a15fede09441ab0daa4",
        }
        ticket_issuer TICKETS = super::operator::TICKETS {
            expect_fingerprint = "0x689e18efb59779e2a63b6fe7c4f31f2883b4f78910058db28db94f6bea5333cc",
        }
    }

    coalition::assert_fingerprint!(
        HYGIENIC,
        "0x43b99f125de2578b51d13c2949f518a306508b8a941499bb85ed8075aeb602c2"
    );
    coalition::assert_fingerprint!(
        FX_CROSS,
        "0x67410581383345dd9cca163386a048e9a980856d038c089dee25838aa0772ab6"
    );
    coalition::assert_fingerprint!(
        TICKETS,
        "0x689e18efb59779e2a63b6fe7c4f31f2883b4f78910058db28db94f6bea5333cc"
    );
}

#[test]
fn a_trait_of_the_users_neither_breaks_a_block_nor_takes_its_place() {
    assert_eq!(block::HYGIENIC_ROOT, coalition::CoalitionConfig::coalition_root(&block::HYGIENIC));
}
