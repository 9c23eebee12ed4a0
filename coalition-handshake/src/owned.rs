//! A handshake that owns what it says, which is what a document is read to.

use alloc::string::String;
use core::fmt;
use core::hash::{Hash, Hasher};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Handshake;
use crate::document::{Document, Lent, rules};

/// A handshake on the heap, to keep one that was read from a document. [`as_handshake`](Self::as_handshake) lends it, and
/// it serialises as that does.
///
/// To deserialise checks everything that can be checked: the rules of
/// [`CoalitionConfig::validate`](coalition_core::CoalitionConfig::validate) and those that the macro has for texts; then every
/// identity in the document, roots, fingerprints and the handshake digest, against what follows from its content. The
/// error names the first that does not follow. A field that is missing or unknown is an error too. What was read is
/// therefore a handshake whose page and block are sound, and whose digest is still to be compared with a trusted one.
///
/// Needs the feature `serde`.
pub struct OwnedHandshake(Lent);

impl OwnedHandshake {
    /// Lends the handshake.
    #[must_use]
    pub fn as_handshake(&self) -> &Handshake<'_> {
        self.0.handshake()
    }

    /// Reads the encoding that [`Handshake::digest`] hashes. The rules are checked as for a document; the identities
    /// need not be, since the encoding holds none: they are derived.
    ///
    /// # Errors
    ///
    /// The first fault of the encoding, or the first rule that what it says does not keep.
    pub fn from_encoding(encoding: &[u8]) -> Result<Self, EncodingError> {
        let read = Lent::of(Document::decode(encoding).map_err(EncodingError)?);
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

/// Why bytes are not the encoding of a handshake that keeps the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingError(String);

impl fmt::Display for EncodingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for EncodingError {}

/// Copies what the handshake says, and derives its identities. Nothing is checked.
impl From<&Handshake<'_>> for OwnedHandshake {
    fn from(handshake: &Handshake<'_>) -> Self {
        Self(Lent::of(Document::from(handshake)))
    }
}

impl Serialize for OwnedHandshake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.document().serialize(serializer)
    }
}

/// As the document that `schema/handshake.schema.json` describes, whether it keeps the rules or not.
impl Serialize for Handshake<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Document::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OwnedHandshake {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Lent::of(Document::deserialize(deserializer)?);
        read.verify().map_err(D::Error::custom)?;
        Ok(Self(read))
    }
}
