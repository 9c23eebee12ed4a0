//! The documentation of the emitted consts: the card of a handshake page in short, so that `cargo doc` of an
//! operator's crate is one, too.

use std::fmt::Write as _;

use syn::{Ident, LitStr};

use crate::lower::Bytes32;
use crate::model::{Citizen, Coalition, Confluence, Origin, Pin, Requirement, TicketIssuer, Value};
use crate::syntax::path_text;

/// The most citizens that the documentation of a coalition lists; its consts are all documented one by one.
const LISTED: usize = 100;

/// A card: what it is, then its fields, one a row.
struct Card(String);

impl Card {
    fn new(title: &str) -> Self {
        Self(format!("{title}\n\n| | |\n|---|---|\n"))
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
}

pub(crate) fn citizen(citizen: &Citizen, is_lattice: bool) -> String {
    let kind = if is_lattice { "Lattice" } else { "Organism" };
    let card = Card::new(&title(kind, &citizen.origin))
        .optional("role", citizen.role.as_ref().map(|role| cell(&role.value())))
        .optional("stable id", citizen.stable_id.as_ref().map(id));
    let pinned = citizen.content_hash.as_ref().map(id);
    let card = match (&pinned, &citizen.origin) {
        (None, Origin::Declared(_)) => card.row("content hash", "unpinned"),
        _ => card.optional("content hash", pinned),
    };
    card.optional("ticket-issuance root", citizen.ticket_root.as_ref().map(id))
        .optional("handshake", citizen.handshake.as_ref().map(link))
        .0
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
    Card::new(&title(kind, &confluence.origin))
        .optional("fingerprint", fingerprint.or(pinned).map(hex))
        .optional("spans", spans(confluence, coalition))
        .optional("`MR_TD`", (!mrtds.is_empty()).then(|| mrtds.join("<br>")))
        .optional("state machine", confluence.state_machine.as_ref().map(id))
        .optional("handshake", confluence.handshake.as_ref().map(link))
        .0
}

pub(crate) fn ticket_issuer(issuer: &TicketIssuer, fingerprint: Option<Bytes32>) -> String {
    Card::new(&title("Ticket issuer", &issuer.origin))
        .optional("fingerprint", fingerprint.map(hex))
        .optional("handshake", issuer.handshake.as_ref().map(link))
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
    let confluences = coalition.confluences.iter().map(|confluence| item(&confluence.ident));
    let issuer = coalition.ticket_issuer.as_ref().map_or("none".into(), |issuer| item(&issuer.ident));
    Card::new(&format!("The coalition `{}`.", coalition.name.value()))
        .row("`COALITION_ROOT`", hex(root))
        .row("lattices", citizens(&coalition.lattices))
        .row("organisms", citizens(&coalition.organisms))
        .row("confluences and modules", names(confluences.collect()))
        .row("ticket issuer", issuer)
        .optional("handshake", coalition.handshake.as_ref().map(link))
        .optional("change channel", coalition.change_channel.as_ref().map(|text| cell(&text.value())))
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

fn title(kind: &str, origin: &Origin) -> String {
    match origin {
        Origin::Declared(name) => format!("{kind} `{}`.", name.value()),
        Origin::Imported(path) => format!("{kind}, imported from `{}`.", path_text(path)),
    }
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
fn link(link: &LitStr) -> String {
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
