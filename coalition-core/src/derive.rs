//! Derivation of an id from another id.

use crate::UniqueId;
use crate::blake3::Hasher;

impl UniqueId {
    /// Derives another id for a purpose that `info` names, as mosaik's `UniqueId::derive` does.
    ///
    /// It is the BLAKE3 hash of the 32 bytes of this id and the bytes of `info`.
    ///
    /// ```
    /// # use coalition_core::{UNIVERSE, UniqueId};
    /// let prices: UniqueId = UNIVERSE.derive("prices");
    /// assert_ne!(prices, UNIVERSE);
    /// ```
    #[must_use]
    pub const fn derive(&self, info: &str) -> Self {
        let mut hasher = Hasher::new();
        hasher.id(self);
        hasher.bytes(info.as_bytes());
        hasher.finalise()
    }
}
