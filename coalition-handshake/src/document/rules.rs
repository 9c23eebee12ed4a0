//! The rules that the macro has for what only the handshake covers, so that the block of a page is always one to paste,
//! beside what it imports. Of an import they ask no more than the checks that rustc makes: whatever builds can be read.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};

use coalition_core::__private::{Message, name_fault};
use coalition_core::{ConfluenceConfig, UniqueId};

use crate::Handshake;

/// Checks the configuration, then names, texts, links, paths and ids.
///
/// # Errors
///
/// The first fault, in words.
pub(super) fn check(handshake: &Handshake<'_>) -> Result<(), String> {
    handshake.coalition.validate().map_err(|fault| fault.to_string())?;
    let mut idents = Unique::new("the const name");
    idents.add(ident(handshake.ident)?)?;
    idents.add(&format!("{}_ROOT", handshake.ident))?;
    idents.add(&format!("{}_HANDSHAKE", handshake.ident))?;
    link(handshake.handshake)?;
    handshake.peers.iter().try_for_each(|peer| text("a peer", peer))?;
    handshake.change_channel.map_or(Ok(()), |channel| text("`change_channel`", channel))?;
    let mut names = Unique::new("the citizen's name");
    for citizen in handshake.citizen_cards() {
        idents.add(ident(citizen.ident)?)?;
        names.add(citizen.name)?;
        if let Some(fault) = name_fault(citizen.name, false) {
            let mut message = Message::new();
            fault.describe(&mut message);
            return Err(format!("the name of `{}`{}", citizen.ident, message.as_str()));
        }
        id("`ticket_root`", citizen.ticket_root)?;
        link(citizen.handshake)?;
    }
    for confluence in handshake.confluence_cards() {
        idents.add(ident(confluence.ident)?)?;
        id("`state_machine`", confluence.state_machine)?;
        link(confluence.handshake)?;
        match confluence.import {
            Some(import) => path(import)?,
            None if !spans_citizens(handshake, confluence.config) => {
                return Err(format!(
                    "`{}` has no `import` and spans what is not a citizen of the coalition in every field",
                    confluence.ident
                ));
            }
            None => content(confluence.config)?,
        }
    }
    if let Some(issuer) = &handshake.ticket_issuer {
        idents.add(ident(issuer.ident)?)?;
        link(issuer.handshake)?;
    }
    Ok(())
}

/// Whether every spanned citizen is one of the coalition's, so that the block can name it.
fn spans_citizens(handshake: &Handshake<'_>, confluence: &ConfluenceConfig<'_>) -> bool {
    let coalition = &handshake.coalition;
    let mut at = 0;
    let lattices = confluence.lattices.iter().all(|lattice| {
        let found = handshake.lattice_from(at, lattice.stable_id);
        at = found.map_or(0, |index| index + 1);
        found.is_some_and(|index| coalition.lattices[index] == *lattice)
    });
    at = 0;
    let organisms = confluence.organisms.iter().all(|organism| {
        let found = handshake.organism_from(at, organism.stable_id);
        at = found.map_or(0, |index| index + 1);
        found.is_some_and(|index| coalition.organisms[index] == *organism)
    });
    lattices && organisms
}

/// Keys are identifiers in ascending byte order, as the macro sorts them.
fn content(confluence: &ConfluenceConfig<'_>) -> Result<(), String> {
    let params = confluence.content.params;
    params.iter().try_for_each(|param| bare(param.key, param.key))?;
    if params.is_sorted_by_key(|param| param.key) {
        return Ok(());
    }
    Err(format!("the parameters of `{}` are not in ascending byte order of their keys", confluence.name))
}

/// An identifier of Rust, raw or not.
fn ident(text: &str) -> Result<&str, String> {
    bare(text.strip_prefix("r#").unwrap_or(text), text).map(|()| text)
}

/// An identifier without `r#`. Beyond ASCII, where there are no tables here, whatever is neither white space nor
/// control.
fn bare(bare: &str, text: &str) -> Result<(), String> {
    let is_part = |c: char| match c {
        '_' | 'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        c => !(c.is_ascii() || c.is_whitespace() || c.is_control()),
    };
    let is_begun = bare.starts_with(|c: char| !c.is_ascii_digit());
    if bare != "_" && is_begun && bare.chars().all(is_part) {
        return Ok(());
    }
    Err(format!("`{}` is not an identifier", text.escape_debug()))
}

/// A path as a block has it, in a macro of the operator's too.
fn path(text: &str) -> Result<(), String> {
    let segments = text.strip_prefix("::").or_else(|| text.strip_prefix("$crate::")).unwrap_or(text);
    let mut segments = segments.split("::");
    segments.try_for_each(|segment| ident(segment).map(|_| ())).map_err(|fault| format!("`import`: {fault}"))
}

fn text(what: &str, text: &str) -> Result<(), String> {
    if text.trim().is_empty() { Err(format!("{what} is empty")) } else { Ok(()) }
}

/// An `https://` link with a host and without white space.
fn link(link: Option<&str>) -> Result<(), String> {
    let Some(link) = link else { return Ok(()) };
    let host = link.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    if host.is_none_or(str::is_empty) || link.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(format!("`handshake` takes an `https://` link, found {link:?}"));
    }
    Ok(())
}

fn id(what: &str, id: Option<UniqueId>) -> Result<(), String> {
    match id {
        Some(id) if id.is_zero() => Err(format!("{what} is all-zero")),
        _ => Ok(()),
    }
}

/// What may stand once.
struct Unique {
    what: &'static str,
    seen: BTreeSet<String>,
}

impl Unique {
    fn new(what: &'static str) -> Self {
        Self { what, seen: BTreeSet::new() }
    }

    fn add(&mut self, text: &str) -> Result<(), String> {
        if self.seen.insert(text.to_string()) {
            return Ok(());
        }
        Err(format!("{} `{text}` stands twice", self.what))
    }
}
