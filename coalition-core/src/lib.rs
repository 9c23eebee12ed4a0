//! The types of a coalition and their derivation, as `const fn`: `no_std`, no dependency, no heap.
//!
//! Users want the crate `coalition`, which re-exports what is here beside the macro `coalition!`.
//!
//! A [`CoalitionConfig`] names the citizens of a coalition, its confluences and modules, and its ticket issuer. Its
//! identity, [`CoalitionConfig::coalition_root`], is a BLAKE3 hash of them. The same code computes it in a `const`.
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
//! - A coalition never re-derives a citizen: stable ids and content hashes are the operators' values, copied.
//! - Order is part of the identity. Lattices and organisms are two lists, each in its own declared order.
//! - A lattice's content hash, an organism's role and everything that only serves people (the names of citizens,
//!   links, peers) are not folded in the root: changing them leaves it as it was.
//! - The joined lists carry no lengths. Moving the last lattice to the front of the organisms leaves the root as it was,
//!   and so does reading a pinned content hash as one more organism. The root is the *identity* of a coalition. The
//!   handshake digest, in the crate `coalition-handshake`, pins a whole declaration with its kinds.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

mod acl;
mod blake3;
mod block_names;
mod citizen;
mod coalition;
mod confluence;
mod const_string;
mod content;
mod derive;
mod duplicate;
mod fault;
mod fault_message;
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
    pub use crate::block_names::BlockNames;
    pub use crate::const_string::ConstString;
    pub use crate::duplicate::Entries;
    pub use crate::fault_message::{fault_message, same_name, zero_id};
    pub use crate::hex::{hex_digits, parse_hex};
    pub use crate::id::same_content_hash;
    pub use crate::name::{NameFault, name_fault};
    pub use crate::schema::tagged;
    pub use crate::sink::Sink;
    pub use crate::validate::{
        citizen, confluence_alone, lattice_alone, organism_alone, same_confluence_name,
    };
}
