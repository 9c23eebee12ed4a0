//! The grammar of names.

use crate::const_string::ConstString;

/// The longest name, in bytes.
pub const LONGEST_NAME: usize = 64;

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameFault {
    /// There is no character.
    Empty,
    /// The character at this position does not belong there.
    Character {
        /// Counted in characters from 1.
        position: usize,
    },
    /// There are more than 64 bytes.
    TooLong {
        /// The bytes that were found.
        bytes: usize,
    },
    /// There is one part, where the name must be namespaced: two parts or more, joined by `.`.
    OnePart,
}

/// The first fault of `name` against `[a-z0-9]+(-[a-z0-9]+)*` joined by `.`, at most 64 bytes; a `namespaced` name
/// has two parts or more. A separator is at fault where another stands before it, or nothing follows.
#[must_use]
pub const fn name_fault(name: &str, namespaced: bool) -> Option<NameFault> {
    macro_rules! alphanumeric {
        () => {
            b'a'..=b'z' | b'0'..=b'9'
        };
    }
    if name.is_empty() {
        return Some(NameFault::Empty);
    }
    let mut rest = name.as_bytes();
    let mut parts = 1;
    let is_whole = loop {
        let [alphanumeric!(), others @ ..] = rest else { break false };
        rest = others;
        // Four at a time, because const evaluation pays for every step.
        while let [alphanumeric!(), alphanumeric!(), alphanumeric!(), alphanumeric!(), others @ ..] = rest {
            rest = others;
        }
        while let [alphanumeric!(), others @ ..] = rest {
            rest = others;
        }
        rest = match rest {
            [] => break true,
            [b'-', others @ ..] => others,
            [b'.', others @ ..] => {
                parts += 1;
                others
            }
            _ => break false,
        };
    };
    if !is_whole {
        // Every character before the first wrong one is a single byte, so bytes count characters.
        let before = if rest.is_empty() { name.len() - 1 } else { name.len() - rest.len() };
        Some(NameFault::Character { position: before + 1 })
    } else if name.len() > LONGEST_NAME {
        Some(NameFault::TooLong { bytes: name.len() })
    } else if namespaced && parts < 2 {
        Some(NameFault::OnePart)
    } else {
        None
    }
}

impl NameFault {
    /// Appends what is wrong, to follow a name or its place.
    pub const fn describe(self, message: &mut ConstString) {
        match self {
            Self::Empty => message.push_str(" is empty"),
            Self::Character { position } => {
                message.push_str(" has a wrong character at position ");
                message.push_usize(position);
                message.push_str(", expected `[a-z0-9]+(-[a-z0-9]+)*` joined by `.`");
            }
            Self::TooLong { bytes } => {
                message.push_str(" has ");
                message.push_usize(bytes);
                message.push_str(" bytes, expected at most 64");
            }
            Self::OnePart => message.push_str(" has one part, expected two or more joined by `.`"),
        }
    }
}
