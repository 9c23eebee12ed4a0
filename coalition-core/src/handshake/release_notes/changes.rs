//! What a release adds, removes, moves, pins anew and changes otherwise.

use core::fmt::{self, Formatter};

use super::moved::{Orders, Undecided};
use super::partner::{Citizens, confluence, kind};
use super::{Named, Section};
use crate::UniqueId;
use crate::handshake::Handshake;
use crate::handshake::cards::{CitizenCard, CitizenKind, ConfluenceCard};
use crate::handshake::markdown::Plain;

/// The first freeze: all of it is added.
pub(super) fn first(f: &mut Formatter<'_>, handshake: &Handshake<'_>) -> fmt::Result {
    let mut section = Section::new(f, "Added");
    handshake.citizen_cards().try_for_each(|card| present_citizen(&mut section, &card))?;
    handshake.confluence_cards().try_for_each(|card| present_confluence(&mut section, &card))?;
    issuer(&mut section, handshake)
}

/// A release after another one.
pub(super) fn since(f: &mut Formatter<'_>, new: &Handshake<'_>, old: &Handshake<'_>) -> fmt::Result {
    only_in(Section::new(f, "Added"), new, old)?;
    only_in(Section::new(f, "Removed"), old, new)?;
    let mut section = Section::new(f, "Moved");
    for kind in [CitizenKind::Lattice, CitizenKind::Organism] {
        moved_citizens(&mut section, kind, new, old)?;
    }
    moved_confluences(&mut section, new, old)?;
    pinned_anew(&mut Section::new(f, "Re-pinned"), new, old)?;
    super::metadata::changed(&mut Section::new(f, "Changed otherwise"), new, old)
}

/// What one handshake has and the other has not.
fn only_in(mut section: Section<'_, '_>, here: &Handshake<'_>, there: &Handshake<'_>) -> fmt::Result {
    for (index, card) in here.citizen_cards().enumerate() {
        if Citizens(there).partner(&card, Citizens(here), index).is_none() {
            present_citizen(&mut section, &card)?;
        }
    }
    for (index, card) in here.confluence_cards().enumerate() {
        if confluence(there, card.config.name, index).is_none() {
            present_confluence(&mut section, &card)?;
        }
    }
    if there.coalition.ticket_issuer.is_none() { issuer(&mut section, here) } else { Ok(()) }
}

fn present_citizen(section: &mut Section<'_, '_>, card: &CitizenCard<'_>) -> fmt::Result {
    let named = citizen(card);
    match card.content_hash {
        Some(hash) => {
            section.line(format_args!("{named}: stable_id `{}`, content_hash `{hash}`", card.stable_id))
        }
        None => section.line(format_args!("{named}: stable_id `{}`", card.stable_id)),
    }
}

fn present_confluence(section: &mut Section<'_, '_>, card: &ConfluenceCard<'_>) -> fmt::Result {
    let named = Named(kind(card), card.config.name, card.ident);
    section.line(format_args!("{named}: fingerprint `{}`", card.config.fingerprint()))
}

fn issuer(section: &mut Section<'_, '_>, handshake: &Handshake<'_>) -> fmt::Result {
    let (Some(issuer), Some(profile)) = (&handshake.coalition.ticket_issuer, &handshake.ticket_issuer) else {
        return Ok(());
    };
    let named = Named("ticket issuer", issuer.name, profile.ident);
    section.line(format_args!("{named}: fingerprint `{}`", issuer.fingerprint()))
}

fn moved_citizens(
    section: &mut Section<'_, '_>,
    kind: CitizenKind,
    new: &Handshake<'_>,
    old: &Handshake<'_>,
) -> fmt::Result {
    let range = |handshake: &Handshake<'_>| {
        let (lattices, organisms) = (handshake.coalition.lattices.len(), handshake.coalition.organisms.len());
        if kind == CitizenKind::Lattice { (0, lattices) } else { (lattices, organisms) }
    };
    let ((old_start, old_len), (new_start, new_len)) = (range(old), range(new));
    // The place of a citizen in the other list of the same kind.
    let place = |from: &Handshake<'_>, at: usize, to: &Handshake<'_>| {
        let index = Citizens(to).partner(&Citizens(from).get(at), Citizens(from), at)?;
        let (start, len) = range(to);
        index.checked_sub(start).filter(|place| *place < len)
    };
    let orders = Orders {
        old_len,
        new_len,
        to_new: |at| place(old, old_start + at, new),
        to_old: |at| place(new, new_start + at, old),
    };
    let walked = orders.walk(|from, to| {
        let named = citizen(&Citizens(new).get(new_start + to));
        section.line(format_args!("{named}: from place {} to place {}", from + 1, to + 1))
    });
    ended(section, walked, if kind == CitizenKind::Lattice { "lattices" } else { "organisms" })
}

fn moved_confluences(section: &mut Section<'_, '_>, new: &Handshake<'_>, old: &Handshake<'_>) -> fmt::Result {
    let orders = Orders {
        old_len: old.coalition.confluences.len(),
        new_len: new.coalition.confluences.len(),
        to_new: |at: usize| confluence(new, old.coalition.confluences[at].name, at),
        to_old: |at: usize| confluence(old, new.coalition.confluences[at].name, at),
    };
    let walked = orders.walk(|from, to| {
        let card = new.confluence_card(to);
        let named = Named(kind(&card), card.config.name, card.ident);
        section.line(format_args!("{named}: from place {} to place {}", from + 1, to + 1))
    });
    ended(section, walked, "confluences and modules")
}

fn ended(section: &mut Section<'_, '_>, walked: Result<(), Undecided>, what: &str) -> fmt::Result {
    walked.or_else(|undecided| match undecided {
        Undecided::TooMany => section.line(format_args!("the order of the {what} changed")),
        Undecided::Writing(error) => Err(error),
    })
}

/// Ids of citizens, fingerprints, and citizens of another kind: what moves an identity.
fn pinned_anew(section: &mut Section<'_, '_>, new: &Handshake<'_>, old: &Handshake<'_>) -> fmt::Result {
    let (was, is) = (old.coalition.name, new.coalition.name);
    if was != is {
        section.line(format_args!("the coalition's name: {} → {}", Plain(was), Plain(is)))?;
    }
    for (index, card) in new.citizen_cards().enumerate() {
        let Some(partner) = Citizens(old).partner(&card, Citizens(new), index) else { continue };
        let before = Citizens(old).get(partner);
        let named = citizen(&card);
        if before.kind != card.kind {
            section.line(format_args!("{named}: was {} before", a(before.kind)))?;
        }
        if before.stable_id != card.stable_id {
            let (was, is) = (before.stable_id, card.stable_id);
            section.line(format_args!("{named}: stable_id `{was}` → `{is}`"))?;
        }
        if before.content_hash != card.content_hash {
            let (was, is) = (Pin(before.content_hash), Pin(card.content_hash));
            let folded = match card.kind {
                CitizenKind::Lattice => ", which the handshake digest alone covers",
                CitizenKind::Organism => "",
            };
            section.line(format_args!("{named}: content_hash {was} → {is}{folded}"))?;
        }
    }
    for (index, card) in new.confluence_cards().enumerate() {
        let Some(before) = confluence(old, card.config.name, index) else { continue };
        let (was, is) = (old.coalition.confluences[before].fingerprint(), card.config.fingerprint());
        if was != is {
            let named = Named(kind(&card), card.config.name, card.ident);
            section.line(format_args!("{named}: fingerprint `{was}` → `{is}`"))?;
        }
    }
    let (Some(before), Some(issuer)) = (&old.coalition.ticket_issuer, &new.coalition.ticket_issuer) else {
        return Ok(());
    };
    let (was, is) = (before.fingerprint(), issuer.fingerprint());
    if was == is {
        return Ok(());
    }
    let named =
        Named("ticket issuer", issuer.name, new.ticket_issuer.as_ref().map_or("", |profile| profile.ident));
    section.line(format_args!("{named}: fingerprint `{was}` → `{is}`"))
}

pub(super) fn citizen<'a>(card: &CitizenCard<'a>) -> Named<'a> {
    let kind = match card.kind {
        CitizenKind::Lattice => "lattice",
        CitizenKind::Organism => "organism",
    };
    Named(kind, card.name, card.ident)
}

fn a(kind: CitizenKind) -> &'static str {
    match kind {
        CitizenKind::Lattice => "a lattice",
        CitizenKind::Organism => "an organism",
    }
}

/// An id that may be absent.
pub(super) struct Pin(pub(super) Option<UniqueId>);

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(id) => write!(f, "`{id}`"),
            None => f.write_str("(none)"),
        }
    }
}
