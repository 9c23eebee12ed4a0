//! The handshake of a coalition: everything that its operator publishes. `no_std`.
//!
//! Use the crate `coalition` instead. It re-exports these types beside the macro `coalition!`.
//!
//! A [`Handshake`] holds a coalition's configuration, and the descriptions, links and peers that people need with it.
//! [`Handshake::digest`] pins all of it. The page, the entry for the release notes and, with the feature `serde`, the
//! JSON document are generated from it.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "serde")]
extern crate alloc;

mod table;

mod block;
mod cards;
pub mod changes;
mod component;
#[cfg(feature = "serde")]
mod document;
mod encode;
mod handshake;
mod key;
mod markdown;
mod marker;
#[cfg(feature = "serde")]
mod owned;
mod page;
mod panic_text;
mod profiles;
mod release_notes;
mod summary;

pub use cards::{CitizenCard, CitizenKind, ConfluenceCard};
pub use handshake::Handshake;
pub use markdown::Page;
#[cfg(feature = "serde")]
pub use owned::{EncodingError, OwnedHandshake};
pub use profiles::{ConfluenceProfile, LatticeProfile, OrganismProfile, TicketIssuerProfile};
pub use release_notes::ReleaseNotesEntry;
pub use summary::{ComponentSummary, ComponentsEntry};

/// Items for the other crates of this workspace. They change without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::block::hidden;
    pub use crate::component::{Components, SummaryComponent, SummaryList, components};
    pub use crate::marker::{MARKER_MAGIC, Marker};
    pub use crate::page::{Part, Renderer, Section, render};
    pub use crate::panic_text::{PANIC_PREFIX, panic_length, panic_unchecked, panic_with_handshake};
    pub use crate::summary::{MOST_IN_A_MESSAGE, SummaryFault, push_entry, read_summary};
}
