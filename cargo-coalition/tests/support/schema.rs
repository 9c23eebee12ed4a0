//! Documents, each held against the schema that describes it.

use serde_json::Value;

/// Reads a document that keeps to this schema.
#[track_caller]
pub fn document(schema: &str, text: &str) -> Value {
    let schema = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let document = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let faults: Vec<String> = validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new(), "{document:#}");
    document
}
