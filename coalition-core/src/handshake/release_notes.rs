//! The entry for `release-notes.md`.

use core::fmt;

use crate::handshake::Handshake;

/// An entry for `release-notes.md`: what [`Handshake::release_notes_entry`] returns, written by `Display`.
#[derive(Clone, Copy, Debug)]
pub struct ReleaseNotesEntry<'h, 'a> {
    handshake: &'h Handshake<'a>,
    date: &'h str,
    previous: Option<&'h Handshake<'h>>,
}

impl<'a> Handshake<'a> {
    /// The entry to add to `release-notes.md`.
    #[must_use]
    pub const fn release_notes_entry<'h>(
        &'h self,
        date: &'h str,
        previous: Option<&'h Handshake<'h>>,
    ) -> ReleaseNotesEntry<'h, 'a> {
        ReleaseNotesEntry { handshake: self, date, previous }
    }
}

impl fmt::Display for ReleaseNotesEntry<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.date, self.handshake.ident, self.previous.is_some())
    }
}
