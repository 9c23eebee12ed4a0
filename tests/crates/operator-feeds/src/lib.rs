//! The crate of an operator of price feeds. [`bumped`] is its next release.
#![no_std]

use coalition::{AclComposition, ConfluenceConfig, ContentParams, OrganismRef, TicketIssuerConfig, UniqueId};

/// The feed of the euro.
pub const EUR: OrganismRef<'static> = OrganismRef {
    role: "oracle",
    stable_id: UniqueId::from_hex("0xcaf137a5c1e579c6b4cceb76b37e804e5e9f3dca2ccdd2fbd7ff92ff8cd96c05"),
    content_hash: Some(UniqueId::from_hex(
        "0x4e1d86960b78dcb3ca3a3f2e31a84ac616de1e114b6059b848bc45e5e53fb5d5",
    )),
};

/// The feed of the dollar, without a content hash.
pub const USD: OrganismRef<'static> = OrganismRef {
    role: "oracle",
    stable_id: UniqueId::from_hex("0xee8382cb091387cbd381cfa18794fd16d6d5b126f9bcd7a94a352eeb54401cc8"),
    content_hash: None,
};

/// A confluence of the two feeds.
pub const FX_CROSS: ConfluenceConfig<'static> = ConfluenceConfig {
    name: "fx-cross",
    lattices: &[],
    organisms: &[EUR, USD],
    content: ContentParams::EMPTY,
    acl: AclComposition::OPEN,
};

/// A ticket issuer.
pub const TICKETS: TicketIssuerConfig<'static> =
    TicketIssuerConfig { name: "feeds.tickets", acl: AclComposition::OPEN };

/// The next release. The feed of the euro has a new stable id, so everything that spans it has a new fingerprint.
pub mod bumped {
    use crate::{ConfluenceConfig, OrganismRef, UniqueId};
    pub use crate::{TICKETS, USD};

    /// The feed of the euro.
    pub const EUR: OrganismRef<'static> = OrganismRef {
        stable_id: UniqueId::from_hex("0x30cd78d304fff8e5dc0ff8538d1807adb340a56fbbdca0082eb9bd1e07566953"),
        ..crate::EUR
    };

    /// A confluence of the two feeds.
    pub const FX_CROSS: ConfluenceConfig<'static> =
        ConfluenceConfig { organisms: &[EUR, USD], ..crate::FX_CROSS };
}
