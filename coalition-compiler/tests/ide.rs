//! What an expansion tells an editor, and that it does so while a declaration is being written.
//! `evidence/ide/session.py` watches rust-analyzer make use of it.

mod support;

use proc_macro2::TokenTree;
use support::expand;

/// The words of the expansion's `block! { { … } … }`, with which it begins.
fn words(block: &str) -> String {
    let mut tokens = expand(block).into_iter();
    let head: String = tokens.by_ref().take(10).map(|token| token.to_string()).collect();
    assert_eq!(head, "::coalition::__private::block!", "the references come first");
    match tokens.next() {
        Some(TokenTree::Group(group)) => group.stream().into_iter().next().expect("words").to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_word_of_a_block_is_referred_to() {
    let block = r#"
        /// A description.
        pub(crate) coalition C = "a.b" { expect_fingerprint = _ }
        lattice L = "l" { stable_id = a::B, content_hash = "0x01" }
        organism O = path::to::O;
        confluence F = "f" { spans = [L, O], content = { window = 1, policy = id("0x01") } }
    "#;
    assert_eq!(
        words(block),
        "{ coalition coalition { expect_fingerprint } [] lattice lattice { stable_id content_hash } [] \
         organism organism { } [] confluence confluence { spans content } [L O] }"
    );
}

#[test]
fn a_declaration_that_is_not_finished_has_its_words() {
    for (block, expected) in [
        ("", ""),
        ("latt", "latt lattice { } []"),
        ("latt lattice X = \"x\" { }", "latt lattice { } [] lattice lattice { } []"),
        ("lattice lattice X = \"x\" { }", "lattice lattice { } [] lattice lattice { } []"),
        ("lattice X = lattice Y = \"y\" { sta }", "lattice lattice { } [] lattice lattice { sta } []"),
        ("lattice X = \"x\" org", "lattice lattice { } [] org organism { } []"),
        ("lattice X = a::B org", "lattice lattice { } [] org organism { } []"),
        ("lattice X { sta }", "lattice lattice { sta } []"),
        ("latice X = \"x\" { stable_id = \"0x01\" con }", "latice lattice { stable_id con } []"),
        ("lattice X = \"x\" { stable_id = a::B con }", "lattice lattice { stable_id con } []"),
        ("lattice X = \"x\" { stable_id = , con }", "lattice lattice { stable_id con } []"),
        ("lattice X = [a] { sta }", "lattice lattice { sta } []"),
        ("lattice X Y = \"x\" { sta }", "lattice lattice { sta } []"),
        ("pub colition X = \"x\" { }", "colition coalition { } []"),
        ("lattice X = 'a org", "lattice lattice { } [] org organism { } []"),
        ("module A = \"atlas\" { spans = [ETH UNI, a::B, _] }", "module module { spans } [ETH UNI]"),
    ] {
        assert_eq!(words(block), format!("{{ {expected} }}").replace("  ", " "), "{block}");
    }
}
