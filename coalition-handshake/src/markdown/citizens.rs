//! The citizens of the page.

use core::fmt::{self, Display, Formatter};

use coalition_core::UniqueId;

use super::text::{Code, Link, Plain, Quote};
use crate::Handshake;

/// The table of Step 1, and below it what there is to say of each citizen.
pub(super) fn citizens(f: &mut Formatter<'_>, handshake: &Handshake<'_>) -> fmt::Result {
    let (lattices, organisms) = (handshake.coalition.lattices.len(), handshake.coalition.organisms.len());
    writeln!(f, "\n## Citizens\n")?;
    writeln!(
        f,
        "Lattices: {lattices}. Organisms: {organisms}. Each list is in its declared order, which is part of \
         COALITION_ROOT.\n"
    )?;
    writeln!(
        f,
        "| citizen | kind | role | operator's handshake | stable_id | content_hash | ticket-issuance root |"
    )?;
    writeln!(f, "|---|---|---|---|---|---|---|")?;
    for citizen in handshake.citizen_cards() {
        write!(f, "| {} | {} | ", Plain(citizen.name), citizen.kind)?;
        match citizen.role {
            Some(role) => write!(f, "{}", Plain(role))?,
            None => write!(f, "–")?,
        }
        match citizen.handshake {
            Some(link) => write!(f, " | {}", Link(link))?,
            None => write!(f, " | (no link)")?,
        }
        write!(f, " | `{}` | ", citizen.stable_id)?;
        id(f, citizen.content_hash, "(unpinned)")?;
        write!(f, " | ")?;
        id(f, citizen.ticket_root, "(not published)")?;
        writeln!(f, " |")?;
    }
    for citizen in handshake.citizen_cards().filter(|citizen| !citizen.description.trim().is_empty()) {
        writeln!(f, "\n### {}", Plain(citizen.name))?;
        write!(f, "{}", Quote(citizen.description))?;
    }
    Ok(())
}

/// The const names of the spanned citizens where the coalition has them, otherwise their ids.
pub(super) struct Spanned<'h, 'a>(
    pub(super) &'h Handshake<'a>,
    pub(super) &'h coalition_core::ConfluenceConfig<'h>,
);

impl Display for Spanned<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(handshake, confluence) = self;
        let mut separator = "";
        let mut at = 0;
        for lattice in confluence.lattices {
            f.write_str(separator)?;
            separator = "<br>";
            let known = handshake.lattice_from(at, lattice.stable_id);
            write!(f, "{}", Plain(lattice.name))?;
            match known {
                Some(index) => at = index + 1,
                None => write!(f, " (lattice `{}`, not one of this coalition)", lattice.stable_id)?,
            }
        }
        at = 0;
        for organism in confluence.organisms {
            f.write_str(separator)?;
            separator = "<br>";
            if let Some(index) = handshake.organism_from(at, organism.stable_id) {
                let name = handshake.organisms.get(index).map_or(organism.role, |profile| profile.name);
                write!(f, "{}", Plain(name))?;
                at = index + 1;
            } else {
                let (role, id) = (Plain(organism.role), organism.stable_id);
                write!(f, "{role} (organism `{id}`, not one of this coalition)")?;
            }
        }
        Ok(())
    }
}

fn id(f: &mut Formatter<'_>, id: Option<UniqueId>, none: &str) -> fmt::Result {
    match id {
        Some(id) => write!(f, "{}", Code(id)),
        None => f.write_str(none),
    }
}
