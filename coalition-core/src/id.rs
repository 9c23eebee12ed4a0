//! Ids: their bytes and their text.

use core::fmt;

use crate::ParseIdError;
use crate::const_string::ConstString;

/// Implements an id type that wraps bytes and is written in hex.
macro_rules! id_type {
    ($id:ident, $size:literal) => {
        impl $id {
            #[doc = concat!("Creates an id from its ", $size, " bytes.")]
            #[must_use]
            pub const fn from_bytes(bytes: [u8; $size]) -> Self {
                Self(bytes)
            }

            #[doc = concat!("Returns the ", $size, " bytes, in the order in which they are written and hashed.")]
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $size] {
                &self.0
            }

            #[doc = concat!("Parses `0x` and two lower-case hex digits for each of ", $size, " bytes. Also works in a const.")]
            ///
            /// # Errors
            ///
            /// - [`MissingPrefix`](crate::ParseIdError::MissingPrefix) if the text does not begin with `0x`;
            /// - [`Digit`](crate::ParseIdError::Digit) if another character is not a lower-case hex digit. Upper-case digits
            ///   and underscores are refused, so that each id has one spelling;
            /// - [`Length`](crate::ParseIdError::Length) if the number of digits is wrong.
            pub const fn parse(text: &str) -> Result<Self, crate::ParseIdError> {
                match crate::hex::parse_hex(text) {
                    Ok(bytes) => Ok(Self(bytes)),
                    Err(error) => Err(error),
                }
            }

            /// Parses an id, for use in a const: a fault is a build error at the caller's line.
            ///
            /// # Panics
            ///
            /// Panics with the text of the error if [`parse`](Self::parse) returns one.
            #[must_use]
            #[track_caller]
            pub const fn from_hex(text: &str) -> Self {
                match Self::parse(text) {
                    Ok(id) => id,
                    Err(error) => panic!("{}", error.message().as_str()),
                }
            }

            /// Returns `true` if every byte is zero. No operator publishes such an id, and `validate` refuses it (C16).
            #[must_use]
            pub const fn is_zero(&self) -> bool {
                const ZERO: [u8; $size] = [0; $size];
                // As a pattern this stops at the first byte that is not zero.
                matches!(self.0, ZERO)
            }
        }

        /// Writes `0x` and the lower-case hex digits, padded to the width of the format.
        impl core::fmt::Display for $id {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let mut text = [b'0'; 2 + 2 * $size];
                text[1] = b'x';
                for (digits, byte) in text[2..].chunks_exact_mut(2).zip(self.0) {
                    digits.copy_from_slice(&crate::hex::hex_digits(byte));
                }
                // Every byte is ASCII.
                f.pad(core::str::from_utf8(&text).unwrap_or_default())
            }
        }

        impl core::fmt::Debug for $id {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($id), "({})"), self)
            }
        }

        impl core::str::FromStr for $id {
            type Err = crate::ParseIdError;

            fn from_str(text: &str) -> Result<Self, crate::ParseIdError> {
                Self::parse(text)
            }
        }

        impl From<[u8; $size]> for $id {
            fn from(bytes: [u8; $size]) -> Self {
                Self(bytes)
            }
        }

        /// Copies the bytes of a slice. Fails if the slice has another length.
        impl TryFrom<&[u8]> for $id {
            type Error = core::array::TryFromSliceError;

            fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
                bytes.try_into().map(Self)
            }
        }

        impl From<$id> for [u8; $size] {
            fn from(id: $id) -> Self {
                id.0
            }
        }

        impl AsRef<[u8]> for $id {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        /// Serializes `0x` and the digits as a string, in every format.
        #[cfg(feature = "serde")]
        impl serde::Serialize for $id {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        /// Deserializes `0x` and the digits from a string, in every format.
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $id {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct IdVisitor;

                impl serde::de::Visitor<'_> for IdVisitor {
                    type Value = $id;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        write!(f, "`0x` and {} lower-case hex digits", 2 * $size)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$id, E> {
                        $id::parse(text).map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(IdVisitor)
            }
        }
    };
}
pub(crate) use id_type;

/// A 32-byte id: a stable id, a content hash, a fingerprint or a root.
///
/// As text it is `0x` and 64 lower-case hex digits, the first byte first. The order of ids is that of their bytes.
///
/// ```
/// # use coalition_core::UniqueId;
/// const FEED: UniqueId =
///     UniqueId::from_hex("0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe");
///
/// assert_eq!(FEED.as_bytes()[0], 0xfe);
/// assert_eq!(FEED.to_string().parse(), Ok(FEED));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UniqueId(pub(crate) [u8; 32]);

impl UniqueId {
    /// The all-zero id. No operator publishes it, and [`CoalitionConfig::validate`](crate::CoalitionConfig::validate)
    /// refuses it.
    pub const ZERO: Self = Self([0; 32]);

    /// Returns `true` if two ids are equal. Use it in a const, where `==` is not available.
    ///
    /// ```
    /// # use coalition_core::UniqueId;
    /// const A: UniqueId = UniqueId::from_bytes([1; 32]);
    /// const _: () = assert!(A.const_eq(&UniqueId::from_bytes([1; 32])));
    /// ```
    #[must_use]
    pub const fn const_eq(&self, other: &Self) -> bool {
        let ((a, b), (c, d)) = (self.halves(), other.halves());
        a == c && b == d
    }

    /// Returns the first and the last 16 bytes as numbers, in the byte order of the machine. Only compare them.
    pub(crate) const fn halves(&self) -> (u128, u128) {
        // A pattern takes an array apart in one statement, where a slice would cost const evaluation several calls.
        let [low @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = self.0;
        let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, high @ ..] = self.0;
        (u128::from_ne_bytes(low), u128::from_ne_bytes(high))
    }
}

id_type!(UniqueId, 32);

/// Compares two content hashes that may be missing.
#[must_use]
pub const fn same_content_hash(a: &Option<UniqueId>, b: &Option<UniqueId>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.const_eq(b),
        (None, None) => true,
        _ => false,
    }
}

impl ConstString {
    /// Appends `0x` and the 64 hex digits of `id`.
    pub const fn push_id(&mut self, id: &UniqueId) {
        self.push_str("0x");
        let mut i = 0;
        while i < 32 {
            self.push_byte(id.0[i]);
            i += 1;
        }
    }
}

impl ParseIdError {
    /// Returns the text that `Display` writes. Also works in a const.
    pub(crate) const fn message(self) -> ConstString {
        let mut message = ConstString::new();
        match self {
            Self::MissingPrefix => message.push_str("the id does not begin with `0x`"),
            Self::Length { digits, expected } => {
                message.push_str("the id has ");
                message.push_usize(digits);
                message.push_str(" hex digits instead of ");
                message.push_usize(expected);
            }
            Self::Digit { position } => {
                message.push_str("the character at position ");
                message.push_usize(position);
                message.push_str(" of the id is not a lower-case hex digit");
            }
        }
        message
    }
}

impl fmt::Display for ParseIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().as_str())
    }
}

impl core::error::Error for ParseIdError {}
