//! The JSON document of a handshake. A round trip changes nothing, it matches the schema, and a wrong identity is refused.

use coalition::{Handshake, OwnedHandshake};
use generators::handshake;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

fn schema() -> Validator {
    let schema = serde_json::from_str(include_str!("../../../schema/handshake.schema.json")).expect("JSON");
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).expect("a schema")
}

fn document(handshake: &Handshake<'_>) -> Value {
    serde_json::to_value(handshake).expect("a document")
}

fn read(document: &Value) -> Result<OwnedHandshake, String> {
    // As text, because a parsed value does not keep the order of fields.
    serde_json::from_str(&document.to_string()).map_err(|error| error.to_string())
}

/// The vectors, whose identities the reference program derived.
#[test]
fn every_vector_reads_back_to_itself() {
    let schema = schema();
    for (note, document) in handshake::documents() {
        let owned = read(&document).unwrap_or_else(|error| panic!("{note}: {error}"));
        assert_eq!(serde_json::to_value(&owned).expect("a document"), document, "{note}");
        let handshake = owned.as_handshake();
        assert_eq!(document["handshake_digest"], handshake.digest().to_string(), "{note}");
        assert_eq!(document["coalition_root"], handshake.coalition.coalition_root().to_string(), "{note}");
        assert_eq!(OwnedHandshake::from(handshake), owned, "{note}");
    }
    for (note, owned) in handshake::vectors() {
        let text = serde_json::to_string_pretty(&owned).expect("a document");
        let again: OwnedHandshake =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{note}: {error}"));
        assert_eq!(again, owned, "{note}");
        let document = serde_json::from_str(&text).expect("JSON");
        assert!(
            schema.is_valid(&document),
            "{note}: {:?}",
            schema.iter_errors(&document).collect::<Vec<_>>()
        );
    }
}

#[test]
fn the_format_comes_first() {
    for (_, owned) in handshake::vectors() {
        let text = serde_json::to_string(&owned).expect("a document");
        assert!(text.starts_with("{\"format\":1,\"schema\":1,\"name\":\""), "{text}");
    }
}

proptest! {
    #[test]
    fn a_document_reads_back_to_itself(handshake in handshake::handshake()) {
        let text = serde_json::to_string(&handshake).expect("a document");
        let owned: OwnedHandshake = serde_json::from_str(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&serde_json::to_string(&owned).expect("a document"), &text);
        prop_assert!(*owned.as_handshake() == handshake);
        prop_assert_eq!(OwnedHandshake::from(&handshake), owned);
    }

    /// A document is refused if any id is replaced: it is derived, or others are derived from it.
    #[test]
    fn an_edited_id_is_refused(handshake in handshake::handshake(), at in any::<prop::sample::Index>(), digit in 2..66usize) {
        let text = document(&handshake).to_string();
        let ids: Vec<usize> = text.match_indices("\"0x").map(|(at, _)| at + 1).collect();
        let mut bytes = text.into_bytes();
        let digit = &mut bytes[ids[at.index(ids.len())] + digit];
        *digit = if *digit == b'0' { b'1' } else { b'0' };
        let edited = String::from_utf8(bytes).expect("digits");
        prop_assert!(serde_json::from_str::<OwnedHandshake>(&edited).is_err());
    }
}

#[test]
fn random_documents_keep_to_the_schema() {
    let schema = schema();
    proptest!(|(handshake in handshake::handshake())| {
        let document = document(&handshake);
        prop_assert!(schema.is_valid(&document), "{:?}", schema.iter_errors(&document).collect::<Vec<_>>());
    });
}

fn rich() -> Value {
    let mut documents = handshake::documents();
    let at = documents.iter().position(|(note, _)| note.starts_with("everything")).expect("the vector");
    documents.swap_remove(at).1
}

/// Checks that the schema and the reader refuse documents of another form.
#[test]
fn a_broken_document_is_refused_by_the_schema_and_by_the_reader() {
    type Break = fn(&mut Value);
    let zero = "0x0000000000000000000000000000000000000000000000000000000000000000";
    assert_eq!(zero.len(), 66);
    let breaks: &[(&str, Break)] = &[
        ("reads 1", |d| d["format"] = json!(2)),
        ("reads 1", |d| d["schema"] = json!(2)),
        ("missing field `coalition_root`", |d| remove(d, "coalition_root")),
        ("missing field `change_channel`", |d| remove(d, "change_channel")),
        ("unknown field `extra`", |d| d["extra"] = json!(1)),
        ("unknown field `extra`", |d| d["lattices"][0]["extra"] = json!(1)),
        ("missing field `ticket_root`", |d| remove(&mut d["organisms"][0], "ticket_root")),
        ("name", |d| d["name"] = json!("one-part")),
        ("name", |d| d["name"] = json!("Ethereum.superchain")),
        ("name", |d| d["confluences"][0]["name"] = json!("a--b")),
        ("all-zero", |d| d["lattices"][0]["stable_id"] = json!(format!("0x{}", "0".repeat(64)))),
        ("all-zero", |d| d["lattices"][0]["ticket_root"] = json!(format!("0x{}", "0".repeat(64)))),
        ("hex digits", |d| d["lattices"][0]["stable_id"] = json!("0x12")),
        ("lower-case", |d| d["lattices"][0]["stable_id"] = json!(format!("0x{}", "A".repeat(64)))),
        ("0x", |d| d["lattices"][0]["stable_id"] = json!("1".repeat(66))),
        ("expected", |d| d["lattices"][0]["stable_id"] = json!(12)),
        ("identifier", |d| d["ident"] = json!("X = \"a.b\" {} lattice Y")),
        ("identifier", |d| d["lattices"][0]["ident"] = json!("_")),
        ("identifier", |d| d["lattices"][0]["ident"] = json!("A\u{3000}B")),
        ("identifier", |d| d["confluences"][0]["content"][0]["key"] = json!("a-b")),
        ("https://", |d| d["handshake"] = json!("http://a.example")),
        ("https://", |d| d["lattices"][0]["handshake"] = json!("https://")),
        ("https://", |d| d["lattices"][0]["handshake"] = json!("https://a b")),
        ("`roster` takes an `https://` link", |d| d["confluences"][2]["roster"] = json!("http://a.example")),
        ("a peer is empty", |d| d["peers"] = json!([""])),
        ("`change_channel` is empty", |d| d["change_channel"] = json!("")),
        ("the role of `organisms[0]` is empty", |d| d["organisms"][0]["role"] = json!("")),
        ("unknown variant", |d| d["modules"]["not_shipped"] = json!(["weather"])),
        ("unknown variant", |d| d["confluences"][0]["acl"] = json!(["open"])),
        ("decimal digits", |d| d["confluences"][0]["content"][0]["value"] = json!({ "u64": "007" })),
        ("invalid type", |d| d["confluences"][0]["content"][0]["value"] = json!({ "u64": 7 })),
    ];
    let schema = schema();
    assert!(schema.is_valid(&rich()));
    for (index, (message, change)) in breaks.iter().enumerate() {
        let mut document = rich();
        change(&mut document);
        let error = read(&document).expect_err(message);
        assert!(error.contains(message), "{index}, {message}: {error}");
        assert!(!schema.is_valid(&document), "{index}, {message}: the schema takes it");
    }
}

#[test]
fn every_identifier_of_rust_is_one() {
    for ident in ["_X", "X_1", "r#type", "Größe", "_1", "℘", "ℰ"] {
        let mut document = rich();
        document["lattices"][0]["ident"] = json!(ident);
        assert!(schema().is_valid(&document), "{ident}");
        let error = read(&document).expect_err("the digest is another one");
        assert!(error.contains("handshake_digest"), "{ident}: {error}");
    }
}

/// A block that imports a confluence which no block can declare. It spans a citizen outside the coalition, and its keys are
/// neither identifiers nor sorted.
mod declared_by_a_macro {
    pub mod operator {
        use coalition::{
            AclComposition, ConfluenceConfig, ContentParam, ContentParams, ContentValue, LatticeConfig,
            UniqueId,
        };

        const fn lattice(name: &'static str, id: u8) -> LatticeConfig<'static> {
            LatticeConfig { name, stable_id: UniqueId::from_bytes([id; 32]), content_hash: None }
        }

        pub const MAINNET: LatticeConfig<'static> = lattice("mainnet", 1);
        pub const PAIRED: ConfluenceConfig<'static> = ConfluenceConfig {
            name: "paired",
            lattices: &[MAINNET, lattice("other.mainnet", 2)],
            organisms: &[],
            content: ContentParams {
                params: &[
                    ContentParam { key: "window-ms", value: ContentValue::U64(500) },
                    ContentParam { key: "", value: ContentValue::Bool(true) },
                ],
            },
            acl: AclComposition::OPEN,
        };
    }

    macro_rules! declare {
        () => {
            coalition::coalition! {
                pub coalition MACROS = "macros.mainnet" { expect_fingerprint = "0xa58d2df1fb6d8bfec00249f583b9a3ec552cbc47d7a4d6442aa3fcbfe6966c1f" }
                lattice MAINNET = $crate::declared_by_a_macro::operator::MAINNET;
                confluence PAIRED = $crate::declared_by_a_macro::operator::PAIRED;
            }
        };
    }
    declare!();
}

#[test]
fn whatever_builds_can_be_read() {
    use declared_by_a_macro::MACROS_HANDSHAKE as HANDSHAKE;
    const LEN: usize = HANDSHAKE.encoding_len();
    let path = "$crate::declared_by_a_macro::operator::PAIRED";
    assert_eq!(HANDSHAKE.confluences[0].import, Some(path));
    assert!(schema().is_valid(&document(&HANDSHAKE)));
    let owned = OwnedHandshake::from(&HANDSHAKE);
    assert_eq!(read(&document(&HANDSHAKE)), Ok(owned.clone()));
    assert_eq!(OwnedHandshake::from_encoding(&HANDSHAKE.encoding::<LEN>()), Ok(owned));
}

/// Checks the reader's errors for documents of the right form that contradict themselves.
#[test]
fn a_document_that_does_not_follow_is_refused_by_name() {
    type Break = fn(&mut Value);
    fn other() -> Value {
        json!(format!("0x{}", "ab".repeat(32)))
    }
    let breaks: &[(&str, Break)] = &[
        ("`coalition_root` is 0xabab", |d| d["coalition_root"] = other()),
        ("`handshake_digest` is 0xabab", |d| d["handshake_digest"] = other()),
        ("`tickets_root` is 0xabab", |d| d["tickets_root"] = other()),
        ("`tickets_root` is null", |d| d["tickets_root"] = Value::Null),
        ("`fingerprint` of `PAIRED_BUNDLES` is 0xabab", |d| d["confluences"][0]["fingerprint"] = other()),
        ("`fingerprint` of the ticket issuer is 0xabab", |d| d["ticket_issuer"]["fingerprint"] = other()),
        ("`identity` of module `atlas` is 0xabab", |d| d["modules"]["shipped"][0]["identity"] = other()),
        ("`shipped` is []", |d| d["modules"]["shipped"] = json!([])),
        ("`not_shipped` is []", |d| d["modules"]["not_shipped"] = json!([])),
        ("`coalition_root` is", |d| d["lattices"].as_array_mut().expect("lattices").swap(0, 1)),
        ("no `import`", |d| d["confluences"][0]["lattices"][0]["name"] = json!("other")),
        ("no `import`", |d| d["confluences"][1]["import"] = Value::Null),
        ("`handshake_digest` is", |d| d["description"] = json!("other")),
        ("`handshake_digest` is", |d| d["confluences"][1]["lattices"][1]["name"] = json!("other")),
        ("appears twice", |d| d["lattices"][0]["ident"] = json!("ETH_SUPERCHAIN_ROOT")),
        ("appears twice", |d| d["organisms"][0]["name"] = json!("ethereum.mainnet")),
        ("ascending byte order", |d| {
            d["confluences"][0]["content"].as_array_mut().expect("content").swap(0, 1);
        }),
        ("`roster` of `PAIRED_BUNDLES` is for modules", |d| {
            d["confluences"][0]["roster"] = json!("https://a.example");
        }),
        ("`import`", |d| d["confluences"][1]["import"] = json!("a::b {}")),
        ("`import`", |d| d["confluences"][1]["import"] = json!("a::$crate::B")),
        ("`import`", |d| d["confluences"][1]["import"] = json!("$crate")),
        ("`import`", |d| d["confluences"][1]["import"] = json!("$krate::B")),
    ];
    for (index, (message, change)) in breaks.iter().enumerate() {
        let mut document = rich();
        change(&mut document);
        let error = read(&document).expect_err(message);
        assert!(error.contains(message), "{index}, {message}: {error}");
    }
}

fn remove(document: &mut Value, key: &str) {
    document.as_object_mut().expect("an object").remove(key).expect("the field");
}
