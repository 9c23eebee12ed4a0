//! The section of the page about citizens.

use core::fmt;

use super::Piece::{Code, Link, Text};
use super::description::{description, is_shown};
use super::{Part, Piece, Renderer, paragraph, pieces, within};
use crate::Handshake;

/// The columns of the runbook's Step 1, with the links of Step 7.
const COLUMNS: [&str; 7] =
    ["citizen", "kind", "role", "stable_id", "content_hash", "ticket-issuance root", "operator's handshake"];

/// Writes the table of citizens, then their descriptions.
pub(super) fn citizens(out: &mut dyn Renderer, handshake: &Handshake<'_>) -> fmt::Result {
    let (lattices, organisms) = (handshake.coalition.lattices.len(), handshake.coalition.organisms.len());
    let order = ". Each list is in its declared order, which is part of COALITION_ROOT.";
    paragraph(
        out,
        &[Text(&"Lattices: "), Text(&lattices), Text(&". Organisms: "), Text(&organisms), Text(&order)],
    )?;
    within(out, Part::Cards(&COLUMNS), |out| {
        handshake.citizen_cards().try_for_each(|citizen| {
            row(
                out,
                &[
                    Text(&citizen.name),
                    Text(&citizen.kind),
                    citizen.role.as_ref().map_or(Text(&"–"), |role| Text(role)),
                    Code(&citizen.stable_id),
                    citizen.content_hash.as_ref().map_or(Text(&"(unpinned)"), |hash| Code(hash)),
                    citizen.ticket_root.as_ref().map_or(Text(&"(not published)"), |root| Code(root)),
                    citizen.handshake_url.map_or(Text(&"(no link)"), Link),
                ],
            )
        })
    })?;
    for citizen in handshake.citizen_cards().filter(|citizen| is_shown(citizen.description)) {
        within(out, Part::Component(citizen.ident), |out| {
            pieces(out, &[Text(&citizen.kind), Text(&" "), Text(&citizen.name)])
        })?;
        description(out, citizen.description)?;
    }
    Ok(())
}

fn row(out: &mut dyn Renderer, cells: &[Piece<'_>; 7]) -> fmt::Result {
    within(out, Part::Row, |out| {
        COLUMNS
            .iter()
            .zip(cells)
            .try_for_each(|(column, cell)| within(out, Part::Cell(column), |out| pieces(out, &[*cell])))
    })
}
