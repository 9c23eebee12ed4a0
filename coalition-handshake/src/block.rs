//! The `coalition!` block of a handshake, ready to paste.

use core::fmt::{self, Write};

use coalition_core::{AclComposition, ConfluenceConfig, UniqueId};

use crate::key::PublishedKey;
use crate::{ComponentSummary, Handshake};

/// The columns that a key is indented by.
const INDENT: usize = 8;

/// The block of a handshake, with every id in full, both pins and the component summary.
///
/// It declares a coalition with the same root and the same handshake digest.
pub(super) struct PastedBlock<'h, 'a>(pub(super) &'h Handshake<'a>);

impl fmt::Display for PastedBlock<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let handshake = self.0;
        let coalition = &handshake.coalition;
        writeln!(f, "coalition! {{")?;
        docs(f, handshake.description)?;
        writeln!(f, "    pub coalition {} = {:?} {{", handshake.ident, coalition.name)?;
        entry(f, "expect_fingerprint", format_args!("\"{}\"", coalition.coalition_root()))?;
        if let Some(components) = ComponentSummary::of(coalition).entry(INDENT) {
            writeln!(f, "{:INDENT$}{components},", "")?;
        }
        entry(f, "expect_handshake", format_args!("\"{}\"", handshake.digest()))?;
        let [link, others @ ..] = handshake.keys();
        keys(f, &others)?;
        keys(f, &[link])?;
        writeln!(f, "    }}")?;

        for citizen in handshake.citizen_cards() {
            writeln!(f)?;
            docs(f, citizen.description)?;
            let kind = citizen.kind;
            writeln!(f, "    {kind} {} = {:?} {{", citizen.ident, citizen.name)?;
            text_entry(f, "role", citizen.role)?;
            id_entry(f, "stable_id", Some(citizen.stable_id))?;
            id_entry(f, "content_hash", citizen.content_hash)?;
            keys(f, &citizen.keys())?;
            writeln!(f, "    }}")?;
        }
        for confluence in handshake.confluence_cards() {
            writeln!(f)?;
            docs(f, confluence.description)?;
            let kind = if confluence.module.is_some() { "module" } else { "confluence" };
            match confluence.import {
                Some(path) => writeln!(f, "    {kind} {} = {path} {{", confluence.ident)?,
                None => {
                    writeln!(f, "    {kind} {} = {:?} {{", confluence.ident, confluence.config.name)?;
                    // A module without `spans` spans every citizen, and follows them in the notes of a drift.
                    let spans_all = confluence.config.lattices == coalition.lattices
                        && confluence.config.organisms == coalition.organisms;
                    if confluence.module.is_none() || !spans_all {
                        spans(f, handshake, confluence.config)?;
                    }
                    content(f, confluence.config)?;
                    acl(f, &confluence.config.acl)?;
                }
            }
            keys(f, &confluence.keys())?;
            id_entry(f, "expect_fingerprint", Some(confluence.config.fingerprint()))?;
            writeln!(f, "    }}")?;
        }
        if let (Some(issuer), Some(profile)) = (&coalition.ticket_issuer, &handshake.ticket_issuer) {
            writeln!(f)?;
            docs(f, profile.description)?;
            writeln!(f, "    ticket_issuer {} = {:?} {{", profile.ident, issuer.name)?;
            acl(f, &issuer.acl)?;
            keys(f, &profile.keys())?;
            writeln!(f, "    }}")?;
        }
        writeln!(f, "}}")
    }
}

/// Writes a description as a doc comment. A line with a character that no comment may hold, such as a carriage return,
/// becomes a `#[doc]` attribute.
fn docs(f: &mut fmt::Formatter<'_>, description: &str) -> fmt::Result {
    if description.is_empty() {
        return Ok(());
    }
    for line in description.split('\n') {
        if line.contains(|c| c != '\t' && hidden(c)) {
            writeln!(f, "    #[doc = {:?}]", Spaced(line))?;
        } else {
            writeln!(f, "    ///{}{line}", if line.is_empty() { "" } else { " " })?;
        }
    }
    Ok(())
}

/// Returns whether a character is invisible or misleading in plain text. rustc refuses some of them in comments.
#[must_use]
pub fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Writes the const names of the spanned citizens, lattices first. The search for each starts after the last one found.
fn spans(
    f: &mut fmt::Formatter<'_>,
    handshake: &Handshake<'_>,
    confluence: &ConfluenceConfig<'_>,
) -> fmt::Result {
    let mut at = 0;
    let lattices = confluence.lattices.iter().filter_map(|lattice| {
        let index = handshake.lattice_from(at, lattice.stable_id)?;
        at = index + 1;
        Some(handshake.lattices.get(index)?.ident)
    });
    let mut at = 0;
    let organisms = confluence.organisms.iter().filter_map(|organism| {
        let index = handshake.organism_from(at, organism.stable_id)?;
        at = index + 1;
        Some(handshake.organisms.get(index)?.ident)
    });
    write!(f, "        spans = [")?;
    list(f, lattices.chain(organisms))?;
    writeln!(f, "],")
}

fn content(f: &mut fmt::Formatter<'_>, confluence: &ConfluenceConfig<'_>) -> fmt::Result {
    if confluence.content.params.is_empty() {
        return Ok(());
    }
    writeln!(f, "        content = {{")?;
    for param in confluence.content.params {
        writeln!(f, "            {param},")?;
    }
    writeln!(f, "        }},")
}

fn acl(f: &mut fmt::Formatter<'_>, acl: &AclComposition<'_>) -> fmt::Result {
    if acl.requirements.is_empty() {
        return Ok(());
    }
    writeln!(f, "        acl = [")?;
    for requirement in acl.requirements {
        writeln!(f, "            {requirement},")?;
    }
    writeln!(f, "        ],")
}

fn keys(f: &mut fmt::Formatter<'_>, keys: &[(&str, PublishedKey<'_>)]) -> fmt::Result {
    keys.iter().try_for_each(|(name, key)| match key {
        PublishedKey::Id(id) => id_entry(f, name, *id),
        PublishedKey::Link(text) | PublishedKey::Text(text) => text_entry(f, name, *text),
        PublishedKey::Texts([]) | PublishedKey::Path(_) => Ok(()),
        PublishedKey::Texts(texts) => {
            write!(f, "        {name} = [")?;
            list(f, texts.iter().map(|text| Quoted(text)))?;
            writeln!(f, "],")
        }
    })
}

fn id_entry(f: &mut fmt::Formatter<'_>, key: &str, id: Option<UniqueId>) -> fmt::Result {
    id.map_or(Ok(()), |id| entry(f, key, format_args!("\"{id}\"")))
}

fn text_entry(f: &mut fmt::Formatter<'_>, key: &str, text: Option<&str>) -> fmt::Result {
    text.map_or(Ok(()), |text| entry(f, key, format_args!("{text:?}")))
}

fn entry(f: &mut fmt::Formatter<'_>, key: &str, value: fmt::Arguments<'_>) -> fmt::Result {
    writeln!(f, "        {key} = {value},")
}

/// Writes the items with commas between them.
pub(super) fn list(
    f: &mut fmt::Formatter<'_>,
    items: impl IntoIterator<Item = impl fmt::Display>,
) -> fmt::Result {
    for (index, item) in items.into_iter().enumerate() {
        write!(f, "{}{item}", if index == 0 { "" } else { ", " })?;
    }
    Ok(())
}

/// Text as a string literal.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

/// Text as a string literal, with the leading space of a doc comment.
struct Spaced<'a>(&'a str);

impl fmt::Debug for Spaced<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\" ")?;
        self.0.escape_debug().try_for_each(|c| f.write_char(c))?;
        f.write_str("\"")
    }
}
