//! The root of a block with imports. The compiler derives it if every import is pinned, otherwise rustc does.

mod support;

use support::{expand, id, messages};

/// A block whose only lattice is imported, with these keys.
fn block(keys: &str, fingerprint: &str) -> String {
    format!(
        "pub coalition X = \"import.test\" {{ expect_fingerprint = {fingerprint} }}
        lattice IMPORTED = operator::LATTICE {{ {keys} }}
        organism FEED = \"feed\" {{ role = \"oracle\", stable_id = \"{}\" }}",
        id("02")
    )
}

/// The same, declared.
fn declared(fingerprint: &str) -> String {
    block("", fingerprint)
        .replace("operator::LATTICE {  }", &format!("\"lattice\" {{ stable_id = \"{}\" }}", id("01")))
}

/// The value that the only message says.
fn got(messages: &[String]) -> String {
    let [message] = messages else { panic!("one message: {messages:#?}") };
    support::got(message).to_owned()
}

/// The tokens of an expansion, with single spaces.
fn text(block: &str) -> String {
    expand(block).to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_fully_pinned_block_has_the_root_of_the_declared_one() {
    let pinned = format!("stable_id = \"{}\"", id("01"));
    let unfrozen = messages(&block(&pinned, "_"));
    assert!(unfrozen[0].contains("[C03]"));
    assert_eq!(got(&unfrozen), got(&messages(&declared("_"))));
}

#[test]
fn a_fully_pinned_block_finds_its_drift_and_explains_it() {
    let pinned = format!("stable_id = \"{}\"", id("01"));
    let drift = messages(&block(&pinned, &format!("\"{}\"", id("ff"))));
    assert!(drift[0].contains("[C01]"), "{drift:?}");
    let lattice = format!("lattice IMPORTED = \"lattice\" {{ stable_id = \"{}\" }}", id("01"));
    let unfrozen = messages(&declared("_").replace(&lattice, ""));
    let (_, pins) = unfrozen[0].split_once("expect_fingerprint = ").expect("two lines to paste");
    let added = messages(&block(&pinned, pins));
    assert!(added[0].contains("note: lattice `IMPORTED` was added"), "{added:?}");
}

#[test]
fn a_fully_pinned_block_emits_its_root_as_literal_bytes() {
    let pinned = format!("stable_id = \"{}\"", id("01"));
    let root = got(&messages(&block(&pinned, "_")));
    let frozen = block(&pinned, &format!("\"{root}\""));
    assert_eq!(messages(&frozen), [""; 0]);
    let expansion = text(&frozen);
    let literal = proc_macro2::Literal::byte_string(&bytes(&root));
    let item = format!(
        "const X_ROOT : :: coalition :: UniqueId = :: coalition :: UniqueId :: from_bytes (* {literal}) ;"
    );
    assert!(expansion.contains(&item), "{item}\n{expansion}");
    assert!(expansion.contains("__private :: same_id (& IMPORTED . stable_id"), "rustc checks the pin");
}

#[test]
fn an_unpinned_block_is_left_to_rustc() {
    for fingerprint in ["_".to_owned(), format!("\"{}\"", id("ff"))] {
        let block = block("", &fingerprint);
        assert_eq!(messages(&block), [""; 0]);
        assert!(text(&block).contains("use :: coalition :: __private :: check as __coalition_check"));
    }
}

#[test]
fn an_id_by_path_is_left_to_rustc() {
    let block = declared("_").replace(&format!("\"{}\" }}\n", id("01")), "operator::ID }\n");
    assert_eq!(messages(&block), [""; 0]);
    assert!(text(&block).contains(":: UniqueId = operator :: ID"));
}

#[test]
fn a_pin_by_path_is_no_value_that_is_known() {
    assert_eq!(messages(&block("stable_id = operator::ID", "_")), [""; 0]);
}

fn bytes(id: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&id[at..at + 2], 16).expect("hex digits");
    (2..id.len()).step_by(2).map(digit).collect()
}
