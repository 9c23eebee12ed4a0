//! Handshakes for several tests.

#![allow(dead_code, reason = "each test uses its part")]

pub mod coalition;
pub mod mutations;
pub mod random;
mod rich;

#[allow(unused_imports, reason = "each test uses its part")]
pub use coalition::{assert_kept, leak, leak_text, with};
pub use rich::rich;
