//! Conversions to and from mosaik's `UniqueId`.
//!
//! They copy the array. mosaik's `From<&[u8]>` would hash bytes that are not hex.

use crate::UniqueId;

/// Copies the 32 bytes.
impl From<UniqueId> for ::mosaik::UniqueId {
    fn from(id: UniqueId) -> Self {
        Self::from_bytes(*id.as_bytes())
    }
}

/// Copies the 32 bytes.
impl From<::mosaik::UniqueId> for UniqueId {
    fn from(id: ::mosaik::UniqueId) -> Self {
        Self::from_bytes(id.into())
    }
}
