//! The entry for `release-notes.md`.

use core::fmt::{self, Formatter};

use coalition_core::UniqueId;

use crate::Handshake;
use crate::changes::{Change, ChangeKind, ChangedValue, Component, ComponentKind};
use crate::markdown::{InlineCode, Plain};

/// An entry for `release-notes.md`, from [`Handshake::release_notes_entry`]. `Display` writes it.
#[derive(Clone, Copy, Debug)]
pub struct ReleaseNotesEntry<'h, 'a> {
    handshake: &'h Handshake<'a>,
    date: &'h str,
    previous: PreviousRelease<'h>,
}

/// The last entry, as far as it is known.
#[derive(Clone, Copy, Debug)]
enum PreviousRelease<'h> {
    /// No entry: this is the first freeze.
    None,
    /// The fingerprint, and the handshake digest if it was pinned.
    Pins(UniqueId, Option<UniqueId>),
    Handshake(&'h Handshake<'h>),
}

impl<'a> Handshake<'a> {
    /// Returns the entry to add to `release-notes.md`, in Markdown.
    ///
    /// The heading has the date, the coalition's name and the first 8 hex digits of the fingerprint. Below it are the
    /// fingerprint, the previous one, and every change since `previous`, as
    /// [`try_for_each_change`](Self::try_for_each_change) visits them. `previous` is the handshake of the last entry, or
    /// `None` for the first. `date` is written as given.
    ///
    /// ```
    /// # coalition::coalition! {
    /// #     coalition EURO_FX = "signals.euro-fx" {
    /// #         expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
    /// #     }
    /// #     organism EUR_PRICE_FEED = "price-feed.eur" {
    /// #         role = "oracle",
    /// #         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    /// #     }
    /// #     organism USD_PRICE_FEED = "price-feed.usd" {
    /// #         role = "oracle",
    /// #         stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
    /// #     }
    /// # }
    /// let entry = EURO_FX_HANDSHAKE.release_notes_entry("2026-11-22", None).to_string();
    /// assert!(entry.starts_with("## 2026-11-22: signals.euro-fx (77eb09c4)\n"));
    /// ```
    #[must_use]
    pub const fn release_notes_entry<'h>(
        &'h self,
        date: &'h str,
        previous: Option<&'h Handshake<'h>>,
    ) -> ReleaseNotesEntry<'h, 'a> {
        let previous = match previous {
            Some(previous) => PreviousRelease::Handshake(previous),
            None => PreviousRelease::None,
        };
        ReleaseNotesEntry { handshake: self, date, previous }
    }
}

impl ReleaseNotesEntry<'_, '_> {
    /// Names the previous fingerprint and handshake digest instead of a previous handshake. Use it if the previous
    /// handshake is not known. The entry then lists no changes.
    #[must_use]
    pub const fn with_previous_pins(mut self, root: UniqueId, digest: Option<UniqueId>) -> Self {
        self.previous = PreviousRelease::Pins(root, digest);
        self
    }

    /// Returns `false` if neither the fingerprint nor the handshake digest changed since the last entry, as far as they
    /// are known.
    #[must_use]
    pub fn has_news(&self) -> bool {
        let handshake = self.handshake;
        match self.previous {
            PreviousRelease::None => true,
            PreviousRelease::Pins(root, digest) => {
                root != handshake.coalition.coalition_root()
                    || digest.is_some_and(|digest| digest != handshake.digest())
            }
            // The digest covers the root too.
            PreviousRelease::Handshake(previous) => previous.digest() != handshake.digest(),
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
            PreviousRelease::None => {
                writeln!(f, "- previous fingerprint: none, this is the first freeze")?;
                None
            }
            PreviousRelease::Pins(old_root, old_digest) => {
                line(f, "fingerprint", root, old_root)?;
                return old_digest.map_or(Ok(()), |old| line(f, "handshake digest", digest, old));
            }
            PreviousRelease::Handshake(previous) => {
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

/// Writes an identity of the last entry.
fn line(f: &mut Formatter<'_>, what: &str, is: UniqueId, was: UniqueId) -> fmt::Result {
    writeln!(f, "- previous {what}: `{was}`{}", if was == is { " (unchanged)" } else { "" })
}

/// A writer of changes: a heading for each kind, and a line for each component.
struct Sections<'f, 'g, 'a> {
    f: &'f mut Formatter<'g>,
    /// The section and the component of the current line.
    last: Option<(ChangeKind, Component<'a>)>,
}

impl<'a> Sections<'_, '_, 'a> {
    fn change(&mut self, change: &Change<'a>) -> fmt::Result {
        let (kind, component) = (change.kind, change.component);
        if self.last == Some((kind, component)) {
            self.f.write_str(", ")?;
        } else {
            self.end_line()?;
            if self.last.is_none_or(|(last, _)| last != kind) {
                write!(self.f, "\n### {}\n\n", title(kind))?;
            }
            match change.field {
                "order" => self.f.write_str("- ")?,
                _ => write!(self.f, "- {}: ", Named(component))?,
            }
        }
        self.last = Some((kind, component));
        write!(self.f, "{}", Phrase(change))
    }

    fn end_line(&mut self) -> fmt::Result {
        if self.last.is_some() { self.f.write_str("\n") } else { Ok(()) }
    }
}

fn title(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "Added",
        ChangeKind::Removed => "Removed",
        ChangeKind::Moved => "Moved",
        ChangeKind::Repinned => "Identity changed",
        ChangeKind::Metadata => "Changed otherwise",
    }
}

/// A change in words, without the component.
struct Phrase<'c, 'a>(&'c Change<'a>);

impl fmt::Display for Phrase<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Change { kind, component, field, was, is } = *self.0;
        match (kind, field, was.or(is)) {
            (ChangeKind::Added | ChangeKind::Removed, _, Some(value)) => {
                write!(f, "{field} {}", ShownValue(Some(value)))
            }
            (_, "place", _) => write!(f, "from place {} to place {}", ShownValue(was), ShownValue(is)),
            (_, "order", _) => {
                let and_modules =
                    if component.kind == ComponentKind::Confluence { " and modules" } else { "" };
                write!(f, "the order of the {}s{and_modules} changed", component.kind)
            }
            (_, "kind", Some(ChangedValue::Component(before))) => {
                let article = if before.kind == ComponentKind::Organism { "an" } else { "a" };
                write!(f, "was {article} {} before", before.kind)
            }
            (_, "name", Some(ChangedValue::Component(before))) => write!(f, "renamed, was {}", Named(before)),
            (_, "name", _)
            | (_, _, Some(ChangedValue::Id(_) | ChangedValue::Content(_) | ChangedValue::Acl(_))) => {
                write!(f, "{field} {} → {}", ShownValue(was), ShownValue(is))?;
                match (component.kind, field) {
                    (ComponentKind::Lattice, "content_hash") => {
                        f.write_str(", which the handshake digest alone covers")
                    }
                    _ => Ok(()),
                }
            }
            // The page has the new text.
            _ => write!(f, "{field} changed"),
        }
    }
}

/// A value that may be absent. Everything but names and numbers is shown as code.
struct ShownValue<'a>(Option<ChangedValue<'a>>);

impl fmt::Display for ShownValue<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("(none)"),
            Some(ChangedValue::Text(text)) => write!(f, "{}", Plain(text)),
            Some(ChangedValue::Place(place)) => write!(f, "{place}"),
            Some(value) => write!(f, "{}", InlineCode(value)),
        }
    }
}

/// A component as a line names it: kind, name and const name.
struct Named<'a>(Component<'a>);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Component { kind, name, ident } = self.0;
        if name.is_empty() {
            return write!(f, "{kind} {}", InlineCode(ident));
        }
        write!(f, "{kind} {} ({})", Plain(name), InlineCode(ident))
    }
}
