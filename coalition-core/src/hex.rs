//! Ids as text: `0x`, and two lower-case hex digits for each byte.

/// The error of a text that is not an id.
///
/// `coalition!` reports the same faults with the codes C04 to C06.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseIdError {
    /// The text does not begin with `0x`. C06
    MissingPrefix,
    /// The text has too few or too many hex digits. C04
    Length {
        /// The number of digits in the text.
        digits: usize,
        /// The expected number: two for each byte.
        expected: usize,
    },
    /// A character is not one of `0` to `9` and `a` to `f`. C05
    Digit {
        /// The position of the character. The `0` of `0x` is at position 1.
        position: usize,
    },
}

/// Reads `N` bytes.
///
/// # Errors
///
/// Returns the first fault from the left. A fault of the length is returned only if every character is a digit.
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
