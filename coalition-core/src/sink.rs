//! Where an encoding goes: into a hash, or into bytes.

use crate::UniqueId;
use crate::blake3::Hasher;

/// A destination of an encoding. One list of what is encoded serves the digest, the length of the encoding, and the
/// encoding itself.
#[derive(Debug)]
pub enum Sink<'s> {
    /// Is hashed.
    Hash(&'s mut Hasher),
    /// Is counted.
    Length(usize),
    /// Is written, from an index on.
    Bytes(&'s mut [u8], usize),
}

impl Sink<'_> {
    /// Appends one byte.
    pub const fn byte(&mut self, value: u8) {
        match self {
            Self::Hash(hasher) => hasher.byte(value),
            Self::Length(length) => *length += 1,
            Self::Bytes(bytes, at) => {
                bytes[*at] = value;
                *at += 1;
            }
        }
    }

    /// Appends bytes.
    pub const fn bytes(&mut self, value: &[u8]) {
        match self {
            Self::Hash(hasher) => hasher.bytes(value),
            Self::Length(length) => *length += value.len(),
            Self::Bytes(..) => {
                let mut rest = value;
                while let [byte, others @ ..] = rest {
                    self.byte(*byte);
                    rest = others;
                }
            }
        }
    }

    /// Appends the 32 bytes of an id.
    pub const fn id(&mut self, id: &UniqueId) {
        match self {
            // Ids in their place are hashed word by word.
            Self::Hash(hasher) => hasher.id(id),
            _ => self.bytes(id.as_bytes()),
        }
    }

    /// Appends a number in eight bytes, little-endian.
    pub const fn u64(&mut self, value: u64) {
        match self {
            Self::Hash(hasher) => hasher.u64(value),
            _ => self.bytes(&value.to_le_bytes()),
        }
    }

    /// Appends `text(s)` of the derivation: the length in bytes as a `u64`, then the bytes.
    pub const fn text(&mut self, text: &str) {
        self.u64(text.len() as u64);
        self.bytes(text.as_bytes());
    }
}
