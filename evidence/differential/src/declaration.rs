//! A declaration as JSON. It is the document of a handshake, except that `spans` names citizens, so that one edit changes one
//! value. It is `null` for a module without `spans`.

use coalition::Module;
use serde_json::{Value, json};

/// The declaration, which edits change and [`document`] converts.
pub type DeclarationDocument = Value;

/// The declaration of a document.
pub fn of_document(mut document: Value) -> DeclarationDocument {
    let all = [idents(&document, "lattices"), idents(&document, "organisms")].concat();
    let ids = |document: &Value, key: &str| -> Vec<(Value, Value)> {
        items(document, key)
            .iter()
            .map(|citizen| (citizen["stable_id"].clone(), citizen["ident"].clone()))
            .collect()
    };
    let ids = [ids(&document, "lattices"), ids(&document, "organisms")].concat();
    for confluence in document["confluences"].as_array_mut().expect("confluences") {
        let spanned = ["lattices", "organisms"].map(|key| items(confluence, key).to_vec()).concat();
        let ident = |citizen: &Value| {
            let named = ids.iter().find(|(id, _)| *id == citizen["stable_id"]);
            named.expect("a citizen of the declaration").1.clone()
        };
        let spans: Vec<Value> = spanned.iter().map(ident).collect();
        let is_module = is_module(&confluence["name"]);
        let confluence = confluence.as_object_mut().expect("a confluence");
        for derived in ["lattices", "organisms", "fingerprint"] {
            confluence.remove(derived);
        }
        confluence.insert("spans".into(), if is_module && spans == all { Value::Null } else { spans.into() });
    }
    let fields = document.as_object_mut().expect("a document");
    for derived in ["format", "schema", "coalition_root", "handshake_digest", "tickets_root", "modules"] {
        fields.remove(derived);
    }
    if let Some(issuer) = fields["ticket_issuer"].as_object_mut() {
        issuer.remove("fingerprint");
    }
    document
}

/// The document of a declaration, without what the reference program derives.
pub fn document(declaration: &DeclarationDocument) -> Value {
    let mut document = declaration.clone();
    for confluence in document["confluences"].as_array_mut().expect("confluences") {
        let spans = confluence.as_object_mut().expect("a confluence").remove("spans").expect("spans");
        let spanned = |kind: &str, field: &str| -> Vec<Value> {
            let citizens = items(declaration, kind);
            let fields = |citizen: &Value| {
                json!({
                    field: citizen[field], "stable_id": citizen["stable_id"], "content_hash": citizen["content_hash"]
                })
            };
            match spans.as_array() {
                None => citizens.iter().map(fields).collect(),
                Some(idents) => idents
                    .iter()
                    .filter_map(|ident| citizens.iter().find(|citizen| citizen["ident"] == *ident))
                    .map(fields)
                    .collect(),
            }
        };
        confluence["lattices"] = spanned("lattices", "name").into();
        confluence["organisms"] = spanned("organisms", "role").into();
        // The reference sorts what it hashes for the fingerprint; a document lists its parameters sorted too.
        let content = confluence["content"].as_array_mut().expect("content");
        content.sort_by_key(|parameter| text(&parameter["key"]).to_owned());
    }
    document
}

/// Returns `true` if a confluence with this name is a module.
pub fn is_module(name: &Value) -> bool {
    name.as_str().and_then(Module::from_name).is_some()
}

/// Returns the items of a list, or no items if there is no list under this key.
pub fn items<'d>(value: &'d Value, key: &str) -> &'d [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Returns a text.
///
/// # Panics
///
/// Panics if the value is not a text.
pub fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

fn idents(document: &Value, key: &str) -> Vec<Value> {
    items(document, key).iter().map(|citizen| citizen["ident"].clone()).collect()
}
