//! The entry for `release-notes.md`.

use core::fmt::{self, Formatter};

use coalition_core::UniqueId;

use crate::Handshake;
use crate::changes::{Change, Component, ComponentKind, How, Value};
use crate::markdown::{Code, Plain};

/// An entry for `release-notes.md`: what [`Handshake::release_notes_entry`] returns, written by `Display`.
#[derive(Clone, Copy, Debug)]
pub struct ReleaseNotesEntry<'h, 'a> {
    handshake: &'h Handshake<'a>,
    date: &'h str,
    previous: Previous<'h>,
}

/// What is known of the last entry.
#[derive(Clone, Copy, Debug)]
enum Previous<'h> {
    /// There is none.
    None,
    /// Its fingerprint, and its handshake digest where that was pinned.
    Pins(UniqueId, Option<UniqueId>),
    Handshake(&'h Handshake<'h>),
}

impl<'a> Handshake<'a> {
    /// The entry to add to `release-notes.md`, in Markdown. Its heading has the date, the name and the first 8 hex digits of
    /// the fingerprint. Then come the fingerprint, the one before it, and what was added,
    /// removed, moved, pinned anew and changed otherwise since `previous`, the handshake of the last entry, as
    /// [`try_for_each_change`](Self::try_for_each_change) tells it. `date` is written as it is passed in.
    #[must_use]
    pub const fn release_notes_entry<'h>(
        &'h self,
        date: &'h str,
        previous: Option<&'h Handshake<'h>>,
    ) -> ReleaseNotesEntry<'h, 'a> {
        let previous = match previous {
            Some(previous) => Previous::Handshake(previous),
            None => Previous::None,
        };
        ReleaseNotesEntry { handshake: self, date, previous }
    }
}

impl ReleaseNotesEntry<'_, '_> {
    /// The entry where of the last one only the fingerprint is known, and the handshake digest where that was pinned: it
    /// says those, and not what changed since.
    #[must_use]
    pub const fn with_previous_pins(mut self, root: UniqueId, digest: Option<UniqueId>) -> Self {
        self.previous = Previous::Pins(root, digest);
        self
    }

    /// Returns `false` if nothing changed since the last entry: neither the fingerprint nor the handshake digest, as far
    /// as they are known. Such an entry is not worth adding.
    #[must_use]
    pub fn has_news(&self) -> bool {
        let handshake = self.handshake;
        match self.previous {
            Previous::None => true,
            Previous::Pins(root, digest) => {
                root != handshake.coalition.coalition_root()
                    || digest.is_some_and(|digest| digest != handshake.digest())
            }
            // The digest covers the root too.
            Previous::Handshake(previous) => previous.digest() != handshake.digest(),
        }
    }
}

impl fmt::Display for ReleaseNotesEntry<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (handshake, date) = (self.handshake, self.date);
        let (root, digest) = (handshake.coalition.coalition_root(), handshake.digest());
        let short = root.as_bytes().first_chunk().map_or(0, |first| u32::from_be_bytes(*first));
        writeln!(f, "## {date}: {} ({short:08x})\n", Plain(handshake.coalition.name))?;
        writeln!(f, "- fingerprint (COALITION_ROOT): `{root}`")?;
        writeln!(f, "- handshake digest: `{digest}`")?;
        let previous = match self.previous {
            Previous::None => {
                writeln!(f, "- previous fingerprint: none, this is the first freeze")?;
                None
            }
            Previous::Pins(old_root, old_digest) => {
                line(f, "fingerprint", root, old_root)?;
                return old_digest.map_or(Ok(()), |old| line(f, "handshake digest", digest, old));
            }
            Previous::Handshake(previous) => {
                line(f, "fingerprint", root, previous.coalition.coalition_root())?;
                line(f, "handshake digest", digest, previous.digest())?;
                Some(previous)
            }
        };
        let mut sections = Sections { f, last: None };
        handshake.try_for_each_change(previous, |change| sections.change(&change))?;
        sections.end_line()
    }
}

/// An identity of the last entry.
fn line(f: &mut Formatter<'_>, what: &str, is: UniqueId, was: UniqueId) -> fmt::Result {
    writeln!(f, "- previous {what}: `{was}`{}", if was == is { " (unchanged)" } else { "" })
}

/// A heading for each way to change, above its first line, and a line for each component.
struct Sections<'f, 'g, 'a> {
    f: &'f mut Formatter<'g>,
    /// The section and the component of the line that is being written.
    last: Option<(How, Component<'a>)>,
}

impl<'a> Sections<'_, '_, 'a> {
    fn change(&mut self, change: &Change<'a>) -> fmt::Result {
        let (how, component) = (change.how, change.component);
        if self.last == Some((how, component)) {
            self.f.write_str(", ")?;
        } else {
            self.end_line()?;
            if self.last.is_none_or(|(last, _)| last != how) {
                write!(self.f, "\n### {}\n\n", title(how))?;
            }
            match change.field {
                "order" => self.f.write_str("- ")?,
                _ => write!(self.f, "- {}: ", Named(component))?,
            }
        }
        self.last = Some((how, component));
        write!(self.f, "{}", Phrase(change))
    }

    fn end_line(&mut self) -> fmt::Result {
        if self.last.is_some() { self.f.write_str("\n") } else { Ok(()) }
    }
}

fn title(how: How) -> &'static str {
    match how {
        How::Added => "Added",
        How::Removed => "Removed",
        How::Moved => "Moved",
        How::Repinned => "Identity changed",
        How::Metadata => "Changed otherwise",
    }
}

/// What of a component changed.
struct Phrase<'c, 'a>(&'c Change<'a>);

impl fmt::Display for Phrase<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Change { how, component, field, was, is } = *self.0;
        match (how, field, was.or(is)) {
            (How::Added | How::Removed, _, Some(value)) => write!(f, "{field} {}", Shown(Some(value))),
            (_, "place", _) => write!(f, "from place {} to place {}", Shown(was), Shown(is)),
            (_, "order", _) => {
                let and_modules =
                    if component.kind == ComponentKind::Confluence { " and modules" } else { "" };
                write!(f, "the order of the {}s{and_modules} changed", component.kind)
            }
            (_, "kind", Some(Value::Component(before))) => {
                let article = if before.kind == ComponentKind::Organism { "an" } else { "a" };
                write!(f, "was {article} {} before", before.kind)
            }
            (_, "name", Some(Value::Component(before))) => write!(f, "renamed, was {}", Named(before)),
            (_, "name", _) | (_, _, Some(Value::Id(_) | Value::Content(_) | Value::Acl(_))) => {
                write!(f, "{field} {} → {}", Shown(was), Shown(is))?;
                match (component.kind, field) {
                    (ComponentKind::Lattice, "content_hash") => {
                        f.write_str(", which the handshake digest alone covers")
                    }
                    _ => Ok(()),
                }
            }
            // That a text changed says enough: the page has it.
            _ => write!(f, "{field} changed"),
        }
    }
}

/// A value that may be absent, in the type of code but for names and numbers.
struct Shown<'a>(Option<Value<'a>>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("(none)"),
            Some(Value::Text(text)) => write!(f, "{}", Plain(text)),
            Some(Value::Place(place)) => write!(f, "{place}"),
            Some(value) => write!(f, "{}", Code(value)),
        }
    }
}

/// A component as every line names it: its kind, its name and its const name.
struct Named<'a>(Component<'a>);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Component { kind, name, ident } = self.0;
        if name.is_empty() {
            return write!(f, "{kind} {}", Code(ident));
        }
        write!(f, "{kind} {} ({})", Plain(name), Code(ident))
    }
}
