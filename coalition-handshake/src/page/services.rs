//! The sections of the page about confluences, modules and the ticket issuer.

use core::fmt;

use coalition_core::{AclComposition, ConfluenceConfig, ContentParams, Module, Requirement, UniqueId};

use super::Piece::{Code, Link, Text};
use super::description::description;
use super::{Part, Renderer, fact, paragraph, pieces, value, values, within};
use crate::{ConfluenceCard, Handshake};

pub(super) fn confluences(out: &mut dyn Renderer, handshake: &Handshake<'_>, root: UniqueId) -> fmt::Result {
    let mut confluences = handshake.confluence_cards().filter(|card| card.module.is_none()).peekable();
    if confluences.peek().is_none() {
        return paragraph(out, &[Text(&"The coalition references no confluence.")]);
    }
    let order =
        "In declared order, which is part of COALITION_ROOT. A confluence is independent of any coalition.";
    paragraph(out, &[Text(&order)])?;
    confluences.try_for_each(|card| service(out, handshake, &card, root))
}

/// Writes every module, shipped or not, because silence would be ambiguous.
pub(super) fn modules(out: &mut dyn Renderer, handshake: &Handshake<'_>, root: UniqueId) -> fmt::Result {
    within(out, Part::Table(&["module", "shipped", "identity"]), |out| {
        Module::ALL.iter().try_for_each(|&module| {
            within(out, Part::Row, |out| {
                let is_shipped = handshake.coalition.module(module).is_some();
                within(out, Part::Cell("module"), |out| out.text(&module))?;
                let shipped = if is_shipped { "shipped" } else { "not shipped" };
                within(out, Part::Cell("shipped"), |out| out.text(&shipped))?;
                within(out, Part::Cell("identity"), |out| {
                    if is_shipped { out.code(&identity(root, module)) } else { out.text(&"–") }
                })
            })
        })
    })?;
    let mut modules = handshake.confluence_cards().filter(|card| card.module.is_some());
    modules.try_for_each(|card| service(out, handshake, &card, root))
}

pub(super) fn ticket_issuer(
    out: &mut dyn Renderer,
    handshake: &Handshake<'_>,
    root: UniqueId,
) -> fmt::Result {
    let (Some(issuer), Some(profile)) = (&handshake.coalition.ticket_issuer, &handshake.ticket_issuer) else {
        return paragraph(out, &[Text(&"None: the coalition issues no tickets of its own.")]);
    };
    description(out, profile.description)?;
    within(out, Part::Facts("ticket issuer", issuer.name), |out| {
        fact(out, "const", &[Code(&profile.ident)])?;
        fact(out, "TICKETS_ROOT", &[Code(&root.derive("tickets"))])?;
        fact(out, "fingerprint", &[Code(&issuer.fingerprint())])?;
        access_rules(out, &issuer.acl, root)?;
        link(out, profile.handshake_url)
    })
}

fn service(
    out: &mut dyn Renderer,
    handshake: &Handshake<'_>,
    card: &ConfluenceCard<'_>,
    root: UniqueId,
) -> fmt::Result {
    let kind = if card.module.is_some() { "module" } else { "confluence" };
    within(out, Part::Component(card.ident), |out| {
        pieces(out, &[Text(&kind), Text(&" "), Text(&card.config.name)])
    })?;
    description(out, card.description)?;
    within(out, Part::Facts(kind, card.config.name), |out| {
        fact(out, "const", &[Code(&card.ident)])?;
        if let Some(path) = card.import {
            fact(out, "imported from", &[Code(&path)])?;
        }
        if let Some(module) = card.module {
            fact(out, "identity", &[Code(&identity(root, module))])?;
        }
        fact(out, "fingerprint", &[Code(&card.config.fingerprint())])?;
        spans(out, handshake, card.config)?;
        content(out, &card.config.content)?;
        access_rules(out, &card.config.acl, root)?;
        committee(out, card)?;
        match card.state_machine {
            Some(signature) => fact(out, "state-machine signature", &[Code(&signature)])?,
            None => fact(out, "state-machine signature", &[Text(&"(not published)")])?,
        }
        link(out, card.handshake_url)
    })
}

/// Writes the `MR_TD`s and the published roster of a committee. One of them is enough.
fn committee(out: &mut dyn Renderer, card: &ConfluenceCard<'_>) -> fmt::Result {
    if card.mrtds().next().is_some() || card.roster.is_none() {
        values(out, "MR_TDs", card.mrtds(), "none: not gated by TDX", |out, mrtd| out.code(&mrtd))?;
    }
    card.roster.map_or(Ok(()), |roster| fact(out, "committee roster", &[Link(roster)]))
}

/// Derives `COALITION_ROOT.derive("module").derive(name)` from a root that is already known.
fn identity(root: UniqueId, module: Module) -> UniqueId {
    root.derive("module").derive(module.name())
}

/// Writes the names of the spanned citizens, and the ids of those that are not in the coalition.
fn spans(
    out: &mut dyn Renderer,
    handshake: &Handshake<'_>,
    confluence: &ConfluenceConfig<'_>,
) -> fmt::Result {
    let other = ", not one of this coalition)";
    within(out, Part::Fact("spans"), |out| {
        let mut at = 0;
        for lattice in confluence.lattices {
            let name = Text(&lattice.name);
            if let Some(index) = handshake.lattice_from(at, lattice.stable_id) {
                at = index + 1;
                value(out, &[name])?;
            } else {
                value(out, &[name, Text(&" (lattice "), Code(&lattice.stable_id), Text(&other)])?;
            }
        }
        at = 0;
        for organism in confluence.organisms {
            if let Some(index) = handshake.organism_from(at, organism.stable_id) {
                at = index + 1;
                let name = handshake.organisms.get(index).map_or(organism.role, |profile| profile.name);
                value(out, &[Text(&name)])?;
            } else {
                let role = Text(&organism.role);
                value(out, &[role, Text(&" (organism "), Code(&organism.stable_id), Text(&other)])?;
            }
        }
        if confluence.lattices.is_empty() && confluence.organisms.is_empty() {
            value(out, &[Text(&"no citizen")])?;
        }
        Ok(())
    })
}

fn content(out: &mut dyn Renderer, content: &ContentParams<'_>) -> fmt::Result {
    values(out, "content", content.params, "no parameter", |out, param| out.code(param))
}

fn access_rules(out: &mut dyn Renderer, acl: &AclComposition<'_>, root: UniqueId) -> fmt::Result {
    values(
        out,
        "access rules",
        acl.requirements,
        "open: no requirement",
        |out, requirement| match requirement {
            Requirement::RecogniseIssuer(root) => pieces(out, &[Text(&"recognise_issuer "), Code(root)]),
            Requirement::RequireMrtd(mrtd) => pieces(out, &[Text(&"require_mrtd "), Code(mrtd)]),
            Requirement::RequireValidator(signature) => {
                pieces(out, &[Text(&"require_validator "), Code(signature)])
            }
            Requirement::RecogniseCoalitionIssuer => {
                let tickets = root.derive("tickets");
                pieces(out, &[Text(&"recognise_issuer(self), the TICKETS_ROOT "), Code(&tickets)])
            }
        },
    )
}

fn link(out: &mut dyn Renderer, link: Option<&str>) -> fmt::Result {
    match link {
        Some(link) => fact(out, "operator's handshake", &[Link(link)]),
        None => fact(out, "operator's handshake", &[Text(&"(no link)")]),
    }
}
