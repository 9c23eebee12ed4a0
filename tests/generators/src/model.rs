//! Declarations as the reference program models them. They are read from JSON, and become structs or a block.

use std::fmt::Write as _;

use coalition::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, MrTd, OrganismRef, Requirement, TicketIssuerConfig, UniqueId,
};
use serde_json::Value;

/// A declaration, in the JSON of the reference program.
pub struct Model<'a>(&'a Value);

impl<'a> Model<'a> {
    /// Wraps a model that was read from JSON.
    pub fn parse(model: &'a Value) -> Self {
        Self(model)
    }

    fn list(&self, key: &str) -> &'a [Value] {
        list(self.0, key)
    }

    /// Builds the structs and passes them to a function. Each struct borrows from the one before.
    pub fn with_config<R>(&self, use_config: impl FnOnce(&CoalitionConfig) -> R) -> R {
        let lattices: Vec<_> = self.list("lattices").iter().map(lattice).collect();
        let organisms: Vec<_> = self.list("organisms").iter().map(organism).collect();
        let declared = self.list("confluences");
        let contents: Vec<_> = declared.iter().map(|confluence| content(&confluence["content"])).collect();
        let acls: Vec<_> = declared.iter().map(acl).collect();
        let spans: Vec<_> = declared
            .iter()
            .map(|confluence| {
                let pick = |all: &'a [Value], key| -> Vec<&'a Value> {
                    list(confluence, key)
                        .iter()
                        .map(|name| all.iter().find(|citizen| citizen["const"] == *name).expect("a citizen"))
                        .collect()
                };
                let lattices = pick(self.list("lattices"), "lattices").into_iter().map(lattice);
                let organisms = pick(self.list("organisms"), "organisms").into_iter().map(organism);
                (lattices.collect::<Vec<_>>(), organisms.collect::<Vec<_>>())
            })
            .collect();
        let confluences: Vec<_> = declared
            .iter()
            .enumerate()
            .map(|(index, confluence)| ConfluenceConfig {
                name: text(confluence, "name"),
                lattices: &spans[index].0,
                organisms: &spans[index].1,
                content: ContentParams { params: &contents[index] },
                acl: AclComposition { requirements: &acls[index] },
            })
            .collect();
        let issuer = self.0.get("ticket_issuer").filter(|issuer| !issuer.is_null());
        let issuer_acl = issuer.map(acl).unwrap_or_default();
        use_config(&CoalitionConfig {
            name: text(self.0, "name"),
            lattices: &lattices,
            organisms: &organisms,
            confluences: &confluences,
            ticket_issuer: issuer.map(|issuer| TicketIssuerConfig {
                name: text(issuer, "name"),
                acl: AclComposition { requirements: &issuer_acl },
            }),
        })
    }

    /// Writes the `coalition!` block.
    ///
    /// `pin` gives the expected fingerprint of the coalition (`None`), of the ticket issuer (`Some("")`) or of a confluence,
    /// by its const name. Without one, the coalition is not frozen.
    pub fn block<'p>(&self, ident: &str, pin: impl Fn(Option<&str>) -> Option<&'p str>) -> String {
        let root = pin(None).map_or("_".into(), |pin| format!("{pin:?}"));
        let name = text(self.0, "name");
        let mut block = format!("pub coalition {ident} = {name:?} {{ expect_fingerprint = {root} }}\n");
        for lattice in self.list("lattices") {
            let (ident, name, id) =
                (text(lattice, "const"), text(lattice, "name"), text(lattice, "stable_id"));
            let _ = writeln!(block, "lattice {ident} = {name:?} {{ stable_id = {id:?} }}");
        }
        for organism in self.list("organisms") {
            let (ident, name, role) =
                (text(organism, "const"), text(organism, "name"), text(organism, "role"));
            let id = text(organism, "stable_id");
            let pinned = organism["content_hash"].as_str();
            let pinned = pinned.map(|hash| format!(", content_hash = {hash:?}")).unwrap_or_default();
            let _ = writeln!(
                block,
                "organism {ident} = {name:?} {{ role = {role:?}, stable_id = {id:?}{pinned} }}"
            );
        }
        for confluence in self.list("confluences") {
            let (ident, name) = (text(confluence, "const"), text(confluence, "name"));
            let kind = if coalition::Module::from_name(name).is_some() { "module" } else { "confluence" };
            let spans: Vec<_> = ["lattices", "organisms"]
                .iter()
                .flat_map(|key| list(confluence, key))
                .filter_map(Value::as_str)
                .collect();
            let content: Vec<_> = confluence["content"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(key, value)| match value.get("id") {
                    Some(id) => format!("{key} = id({id})"),
                    None => format!("{key} = {value}"),
                })
                .collect();
            let _ = writeln!(block, "{kind} {ident} = {name:?} {{");
            let _ = writeln!(block, "    spans = [{}],", spans.join(", "));
            let _ = writeln!(block, "    content = {{ {} }},", content.join(", "));
            let _ = writeln!(block, "    acl = [{}],", requirements(confluence));
            if let Some(pin) = pin(Some(ident)) {
                let _ = writeln!(block, "    expect_fingerprint = {pin:?},");
            }
            block.push_str("}\n");
        }
        if let Some(issuer) = self.0.get("ticket_issuer").filter(|issuer| !issuer.is_null()) {
            let name = text(issuer, "name");
            let pin = pin(Some("")).map(|pin| format!(", expect_fingerprint = {pin:?}")).unwrap_or_default();
            let _ = writeln!(
                block,
                "ticket_issuer TICKETS = {name:?} {{ acl = [{}]{pin} }}",
                requirements(issuer)
            );
        }
        block
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().expect("text")
}

fn id(value: &Value) -> UniqueId {
    value.as_str().expect("an id").parse().expect("an id")
}

fn lattice(model: &Value) -> LatticeConfig<'_> {
    LatticeConfig { name: text(model, "name"), stable_id: id(&model["stable_id"]), content_hash: None }
}

fn organism(model: &Value) -> OrganismRef<'_> {
    let content_hash = Some(&model["content_hash"]).filter(|hash| !hash.is_null()).map(id);
    OrganismRef { role: text(model, "role"), stable_id: id(&model["stable_id"]), content_hash }
}

fn content(model: &Value) -> Vec<ContentParam<'_>> {
    model
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| ContentParam {
            key,
            value: match value {
                Value::Bool(value) => ContentValue::Bool(*value),
                Value::Number(value) => ContentValue::U64(value.as_u64().expect("a u64")),
                Value::String(text) => ContentValue::Text(text),
                other => ContentValue::Id(id(&other["id"])),
            },
        })
        .collect()
}

fn acl(model: &Value) -> Vec<Requirement> {
    list(model, "acl")
        .iter()
        .map(|requirement| {
            match requirement.as_object().and_then(|object| object.iter().next()).expect("one rule") {
                (rule, value) if rule == "recognise_issuer" => Requirement::RecogniseIssuer(id(value)),
                (rule, value) if rule == "require_mrtd" => Requirement::RequireMrtd(
                    value.as_str().expect("an MR_TD").parse::<MrTd>().expect("an MR_TD"),
                ),
                (rule, value) if rule == "require_validator" => Requirement::RequireValidator(id(value)),
                _ => Requirement::RecogniseCoalitionIssuer,
            }
        })
        .collect()
}

/// Returns access rules in the syntax of the language.
fn requirements(model: &Value) -> String {
    let rules: Vec<_> = list(model, "acl")
        .iter()
        .flat_map(|requirement| requirement.as_object().into_iter().flatten())
        .map(|(rule, value)| match rule.as_str() {
            "recognise_coalition_issuer" => "recognise_issuer(self)".into(),
            rule => format!("{rule}({value})"),
        })
        .collect();
    rules.join(", ")
}
