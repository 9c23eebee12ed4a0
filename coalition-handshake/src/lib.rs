//! The handshake of a coalition: what an operator publishes, and how it is written and read. `no_std`.
//!
//! Users want the crate `coalition`, which re-exports what is here beside the macro `coalition!`.
//!
//! A [`Handshake`] holds a coalition's configuration, from which its identity follows, and what people need beside it:
//! descriptions, links, peers. [`Handshake::digest`] pins all of it. The page, the entry for the release notes and, with
//! the feature `serde`, the document follow from it.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "serde")]
extern crate alloc;

mod table;

mod block;
mod cards;
pub mod changes;
#[cfg(feature = "serde")]
mod document;
mod emitted_checks;
mod encode;
mod handshake;
mod key;
mod markdown;
mod marker;
#[cfg(feature = "serde")]
mod owned;
mod page;
mod profiles;
mod release_notes;
mod report;

pub use cards::{CitizenCard, CitizenKind, ConfluenceCard};
pub use handshake::Handshake;
pub use markdown::Page;
#[cfg(feature = "serde")]
pub use owned::{EncodingError, OwnedHandshake};
pub use profiles::{ConfluenceProfile, LatticeProfile, OrganismProfile, TicketIssuerProfile};
pub use release_notes::ReleaseNotesEntry;

/// What the other crates of this workspace use, and nobody else may: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::block::hidden;
    pub use crate::emitted_checks::check_handshake;
    pub use crate::marker::{MARKER_MAGIC, Marker};
    pub use crate::page::{Part, Renderer, Section, render};
    pub use crate::report::{REPORT, report_length, stop, unchecked};
}
