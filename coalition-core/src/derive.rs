//! Ids that follow from other ids.

use crate::UniqueId;
use crate::blake3::Hasher;

impl UniqueId {
    /// Derives an id from this one for a purpose: `blake3(id || info)`, the same as mosaik's `UniqueId::derive`.
    #[must_use]
    pub const fn derive(&self, info: &str) -> Self {
        let mut hasher = Hasher::new();
        hasher.id(self);
        hasher.bytes(info.as_bytes());
        hasher.finalise()
    }
}
