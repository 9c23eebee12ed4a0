//! The entry for `release-notes.md`.

mod changes;
mod metadata;
mod moved;
mod partner;

use core::fmt::{self, Formatter};

use crate::handshake::Handshake;
use crate::handshake::markdown::{Code, Plain};

/// An entry for `release-notes.md`: what [`Handshake::release_notes_entry`] returns, written by `Display`.
#[derive(Clone, Copy, Debug)]
pub struct ReleaseNotesEntry<'h, 'a> {
    handshake: &'h Handshake<'a>,
    date: &'h str,
    previous: Option<&'h Handshake<'h>>,
}

impl<'a> Handshake<'a> {
    /// The entry to add to `release-notes.md`, in Markdown: the fingerprint, the one before it, and what was added,
    /// removed, moved, pinned anew and changed otherwise since `previous`, the handshake of the last entry. `date` is
    /// written as it is passed in.
    ///
    /// A citizen is followed by its kind and name, then by its stable id, so that one that was renamed or that changed
    /// its kind is said to have; a confluence or module is followed by its name. Moved is what left its place among
    /// those that stayed, not all that made room. Beyond 16,384 lattices, organisms or confluences in `previous`, the
    /// entry says of such a list only that its order changed.
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
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (handshake, date) = (self.handshake, self.date);
        let (root, digest) = (handshake.coalition.coalition_root(), handshake.digest());
        writeln!(f, "## {date}: {}\n", Plain(handshake.coalition.name))?;
        writeln!(f, "- fingerprint (COALITION_ROOT): `{root}`")?;
        writeln!(f, "- handshake digest: `{digest}`")?;
        let Some(previous) = self.previous else {
            writeln!(f, "- previous fingerprint: none, this is the first freeze")?;
            return changes::first(f, handshake);
        };
        let (old_root, old_digest) = (previous.coalition.coalition_root(), previous.digest());
        let same = |same| if same { " (unchanged)" } else { "" };
        writeln!(f, "- previous fingerprint: `{old_root}`{}", same(root == old_root))?;
        writeln!(f, "- previous handshake digest: `{old_digest}`{}", same(digest == old_digest))?;
        if digest == old_digest {
            return writeln!(f, "\nNothing changed.");
        }
        changes::since(f, handshake, previous)
    }
}

/// A heading that is written above its first line, and not at all without one.
struct Section<'f, 'g> {
    f: &'f mut Formatter<'g>,
    title: &'static str,
    open: bool,
}

impl<'f, 'g> Section<'f, 'g> {
    fn new(f: &'f mut Formatter<'g>, title: &'static str) -> Self {
        Self { f, title, open: false }
    }

    fn line(&mut self, line: fmt::Arguments<'_>) -> fmt::Result {
        if !self.open {
            self.open = true;
            writeln!(self.f, "\n### {}\n", self.title)?;
        }
        writeln!(self.f, "- {line}")
    }
}

/// A component as every line names it: its kind, its name and its const name.
struct Named<'a>(&'a str, &'a str, &'a str);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(kind, name, ident) = self;
        if name.is_empty() {
            return write!(f, "{kind} {}", Code(ident));
        }
        write!(f, "{kind} {} ({})", Plain(name), Code(ident))
    }
}
