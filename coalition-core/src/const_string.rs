//! Text that a `const fn` can put together.

use crate::hex::hex_digits;

/// The room of a message, in bytes.
const ROOM: usize = 4096;
const ELLIPSIS: &str = "…";

/// A text of at most 4096 bytes, built piece by piece, in a const too: a const panic shows one `&str`. What does
/// not fit is cut at the end of a character, and `…` stands in its place.
#[derive(Clone, Debug)]
pub struct ConstString {
    bytes: [u8; ROOM],
    len: usize,
    cut: bool,
}

impl ConstString {
    /// No text yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { bytes: [0; ROOM], len: 0, cut: false }
    }

    /// Appends `text`.
    pub const fn push_str(&mut self, text: &str) {
        if self.cut {
            return;
        }
        let room = ROOM - ELLIPSIS.len() - self.len;
        let mut fits = text.len();
        if fits > room {
            fits = room;
            while !is_char_start(text.as_bytes(), fits) {
                fits -= 1;
            }
            self.cut = true;
        }
        self.append(text.as_bytes(), fits);
        if self.cut {
            self.append(ELLIPSIS.as_bytes(), ELLIPSIS.len());
        }
    }

    /// Appends `number` in decimal digits.
    pub const fn push_usize(&mut self, number: usize) {
        if number >= 10 {
            self.push_usize(number / 10);
        }
        self.push_digit(number % 10);
    }

    /// Appends a character in backticks. One that is not ASCII may look like another, or like none, so its code point
    /// stands beside it. `character` holds that one.
    pub const fn push_quoted(&mut self, character: &str) {
        self.push_str("`");
        self.push_str(character);
        self.push_str("`");
        let bytes = character.as_bytes();
        if bytes.len() > 1 {
            // The first byte begins with as many ones as there are bytes, each other one with a one and a zero.
            let mut point = bytes[0] as usize & (0x7f >> bytes.len());
            let mut i = 1;
            while i < bytes.len() {
                point = point << 6 | bytes[i] as usize & 0x3f;
                i += 1;
            }
            self.push_str(" (U+");
            self.push_hex(point, 4);
            self.push_str(")");
        }
    }

    /// Appends `number` in this many hex digits at least.
    const fn push_hex(&mut self, number: usize, least: usize) {
        if number >= 16 || least > 1 {
            self.push_hex(number / 16, least.saturating_sub(1));
        }
        self.push_digit(number % 16);
    }

    const fn push_digit(&mut self, digit: usize) {
        const DIGITS: [&str; 16] =
            ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C", "D", "E", "F"];
        self.push_str(DIGITS[digit]);
    }

    /// Appends the last `digits` hex digits of `number`, an even count, in lower case.
    pub const fn push_short(&mut self, number: u32, digits: usize) {
        let bytes = number.to_be_bytes();
        let mut i = bytes.len() - digits / 2;
        while i < bytes.len() {
            self.push_byte(bytes[i]);
            i += 1;
        }
    }

    /// Appends the two hex digits of a byte, in lower case.
    pub(crate) const fn push_byte(&mut self, byte: u8) {
        if let Ok(digits) = core::str::from_utf8(&hex_digits(byte)) {
            self.push_str(digits);
        }
    }

    /// The text.
    ///
    /// # Panics
    ///
    /// Never: only whole characters are appended.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => panic!("a message is put together of whole characters"),
        }
    }

    const fn append(&mut self, bytes: &[u8], len: usize) {
        let mut i = 0;
        while i < len {
            self.bytes[self.len + i] = bytes[i];
            i += 1;
        }
        self.len += len;
    }
}

impl Default for ConstString {
    fn default() -> Self {
        Self::new()
    }
}

/// Returns whether a character starts at this byte, or the text ends before it.
#[must_use]
pub const fn is_char_start(text: &[u8], at: usize) -> bool {
    at >= text.len() || text[at] & 0xc0 != 0x80
}
