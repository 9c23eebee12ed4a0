//! A handshake as the text of a const panic, from which `cargo coalition` reads it.

use coalition_core::SCHEMA_VERSION_U8;

use crate::Handshake;

/// The first bytes of a report's text.
pub const REPORT: &str = "coalition-report ";

/// The bytes before the encoding: schema version, `COALITION_ROOT`, handshake digest.
const HEAD: usize = 1 + 32 + 32;

/// Returns the length of a report's text in bytes.
#[must_use]
pub const fn report_length(handshake: &Handshake<'_>) -> usize {
    REPORT.len() + 2 * (HEAD + handshake.encoding_len())
}

/// Stops the build with the report of a handshake. `N` is its [`report_length`].
///
/// The text is [`REPORT`] followed by hex digits: [`SCHEMA_VERSION_U8`], `COALITION_ROOT`, the handshake digest, and the
/// encoding that [`Handshake::digest`] hashes.
///
/// # Panics
///
/// Always panics with the report.
#[track_caller]
pub const fn stop<const N: usize>(handshake: &Handshake<'_>) -> ! {
    let mut text = [0; N];
    let mut at = 0;
    while at < REPORT.len() {
        text[at] = REPORT.as_bytes()[at];
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
/// Always panics.
pub const fn unchecked() -> ! {
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
