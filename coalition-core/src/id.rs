//! 32-byte identities.

use crate::blake3::Hasher;
use crate::hex::written_in_hex;

/// A 32-byte identity: a stable id, a content hash, a fingerprint, a root. Its bytes stand in the order in which they
/// are written and hashed. Ids are ordered as their bytes are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UniqueId(pub(crate) [u8; 32]);

impl UniqueId {
    /// The all-zero id, which no operator publishes and [`CoalitionConfig::validate`](crate::CoalitionConfig::validate)
    /// refuses.
    pub const ZERO: Self = Self([0; 32]);

    /// The id that follows from this one for a purpose: `blake3(id || info)`, which is what mosaik's
    /// `UniqueId::derive` computes.
    #[must_use]
    pub const fn derive(&self, info: &str) -> Self {
        let mut hasher = Hasher::new();
        hasher.id(self);
        hasher.bytes(info.as_bytes());
        hasher.finalise()
    }

    /// Compares two ids, in a const too, where `==` is not available.
    ///
    /// ```
    /// use coalition_core::UniqueId;
    ///
    /// const A: UniqueId = UniqueId::from_bytes([1; 32]);
    /// const _: () = assert!(A.const_eq(&UniqueId::from_bytes([1; 32])));
    /// ```
    #[must_use]
    pub const fn const_eq(&self, other: &Self) -> bool {
        let ((a, b), (c, d)) = (self.halves(), other.halves());
        a == c && b == d
    }

    /// The first four bytes, big-endian: the first 8 hex digits.
    pub(crate) const fn first_four_bytes(&self) -> u32 {
        let [a, b, c, d, ..] = self.0;
        u32::from_be_bytes([a, b, c, d])
    }

    /// The first and the last 16 bytes, as numbers that are compared and never shown.
    pub(crate) const fn halves(&self) -> (u128, u128) {
        // A pattern takes an array apart in one statement, where a slice would cost const evaluation several calls.
        let [low @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = self.0;
        let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, high @ ..] = self.0;
        (u128::from_ne_bytes(low), u128::from_ne_bytes(high))
    }
}

written_in_hex!(UniqueId, 32);
