//! Handshakes for several tests.

#![allow(dead_code, reason = "each test uses its part")]

pub mod mutations;
pub mod random;
mod rich;

pub use rich::rich;

/// Tests leak what handshakes borrow.
pub fn leak<T>(list: Vec<T>) -> &'static [T] {
    list.leak()
}

pub fn leak_text(text: &str) -> &'static str {
    text.to_owned().leak()
}
