//! The block on a handshake page, pasted into a crate, declares the same handshake.
//!
//! rustc compiles the vectors and some random handshakes, in a generated crate. Many more go only through the compiler.

mod support;

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use coalition::{ConfluenceConfig, Handshake};
use generators::handshake;
use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

/// Returns the code in the page's only fence outside a quote, and checks that the fence is as short as possible.
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_compiler_takes_a_pasted_block(handshake in handshake::handshake()) {
        let block = block(&handshake);
        prop_assert_eq!(messages(&block), Vec::<String>::new(), "{}", block);
    }
}

/// Writes the pages of every vector and of forty random handshakes, pastes their blocks into one crate, and has it print
/// them. The build checks both pins of each block.
#[test]
fn a_pasted_block_is_the_handshake_that_was_rendered() {
    let vectors = handshake::vectors();
    let mut runner = TestRunner::deterministic();
    let random: Vec<_> = std::iter::repeat_with(|| handshake::handshake().new_tree(&mut runner))
        .map(|tree| tree.expect("a handshake").current())
        .take(40)
        .collect();
    let rendered: Vec<&Handshake<'_>> =
        vectors.iter().map(|(_, owned)| owned.as_handshake()).chain(&random).collect();

    let mut source = source(&rendered);
    let printed = cargo("run", &source).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(printed.lines().count(), rendered.len());
    for (line, rendered) in printed.lines().zip(&rendered) {
        assert_eq!(line, format!("{} {rendered:?}", rendered.coalition.coalition_root()));
    }

    // rustc evaluates the pins: with a wrong digit in the last one, the build fails.
    let at = source.rfind("expect_handshake = \"0x").expect("a pin") + "expect_handshake = \"0x".len();
    let other = if source.as_bytes()[at] == b'0' { "1" } else { "0" };
    source.replace_range(at..=at, other);
    let message = cargo("check", &source).expect_err("a drift");
    assert!(message.contains("[C18]"), "{message}");
}

/// Returns a program with a module for the block of each page. It prints each declared root and handshake.
fn source(rendered: &[&Handshake<'_>]) -> String {
    let (mut modules, mut main) = (String::new(), String::new());
    for (index, handshake) in rendered.iter().enumerate() {
        let _ = writeln!(modules, "mod r{index:02} {{\n    use coalition::coalition;\n");
        for card in handshake.confluence_cards() {
            if let Some(path) = card.import {
                modules += &imported(path, card.config);
            }
        }
        let _ = writeln!(modules, "{}}}", block(handshake));
        let ident = handshake.ident;
        let _ = writeln!(
            main,
            "    println!(\"{{}} {{:?}}\", r{index:02}::{ident}_ROOT, r{index:02}::{ident}_HANDSHAKE);"
        );
    }
    format!("{modules}fn main() {{\n{main}}}\n")
}

/// Runs cargo on a program that depends only on the facade, with the versions of this workspace's lock file. Returns its
/// output.
///
/// # Errors
///
/// Returns cargo's output.
fn cargo(verb: &str, source: &str) -> Result<String, String> {
    let facade = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the checkout");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("round-trip");
    std::fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"round-trip\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\ncoalition = {{ path = '{}' }}\n\n[workspace]\n",
        facade.display()
    );
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    write("Cargo.toml", &manifest);
    write("src/main.rs", source);
    std::fs::copy(facade.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
    let output = Command::new(env!("CARGO"))
        .args([verb, "--offline", "--quiet", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

/// Returns the text of every `compile_error!` in the expansion of a block.
fn messages(block: &str) -> Vec<String> {
    let tokens: TokenStream = block.parse().expect("a block of Rust tokens");
    let Some(TokenTree::Group(declarations)) = tokens.into_iter().last() else { panic!("no block: {block}") };
    let facade: TokenStream = "[::coalition]".parse().expect("a path");
    let tokens = facade.into_iter().chain(declarations.stream()).collect();
    support::messages(coalition_compiler::coalition(tokens))
}

/// Another operator's crate, as modules, because a page does not declare its imports.
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
