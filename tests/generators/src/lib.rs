//! Declarations for tests and evidence, from the vectors or random.

#![allow(clippy::missing_panics_doc, clippy::must_use_candidate, reason = "only tests use it, and panic")]

pub mod handshake;
pub mod model;
pub mod random;
