//! The block of a rendered page, pasted, declares the handshake that was rendered: over every vector, which are compiled
//! here, and over random declarations, which the compiler reads here and rustc in a crate of their own.

mod support;

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use coalition::{ConfluenceConfig, Handshake};
use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use support::handshake;

/// One module for each vector, written by [`pasted`] and compiled here: both pins hold.
#[rustfmt::skip]
#[path = "round_trip/pasted.rs"]
mod pasted;

const PASTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/round_trip/pasted.rs");

/// The code of the page's one fence outside a quote, which is no longer than it must be.
fn block(handshake: &Handshake<'_>) -> String {
    let page = handshake.markdown().to_string();
    let mut lines = page.split('\n').skip_while(|line| !line.starts_with("```"));
    let fence = lines.next().and_then(|line| line.strip_suffix("rust")).expect("a fence");
    let block: String =
        lines.by_ref().take_while(|line| *line != fence).flat_map(|line| [line, "\n"]).collect();
    assert_eq!(lines.collect::<Vec<_>>(), [""], "the block ends the page");
    assert!(fence.len() == 3 || block.contains(&fence[1..]), "a fence longer than it must be");
    block
}

#[test]
fn a_pasted_vector_is_the_handshake_that_was_rendered() {
    let vectors = handshake::vectors();
    assert_eq!(vectors.len(), pasted::ALL.len());
    for ((note, rendered), (pasted, root)) in vectors.iter().zip(pasted::ALL) {
        let rendered = rendered.as_handshake();
        assert_eq!(*pasted, rendered, "{note}");
        assert_eq!(pasted.digest(), rendered.digest(), "{note}");
        assert_eq!(*root, rendered.coalition.coalition_root(), "{note}");
    }
}

/// `pasted.rs` holds the blocks of the vectors' pages. `BLESS=1` writes it anew.
#[test]
fn the_pasted_blocks_are_those_of_the_pages() {
    let expected = pasted();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(PASTED, &expected).expect("the blocks can be written");
    }
    let found = std::fs::read_to_string(PASTED).expect("the blocks can be read");
    assert!(found == expected, "{PASTED} is stale: run `BLESS=1 cargo test --test round_trip`");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_compiler_takes_a_pasted_block(handshake in handshake::handshake()) {
        let block = block(&handshake);
        prop_assert_eq!(messages(&block), Vec::<String>::new(), "{}", block);
    }
}

/// rustc evaluates both pins of forty random blocks, in a crate with nothing else.
#[test]
fn rustc_takes_pasted_blocks() {
    let mut runner = TestRunner::deterministic();
    let mut crate_root = String::new();
    for index in 0..40 {
        let handshake = handshake::handshake().new_tree(&mut runner).expect("a handshake").current();
        let _ = write!(
            crate_root,
            "pub mod r{index:02} {{\n    use coalition::coalition;\n\n{}}}\n",
            block(&handshake)
        );
    }
    let checked = check(&crate_root);
    assert!(checked.is_ok(), "{}", checked.unwrap_err());
    // And it is the pins that are evaluated: one digit of the last one, and the build fails.
    let at = crate_root.rfind("expect_handshake = \"0x").expect("a pin") + "expect_handshake = \"0x".len();
    let other = if crate_root.as_bytes()[at] == b'0' { "1" } else { "0" };
    crate_root.replace_range(at..=at, other);
    let message = check(&crate_root).expect_err("a drift");
    assert!(message.contains("[C18]"), "{message}");
}

/// Checks a crate that depends on the facade alone, with the versions of this workspace's lock file.
///
/// # Errors
///
/// What cargo says.
fn check(crate_root: &str) -> Result<(), String> {
    let (facade, folder) =
        (env!("CARGO_MANIFEST_DIR"), Path::new(env!("CARGO_TARGET_TMPDIR")).join("round-trip"));
    std::fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"round-trip\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\ncoalition = {{ path = {facade:?} }}\n\n[workspace]\n"
    );
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    write("Cargo.toml", &manifest);
    write("src/lib.rs", crate_root);
    // A package has no lock file of the workspace beside it; cargo then takes what is at hand.
    let _ = std::fs::copy(Path::new(facade).join("Cargo.lock"), folder.join("Cargo.lock"));
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

/// The messages of a block: the text of every `compile_error!` in its expansion.
fn messages(block: &str) -> Vec<String> {
    let tokens: TokenStream = block.parse().expect("a block of Rust tokens");
    let Some(TokenTree::Group(declarations)) = tokens.into_iter().last() else { panic!("no block: {block}") };
    let facade: TokenStream = "[::coalition]".parse().expect("a path");
    let tokens = facade.into_iter().chain(declarations.stream()).collect();
    let expansion: Vec<TokenTree> = coalition_compiler::coalition(tokens).into_iter().collect();
    expansion
        .windows(3)
        .filter_map(|window| match window {
            [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(group)]
                if name == "compile_error" =>
            {
                Some(group.stream().to_string())
            }
            _ => None,
        })
        .collect()
}

fn pasted() -> String {
    let mut text = String::from(
        "// Written by `BLESS=1 cargo test --test round_trip` from the pages of the vectors.\n\n\
         /// The handshake that a pasted block declares, and the root that the macro wrote out.\n\
         pub type Pasted = (&'static coalition::Handshake<'static>, coalition::UniqueId);\n",
    );
    let mut all = String::new();
    for (index, (note, owned)) in handshake::vectors().iter().enumerate() {
        let handshake = owned.as_handshake();
        let _ = write!(text, "\n// {note}\npub mod v{index:02} {{\n    use coalition::coalition;\n\n");
        for card in handshake.confluence_cards() {
            if let Some(path) = card.import {
                text += &imported(path, card.config);
            }
        }
        let _ = writeln!(text, "{}}}", block(handshake));
        let ident = handshake.ident;
        let _ = writeln!(all, "    (&v{index:02}::{ident}_HANDSHAKE, v{index:02}::{ident}_ROOT),");
    }
    let _ = write!(text, "\n/// Every vector, in order.\npub const ALL: &[Pasted] = &[\n{all}];\n");
    text
}

/// The crate of another operator, as modules: what a page imports it does not declare.
fn imported(path: &str, config: &ConfluenceConfig<'_>) -> String {
    let (modules, ident) = path.rsplit_once("::").expect("a path");
    let hash = |hash: Option<coalition::UniqueId>| match hash {
        Some(id) => format!("Some(UniqueId::from_hex(\"{id}\"))"),
        None => "None".into(),
    };
    let mut text = String::new();
    for module in modules.split("::") {
        let _ = writeln!(text, "    pub mod {module} {{");
    }
    let _ = writeln!(
        text,
        "    use coalition::*;\n    pub const {ident}: ConfluenceConfig<'static> = ConfluenceConfig {{"
    );
    let _ = writeln!(text, "        name: {:?},\n        lattices: &[", config.name);
    for lattice in config.lattices {
        let _ = writeln!(
            text,
            "            LatticeConfig {{ name: {:?}, stable_id: UniqueId::from_hex(\"{}\"), content_hash: {} }},",
            lattice.name,
            lattice.stable_id,
            hash(lattice.content_hash)
        );
    }
    let rest = (config.organisms.len(), config.content.params.len(), config.acl.requirements.len());
    assert_eq!(rest, (0, 0, 0), "the vectors import confluences of lattices, open and without content");
    let _ = writeln!(text, "        ],\n        organisms: &[],\n        content: ContentParams::EMPTY,");
    let _ = writeln!(text, "        acl: AclComposition::OPEN,\n    }};");
    text += &"    }\n".repeat(modules.split("::").count());
    text + "\n"
}
