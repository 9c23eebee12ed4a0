//! Conversions to and from mosaik's `UniqueId`, by bytes. (mosaik's own `From<&[u8]>` hashes what is not hex, so the
//! bytes are never passed through it.)

use crate::UniqueId;

impl From<UniqueId> for ::mosaik::UniqueId {
    fn from(id: UniqueId) -> Self {
        Self::from_bytes(*id.as_bytes())
    }
}

impl From<::mosaik::UniqueId> for UniqueId {
    fn from(id: ::mosaik::UniqueId) -> Self {
        Self::from_bytes(id.into())
    }
}
