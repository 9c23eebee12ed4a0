//! The check that an expansion calls: rustc evaluates it.

use coalition_core::__private::check_digest;

use crate::Handshake;

/// Compares the handshake digest with its pin.
///
/// # Panics
///
/// With C18 if they differ, with C03 if nothing is specified.
#[track_caller]
pub const fn check_handshake(handshake: &Handshake<'_>, specified: Option<[u8; 32]>) {
    check_digest(handshake.coalition.name, &handshake.digest(), specified);
}
