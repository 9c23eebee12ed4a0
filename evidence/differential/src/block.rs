//! A declaration as a block of the language, in several styles of writing.

use serde_json::Value;

use crate::declaration::{DeclarationDocument, is_module, items, text};

/// What a block expects of itself.
#[derive(Clone, Copy)]
pub struct Pins<'p> {
    /// `expect_fingerprint` and `expect_handshake` of the coalition.
    pub root: &'p str,
    pub digest: &'p str,
    /// `expect_components`. Without it, a drift has no notes.
    pub components: Option<&'p str>,
    /// `expect_fingerprint` of each confluence, by its const name, and of the ticket issuer.
    pub own: &'p [(String, String)],
}

/// How a block is written. None of it is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    KeysReversed,
    KindsInterleaved,
    Commented,
    OneLine,
    CarriageReturns,
    /// The citizens are consts of a module `operator`, which only rustc sees.
    Imported,
}

impl Style {
    /// The other styles of the same declaration.
    pub const OTHERS: [Self; 5] =
        [Self::KeysReversed, Self::KindsInterleaved, Self::Commented, Self::OneLine, Self::CarriageReturns];
}

/// The block.
pub fn write(declaration: &DeclarationDocument, pins: &Pins<'_>, style: Style) -> String {
    let own = |ident: &str| pins.own.iter().find(|(name, _)| name == ident).map(|(_, pin)| pin.as_str());
    let coalition = component(declaration, "pub coalition", style, |keys| {
        keys.push(format!("expect_fingerprint = {:?}", pins.root));
        keys.push(format!("expect_handshake = {:?}", pins.digest));
        if let Some(components) = pins.components {
            let space = if style == Style::KeysReversed { "\n\t" } else { " " };
            keys.push(format!("expect_components = \"{}\"", components.replace(' ', space)));
        }
        let peers: Vec<String> =
            items(declaration, "peers").iter().map(|peer| format!("{:?}", text(peer))).collect();
        if !peers.is_empty() {
            keys.push(format!("peers = [{}]", peers.join(", ")));
        }
        keys.extend(optional(declaration, "change_channel"));
    });
    let is_imported = style == Style::Imported;
    let lattices = items(declaration, "lattices").iter().map(|lattice| {
        component(lattice, "lattice", style, |keys| {
            let names = ["stable_id", "content_hash", "ticket_root"];
            let names = if is_imported { &names[2..] } else { &names };
            keys.extend(names.iter().filter_map(|key| optional(lattice, key)));
        })
    });
    let organisms = items(declaration, "organisms").iter().map(|organism| {
        component(organism, "organism", style, |keys| {
            let names = ["role", "stable_id", "content_hash", "ticket_root"];
            let names = if is_imported { &["name", "ticket_root"][..] } else { &names };
            keys.extend(names.iter().filter_map(|key| optional(organism, key)));
        })
    });
    let confluences = items(declaration, "confluences").iter().map(|confluence| {
        let kind = if is_module(&confluence["name"]) { "module" } else { "confluence" };
        component(confluence, kind, style, |keys| {
            if let Some(spans) = confluence["spans"].as_array() {
                let spans: Vec<&str> = spans.iter().map(text).collect();
                keys.push(format!("spans = [{}]", spans.join(", ")));
            }
            let content: Vec<String> = items(confluence, "content").iter().map(parameter).collect();
            keys.push(format!("content = {{ {} }}", content.join(", ")));
            keys.push(format!("acl = [{}]", acl(confluence)));
            keys.extend(["state_machine", "roster"].iter().filter_map(|key| optional(confluence, key)));
            keys.extend(own(text(&confluence["ident"])).map(|pin| format!("expect_fingerprint = {pin:?}")));
        })
    });
    let issuer = declaration["ticket_issuer"].as_object().map(|_| {
        let issuer = &declaration["ticket_issuer"];
        component(issuer, "ticket_issuer", style, |keys| {
            keys.push(format!("acl = [{}]", acl(issuer)));
            keys.extend(own(text(&issuer["ident"])).map(|pin| format!("expect_fingerprint = {pin:?}")));
        })
    });
    let mut lists: Vec<Vec<String>> =
        vec![lattices.collect(), organisms.collect(), confluences.collect(), issuer.into_iter().collect()];
    let mut parts = vec![coalition];
    if style == Style::KindsInterleaved {
        // The ticket issuer first, then one of each list in turn: only the order within a list says something.
        let mut lists: Vec<_> = lists.iter_mut().rev().map(|list| list.drain(..)).collect();
        loop {
            let round: Vec<String> = lists.iter_mut().filter_map(Iterator::next).collect();
            if round.is_empty() {
                break;
            }
            parts.extend(round);
        }
    } else {
        parts.extend(lists.into_iter().flatten());
    }
    let block = parts.concat();
    match style {
        Style::OneLine => block.replace('\n', " "),
        Style::CarriageReturns => block.replace('\n', "\r\n"),
        _ => block,
    }
}

fn component(declared: &Value, kind: &str, style: Style, own: impl FnOnce(&mut Vec<String>)) -> String {
    let mut keys = Vec::new();
    own(&mut keys);
    keys.extend(optional(declared, "handshake"));
    if style == Style::KeysReversed {
        keys.reverse();
    }
    let comment = if style == Style::Commented { " /* unsaid */ // nor this\n" } else { "" };
    let description = text(&declared["description"]);
    let docs: String = if description.is_empty() {
        String::new()
    } else {
        description.split('\n').map(|line| format!("#[doc = {:?}]\n", format!(" {line}"))).collect()
    };
    let keys: String = keys.iter().map(|key| format!("    {key},{comment}\n")).collect();
    let (ident, name) = (text(&declared["ident"]), text(&declared["name"]));
    let source = match kind {
        "lattice" | "organism" if style == Style::Imported => format!("operator::{ident}"),
        _ => format!("{name:?}"),
    };
    format!("{docs}{kind} {ident} ={comment} {source} {{\n{keys}}}\n")
}

/// The module `operator`, whose consts a block of [`Style::Imported`] imports.
pub fn operator(declaration: &DeclarationDocument) -> String {
    let id = |id: &Value| format!("coalition::UniqueId::from_hex({:?})", text(id));
    let consts = |list: &str, of: &str, label: &str| -> String {
        let citizens = items(declaration, list).iter();
        citizens
            .map(|citizen| {
                let hash = &citizen["content_hash"];
                let hash = if hash.is_null() { "None".into() } else { format!("Some({})", id(hash)) };
                format!(
                    "pub const {}: coalition::{of}<'static> = coalition::{of} {{ {label}: {:?}, stable_id: {}, content_hash: {hash} }};\n",
                    text(&citizen["ident"]), text(&citizen[label]), id(&citizen["stable_id"]),
                )
            })
            .collect()
    };
    let (lattices, organisms) =
        (consts("lattices", "LatticeConfig", "name"), consts("organisms", "OrganismRef", "role"));
    format!("pub mod operator {{\n{lattices}{organisms}}}\n")
}

fn optional(declared: &Value, key: &str) -> Option<String> {
    declared[key].as_str().map(|value| format!("{key} = {value:?}"))
}

fn parameter(parameter: &Value) -> String {
    let (tag, value) = parameter["value"].as_object().and_then(|value| value.iter().next()).expect("a value");
    let value = match tag.as_str() {
        "u64" => text(value).to_owned(),
        "text" => format!("{:?}", text(value)),
        "id" => format!("id({value})"),
        _ => value.to_string(),
    };
    format!("{} = {value}", text(&parameter["key"]))
}

fn acl(owner: &Value) -> String {
    let rules: Vec<String> = items(owner, "acl")
        .iter()
        .map(|rule| match rule.as_object().and_then(|rule| rule.iter().next()) {
            Some((rule, value)) => format!("{rule}({value})"),
            None => "recognise_issuer(self)".into(),
        })
        .collect();
    rules.join(", ")
}
