//! The documentation of the emitted consts: the card of a handshake page in short, so that `cargo doc` of an
//! operator's crate is one, too.

use std::fmt::Write as _;

use syn::Ident;

use crate::lower::Bytes32;
use crate::model::{
    Citizen, Coalition, Confluence, Origin, Pin, Profile, ProfileValue, Requirement, TicketIssuer, Value,
};
use crate::syntax::path_text;
use crate::text::Text;
use crate::vocabulary::{Kind, MODULES, ProfileKey};

/// The most citizens that the documentation of a coalition lists; its consts are all documented one by one.
const LISTED: usize = 100;

/// A card: what it is, then its fields, one a row.
struct Card(String);

impl Card {
    /// A card under its kind and its name, the header of the table. Where the author wrote no description, they are
    /// the first line, too, which is what an index shows.
    fn new(docs: &[Text], kind: &str, name: &str) -> Self {
        let summary = if docs.is_empty() { format!("{kind} {name}.\n\n") } else { String::new() };
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

    /// A row for each key that only the handshake covers.
    fn profile(self, kind: Kind, profile: &Profile) -> Self {
        kind.keys().iter().fold(self, |card, key| match (key.profile, profile.get(key.name)) {
            (Some(ProfileKey::Id(field)), Some(ProfileValue::Id(value))) => card.row(field, id(value)),
            (Some(ProfileKey::Link(field)), Some(ProfileValue::Link(value))) => card.row(field, link(value)),
            _ => card,
        })
    }
}

pub(crate) fn citizen(citizen: &Citizen, is_lattice: bool) -> String {
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
    confluence: &Confluence,
    coalition: &Coalition,
    fingerprint: Option<Bytes32>,
) -> String {
    let kind = if confluence.is_module { "Module" } else { "Confluence" };
    let pinned = match confluence.expect_fingerprint {
        Some(Pin::Frozen(bytes, _)) => Some(bytes),
        _ => None,
    };
    let mrtds = confluence.acl.iter().filter_map(|requirement| match requirement {
        Requirement::RequireMrtd(mrtd) => Some(id(mrtd)),
        _ => None,
    });
    let mrtds: Vec<_> = mrtds.collect();
    Card::new(&confluence.docs, kind, &source(&confluence.origin))
        .optional("fingerprint", fingerprint.or(pinned).map(hex))
        .optional("spans", spans(confluence, coalition))
        .optional("`MR_TD`", (!mrtds.is_empty()).then(|| mrtds.join("<br>")))
        .profile(confluence.kind(), &confluence.profile)
        .0
}

pub(crate) fn ticket_issuer(issuer: &TicketIssuer, fingerprint: Option<Bytes32>) -> String {
    Card::new(&issuer.docs, "Ticket issuer", &source(&issuer.origin))
        .optional("fingerprint", fingerprint.map(hex))
        .profile(Kind::TicketIssuer, &issuer.profile)
        .0
}

pub(crate) fn coalition(coalition: &Coalition, root: Bytes32) -> String {
    let names = |names: Vec<String>| {
        let more = names.len().saturating_sub(LISTED);
        let mut shown = names.into_iter().take(LISTED).collect::<Vec<_>>().join("<br>");
        if more > 0 {
            let _ = write!(shown, "<br>and {more} more");
        }
        if shown.is_empty() { "none".to_owned() } else { shown }
    };
    let citizens =
        |citizens: &[Citizen]| names(citizens.iter().map(|citizen| item(&citizen.ident)).collect());
    let confluences = coalition.confluences.iter().filter(|confluence| !confluence.is_module);
    let confluences = confluences.map(|confluence| item(&confluence.ident)).collect();
    let issuer = coalition.ticket_issuer.as_ref().map_or("none".into(), |issuer| item(&issuer.ident));
    let peers: Vec<_> = coalition.peers.iter().map(|peer| cell(peer.value())).collect();
    let [shipped, not_shipped] = modules(coalition);
    Card::new(&coalition.docs, "Coalition", &format!("`{}`", coalition.name.value()))
        .row("`COALITION_ROOT`", hex(root))
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

pub(crate) fn root(coalition: &Coalition, root: Bytes32) -> String {
    format!("`COALITION_ROOT` of {}, `{}`: {}.", item(&coalition.ident), coalition.name.value(), hex(root))
}

pub(crate) fn handshake(coalition: &Coalition) -> String {
    format!(
        "The handshake of {}, `{}`: its configuration with all that integrators need.",
        item(&coalition.ident),
        coalition.name.value()
    )
}

/// The name of a component, or the path that it comes by.
fn source(origin: &Origin) -> String {
    match origin {
        Origin::Declared(name) => format!("`{}`", name.value()),
        Origin::Imported(path) => format!("imported from `{}`", path_text(path)),
    }
}

/// Which modules ship and which do not: silence is ambiguous. Only rustc knows which one an import is.
fn modules(coalition: &Coalition) -> [(&'static str, String); 2] {
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
    let missing = or_none(missing, ", ") + if imports { ", but for what is imported" } else { "" };
    [("modules", or_none(shipped, "<br>")), ("modules not shipped", missing)]
}

fn spans(confluence: &Confluence, coalition: &Coalition) -> Option<String> {
    let link = |citizen: &Citizen| item(&citizen.ident);
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

fn id<const N: usize>(id: &Value<N>) -> String {
    match id {
        Value::Literal(bytes, _) => format!("`0x{}`", hex::encode(bytes)),
        Value::Path(path) => format!("`{}`", path_text(path)),
    }
}

fn hex(bytes: Bytes32) -> String {
    format!("`0x{}`", hex::encode(bytes))
}

/// A link that opens, with what would end it or its cell written as URLs write it.
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

/// A const of the block, as rustdoc finds it whatever else has its name.
fn item(ident: &Ident) -> String {
    format!("[`{ident}`](const@{ident})")
}

/// Text that cannot leave its cell, nor be taken for Markdown or HTML.
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
