//! Which checks an expansion embeds: what was derived while expanding is held against rustc's derivation, what only rustc
//! sees against the pins, and nothing that a message has explained is reported twice.

mod support;

use proc_macro2::TokenStream;
use support::{expand, facade, got, id, messages};

/// A block whose lattice comes from `source`.
fn block(source: &str, fingerprint: &str) -> String {
    format!(
        "coalition X = \"a.b\" {{ expect_fingerprint = {fingerprint}, expect_handshake = \"{}\" }}
        lattice L = {source}
        organism FEED = \"feed\" {{ role = \"oracle\", stable_id = \"{}\" }}",
        id("03"),
        id("02")
    )
}

fn declared() -> String {
    format!("\"l\" {{ stable_id = \"{}\" }}", id("01"))
}

fn pinned() -> String {
    format!("operator::L {{ stable_id = \"{}\" }}", id("01"))
}

/// The root of a block, in quotes.
fn root(source: &str) -> String {
    format!("\"{}\"", got(&messages(&block(source, "_"))[0]))
}

/// The functions that the checks call, in their order.
fn checks(expansion: &TokenStream) -> Vec<String> {
    let tokens = expansion.to_string();
    let calls = tokens.split("use :: coalition :: __private :: ").skip(1);
    calls.filter_map(|call| call.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn of_a_block_that_was_derived_rustc_holds_its_own_derivation_against_it() {
    let frozen = expand(&block(&declared(), &root(&declared())));
    assert_eq!(checks(&frozen), ["agree", "check_handshake"]);
    assert!(!frozen.to_string().contains("same_fingerprint"), "the fingerprint was seen not to have drifted");
}

#[test]
fn of_a_block_with_pinned_imports_rustc_holds_the_pins_and_the_root() {
    let frozen = expand(&block(&pinned(), &root(&pinned())));
    assert_eq!(
        checks(&frozen),
        ["pinned_id", "check_lattice", "citizen_name_twice", "check", "check_handshake"]
    );
    assert!(frozen.to_string().contains("same_fingerprint"), "a drift is not reported twice");
}

#[test]
fn of_a_content_hash_by_path_that_the_root_does_not_need_rustc_holds_the_rules() {
    let lattice = declared().replace(" }", ", content_hash = other::HASH }");
    let frozen = expand(&block(&lattice, &root(&lattice)));
    assert_eq!(checks(&frozen), ["not_zero", "check", "check_handshake"]);
}

#[test]
fn an_id_by_path_that_serves_people_alone_has_a_check_of_its_own() {
    for (source, check) in [(declared(), "agree"), (pinned(), "pinned_id")] {
        let lattice = source.replace(" }", ", ticket_root = other::ROOT }");
        let frozen = checks(&expand(&block(&lattice, &root(&lattice))));
        assert!(frozen.contains(&"not_zero".to_owned()) && frozen.contains(&check.to_owned()), "{frozen:?}");
        let drifted = checks(&expand(&block(&lattice, &format!("\"{}\"", id("ff")))));
        assert!(drifted.contains(&"not_zero".to_owned()), "it is another fault: {drifted:?}");
        let literal = source.replace(" }", &format!(", ticket_root = \"{}\" }}", id("04")));
        let frozen = checks(&expand(&block(&literal, &root(&literal))));
        assert!(!frozen.contains(&"not_zero".to_owned()), "the compiler saw it: {frozen:?}");
    }
}

#[test]
fn an_organism_that_is_pinned_is_pinned_whole() {
    let keys = format!("stable_id = \"{}\"", id("02"));
    let organism = format!("organism O = operator::O {{ {keys} }}");
    let block = |citizen: &str| {
        format!("coalition X = \"a.b\" {{ expect_fingerprint = \"{}\" }} {citizen}", id("03"))
    };
    assert_eq!(checks(&expand(&block(&organism))), ["pinned_id", "pinned_content_hash", "check_organism"]);
    let lattice = organism.replacen("organism", "lattice", 1);
    assert_eq!(checks(&expand(&block(&lattice))), ["pinned_id", "check_lattice"]);
}

#[test]
fn a_drift_that_was_reported_is_left_at_that() {
    let wrong = format!("\"{}\"", id("ff"));
    assert_eq!(checks(&expand(&block(&declared(), &wrong))), [""; 0]);
    assert_eq!(checks(&expand(&block(&pinned(), &wrong))), ["pinned_id", "check_lattice"]);
}

#[test]
fn what_is_made_to_be_read_has_no_checks_and_names_what_no_other_facade_has() {
    let facade: TokenStream = "[coalition; read]".parse().expect("tokens");
    let block: TokenStream = block(&declared(), "_").parse().expect("tokens");
    let expansion =
        coalition_compiler::coalition(facade.clone().into_iter().chain(block).collect()).to_string();
    for check in ["agree", " check", "pinned_", "compile_error"] {
        assert!(!expansion.contains(check), "{check} in {expansion}");
    }
    assert!(expansion.contains("\"coalition-expanded unchecked a.b\""), "{expansion}");
    let only_there = "use coalition :: __private :: read :: *";
    assert!(expansion.contains(only_there), "{expansion}");
    let assertion: TokenStream = format!("other::CONFIG, \"{}\"", id("01")).parse().expect("tokens");
    let expansion = coalition_compiler::assert_fingerprint(facade.into_iter().chain(assertion).collect());
    assert!(expansion.to_string().contains(only_there));
}

#[test]
fn what_is_judged_has_every_check_and_says_that_it_was_expanded() {
    let [judged, built] = ["[coalition; check]", "[coalition]"].map(|facade| {
        let block = format!("{facade} {}", block(&declared(), "_"));
        coalition_compiler::coalition(block.parse().expect("tokens")).to_string()
    });
    let from = judged.find("const _ : () = { # [deprecated").expect("evidence");
    let end = "__coalition_expanded ! { } } ;";
    let to = judged.find(end).expect("evidence") + end.len();
    assert!(judged[from..to].contains("\"coalition-expanded checked a.b\""), "{judged}");
    let rest = format!("{} {}", judged[..from].trim_end(), judged[to..].trim_start());
    assert_eq!(rest.trim_end(), built.trim_end());
}

#[test]
fn an_assertion_is_left_to_the_type_of_the_const() {
    let assertion = |pin: &str| {
        let tokens: TokenStream = format!("other::CONFIG, {pin}").parse().expect("tokens");
        coalition_compiler::assert_fingerprint([facade()].into_iter().chain(tokens).collect()).to_string()
    };
    let call = |argument: &str| {
        format!(
            "const _ : () = {{ \
             const fn __coalition_assertion < T : :: coalition :: __private :: HasFingerprint > (_ : & T) \
             -> T :: Assertion {{ T :: ASSERTION }} \
             let __coalition_config = & other :: CONFIG ; \
             let __coalition_assertion = __coalition_assertion (__coalition_config) ; \
             __coalition_assertion . check (__coalition_config , :: coalition :: __private :: {argument}) }} ;"
        )
    };
    assert_eq!(assertion("_"), call("None"));
    let bytes = proc_macro2::Literal::byte_string(&[0x41; 32]);
    assert_eq!(assertion(&format!("\"{}\"", id("41"))), call(&format!("Some (* {bytes})")));
}
