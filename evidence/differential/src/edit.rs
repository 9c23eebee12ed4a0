//! Single edits of a declaration. The reference program says how each changes the identities.

use std::ops::Range;

use coalition::{Module, MrTd, UniqueId};
use proptest::prelude::Rng as _;
use proptest::test_runner::TestRng;
use serde_json::{Value, json};

use crate::declaration::{DeclarationDocument, is_module, items, text};

/// One edit, made.
pub struct Edit {
    /// What was done, in the words of the table.
    pub what: String,
    pub declaration: DeclarationDocument,
    /// The codes of the rules that it may break instead of drifting.
    pub may_break: Vec<&'static str>,
}

/// A place in a declaration.
#[derive(Clone)]
enum Step {
    Key(String),
    Index(usize),
}

/// Makes every edit of a declaration. The names of what is added end in `tag`, so that a second edit of the same declaration
/// can add something of the same kind.
pub fn edits(declaration: &DeclarationDocument, tag: &str, rng: &mut TestRng) -> Vec<Edit> {
    let mut edits = Edits { declaration, tag, rng, made: Vec::new() };
    edits.walk(declaration, &mut Vec::new());
    edits.reorder();
    edits.relabel();
    edits.made
}

struct Edits<'d> {
    declaration: &'d DeclarationDocument,
    tag: &'d str,
    rng: &'d mut TestRng,
    made: Vec<Edit>,
}

impl Edits<'_> {
    fn walk(&mut self, value: &Value, path: &mut Vec<Step>) {
        self.here(value, path);
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    path.push(Step::Key(key.clone()));
                    self.walk(value, path);
                    path.pop();
                }
            }
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    path.push(Step::Index(index));
                    self.walk(value, path);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    /// The edits of one value, by the key that it stands under.
    fn here(&mut self, value: &Value, path: &[Step]) {
        let keys: Vec<&str> = path
            .iter()
            .filter_map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None })
            .collect();
        let Some(&key) = keys.last() else { return };
        let owner = match keys[0] {
            one @ ("lattices" | "organisms") => &one[..one.len() - 1],
            "confluences" => "confluence",
            "ticket_issuer" if keys.len() > 1 => "ticket issuer",
            _ => "coalition",
        };
        let what = |done: &str| format!("{key} of {owner}: {done}");
        match (key, value) {
            (_, Value::Array(values)) => self.list(key, owner, values, path),
            ("value", Value::Object(_)) => self.parameter(value, path),
            ("acl", Value::Object(rule)) => {
                for (rule, id) in rule {
                    let other =
                        if rule == "recognise_issuer" { "require_validator" } else { "recognise_issuer" };
                    if rule != "require_mrtd" {
                        self.set(what("another rule"), path, json!({ other: id }), &[]);
                    }
                }
            }
            ("ticket_issuer", Value::Null) => {
                let issuer = json!({
                    "ident": self.const_name("ADDED"), "name": self.name(), "description": "", "acl": [], "handshake": null,
                });
                self.set(what("added"), path, issuer, &[]);
            }
            ("ticket_issuer", Value::Object(_)) => self.set(what("removed"), path, Value::Null, &["C17"]),
            ("content_hash" | "ticket_root" | "state_machine", Value::Null) => {
                let id = self.id();
                self.set(what("added"), path, id, &[]);
            }
            // Of a confluence it is refused.
            ("roster", Value::Null) => {
                self.set(what("added"), path, json!("https://added.example"), &["C08"]);
            }
            ("handshake", Value::Null) => self.set(what("added"), path, json!("https://added.example"), &[]),
            ("change_channel", Value::Null) => self.set(what("added"), path, json!("added"), &[]),
            (_, Value::String(written)) if is_id(written) && key != "id" => {
                let (shown, later) = (self.digit(written, 2..10), self.digit(written, 10..written.len()));
                self.set(what("a digit"), path, shown, &[]);
                self.set(what("a later digit"), path, later, &[]);
                if matches!(key, "content_hash" | "ticket_root" | "state_machine") {
                    self.set(what("removed"), path, Value::Null, &[]);
                }
            }
            // The value of a parameter is changed as a whole, and what is spanned as a list.
            ("u64" | "text" | "id" | "spans", _) => {}
            ("acl", Value::String(_)) => {
                let id = self.id();
                self.set(what("an issuer instead of `self`"), path, json!({ "recognise_issuer": id }), &[]);
            }
            ("ident", Value::String(ident)) => {
                self.set(what("another"), path, json!(format!("{ident}_X")), &[]);
                self.rename(ident);
            }
            ("name", Value::String(name)) if owner == "confluence" && is_module(&json!(name)) => {
                self.set(
                    what("another module"),
                    path,
                    json!(format!("{name}x")),
                    &["C08", "C09", "C12", "C15", "C17"],
                );
            }
            (_, Value::String(text)) => {
                self.set(what("another"), path, json!(format!("{text}x")), &[]);
                if matches!(key, "handshake" | "roster" | "change_channel") {
                    self.set(what("removed"), path, Value::Null, &[]);
                }
            }
            _ => {}
        }
    }

    /// A removed, a moved, a swapped and an added item of a list.
    fn list(&mut self, key: &str, owner: &str, values: &[Value], path: &[Step]) {
        let is_citizens = path.len() == 1 && matches!(key, "lattices" | "organisms");
        let what = |done: &str| match owner {
            "lattice" | "organism" => format!("{key}: {done}"),
            _ => format!("{key} of {owner}: {done}"),
        };
        let breaks: &[&str] = match key {
            _ if is_citizens => &["C10", "C15"],
            "spans" => &["C15"],
            "peers" => &["C14"],
            _ => &[],
        };
        for index in 0..values.len() {
            let mut left = values.to_vec();
            left.remove(index);
            self.set(what("removed"), path, left.into(), breaks);
            if index > 0 {
                let mut swapped = values.to_vec();
                swapped.swap(index - 1, index);
                self.set(what("swapped"), path, swapped.into(), &[]);
            }
            let to = self.below(values.len());
            if to.abs_diff(index) > 1 {
                let mut moved = values.to_vec();
                let item = moved.remove(index);
                moved.insert(to, item);
                self.set(what("moved"), path, moved.into(), &[]);
            }
        }
        let Some(added) = self.item(key, values) else { return };
        let at = self.below(values.len() + 1);
        let mut more = values.to_vec();
        more.insert(at, added);
        self.set(what("added"), path, more.into(), &[]);
    }

    /// One more item for a list.
    fn item(&mut self, key: &str, values: &[Value]) -> Option<Value> {
        let id = self.id();
        Some(match key {
            "lattices" => json!({
                "ident": self.const_name("ADDED"), "name": self.name(), "description": "", "stable_id": id, "content_hash": null,
                "ticket_root": null, "handshake": null,
            }),
            "organisms" => json!({
                "ident": self.const_name("ADDED"), "name": self.name(), "role": "added", "description": "", "stable_id": id,
                "content_hash": null, "ticket_root": null, "handshake": null,
            }),
            "confluences" => {
                let is_new = |module: &Module| values.iter().all(|other| other["name"] != module.name());
                let module = Module::ALL.into_iter().find(is_new)?;
                json!({
                    "ident": self.const_name("ADDED"), "name": module.name(), "description": "", "spans": null,
                    "content": [], "acl": [], "state_machine": null, "handshake": null, "roster": null,
                    "import": null,
                })
            }
            "content" => json!({ "key": format!("added{}", self.tag), "value": { "bool": true } }),
            "acl" => json!({ "require_validator": id }),
            "peers" => json!(self.name()),
            "spans" => {
                let citizens = ["lattices", "organisms"].map(|kind| items(self.declaration, kind)).concat();
                citizens
                    .into_iter()
                    .map(|citizen| citizen["ident"].clone())
                    .find(|ident| !values.contains(ident))?
            }
            _ => return None,
        })
    }

    /// Another value of the same type, and values of other types.
    fn parameter(&mut self, value: &Value, path: &[Step]) {
        let (tag, plain) = value.as_object().and_then(|value| value.iter().next()).expect("a value");
        let what = |done: &str| format!("content of confluence: {done}");
        let other = match tag.as_str() {
            "bool" => json!({ "bool": plain == false }),
            "u64" => json!({ "u64": (text(plain).parse::<u64>().expect("a number") ^ 1).to_string() }),
            "text" => json!({ "text": format!("{}x", text(plain)) }),
            _ => json!({ "id": self.digit(text(plain), 2..66) }),
        };
        self.set(what("another value"), path, other, &[]);
        let retyped = match tag.as_str() {
            "bool" => json!({ "u64": u8::from(plain == true).to_string() }),
            "text" => json!({ "bool": true }),
            _ => json!({ "text": text(plain) }),
        };
        self.set(what("another type"), path, retyped, &[]);
    }

    /// All citizens in another order.
    fn reorder(&mut self) {
        let mut edited = self.declaration.clone();
        for list in ["lattices", "organisms"] {
            edited[list].as_array_mut().expect("citizens").reverse();
        }
        self.add("all citizens in another order".into(), edited, &[]);
    }

    /// The relabellings that the derivation's page names: the root does not tell them apart.
    fn relabel(&mut self) {
        let declaration = self.declaration;
        if let Some(last) = items(declaration, "lattices").last() {
            let mut edited = declaration.clone();
            edited["lattices"].as_array_mut().expect("lattices").pop();
            let mut organism = last.clone();
            organism["role"] = json!("read as an organism");
            organism["content_hash"] = Value::Null;
            edited["organisms"].as_array_mut().expect("organisms").insert(0, organism);
            self.add("the last lattice read as the first organism".into(), edited, &[]);
        }
        let pinned =
            items(declaration, "organisms").iter().position(|organism| organism["content_hash"].is_string());
        if let Some(at) = pinned {
            let mut edited = declaration.clone();
            let organisms = edited["organisms"].as_array_mut().expect("organisms");
            let stable_id = organisms[at]["content_hash"].take();
            organisms.insert(
                at + 1,
                json!({
                    "ident": self.const_name("READ"), "name": format!("read-{}", self.tag), "role": "read", "description": "", "stable_id": stable_id,
                    "content_hash": null, "ticket_root": null, "handshake": null,
                }),
            );
            self.add("a content hash read as an organism".into(), edited, &[]);
        }
    }

    /// The name of a const is changed wherever it stands.
    fn rename(&mut self, ident: &str) {
        let Some(Edit { declaration, .. }) = self.made.last_mut() else { return };
        for confluence in declaration["confluences"].as_array_mut().into_iter().flatten() {
            for spanned in confluence["spans"].as_array_mut().into_iter().flatten() {
                if spanned == ident {
                    *spanned = json!(format!("{ident}_X"));
                }
            }
        }
    }

    fn set(&mut self, what: String, path: &[Step], value: Value, may_break: &'static [&'static str]) {
        let mut declaration = self.declaration.clone();
        let place = path.iter().fold(&mut declaration, |value, step| match step {
            Step::Key(key) => &mut value[key.as_str()],
            Step::Index(index) => &mut value[*index],
        });
        *place = value;
        self.add(what, declaration, may_break);
    }

    fn add(&mut self, what: String, declaration: DeclarationDocument, may_break: &'static [&'static str]) {
        self.made.push(Edit { what, declaration, may_break: may_break.to_vec() });
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.rng.next_u32()).unwrap_or_default() % count
    }

    fn id(&mut self) -> Value {
        let mut bytes = [0; 32];
        self.rng.fill_bytes(&mut bytes);
        json!(format!("0x{}", bytes.map(|byte| format!("{byte:02x}")).concat()))
    }

    /// A const name for what is added.
    fn const_name(&self, name: &str) -> String {
        format!("{name}_{}", self.tag)
    }

    /// A name for what is added.
    fn name(&self) -> String {
        format!("added-{}", self.tag)
    }

    /// An id with one digit changed, at a place in this range.
    fn digit(&mut self, id: &str, places: Range<usize>) -> Value {
        let mut id = id.as_bytes().to_vec();
        let at = places.start + self.below(places.len());
        let others: Vec<u8> = b"0123456789abcdef".iter().copied().filter(|digit| *digit != id[at]).collect();
        id[at] = others[self.below(others.len())];
        json!(String::from_utf8(id).expect("hex digits"))
    }
}

/// Returns `true` for an id or a measurement.
fn is_id(text: &str) -> bool {
    UniqueId::parse(text).is_ok() || MrTd::parse(text).is_ok()
}
