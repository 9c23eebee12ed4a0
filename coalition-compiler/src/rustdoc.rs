//! The documentation of the emitted consts. Each const has a card, so `cargo doc` of an operator's crate shows what a
//! handshake page shows.

use std::fmt::Write as _;

use coalition_core::__private::hex_digits;
use syn::Ident;

use crate::lower::Bytes32;
use crate::model::{
    BytesOrPath, CheckedCitizen, CheckedCoalition, CheckedConfluence, CheckedParameter, CheckedRequirement,
    CheckedTicketIssuer, CheckedValue, Origin, Pin, Profile, ProfileValue,
};
use crate::syntax::path_text;
use crate::text::Text;
use crate::vocabulary::{Kind, MODULES, ProfileKey};

/// The largest number of citizens that the card of a coalition lists. Each citizen has a card of its own.
const LISTED: usize = 100;

/// Splits a description into its first paragraph, which comes before the card, and the rest, which comes after it.
///
/// rustdoc's lists show the first paragraph. The rest may leave something open that would hide the card, such as `<!--`,
/// `<details>` or a fence. A first paragraph that could do so comes after the card, too.
pub(crate) fn around_card(docs: &[Text]) -> (&[Text], &[Text]) {
    let is_blank = |doc: &Text| doc.value().trim().is_empty();
    let start = docs.iter().take_while(|doc| is_blank(doc)).count();
    let length = docs[start..].iter().take_while(|doc| !is_blank(doc)).count();
    let (paragraph, rest) = docs.split_at(start + length);
    if length > 0 && paragraph.iter().all(|doc| is_closed(doc.value())) {
        (paragraph, rest)
    } else {
        (&[], docs)
    }
}

/// Returns `true` if a doc comment is part of one paragraph, and certainly opens nothing that could hide the card.
fn is_closed(doc: &str) -> bool {
    let has_markup = ["<", "```", "~~~"].iter().any(|markup| doc.contains(markup));
    // A block comment may have many lines.
    !has_markup && doc.trim().lines().all(|line| !line.trim().is_empty())
}

/// A table with one field per row.
struct Card(String);

impl Card {
    /// Begins a card whose header is a kind and a name.
    ///
    /// If no paragraph of the author's comes before it, a sentence does, because rustdoc's lists show the first paragraph.
    fn new(docs: &[Text], kind: &str, name: &str) -> Self {
        let (before, _) = around_card(docs);
        let summary = if before.is_empty() { format!("{kind} {name}.\n\n") } else { String::new() };
        Self(format!("{summary}| {kind} | {name} |\n|---|---|\n"))
    }

    fn row(mut self, field: &str, value: impl AsRef<str>) -> Self {
        let _ = writeln!(self.0, "| {field} | {} |", value.as_ref());
        self
    }

    fn optional(self, field: &str, value: Option<impl AsRef<str>>) -> Self {
        match value {
            Some(value) => self.row(field, value),
            None => self,
        }
    }

    /// Adds a row for each key that only the handshake covers.
    fn profile(self, kind: Kind, profile: &Profile) -> Self {
        kind.keys().iter().fold(self, |card, key| match (key.profile, profile.get(key.name)) {
            (Some(ProfileKey::Id(field)), Some(ProfileValue::Id(value))) => card.row(field, id(value)),
            (Some(ProfileKey::Link(field)), Some(ProfileValue::Link(value))) => card.row(field, link(value)),
            _ => card,
        })
    }
}

pub(crate) fn citizen(citizen: &CheckedCitizen, is_lattice: bool) -> String {
    let kind = if is_lattice { "Lattice" } else { "Organism" };
    let card = Card::new(&citizen.docs, kind, &source(&citizen.origin))
        .optional("role", citizen.role.as_ref().map(|role| cell(role.value())))
        .optional("stable id", citizen.stable_id.as_ref().map(id));
    let pinned = citizen.content_hash.as_ref().map(id);
    let card = match (&pinned, &citizen.origin) {
        (None, Origin::Declared(_)) => card.row("content hash", "unpinned"),
        _ => card.optional("content hash", pinned),
    };
    card.profile(if is_lattice { Kind::Lattice } else { Kind::Organism }, &citizen.profile).0
}

pub(crate) fn confluence(
    confluence: &CheckedConfluence,
    coalition: &CheckedCoalition,
    fingerprint: Option<Bytes32>,
) -> String {
    let kind = if confluence.is_module { "Module" } else { "Confluence" };
    let pinned = match confluence.expect_fingerprint {
        Some(Pin::Frozen(bytes, _)) => Some(bytes),
        _ => None,
    };
    let is_declared = !confluence.origin.is_import();
    Card::new(&confluence.docs, kind, &source(&confluence.origin))
        .optional("fingerprint", fingerprint.or(pinned).map(|bytes| quoted_hex(&bytes)))
        .optional("spans", spans(confluence, coalition))
        .optional("content", is_declared.then(|| content(&confluence.content)))
        .optional("access rules", is_declared.then(|| access_rules(&confluence.acl)))
        .profile(confluence.kind(), &confluence.profile)
        .0
}

pub(crate) fn ticket_issuer(issuer: &CheckedTicketIssuer, fingerprint: Option<Bytes32>) -> String {
    Card::new(&issuer.docs, "Ticket issuer", &source(&issuer.origin))
        .optional("fingerprint", fingerprint.map(|bytes| quoted_hex(&bytes)))
        .optional("access rules", (!issuer.origin.is_import()).then(|| access_rules(&issuer.acl)))
        .profile(Kind::TicketIssuer, &issuer.profile)
        .0
}

pub(crate) fn coalition(coalition: &CheckedCoalition, root: Bytes32) -> String {
    let names = |names: Vec<String>| {
        let more = names.len().saturating_sub(LISTED);
        let mut shown = names.into_iter().take(LISTED).collect::<Vec<_>>().join("<br>");
        if more > 0 {
            let _ = write!(shown, "<br>and {more} more");
        }
        if shown.is_empty() { "none".to_owned() } else { shown }
    };
    let citizens =
        |citizens: &[CheckedCitizen]| names(citizens.iter().map(|citizen| item(&citizen.ident)).collect());
    let confluences = coalition.confluences.iter().filter(|confluence| !confluence.is_module);
    let confluences = confluences.map(|confluence| item(&confluence.ident)).collect();
    let issuer = coalition.ticket_issuer.as_ref().map_or("none".into(), |issuer| item(&issuer.ident));
    let peers: Vec<_> = coalition.peers.iter().map(|peer| cell(peer.value())).collect();
    let [shipped, not_shipped] = modules(coalition);
    Card::new(&coalition.docs, "Coalition", &format!("`{}`", coalition.name.value()))
        .row("`COALITION_ROOT`", quoted_hex(&root))
        .row("lattices", citizens(&coalition.lattices))
        .row("organisms", citizens(&coalition.organisms))
        .row("confluences", names(confluences))
        .row(shipped.0, shipped.1)
        .row(not_shipped.0, not_shipped.1)
        .row("ticket issuer", issuer)
        .optional("peers", (!peers.is_empty()).then(|| peers.join("<br>")))
        .optional("change channel", coalition.change_channel.as_ref().map(|text| cell(text.value())))
        .optional("handshake", coalition.handshake_url.as_ref().map(link))
        .0
}

pub(crate) fn root(coalition: &CheckedCoalition, root: Bytes32) -> String {
    format!(
        "`COALITION_ROOT` of {}, `{}`: {}.",
        item(&coalition.ident),
        coalition.name.value(),
        quoted_hex(&root)
    )
}

pub(crate) fn handshake(coalition: &CheckedCoalition) -> String {
    format!(
        "The handshake of {}, `{}`: its configuration with all that integrators need.",
        item(&coalition.ident),
        coalition.name.value()
    )
}

/// Returns the name of a declared component, or the path of an import.
fn source(origin: &Origin) -> String {
    match origin {
        Origin::Declared(name) => format!("`{}`", name.value()),
        Origin::Imported(path) => format!("imported from `{}`", path_text(path)),
    }
}

/// Returns rows for the modules that the coalition ships and for those that it does not.
///
/// Only rustc knows which module an import is.
fn modules(coalition: &CheckedCoalition) -> [(&'static str, String); 2] {
    let modules = || coalition.confluences.iter().filter(|confluence| confluence.is_module);
    let shipped: Vec<_> =
        modules().map(|module| format!("{}: {}", item(&module.ident), source(&module.origin))).collect();
    let declared = |name: &&&str| {
        modules().any(|module| matches!(&module.origin, Origin::Declared(other) if other.value() == **name))
    };
    let missing: Vec<_> =
        MODULES.iter().filter(|name| !declared(name)).map(|name| format!("`{name}`")).collect();
    let imports = modules().any(|module| module.origin.is_import());
    let or_none = |rows: Vec<String>, between: &str| {
        if rows.is_empty() { "none".to_owned() } else { rows.join(between) }
    };
    let missing = or_none(missing, ", ") + if imports { ", unless imported" } else { "" };
    [("modules", or_none(shipped, "<br>")), ("modules not shipped", missing)]
}

fn spans(confluence: &CheckedConfluence, coalition: &CheckedCoalition) -> Option<String> {
    let link = |citizen: &CheckedCitizen| item(&citizen.ident);
    match (&confluence.origin, &confluence.spans) {
        (Origin::Imported(_), _) => None,
        (_, crate::model::Spans::All) => Some("every citizen".into()),
        (_, crate::model::Spans::Listed { lattices, organisms }) => {
            let lattices = lattices.iter().map(|&index| link(&coalition.lattices[index]));
            let organisms = organisms.iter().map(|&index| link(&coalition.organisms[index]));
            Some(lattices.chain(organisms).collect::<Vec<_>>().join("<br>"))
        }
    }
}

/// Returns the content parameters, in declared order.
fn content(parameters: &[CheckedParameter]) -> String {
    let shown = parameters.iter().map(|CheckedParameter { key, value }| {
        let value = match value {
            CheckedValue::Bool(value) => format!("`{value}`"),
            CheckedValue::U64(value) => format!("`{value}`"),
            CheckedValue::Text(value) => code(&format!("{value:?}")),
            CheckedValue::Id(value) => id(value),
        };
        format!("`{key}` = {value}")
    });
    let shown: Vec<_> = shown.collect();
    if shown.is_empty() { "no parameter".to_owned() } else { shown.join("<br>") }
}

/// Returns the requirements, in order.
fn access_rules(acl: &[CheckedRequirement]) -> String {
    let shown = acl.iter().map(|requirement| match requirement {
        CheckedRequirement::RecogniseIssuer(issuer) => format!("`recognise_issuer` {}", id(issuer)),
        CheckedRequirement::RequireMrtd(mrtd) => format!("`require_mrtd` {}", id(mrtd)),
        CheckedRequirement::RequireValidator(validator) => format!("`require_validator` {}", id(validator)),
        CheckedRequirement::RecogniseCoalitionIssuer => "`recognise_issuer(self)`".to_owned(),
    });
    let shown: Vec<_> = shown.collect();
    if shown.is_empty() { "open: no requirement".to_owned() } else { shown.join("<br>") }
}

fn id<const N: usize>(id: &BytesOrPath<N>) -> String {
    match id {
        // A measurement is longer than a line.
        BytesOrPath::Literal(bytes, _) if N > 32 => {
            let (first, second) = bytes.split_at(N / 2);
            format!("<code>0x{}<wbr>{}</code>", hex(first), hex(second))
        }
        BytesOrPath::Literal(bytes, _) => quoted_hex(bytes),
        BytesOrPath::Path(path) => format!("`{}`", path_text(path)),
    }
}

fn quoted_hex(bytes: &[u8]) -> String {
    format!("`0x{}`", hex(bytes))
}

/// Returns an autolink. Characters that would end it, or its cell, are percent-encoded.
fn link(link: &Text) -> String {
    let link = link.value().chars().fold(String::new(), |mut link, c| {
        match c {
            '|' | '<' | '>' | '\\' | '`' => {
                let _ = write!(link, "%{:02X}", u32::from(c));
            }
            c => link.push(c),
        }
        link
    });
    format!("<{link}>")
}

/// Returns a link to a const of the block, also if another item has the same name.
fn item(ident: &Ident) -> String {
    format!("[`{ident}`](const@{ident})")
}

/// Escapes text, so that it stays in its cell and is not read as Markdown or HTML.
fn cell(text: &str) -> String {
    text.chars().fold(String::new(), |mut cell, c| {
        match c {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' => cell.extend(['\\', c]),
            c if c.is_control() => cell.push(' '),
            c => cell.push(c),
        }
        cell
    })
}

/// Returns inline code for any text. Backquotes cannot enclose text with backquotes or `|` in a table.
fn code(text: &str) -> String {
    let escaped = text.chars().fold(String::new(), |mut escaped, c| {
        match c {
            c if c.is_ascii_punctuation() => {
                let _ = write!(escaped, "&#{};", u32::from(c));
            }
            c => escaped.push(c),
        }
        escaped
    });
    format!("<code>{escaped}</code>")
}

fn hex(bytes: &[u8]) -> String {
    let mut text = Vec::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.extend_from_slice(&hex_digits(*byte));
    }
    String::from_utf8(text).unwrap_or_default()
}
