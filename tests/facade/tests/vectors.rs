//! The golden vectors of the reference program, through the macro, through const evaluation and at run time.

use std::fmt::Write as _;
use std::hint::black_box;

use coalition::{CoalitionConfig, ComponentSummary, Module};
use generators::model::Model;
use serde_json::Value;

/// One module for each vector, written by [`blocks`] and compiled here.
#[rustfmt::skip]
#[path = "../../vectors/blocks.rs"]
mod generated;

const BLOCKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../vectors/blocks.rs");

fn vectors() -> Vec<Value> {
    serde_json::from_str(include_str!("../../vectors/vectors.json")).expect("the vectors are JSON")
}

/// Compares every value of the reference program with the one that a configuration derives.
#[track_caller]
fn compare(config: &CoalitionConfig, model: &Value, derived: &Value) {
    let hex = |value: &Value| value.as_str().map(str::to_owned);
    assert_eq!(Some(config.coalition_root().to_string()), hex(&derived["coalition_root"]));
    assert_eq!(config.ticket_issuer_root().map(|root| root.to_string()), hex(&derived["tickets_root"]));
    assert_eq!(
        config.ticket_issuer.map(|issuer| issuer.fingerprint().to_string()),
        hex(&derived["ticket_issuer"])
    );
    for module in Module::ALL {
        let root = config.module_root(module).map(|root| root.to_string());
        assert_eq!(root, derived["modules"].get(module.name()).and_then(hex), "{module}");
        assert_eq!(config.module(module).is_some(), root.is_some(), "{module}");
    }
    assert_eq!(Some(ComponentSummary::of(config).to_string()), hex(&derived["components"]));
    let consts = model["confluences"].as_array().into_iter().flatten();
    for (confluence, name) in config.confluences.iter().zip(consts) {
        let name = name["const"].as_str().expect("a const name");
        assert_eq!(Some(confluence.fingerprint().to_string()), hex(&derived["confluences"][name]), "{name}");
    }
}

#[test]
fn at_run_time() {
    for vector in vectors() {
        let model = Model::parse(&vector["model"]);
        model.with_config(|config| compare(black_box(config), &vector["model"], &vector["derived"]));
    }
}

#[test]
fn through_the_macro_and_const_evaluation() {
    let vectors = vectors();
    assert_eq!(vectors.len(), generated::ALL.len());
    for (vector, (config, root, evaluated)) in vectors.iter().zip(generated::ALL) {
        compare(config, &vector["model"], &vector["derived"]);
        assert_eq!(
            vector["derived"]["coalition_root"],
            root.to_string(),
            "the root that the macro wrote out"
        );
        assert_eq!(root, evaluated, "the root that rustc evaluated");
    }
}

/// `blocks.rs` is generated from the vectors. `BLESS=1` writes it.
#[test]
fn the_blocks_are_those_of_the_vectors() {
    let expected = blocks();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(BLOCKS, &expected).expect("the blocks can be written");
    }
    let found = std::fs::read_to_string(BLOCKS).expect("the blocks can be read");
    assert!(found == expected, "tests/vectors/blocks.rs is stale: run `BLESS=1 cargo test --test vectors`");
}

fn blocks() -> String {
    let mut text = String::from(
        "// Written by `BLESS=1 cargo test --test vectors` from vectors.json.\n\n\
         /// A vector's configuration, the root that the macro wrote out, and the root that rustc evaluated.\n\
         pub type Evaluated = (&'static coalition::CoalitionConfig<'static>, coalition::UniqueId, coalition::UniqueId);\n",
    );
    let mut all = String::new();
    for (index, vector) in vectors().iter().enumerate() {
        let block = Model::parse(&vector["model"]).block("VECTOR", |component| match component {
            None => vector["derived"]["coalition_root"].as_str(),
            Some("") => vector["derived"]["ticket_issuer"].as_str(),
            Some(confluence) => vector["derived"]["confluences"][confluence].as_str(),
        });
        // The first pin is the coalition's own. The macro compares the summary too.
        let components = vector["derived"]["components"].as_str().expect("a summary");
        let block = block.replacen("\" }", &format!("\", expect_components = \"{components}\" }}"), 1);
        let note = vector["note"].as_str().expect("a note");
        let _ = write!(text, "\n// {note}\npub mod v{index:02} {{\n    coalition::coalition! {{\n");
        for line in block.lines() {
            let _ = writeln!(text, "        {line}");
        }
        text.push_str("    }\n}\n");
        let _ = writeln!(
            all,
            "    (&v{index:02}::VECTOR, v{index:02}::VECTOR_ROOT, const {{ v{index:02}::VECTOR.coalition_root() }}),"
        );
    }
    let _ = write!(text, "\n/// Every vector, in order.\npub const ALL: &[Evaluated] = &[\n{all}];\n");
    text
}
