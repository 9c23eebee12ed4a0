//! The key, parameter or call that a value belongs to. It decides what a message says to write instead.

use proc_macro2::Delimiter;

use crate::vocabulary;

/// The owner of a value.
#[derive(Clone, Copy)]
pub(super) enum Slot<'n> {
    /// A key of a declaration. It may be unknown.
    Key(&'n str),
    /// A parameter of `content`, by any name.
    Parameter(&'n str),
    /// The requirement or the `id` that takes it in parentheses.
    Argument(&'n str),
    /// `assert_fingerprint!`
    Assertion,
}

impl Slot<'_> {
    /// The word that a user knows it by.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Key(name) | Self::Parameter(name) | Self::Argument(name) => name,
            Self::Assertion => "assert_fingerprint!",
        }
    }

    /// Returns `true` if the language has no such key.
    pub(super) fn is_unknown(self) -> bool {
        matches!(self, Self::Key(name) if !vocabulary::is_key(name))
    }

    /// The bracket around the value, if it has one.
    pub(super) fn bracket(self) -> Option<Delimiter> {
        match self {
            Self::Key(name) => vocabulary::bracket(name),
            _ => None,
        }
    }

    /// Returns how the value is written.
    pub(super) fn form(self) -> String {
        match self {
            Self::Key(name) => vocabulary::form(name).unwrap_or_else(|| format!("`{name} = value`")),
            Self::Parameter(_) => "`\"text\"`, `500`, `true` or `id(\"0x…\")`".into(),
            Self::Argument(name) => format!("`{name}(\"0x…\")`"),
            Self::Assertion => "`assert_fingerprint!(path::TO_CONFIG, \"0x…\")`".into(),
        }
    }

    /// Returns how the value is written if it is this id.
    pub(super) fn with_id(self, id: &str) -> String {
        match self {
            Self::Key(name) => format!("`{name} = \"{id}\"`"),
            Self::Parameter(name) => format!("`{name} = id(\"{id}\")`"),
            Self::Argument(name) => format!("`{name}(\"{id}\")`"),
            Self::Assertion => format!("`\"{id}\"`"),
        }
    }
}
