//! The marker in a binary, which names the coalition that it was compiled against. The command finds it with `inspect`.

use coalition_core::__private::LONGEST_NAME;
use coalition_core::{SCHEMA_VERSION_U8, UniqueId};

/// The first 16 bytes of every marker.
pub const MARKER_MAGIC: [u8; 16] = *b"coalition-marker";

/// The marker of a coalition in a binary.
///
/// It has 114 bytes: [`MARKER_MAGIC`], [`SCHEMA_VERSION_U8`], the 32 bytes of `COALITION_ROOT`, the length of the name in
/// one byte, and the name in 64 bytes, padded with zeros.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Marker {
    magic: [u8; 16],
    schema: u8,
    root: [u8; 32],
    length: u8,
    name: [u8; LONGEST_NAME],
}

impl Marker {
    /// Creates the marker of a coalition. Only the first 64 bytes of the name are kept, and no valid name is longer.
    #[must_use]
    pub const fn new(name: &str, root: &UniqueId) -> Self {
        let mut bytes = [0; LONGEST_NAME];
        let mut length: u8 = 0;
        let mut rest = name.as_bytes();
        while let [byte, others @ ..] = rest {
            if length as usize == LONGEST_NAME {
                break;
            }
            bytes[length as usize] = *byte;
            length += 1;
            rest = others;
        }
        Self { magic: MARKER_MAGIC, schema: SCHEMA_VERSION_U8, root: *root.as_bytes(), length, name: bytes }
    }
}
