//! What changed beside the identities: only the handshake digest covers it.

use core::fmt;

use super::changes::{Pin, citizen};
use super::partner::{Citizens, confluence, kind};
use super::{Named, Section};
use crate::handshake::Handshake;

pub(super) fn changed(
    section: &mut Section<'_, '_>,
    new: &Handshake<'_>,
    old: &Handshake<'_>,
) -> fmt::Result {
    let coalition = Named("coalition", new.coalition.name, new.ident);
    texts(
        section,
        &coalition,
        &[
            ("const name", old.ident != new.ident),
            ("description", old.description != new.description),
            ("handshake link", old.handshake != new.handshake),
            ("peers", old.peers != new.peers),
            ("change channel", old.change_channel != new.change_channel),
        ],
    )?;
    for (index, card) in new.citizen_cards().enumerate() {
        let Some(partner) = Citizens(old).partner(&card, Citizens(new), index) else { continue };
        let before = Citizens(old).get(partner);
        let named = citizen(&card);
        if before.name != card.name {
            section.line(format_args!("{named}: renamed, was {}", citizen(&before)))?;
        }
        if before.ticket_root != card.ticket_root {
            let (was, is) = (Pin(before.ticket_root), Pin(card.ticket_root));
            section.line(format_args!("{named}: ticket-issuance root {was} → {is}"))?;
        }
        texts(
            section,
            &named,
            &[
                ("const name", before.ident != card.ident && before.name == card.name),
                ("role", before.role != card.role && before.kind == card.kind),
                ("description", before.description != card.description),
                ("handshake link", before.handshake != card.handshake),
            ],
        )?;
    }
    for (index, card) in new.confluence_cards().enumerate() {
        let Some(before) = confluence(old, card.config.name, index) else { continue };
        let before = old.confluence_card(before);
        let named = Named(kind(&card), card.config.name, card.ident);
        if before.state_machine != card.state_machine {
            let (was, is) = (Pin(before.state_machine), Pin(card.state_machine));
            section.line(format_args!("{named}: state-machine signature {was} → {is}"))?;
        }
        let same_fingerprint = before.config.fingerprint() == card.config.fingerprint();
        texts(
            section,
            &named,
            &[
                ("const name", before.ident != card.ident),
                ("what its fingerprint does not fold", same_fingerprint && before.config != card.config),
                ("description", before.description != card.description),
                ("handshake link", before.handshake != card.handshake),
                ("import path", before.import != card.import),
            ],
        )?;
    }
    let (Some(before), Some(profile)) = (&old.ticket_issuer, &new.ticket_issuer) else { return Ok(()) };
    let name = new.coalition.ticket_issuer.as_ref().map_or("", |issuer| issuer.name);
    texts(
        section,
        &Named("ticket issuer", name, profile.ident),
        &[
            ("const name", before.ident != profile.ident),
            ("description", before.description != profile.description),
            ("handshake link", before.handshake != profile.handshake),
        ],
    )
}

/// One line for the texts of a component that changed: that they did says enough, the page has them.
fn texts(section: &mut Section<'_, '_>, named: &Named<'_>, texts: &[(&str, bool)]) -> fmt::Result {
    if texts.iter().any(|(_, changed)| *changed) {
        section.line(format_args!("{named}: {} changed", Changed(texts)))?;
    }
    Ok(())
}

struct Changed<'a>(&'a [(&'a str, bool)]);

impl fmt::Display for Changed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for (what, _) in self.0.iter().filter(|(_, changed)| *changed) {
            write!(f, "{separator}{what}")?;
            separator = ", ";
        }
        Ok(())
    }
}
