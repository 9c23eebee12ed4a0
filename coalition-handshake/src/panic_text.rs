//! A handshake as the text of a const panic, from which `cargo coalition` reads it.

use coalition_core::SCHEMA_VERSION_U8;

use crate::Handshake;

/// The beginning of the text.
pub const PANIC_PREFIX: &str = "coalition-report ";

/// The bytes before the encoding: schema version, `COALITION_ROOT`, handshake digest.
const HEAD: usize = 1 + 32 + 32;

/// Returns the length of the text in bytes.
#[must_use]
pub const fn panic_length(handshake: &Handshake<'_>) -> usize {
    PANIC_PREFIX.len() + 2 * (HEAD + handshake.encoding_len())
}

/// Stops the build with a handshake as the message. `N` is its [`panic_length`].
///
/// # Panics
///
/// Always. The text is [`PANIC_PREFIX`] followed by hex digits: [`SCHEMA_VERSION_U8`], `COALITION_ROOT`, the handshake
/// digest, and the encoding that [`Handshake::digest`] hashes.
#[track_caller]
pub const fn panic_with_handshake<const N: usize>(handshake: &Handshake<'_>) -> ! {
    let mut text = [0; N];
    let mut at = 0;
    while at < PANIC_PREFIX.len() {
        text[at] = PANIC_PREFIX.as_bytes()[at];
        at += 1;
    }
    at = write_hex(&mut text, at, &[SCHEMA_VERSION_U8]);
    at = write_hex(&mut text, at, handshake.coalition.coalition_root().as_bytes());
    at = write_hex(&mut text, at, handshake.digest().as_bytes());
    let encoding: [u8; N] = handshake.encoding();
    write_hex(&mut text, at, encoding.split_at((N - at) / 2).0);
    match core::str::from_utf8(&text) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("hex digits are text"),
    }
}

/// Stops the build of a configuration that was not checked.
///
/// # Panics
///
/// Always.
pub const fn panic_unchecked() -> ! {
    panic!("a build with `--cfg coalition_read` makes no check")
}

const fn write_hex(text: &mut [u8], mut at: usize, bytes: &[u8]) -> usize {
    let digits = b"0123456789abcdef";
    let mut rest = bytes;
    while let [byte, others @ ..] = rest {
        text[at] = digits[(*byte >> 4) as usize];
        text[at + 1] = digits[(*byte & 15) as usize];
        at += 2;
        rest = others;
    }
    at
}
