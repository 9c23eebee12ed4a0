//! An owned handshake, as it is read from a document.

use alloc::string::String;
use core::fmt;
use core::hash::{Hash, Hasher};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Handshake;
use crate::document::{HandshakeDocument, Lent, rules};

/// A handshake that owns its data, to be read from a document. [`as_handshake`](Self::as_handshake) borrows it.
///
/// Deserialising verifies the document:
///
/// 1. Every field is present, and none is unknown.
/// 2. The rules of [`CoalitionConfig::validate`](coalition_core::CoalitionConfig::validate) and of `coalition!` hold.
/// 3. Every identity in the document (root, fingerprints, handshake digest) is what its content derives.
///
/// The error names the first fault. A document that passes is consistent, but may still come from anybody: compare its
/// digest with one that you trust.
///
/// Requires the feature `serde`.
///
/// ```
/// # coalition::coalition! {
/// #     coalition EURO_FX = "signals.euro-fx" {
/// #         expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
/// #     }
/// #     organism EUR_PRICE_FEED = "price-feed.eur" {
/// #         role = "oracle",
/// #         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
/// #     }
/// #     organism USD_PRICE_FEED = "price-feed.usd" {
/// #         role = "oracle",
/// #         stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
/// #     }
/// # }
/// use coalition::OwnedHandshake;
///
/// let json = serde_json::to_string(&EURO_FX_HANDSHAKE)?;
/// let read: OwnedHandshake = serde_json::from_str(&json)?;
/// assert_eq!(*read.as_handshake(), EURO_FX_HANDSHAKE);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct OwnedHandshake(Lent);

impl OwnedHandshake {
    /// Borrows the handshake.
    #[must_use]
    pub fn as_handshake(&self) -> &Handshake<'_> {
        self.0.handshake()
    }

    /// Decodes the encoding of a handshake, the bytes that [`Handshake::digest`] hashes after the tag.
    ///
    /// It checks the same rules as for a document. The identities are not in the encoding, so they are derived.
    ///
    /// # Errors
    ///
    /// Returns the first fault of the encoding, or the first rule that it breaks.
    pub fn from_encoding(encoding: &[u8]) -> Result<Self, EncodingError> {
        let read = Lent::of(HandshakeDocument::decode(encoding).map_err(EncodingError)?);
        rules::check(read.handshake()).map_err(EncodingError)?;
        Ok(Self::from(read.handshake()))
    }
}

impl Clone for OwnedHandshake {
    fn clone(&self) -> Self {
        Self(Lent::of(self.0.document().clone()))
    }
}

impl fmt::Debug for OwnedHandshake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OwnedHandshake").field(self.0.document()).finish()
    }
}

impl PartialEq for OwnedHandshake {
    fn eq(&self, other: &Self) -> bool {
        self.0.document() == other.0.document()
    }
}

impl Eq for OwnedHandshake {}

impl Hash for OwnedHandshake {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.document().hash(state);
    }
}

/// The error of [`OwnedHandshake::from_encoding`]. `Display` says what is wrong, and at which byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingError(String);

impl fmt::Display for EncodingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for EncodingError {}

/// Copies a handshake and derives its identities. Checks nothing.
impl From<&Handshake<'_>> for OwnedHandshake {
    fn from(handshake: &Handshake<'_>) -> Self {
        Self(Lent::of(HandshakeDocument::from(handshake)))
    }
}

impl Serialize for OwnedHandshake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.document().serialize(serializer)
    }
}

/// Serialises the document that `schema/handshake.schema.json` describes. Checks nothing.
impl Serialize for Handshake<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        HandshakeDocument::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OwnedHandshake {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Lent::of(HandshakeDocument::deserialize(deserializer)?);
        read.verify().map_err(D::Error::custom)?;
        Ok(Self(read))
    }
}
