//! The version of the derivation.

use crate::UniqueId;
use crate::blake3::Hasher;

/// The version of the derivation. Every identity has it as one byte of what is hashed.
pub const SCHEMA_VERSION_U8: u8 = 1;

/// The id of the network on which citizens and modules are found: the BLAKE3 hash of `mosaik.universe`.
pub const UNIVERSE: UniqueId = UniqueId::from_bytes(*b"\xb8\x2b\x6f\x3b\x4a\x1e\x53\xd2\xd5\x65\x23\xf5\xa7\xb1\x97\x4e\x38\x42\xac\x37\xa0\x68\xcc\x30\x22\x86\x06\x5a\x88\x53\xcf\x43");

/// Returns a hasher with the bytes of `domain`, `|`, [`SCHEMA_VERSION_U8`] and `|`. They keep the hashes of different
/// kinds and versions apart.
#[must_use]
pub const fn tagged(domain: &str) -> Hasher {
    let mut hasher = Hasher::new();
    hasher.bytes(domain.as_bytes());
    hasher.byte(b'|');
    hasher.byte(SCHEMA_VERSION_U8);
    hasher.byte(b'|');
    hasher
}
