//! Fields that are read more strictly than their types.

use alloc::format;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A field that must hold the number `N`.
///
/// The version fields come first in a document, so that a document of another version is refused for its version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Number<const N: u8>;

impl<const N: u8> Serialize for Number<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(N)
    }
}

impl<'de, const N: u8> Deserialize<'de> for Number<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let found = u64::deserialize(deserializer)?;
        if found == u64::from(N) {
            return Ok(Self);
        }
        Err(D::Error::custom(format!(
            "the handshake has the format or schema {found}, and this version of `coalition` reads {N}"
        )))
    }
}

/// Deserialises a field that may be `null`, but not missing.
pub(super) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}
