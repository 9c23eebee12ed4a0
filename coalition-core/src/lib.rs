//! The types of a coalition and their derivation, as `const fn`: `no_std`, no dependency, no heap.
//!
//! Use the crate `coalition` instead. It re-exports everything here, beside the macro `coalition!`.
//!
//! A [`CoalitionConfig`] lists the citizens of a coalition, its confluences and modules, and its ticket issuer.
//! [`CoalitionConfig::coalition_root`] derives its identity, a BLAKE3 hash, at run time or in a `const`.
//!
//! ```
//! use coalition_core::{AclComposition, CoalitionConfig, ConfluenceConfig, ContentParams, LatticeConfig, UniqueId};
//!
//! const ETHEREUM_MAINNET: LatticeConfig<'static> = LatticeConfig {
//!     name: "ethereum.mainnet",
//!     stable_id: UniqueId::from_hex("0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036"),
//!     content_hash: None,
//! };
//! const SUPERCHAIN_ATLAS: ConfluenceConfig<'static> = ConfluenceConfig {
//!     name: "atlas",
//!     lattices: &[ETHEREUM_MAINNET],
//!     organisms: &[],
//!     content: ContentParams::EMPTY,
//!     acl: AclComposition::OPEN,
//! };
//! const ETH_SUPERCHAIN: CoalitionConfig<'static> = CoalitionConfig {
//!     name: "ethereum.superchain",
//!     lattices: &[ETHEREUM_MAINNET],
//!     organisms: &[],
//!     confluences: &[SUPERCHAIN_ATLAS],
//!     ticket_issuer: None,
//! };
//! const ROOT: UniqueId = ETH_SUPERCHAIN.coalition_root();
//!
//! assert_eq!(ETH_SUPERCHAIN.validate(), Ok(()));
//! assert_eq!(ROOT, ETH_SUPERCHAIN.coalition_root());
//! ```
//!
//! # What follows from the formula
//!
//! - Stable ids and content hashes are copied from their operators. A coalition never derives them.
//! - Order counts. Lattices, organisms, and confluences with modules are three lists, each in its declared order.
//! - Some things are not hashed: a lattice's content hash, an organism's role, and the names of citizens.
//! - The lists are joined without their lengths. The last lattice can become the first organism, and a pinned content
//!   hash can become an organism; the root stays the same. To pin a whole declaration, also pin the handshake digest of
//!   the crate `coalition-handshake`.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

mod acl;
mod blake3;
mod citizen;
mod coalition;
mod confluence;
mod const_string;
mod content;
mod derive;
mod duplicate;
mod fault;
mod hex;
mod id;
mod module;
#[cfg(feature = "mosaik")]
mod mosaik;
mod mrtd;
mod name;
mod schema;
mod sink;
mod text;
mod ticket_issuer;
mod validate;

pub use acl::{AclComposition, Requirement};
pub use citizen::{LatticeConfig, OrganismRef};
pub use coalition::CoalitionConfig;
pub use confluence::ConfluenceConfig;
pub use content::{ContentParam, ContentParams, ContentValue};
pub use fault::{Fault, Place};
pub use hex::ParseIdError;
pub use id::UniqueId;
pub use module::{Module, UnknownModule};
pub use mrtd::MrTd;
pub use schema::{SCHEMA_VERSION_U8, UNIVERSE};
pub use ticket_issuer::TicketIssuerConfig;

/// Items for the other crates of this workspace. They change without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::blake3::Hasher;
    pub use crate::const_string::{ConstString, is_char_start};
    pub use crate::duplicate::Entries;
    pub use crate::hex::{hex_digits, parse_hex};
    pub use crate::id::same_content_hash;
    pub use crate::name::{LONGEST_NAME, NameFault, name_fault};
    pub use crate::schema::tagged;
    pub use crate::sink::Sink;
    pub use crate::validate::{
        citizen, confluence_alone, lattice_alone, organism_alone, same_confluence_name,
    };
}
