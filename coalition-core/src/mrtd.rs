//! The measurement of an Intel TDX guest.

use crate::hex::{self, ParseIdError, written_in_hex};

/// The `MR_TD` of an Intel TDX guest, 48 bytes: the SHA-384 measurement of its initial memory, as the operator
/// publishes it.
///
/// Written as `0x` and 96 lower-case hex digits, the first byte first. Ordered as its bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MrTd([u8; 48]);

impl MrTd {
    /// The measurement of these 48 bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 48]) -> Self {
        Self(bytes)
    }

    /// The 48 bytes of the measurement.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 48] {
        &self.0
    }

    /// The measurement that `text` writes: `0x` and 96 lower-case hex digits.
    ///
    /// # Errors
    ///
    /// Any other text.
    pub const fn parse(text: &str) -> Result<Self, ParseIdError> {
        match hex::parse(text) {
            Ok(bytes) => Ok(Self(bytes)),
            Err(error) => Err(error),
        }
    }

    /// The measurement that `text` writes, for consts: there the panic is an error of the build.
    ///
    /// # Panics
    ///
    /// Where [`parse`](Self::parse) gives an error, with its words.
    #[must_use]
    #[track_caller]
    pub const fn from_hex(text: &str) -> Self {
        match Self::parse(text) {
            Ok(mrtd) => mrtd,
            Err(error) => panic!("{}", error.message().as_str()),
        }
    }

    /// Whether all 48 bytes are zero, which measures nothing.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        const ZERO: [u8; 48] = [0; 48];
        matches!(self.0, ZERO)
    }
}

written_in_hex!(MrTd, 48);
