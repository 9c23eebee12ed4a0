//! The head of the page: title, description and identities.

use core::fmt;

use coalition_core::{SCHEMA_VERSION_U8, UNIVERSE, UniqueId};

use super::Piece::{Code, Link, Text};
use super::description::description;
use super::{Part, Renderer, fact, pieces, values, within};
use crate::Handshake;

pub(super) fn identities(
    out: &mut dyn Renderer,
    handshake: &Handshake<'_>,
    root: UniqueId,
    date: Option<&str>,
) -> fmt::Result {
    within(out, Part::Title, |out| out.text(&handshake.coalition.name))?;
    description(out, handshake.description)?;
    within(out, Part::Facts("identity", "value"), |out| {
        fact(out, "COALITION_ROOT", &[Code(&root)])?;
        fact(out, "handshake digest", &[Code(&handshake.digest())])?;
        match handshake.coalition.ticket_issuer {
            Some(_) => fact(out, "TICKETS_ROOT", &[Code(&root.derive("tickets"))])?,
            None => fact(out, "TICKETS_ROOT", &[Text(&"none: the coalition has no ticket issuer")])?,
        }
        if let Some(date) = date {
            fact(out, "frozen on", &[Text(&date)])?;
        }
        match handshake.change_channel {
            Some(channel) => fact(out, "change channel", &[Link(channel)])?,
            None => fact(out, "change channel", &[Text(&"none published")])?,
        }
        values(out, "initial peers", handshake.peers, "none published", |out, peer| {
            pieces(out, &[Code(peer)])
        })?;
        if let Some(link) = handshake.handshake_url {
            fact(out, "published at", &[Link(link)])?;
        }
        fact(out, "universe", &[Code(&UNIVERSE)])?;
        fact(out, "schema version", &[Text(&SCHEMA_VERSION_U8)])?;
        fact(out, "const", &[Code(&handshake.ident)])
    })
}
