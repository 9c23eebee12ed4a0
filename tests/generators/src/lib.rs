//! Declarations for tests and evidence: those of the vectors, and random ones.

pub mod handshake;
pub mod model;
pub mod random;
