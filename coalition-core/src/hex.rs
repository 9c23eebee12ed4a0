//! The one way to write bytes: `0x` and two lower-case hex digits a byte.

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

/// Reads `N` bytes.
///
/// # Errors
///
/// The first fault from the left; of the length only where every character is a digit.
pub const fn parse_hex<const N: usize>(text: &str) -> Result<[u8; N], ParseIdError> {
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

/// Returns the two hex digits of a byte, in lower case.
#[must_use]
pub const fn hex_digits(byte: u8) -> [u8; 2] {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    [DIGITS[(byte >> 4) as usize], DIGITS[(byte & 15) as usize]]
}
