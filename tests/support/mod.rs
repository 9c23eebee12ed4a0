//! What several tests share.

#![allow(dead_code, reason = "each test uses its part")]

pub mod handshake;
pub mod model;
pub mod random;
