//! For random declarations, the compiler and the core derive the same root, and find every drift.

mod support;

use coalition::ComponentSummary;
use generators::model::Model;
use generators::random;
use proc_macro2::TokenStream;
use proptest::prelude::*;
use serde_json::Value;

/// Returns the text of every `compile_error!` in the expansion of a block.
fn messages(block: &str) -> Vec<String> {
    let tokens: TokenStream = format!("[::coalition] {block}").parse().expect("a block of Rust tokens");
    support::messages(coalition_compiler::coalition(tokens))
}

fn root(model: &Value) -> String {
    Model::parse(model).with_config(|config| {
        assert_eq!(config.validate(), Ok(()), "a random declaration keeps every rule");
        config.coalition_root().to_string()
    })
}

fn block(model: &Value, root: &str) -> String {
    Model::parse(model).block("RANDOM", |component| component.is_none().then_some(root))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn compiler_and_core_derive_the_same_root(model in random::model()) {
        let expected = root(&model);
        prop_assert_eq!(messages(&block(&model, &expected)), Vec::<String>::new());
    }

    #[test]
    fn a_drift_is_found(model in random::model(), digit in 0..64usize) {
        let mut pin = root(&model).into_bytes();
        pin[2 + digit] = if pin[2 + digit] == b'0' { b'1' } else { b'0' };
        let pin = String::from_utf8(pin).expect("hex digits");
        let messages = messages(&block(&model, &pin));
        prop_assert_eq!(messages.len(), 1);
        prop_assert!(messages[0].contains("[C01]"));
    }

    /// The notes name only the added citizen, although a module that spans every citizen changes too.
    #[test]
    fn an_added_citizen_is_named(mut model in random::model()) {
        let (pin, summary) = Model::parse(&model)
            .with_config(|config| (config.coalition_root().to_string(), ComponentSummary::of(config).to_string()));
        let added = serde_json::json!({
            "const": "ADDED", "name": "added.citizen", "role": "oracle",
            "stable_id": format!("0x{}", "ad".repeat(32)), "content_hash": null,
        });
        model["organisms"].as_array_mut().expect("organisms").push(added);
        let pins = format!("\"{pin}\", expect_components = \"{summary}\"");
        let messages = messages(&block(&model, &pin).replacen(&format!("\"{pin}\""), &pins, 1));
        prop_assert_eq!(messages.len(), 1);
        prop_assert!(messages[0].contains("note: organism `ADDED` was added"), "{}", messages[0]);
        prop_assert_eq!(messages[0].matches("note: ").count(), 1, "{}", messages[0]);
    }
}
