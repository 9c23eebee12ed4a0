//! Declarations for tests and evidence: those of the vectors, and random ones.

#![allow(clippy::missing_panics_doc, clippy::must_use_candidate, reason = "only tests use it, and panic")]

pub mod handshake;
pub mod model;
pub mod random;
