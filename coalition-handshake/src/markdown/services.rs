//! The confluences, modules and ticket issuer of the page.

use core::fmt::{self, Formatter};

use coalition_core::{AclComposition, ContentParams, Module, Requirement, UniqueId};

use super::citizens::Spanned;
use super::text::{Code, Link, Plain, Quote};
use crate::{ConfluenceCard, Handshake};

pub(super) fn confluences(f: &mut Formatter<'_>, handshake: &Handshake<'_>, root: UniqueId) -> fmt::Result {
    writeln!(f, "\n## Confluences\n")?;
    let mut confluences = handshake.confluence_cards().filter(|card| card.module.is_none()).peekable();
    if confluences.peek().is_none() {
        return writeln!(f, "The coalition references none.");
    }
    writeln!(
        f,
        "In declared order, which is part of COALITION_ROOT. A confluence is independent of any coalition."
    )?;
    confluences.try_for_each(|card| service(f, handshake, &card, root))
}

/// Every module, shipped or not: silence would be ambiguous.
pub(super) fn modules(f: &mut Formatter<'_>, handshake: &Handshake<'_>, root: UniqueId) -> fmt::Result {
    writeln!(f, "\n## Modules\n")?;
    writeln!(f, "| module | shipped | identity |")?;
    writeln!(f, "|---|---|---|")?;
    for module in Module::ALL {
        match handshake.coalition.module(module) {
            Some(_) => writeln!(f, "| {module} | shipped | `{}` |", identity(root, module))?,
            None => writeln!(f, "| {module} | not shipped | – |")?,
        }
    }
    let mut modules = handshake.confluence_cards().filter(|card| card.module.is_some());
    modules.try_for_each(|card| service(f, handshake, &card, root))
}

pub(super) fn ticket_issuer(f: &mut Formatter<'_>, handshake: &Handshake<'_>, root: UniqueId) -> fmt::Result {
    writeln!(f, "\n## Ticket issuer")?;
    let (Some(issuer), Some(profile)) = (&handshake.coalition.ticket_issuer, &handshake.ticket_issuer) else {
        return writeln!(f, "\nNone: the coalition issues no tickets of its own.");
    };
    write!(f, "{}", Quote(profile.description))?;
    writeln!(f, "\n| ticket issuer | {} |", Plain(issuer.name))?;
    writeln!(f, "|---|---|")?;
    writeln!(f, "| const | {} |", Code(profile.ident))?;
    writeln!(f, "| TICKETS_ROOT | `{}` |", root.derive("tickets"))?;
    writeln!(f, "| fingerprint | `{}` |", issuer.fingerprint())?;
    access_rules(f, &issuer.acl, root)?;
    link(f, profile.handshake)
}

fn service(
    f: &mut Formatter<'_>,
    handshake: &Handshake<'_>,
    card: &ConfluenceCard<'_>,
    root: UniqueId,
) -> fmt::Result {
    let kind = if card.module.is_some() { "module" } else { "confluence" };
    writeln!(f, "\n### {}", Plain(card.config.name))?;
    write!(f, "{}", Quote(card.description))?;
    writeln!(f, "\n| {kind} | {} |", Plain(card.config.name))?;
    writeln!(f, "|---|---|")?;
    writeln!(f, "| const | {} |", Code(card.ident))?;
    if let Some(path) = card.import {
        writeln!(f, "| imported from | {} |", Code(path))?;
    }
    if let Some(module) = card.module {
        writeln!(f, "| identity | `{}` |", identity(root, module))?;
    }
    writeln!(f, "| fingerprint | `{}` |", card.config.fingerprint())?;
    writeln!(f, "| spans | {} |", Spanned(handshake, card.config))?;
    content(f, &card.config.content)?;
    access_rules(f, &card.config.acl, root)?;
    write!(f, "| MR_TDs | ")?;
    let mut separator = "";
    for mrtd in card.mrtds() {
        write!(f, "{separator}`{mrtd}`")?;
        separator = "<br>";
    }
    writeln!(f, "{}", if separator.is_empty() { "none: not gated by TDX |" } else { " |" })?;
    match card.state_machine {
        Some(signature) => writeln!(f, "| state-machine signature | `{signature}` |")?,
        None => writeln!(f, "| state-machine signature | (not published) |")?,
    }
    link(f, card.handshake)
}

/// `COALITION_ROOT.derive("module").derive(name)`, without deriving the root anew.
fn identity(root: UniqueId, module: Module) -> UniqueId {
    root.derive("module").derive(module.name())
}

fn content(f: &mut Formatter<'_>, content: &ContentParams<'_>) -> fmt::Result {
    write!(f, "| content | ")?;
    if content.params.is_empty() {
        write!(f, "no parameter")?;
    }
    for (index, param) in content.params.iter().enumerate() {
        f.write_str(if index == 0 { "" } else { "<br>" })?;
        write!(f, "{}", Code(param))?;
    }
    writeln!(f, " |")
}

fn access_rules(f: &mut Formatter<'_>, acl: &AclComposition<'_>, root: UniqueId) -> fmt::Result {
    write!(f, "| access rules | ")?;
    if acl.requirements.is_empty() {
        write!(f, "open: no requirement")?;
    }
    for (index, requirement) in acl.requirements.iter().enumerate() {
        f.write_str(if index == 0 { "" } else { "<br>" })?;
        match requirement {
            Requirement::RecogniseIssuer(root) => write!(f, "recognise_issuer `{root}`")?,
            Requirement::RequireMrtd(mrtd) => write!(f, "require_mrtd `{mrtd}`")?,
            Requirement::RequireValidator(signature) => write!(f, "require_validator `{signature}`")?,
            Requirement::RecogniseCoalitionIssuer => {
                write!(f, "recognise_issuer(self), the TICKETS_ROOT `{}`", root.derive("tickets"))?;
            }
        }
    }
    writeln!(f, " |")
}

fn link(f: &mut Formatter<'_>, link: Option<&str>) -> fmt::Result {
    match link {
        Some(link) => writeln!(f, "| operator's handshake | {} |", Link(link)),
        None => writeln!(f, "| operator's handshake | (no link) |"),
    }
}
