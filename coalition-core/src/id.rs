//! 32-byte identities.

use crate::blake3::Hasher;
use crate::hex::{self, ParseIdError, written_in_hex};

/// A 32-byte identity: a stable id, a content hash, a fingerprint, a root. Its bytes stand in the order in which they
/// are written and hashed. Ids are ordered as their bytes are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UniqueId(pub(crate) [u8; 32]);

impl UniqueId {
    /// The all-zero id, which no operator publishes and [`CoalitionConfig::validate`](crate::CoalitionConfig::validate)
    /// refuses.
    pub const ZERO: Self = Self([0; 32]);

    /// The id of these 32 bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The id that follows from this one for a purpose: `blake3(id || info)`, which is what mosaik's
    /// `UniqueId::derive` computes.
    #[must_use]
    pub const fn derive(&self, info: &str) -> Self {
        let mut hasher = Hasher::new();
        hasher.id(self);
        hasher.bytes(info.as_bytes());
        hasher.finalise()
    }

    /// Reads `0x` and 64 lower-case hex digits, in const evaluation too.
    ///
    /// # Errors
    ///
    /// Where the text is anything else: there is one way to write an id.
    pub const fn parse(text: &str) -> Result<Self, ParseIdError> {
        match hex::parse(text) {
            Ok(bytes) => Ok(Self(bytes)),
            Err(error) => Err(error),
        }
    }

    /// Reads `0x` and 64 lower-case hex digits, for a const.
    ///
    /// # Panics
    ///
    /// Where [`parse`](Self::parse) gives an error, with its words; in a const, the build fails.
    #[must_use]
    #[track_caller]
    pub const fn from_hex(text: &str) -> Self {
        match Self::parse(text) {
            Ok(id) => id,
            Err(error) => panic!("{}", error.message().as_str()),
        }
    }

    /// Whether every byte is zero.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        const ZERO: [u8; 32] = [0; 32];
        // As a pattern this stops at the first byte that is not zero.
        matches!(self.0, ZERO)
    }

    /// `==`, in const evaluation.
    #[doc(hidden)]
    #[must_use]
    pub const fn const_eq(&self, other: &Self) -> bool {
        let ((a, b), (c, d)) = (self.halves(), other.halves());
        a == c && b == d
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
