//! The common parts of the modules of a coalition.
//!
//! A module, such as the Atlas, is a small committee. Its members agree on some content, and integrators read it. Readers
//! do not connect to the committee. They read a [`snapshot`]: a document that a majority of the members signed.
//! It does not matter how a snapshot arrives: from a member, a mirror, a content delivery network or a file.
//!
//! | part | for |
//! |---|---|
//! | [`snapshot`] | making, signing and verifying snapshots |
//! | [`Roster`] | the members of a committee, and their addresses |
//! | [`Listener`] | serving a snapshot, a page and metrics over HTTP; feature `listener` |
//! | [`SnapshotReader`] | reading snapshots over HTTP and from files; feature `reader` |
//!
//! This crate does not depend on mosaik. Its [`PublicKey`] and [`SecretKey`] are the types that mosaik calls `PeerId` and
//! `SecretKey`.

#[cfg(feature = "listener")]
mod connections;
mod identity;
#[cfg(feature = "listener")]
mod listener;
#[cfg(feature = "reader")]
mod reader;
mod roster;
pub mod snapshot;
#[cfg(feature = "reader")]
mod source;

pub use identity::{ModuleIdentity, NotShipped};
pub use iroh_base::{EndpointAddr, PublicKey, SecretKey, Signature, TransportAddr};
#[cfg(feature = "listener")]
pub use listener::{ListenError, Listener, Site};
#[cfg(feature = "reader")]
pub use reader::{SnapshotReader, SnapshotReading};
pub use roster::{Roster, RosterError};
#[cfg(feature = "reader")]
pub use source::{Source, SourceError};
