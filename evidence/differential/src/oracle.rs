//! A further reference program beside the repository's own: it reads a list of declaration models and prints what each
//! derives, both as JSON in the shape of `tests/vectors/vectors.json`.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use crate::declaration::{items, text};
use crate::reference::Derived;

/// Documents as models, and what they say that these derive.
#[derive(Default)]
pub struct Models {
    models: Vec<Value>,
    expected: Vec<Value>,
}

impl Models {
    pub fn add(&mut self, derived: &Derived) {
        self.models.push(model(&derived.document));
        self.expected.push(identities(derived));
    }

    /// Fails at the first model of which the program derives something else.
    pub fn compare(&self, program: &Path) -> Result<()> {
        let mut child = Command::new("python3")
            .arg(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("python3 does not run")?;
        // The program reads its whole input before it prints anything, so it never waits for its output to be read.
        let mut input = child.stdin.take().context("python3 has no input")?;
        input.write_all(serde_json::to_string(&self.models)?.as_bytes())?;
        drop(input);
        let output = child.wait_with_output()?;
        ensure!(output.status.success(), "{} failed: {}", program.display(), output.status);
        let derived: Vec<Value> = serde_json::from_slice(&output.stdout)?;
        ensure!(derived.len() == self.models.len(), "{} answers", derived.len());
        for ((mut derived, expected), model) in derived.into_iter().zip(&self.expected).zip(&self.models) {
            // The hash of the coalition's name alone is no identity: a document does not have it.
            derived.as_object_mut().context("an answer")?.remove("coalition");
            ensure!(derived == *expected, "{derived:#}\nis not\n{expected:#}\nfor\n{model:#}");
        }
        Ok(())
    }
}

fn model(document: &Value) -> Value {
    let citizens = |kind: &str| -> Vec<Value> {
        let citizens = items(document, kind).iter();
        citizens.map(|citizen| renamed(citizen, &["name", "role", "stable_id", "content_hash"])).collect()
    };
    let confluences = items(document, "confluences").iter().map(|confluence| {
        let mut model = renamed(confluence, &["name"]);
        for kind in ["lattices", "organisms"] {
            let ident = |spanned: &Value| {
                let same = |citizen: &&Value| citizen["stable_id"] == spanned["stable_id"];
                items(document, kind).iter().find(same).map(|citizen| citizen["ident"].clone())
            };
            model[kind] = items(confluence, kind).iter().filter_map(ident).collect();
        }
        let content = items(confluence, "content").iter();
        model["content"] = content
            .map(|parameter| (text(&parameter["key"]).to_owned(), value(&parameter["value"])))
            .collect();
        model["acl"] = acl(confluence);
        model
    });
    let issuer = document.get("ticket_issuer").filter(|issuer| issuer.is_object());
    json!({
        "name": document["name"],
        "lattices": citizens("lattices"),
        "organisms": citizens("organisms"),
        "confluences": confluences.collect::<Vec<Value>>(),
        "ticket_issuer": issuer.map(|issuer| json!({ "name": issuer["name"], "acl": acl(issuer) })),
    })
}

/// The fields of a component that a model has too, under its const name.
fn renamed(component: &Value, fields: &[&str]) -> Value {
    let mut model = json!({ "const": component["ident"] });
    for field in fields {
        if let Some(value) = component.get(field).filter(|value| !value.is_null()) {
            model[field] = value.clone();
        }
    }
    model
}

/// A model has numbers and texts as JSON has them, and an id alone under a tag.
fn value(tagged: &Value) -> Value {
    let plain = tagged.as_object().into_iter().flatten().next();
    match plain {
        Some((tag, id)) if tag == "id" => json!({ "id": id }),
        Some((tag, number)) if tag == "u64" => {
            json!(number.as_str().and_then(|number| number.parse::<u64>().ok()))
        }
        Some((_, plain)) => plain.clone(),
        None => Value::Null,
    }
}

/// A model has every rule under its name, also the one that has no value.
fn acl(owner: &Value) -> Value {
    let rule = |rule: &Value| match rule.as_str() {
        Some(name) => json!({ name: true }),
        None => rule.clone(),
    };
    items(owner, "acl").iter().map(rule).collect()
}

fn identities(derived: &Derived) -> Value {
    let document = &derived.document;
    let confluences = items(document, "confluences").iter();
    let fingerprint =
        |confluence: &Value| (text(&confluence["ident"]).to_owned(), confluence["fingerprint"].clone());
    let modules = items(&document["modules"], "shipped").iter();
    let identity = |module: &Value| (text(&module["name"]).to_owned(), module["identity"].clone());
    json!({
        "confluences": confluences.map(fingerprint).collect::<Map<String, Value>>(),
        "ticket_issuer": document["ticket_issuer"]["fingerprint"],
        "coalition_root": document["coalition_root"],
        "modules": modules.map(identity).collect::<Map<String, Value>>(),
        "tickets_root": document["tickets_root"],
        "components": derived.components,
    })
}
