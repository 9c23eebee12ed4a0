//! The macro's rules for everything that only the handshake covers. A handshake that keeps them has a block that builds.
//!
//! For an import they demand no more than rustc's checks do, so that the handshake of every build can be read.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};

use coalition_core::__private::{ConstString, name_fault};
use coalition_core::{CoalitionConfig, ConfluenceConfig, LatticeConfig, OrganismRef, UniqueId};

use super::distinct;
use crate::Handshake;
use crate::key::PublishedKey;

/// Checks the configuration, then names, texts, links, paths and ids.
///
/// # Errors
///
/// Returns a description of the first fault.
pub(crate) fn check(handshake: &Handshake<'_>) -> Result<(), String> {
    let coalition = &handshake.coalition;
    distinct::check(coalition)
        .and_then(|()| coalition.validate_distinct())
        .map_err(|fault| fault.to_string())?;
    let citizens = KnownCitizens::of(coalition);
    let mut idents = UniqueTexts::new("the const name");
    idents.add(ident(handshake.ident)?)?;
    idents.add(&format!("{}_ROOT", handshake.ident))?;
    idents.add(&format!("{}_HANDSHAKE", handshake.ident))?;
    keys(&handshake.keys())?;
    let mut names = UniqueTexts::new("the citizen's name");
    for citizen in handshake.citizen_cards() {
        idents.add(ident(citizen.ident)?)?;
        names.add(citizen.name)?;
        if let Some(fault) = name_fault(citizen.name, false) {
            let mut message = ConstString::new();
            fault.describe(&mut message);
            return Err(format!("the name of `{}`{}", citizen.ident, message.as_str()));
        }
        keys(&citizen.keys())?;
    }
    for confluence in handshake.confluence_cards() {
        idents.add(ident(confluence.ident)?)?;
        keys(&confluence.keys())?;
        if confluence.module.is_none() && confluence.roster.is_some() {
            return Err(format!("`roster` of `{}` is for modules only", confluence.ident));
        }
        match confluence.import {
            Some(_) => few_out_of_order(confluence.config)?,
            None if !citizens.include_spans(confluence.config) => {
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
        keys(&issuer.keys())?;
    }
    Ok(())
}

/// The citizens of a coalition by their stable ids.
struct KnownCitizens<'a> {
    lattices: BTreeMap<UniqueId, &'a LatticeConfig<'a>>,
    organisms: BTreeMap<UniqueId, &'a OrganismRef<'a>>,
}

impl<'a> KnownCitizens<'a> {
    fn of(coalition: &CoalitionConfig<'a>) -> Self {
        Self {
            lattices: coalition.lattices.iter().map(|lattice| (lattice.stable_id, lattice)).collect(),
            organisms: coalition.organisms.iter().map(|organism| (organism.stable_id, organism)).collect(),
        }
    }

    /// Returns whether every spanned citizen belongs to the coalition, so that the block can name it.
    fn include_spans(&self, confluence: &ConfluenceConfig<'_>) -> bool {
        let lattice = |spanned: &LatticeConfig<'_>| self.lattices.get(&spanned.stable_id) == Some(&spanned);
        let organism = |spanned: &OrganismRef<'_>| self.organisms.get(&spanned.stable_id) == Some(&spanned);
        confluence.lattices.iter().all(lattice) && confluence.organisms.iter().all(organism)
    }
}

/// Checks that keys are identifiers in ascending byte order, as the macro sorts them.
fn content(confluence: &ConfluenceConfig<'_>) -> Result<(), String> {
    let params = confluence.content.params;
    params.iter().try_for_each(|param| bare(param.key, param.key))?;
    if params.is_sorted_by_key(|param| param.key) {
        return Ok(());
    }
    Err(format!("the parameters of `{}` are not in ascending byte order of their keys", confluence.name))
}

/// Limits the number of unsorted parameters, because hashing searches for each one. Real consts hold a few; a hostile
/// document could hold enough to take hours.
fn few_out_of_order(confluence: &ConfluenceConfig<'_>) -> Result<(), String> {
    const MOST: usize = 100;
    let params = confluence.content.params;
    if params.len() <= MOST || params.is_sorted_by_key(|param| param.key) {
        return Ok(());
    }
    Err(format!(
        "`{}` has {} parameters that are not in ascending byte order of their keys, and {MOST} at most may be",
        confluence.name,
        params.len()
    ))
}

/// Checks a Rust identifier, raw or not.
fn ident(text: &str) -> Result<&str, String> {
    bare(text.strip_prefix("r#").unwrap_or(text), text).map(|()| text)
}

/// Checks an identifier without `r#`. There are no Unicode tables here, so any non-ASCII character counts if it is neither
/// white space nor a control character.
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

/// Checks each key by the rule of its kind.
fn keys(keys: &[(&str, PublishedKey<'_>)]) -> Result<(), String> {
    keys.iter().try_for_each(|(name, key)| match *key {
        PublishedKey::Id(Some(id)) if id.is_zero() => Err(format!("`{name}` is all-zero")),
        PublishedKey::Link(Some(written)) => link(name, written),
        PublishedKey::Path(Some(written)) => path(name, written),
        PublishedKey::Text(Some(written)) if written.trim().is_empty() => Err(format!("`{name}` is empty")),
        PublishedKey::Texts(texts) if texts.iter().any(|text| text.trim().is_empty()) => {
            Err(format!("a {} is empty", name.trim_end_matches('s')))
        }
        PublishedKey::Id(_)
        | PublishedKey::Link(None)
        | PublishedKey::Path(None)
        | PublishedKey::Text(_)
        | PublishedKey::Texts(_) => Ok(()),
    })
}

/// Checks the path of an import. `$crate` appears if an operator's own macro wrote the block.
fn path(name: &str, text: &str) -> Result<(), String> {
    let segments = text.strip_prefix("::").or_else(|| text.strip_prefix("$crate::")).unwrap_or(text);
    let mut segments = segments.split("::");
    segments.try_for_each(|segment| ident(segment).map(|_| ())).map_err(|fault| format!("`{name}`: {fault}"))
}

/// Checks an `https://` link: it has a host and no white space.
fn link(name: &str, link: &str) -> Result<(), String> {
    let host = link.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    if host.is_none_or(str::is_empty) || link.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(format!("`{name}` takes an `https://` link, found {link:?}"));
    }
    Ok(())
}

/// A set of names that must be unique.
struct UniqueTexts {
    what: &'static str,
    seen: BTreeSet<String>,
}

impl UniqueTexts {
    fn new(what: &'static str) -> Self {
        Self { what, seen: BTreeSet::new() }
    }

    fn add(&mut self, text: &str) -> Result<(), String> {
        if self.seen.insert(text.to_string()) {
            return Ok(());
        }
        Err(format!("{} `{text}` appears twice", self.what))
    }
}
