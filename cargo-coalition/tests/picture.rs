//! The README's picture of a drift, and its links on docs.rs and in a registry.
//!
//! `SNAPSHOTS=overwrite cargo test --test picture` writes them.

mod support;

use std::fmt::Write as _;
use std::fs;

use snapbox::assert_data_eq;
use snapbox::data::{Data, DataFormat};
use support::{Folder, checkout};

const FROZEN: &str = include_str!("../../examples/superchain.rs");

fn snapshot(path: &str, format: DataFormat) -> Data {
    Data::read_from(&checkout().join(path), Some(format))
}

#[test]
fn the_picture_and_the_links_are_fresh() {
    a_drift_with_its_notes();
    the_readme_elsewhere();
}

fn a_drift_with_its_notes() {
    let folder = Folder::library("superchain", &drifted());
    let ran = folder.cargo("", "check --quiet --color always");
    let terminal =
        format!("\x1b[1m$ cargo check --quiet\x1b[0m\n{}", ran.code(101).mentions("[C01]").stderr());
    assert_data_eq!(
        Data::from(terminal).coerce_to(DataFormat::TermSvg),
        snapshot("docs/images/drift.svg", DataFormat::TermSvg).raw()
    );
}

/// The example's coalition after three edits.
fn drifted() -> String {
    let (block, _) = FROZEN.split_once("\nfn main").expect("the example");
    let block = block.replace("//!", "//").replace(
        "use coalition::{CoalitionConfig, Module, UNIVERSE, coalition};",
        "use coalition::coalition;",
    );
    [
        (
            "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
            "0x00e0a84ed2d9a18b3fd3c1e9b0df6ac1cf68cba4e4a5f2d9f9a1f9f7a1f470d2",
        ),
        ("acl = [recognise_issuer(self)]", "acl = []"),
        (
            "    /// Pairs bundles",
            "    organism USD_PRICE_FEED = \"price-feed.usd\" {
        role = \"oracle\",
        stable_id = \"0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65\",
    }

    /// Pairs bundles",
        ),
    ]
    .iter()
    .fold(block, |block, (old, new)| {
        assert!(block.contains(old), "the example has {old}");
        block.replace(old, new)
    })
}

/// docs.rs and registries show the README too, but a link into the repository leads nowhere there. `src/readme_registry.md`
/// is the README with links to the sources on docs.rs.
///
/// rustdoc takes the first definition of a link. `src/readme_links.md` comes before the README, with the same links, and
/// with the picture as data.
fn the_readme_elsewhere() {
    let readme = fs::read_to_string(checkout().join("README.md")).expect("the README");
    let (mut in_registry, mut on_docs_rs) = (String::new(), String::new());
    for line in readme.lines() {
        let Some((label, target)) = line.strip_prefix('[').and_then(|line| line.split_once("]: ")) else {
            writeln!(in_registry, "{line}").expect("a String");
            continue;
        };
        let file =
            fs::read_to_string(checkout().join(target)).unwrap_or_else(|error| panic!("{target}: {error}"));
        let (package, path) = target
            .split_once("coalition-atlas/")
            .map_or(("coalition", target), |(_, path)| ("coalition-atlas", path));
        let source = format!("[{label}]: https://docs.rs/crate/{package}/latest/source/{path}");
        writeln!(in_registry, "{source}").expect("a String");
        if target.starts_with("docs/images/") {
            writeln!(on_docs_rs, "[{label}]: data:image/svg+xml,{}", percent_encoded(&file))
                .expect("a String");
        } else {
            writeln!(on_docs_rs, "{source}").expect("a String");
        }
    }
    assert_data_eq!(in_registry, snapshot("src/readme_registry.md", DataFormat::Text).raw());
    assert_data_eq!(on_docs_rs, snapshot("src/readme_links.md", DataFormat::Text).raw());
}

fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~/:=;,!*".contains(&byte) {
            encoded.push(byte.into());
        } else {
            write!(encoded, "%{byte:02X}").expect("a String");
        }
        encoded
    })
}
