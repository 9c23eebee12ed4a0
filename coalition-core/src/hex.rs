//! The one way to write bytes: `0x` and two lower-case hex digits a byte.

use core::fmt;

use crate::message::Message;

/// What keeps a text from being an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseIdError {
    /// It does not begin with `0x`.
    MissingPrefix,
    /// It has another number of hex digits than the id has.
    Length {
        /// How many digits it has.
        digits: usize,
        /// How many it should have: two for each byte.
        expected: usize,
    },
    /// A character is not one of `0` to `9` and `a` to `f`.
    Digit {
        /// Where it stands. Characters count from one, the `0x` included.
        position: usize,
    },
}

impl ParseIdError {
    /// The fault in words, in const evaluation too.
    pub(crate) const fn message(self) -> Message {
        let mut message = Message::new();
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

/// Reads `N` bytes.
///
/// # Errors
///
/// The first fault from the left; of the length only where every character is a digit.
pub(crate) const fn parse<const N: usize>(text: &str) -> Result<[u8; N], ParseIdError> {
    let [b'0', b'x', digits @ ..] = text.as_bytes() else { return Err(ParseIdError::MissingPrefix) };
    let mut bytes = [0; N];
    let mut position = 3;
    let mut index = 0;
    while index < digits.len() {
        let value = match digits[index] {
            digit @ b'0'..=b'9' => digit - b'0',
            digit @ b'a'..=b'f' => digit - b'a' + 10,
            _ => return Err(ParseIdError::Digit { position }),
        };
        if index / 2 < N {
            bytes[index / 2] |= if index % 2 == 0 { value << 4 } else { value };
        }
        index += 1;
        position += 1;
    }
    if digits.len() == 2 * N {
        Ok(bytes)
    } else {
        Err(ParseIdError::Length { digits: digits.len(), expected: 2 * N })
    }
}

/// All that types which wrap bytes and are written in hex have in common.
macro_rules! written_in_hex {
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

            #[doc = concat!("Reads `0x` and two lower-case hex digits for each of ", $size, " bytes, in a const too.")]
            ///
            /// # Errors
            ///
            /// Any other text: there is one way to write it, without upper-case digits and underscores.
            pub const fn parse(text: &str) -> Result<Self, crate::ParseIdError> {
                match crate::hex::parse(text) {
                    Ok(bytes) => Ok(Self(bytes)),
                    Err(error) => Err(error),
                }
            }

            /// Reads it for a const, where the panic is an error of the build at the caller's line.
            ///
            /// # Panics
            ///
            /// Where [`parse`](Self::parse) gives an error, with its words.
            #[must_use]
            #[track_caller]
            pub const fn from_hex(text: &str) -> Self {
                match Self::parse(text) {
                    Ok(id) => id,
                    Err(error) => panic!("{}", error.message().as_str()),
                }
            }

            /// Whether every byte is zero: nothing has such an id, and every rule refuses it.
            #[must_use]
            pub const fn is_zero(&self) -> bool {
                const ZERO: [u8; $size] = [0; $size];
                // As a pattern this stops at the first byte that is not zero.
                matches!(self.0, ZERO)
            }
        }

        /// Writes `0x` and the lower-case hex digits, padded to the width that is asked for.
        impl core::fmt::Display for $id {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let mut text = [b'0'; 2 + 2 * $size];
                text[1] = b'x';
                for (digits, byte) in text[2..].chunks_exact_mut(2).zip(self.0) {
                    digits.copy_from_slice(&crate::message::digits(byte));
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

        /// Fails if the slice has another length.
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

        /// As text, `0x` and its digits, whatever the format.
        #[cfg(feature = "serde")]
        impl serde::Serialize for $id {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        /// From text, `0x` and its digits, whatever the format.
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $id {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Written;

                impl serde::de::Visitor<'_> for Written {
                    type Value = $id;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        write!(f, "`0x` and {} lower-case hex digits", 2 * $size)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$id, E> {
                        $id::parse(text).map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Written)
            }
        }
    };
}
pub(crate) use written_in_hex;
