//! What a build carries of its coalition, so that a deployed agent can be asked which one it was compiled against.

use coalition_core::{SCHEMA_VERSION_U8, UniqueId};

use crate::Handshake;

/// What a marker begins with.
pub const MARKER_MAGIC: [u8; 16] = *b"coalition-marker";
/// What a report begins with.
pub const REPORT_MAGIC: [u8; 16] = *b"coalition-report";
/// The longest name of a coalition, in bytes.
const LONGEST: usize = 64;

/// The marker of a coalition in a binary, 114 bytes: [`MARKER_MAGIC`], [`SCHEMA_VERSION_U8`], the 32 bytes of
/// `COALITION_ROOT`, the length of the name in bytes, and the name in 64 bytes, filled up with zeros.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Marker {
    magic: [u8; 16],
    schema: u8,
    root: [u8; 32],
    length: u8,
    name: [u8; LONGEST],
}

impl Marker {
    /// The marker of a coalition whose name keeps the grammar; a longer one is cut.
    #[must_use]
    pub const fn new(name: &str, root: &UniqueId) -> Self {
        let mut bytes = [0; LONGEST];
        let mut length: u8 = 0;
        let mut rest = name.as_bytes();
        while let [byte, others @ ..] = rest {
            if length as usize == LONGEST {
                break;
            }
            bytes[length as usize] = *byte;
            length += 1;
            rest = others;
        }
        Self { magic: MARKER_MAGIC, schema: SCHEMA_VERSION_U8, root: *root.as_bytes(), length, name: bytes }
    }
}

/// A whole handshake in a build that was made to read it: [`REPORT_MAGIC`], [`SCHEMA_VERSION_U8`], the 32 bytes of
/// `COALITION_ROOT` and those of the handshake digest as this library derives them, the length of the encoding as a
/// little-endian `u64`, and the encoding that [`Handshake::digest`] hashes.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Report<const N: usize> {
    magic: [u8; 16],
    schema: u8,
    root: [u8; 32],
    digest: [u8; 32],
    length: [u8; 8],
    encoding: [u8; N],
}

impl<const N: usize> Report<N> {
    /// The report of a handshake whose encoding has `N` bytes.
    #[must_use]
    pub const fn new(handshake: &Handshake<'_>) -> Self {
        Self {
            magic: REPORT_MAGIC,
            schema: SCHEMA_VERSION_U8,
            root: *handshake.coalition.coalition_root().as_bytes(),
            digest: *handshake.digest().as_bytes(),
            length: (N as u64).to_le_bytes(),
            encoding: handshake.encoding(),
        }
    }
}
