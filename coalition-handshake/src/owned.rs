//! A handshake that owns what it says, which is what a document is read to.

use alloc::string::String;
use core::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Handshake;
use crate::document::Document;

/// A handshake on the heap, to keep one that was read from a document. It serialises as the [`Handshake`] does that it
/// was made from, and [`with`](Self::with) lends that out.
///
/// To deserialise checks everything that can be checked: the rules of
/// [`CoalitionConfig::validate`](coalition_core::CoalitionConfig::validate) and those that the macro has for texts; then every
/// identity in the document, roots, fingerprints and the handshake digest, against what follows from its content. The
/// error names the first that does not follow. A field that is missing or unknown is an error too. What was read is
/// therefore a handshake whose page and block are sound, and whose digest is still to be compared with a trusted one.
///
/// Needs the feature `serde`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnedHandshake(Document);

impl OwnedHandshake {
    /// Lends the handshake to `use_handshake`, and returns what that returns. The borrowed structs nest, so they are
    /// put together for the time of the call.
    pub fn with<R>(&self, use_handshake: impl FnOnce(&Handshake<'_>) -> R) -> R {
        self.0.with(use_handshake)
    }

    /// Reads the encoding that [`Handshake::digest`] hashes. The rules are checked as for a document; the identities
    /// need not be, since the encoding holds none: they are derived.
    ///
    /// # Errors
    ///
    /// The first fault of the encoding, or the first rule that what it says does not keep.
    pub fn from_encoding(encoding: &[u8]) -> Result<Self, EncodingError> {
        let document = Document::decode(encoding).map_err(EncodingError)?;
        document.verify().map_err(EncodingError)?;
        Ok(Self(document))
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
        Self(Document::from(handshake))
    }
}

impl Serialize for OwnedHandshake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
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
        let document = Document::deserialize(deserializer)?;
        document.verify().map_err(D::Error::custom)?;
        Ok(Self(document))
    }
}
