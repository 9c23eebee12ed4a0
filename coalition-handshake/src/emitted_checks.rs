//! The check of the handshake digest, which an expansion calls and rustc evaluates.

use coalition_core::__private::check_digest;

use crate::Handshake;

/// Checks that the handshake digest is the pinned one.
///
/// # Panics
///
/// Panics with C18 if they differ, and with C03 if `specified` is `None`.
#[track_caller]
pub const fn check_handshake(handshake: &Handshake<'_>, specified: Option<[u8; 32]>) {
    check_digest(handshake.coalition.name, &handshake.digest(), specified);
}
