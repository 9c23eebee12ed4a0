//! `show`: what a build says of its coalitions.

#[path = "support/schema.rs"]
mod schema;
mod support;

use coalition_handshake::OwnedHandshake;
use serde_json::Value;
use support::{Folder, block};

/// A library that prints its own handshake as a document, to compare with.
const PRINTS: &str = "fn main() { let handshake = coalition::OwnedHandshake::from(&printed::PRINTED_HANDSHAKE);\n    \
                      println!(\"{}\", serde_json::to_string_pretty(&handshake).unwrap()); }\n";

/// The document of one coalition.
fn handshake(text: &str) -> Value {
    schema::document(include_str!("../../schema/handshake.schema.json"), text)
}

/// The envelope around several.
fn envelope(text: &str) -> Value {
    let envelope = schema::document(include_str!("../schema/show.schema.json"), text);
    for entry in envelope["coalitions"].as_array().unwrap() {
        handshake(&entry["handshake"].to_string());
    }
    envelope
}

#[test]
fn json_is_what_the_library_says() {
    let more = "confluence PRINTED_BUNDLES = \"bundles.paired\" { spans = [PRINTED_ETHEREUM, PRINTED_UNICHAIN], \
                content = { window_ms = 500, schema = \"bundle-v1\" } }\n    module PRINTED_ATLAS = \"atlas\";\n    \
                ticket_issuer PRINTED_TICKETS = \"printed.tickets\";";
    let source = block("PRINTED", "printed.test", "expect_fingerprint = _, peers = [\"12D3KooW\"]", more);
    let folder = Folder::library("printed", &source).file("src/main.rs", PRINTS);
    let manifest = folder
        .read("Cargo.toml")
        .replace("coalition = { ", "serde_json = \"1\"\ncoalition = { features = ['serde'], ");
    folder.write("Cargo.toml", &manifest);
    folder.coalition("freeze --yes").code(0);

    let shown = folder.coalition("show --json").code(0).stdout();
    assert_eq!(shown, folder.cargo("", "run --quiet").code(0).stdout());
    let shown = handshake(&shown);

    let root = shown["coalition_root"].as_str().unwrap();
    assert!(folder.read("src/lib.rs").contains(root));
    let table =
        folder.coalition("show PRINTED").code(0).mentions(root).mentions("printed.test, frozen").stdout();
    let fingerprint = shown["confluences"][0]["fingerprint"].as_str().unwrap();
    for said in [
        "src/lib.rs:2:",
        "does not ship  almanac",
        "lattice        ethereum.mainnet",
        "printed.tickets",
        fingerprint,
    ] {
        assert!(table.contains(said), "{said}: {table}");
    }
    folder.coalition("show other.name").code(2).mentions("known: `printed.test`");
}

#[test]
fn a_coalition_may_be_private_to_a_binary() {
    let source =
        block("PRIVATE", "private.test", "expect_fingerprint = _", "").replace("pub coalition", "coalition");
    let folder = Folder::new()
        .package("", "private")
        .file("src/main.rs", &format!("mod inner {{ {source} }}\nfn main() {{}}\n"));
    // What is not frozen is shown all the same, and said not to be.
    folder.coalition("show").code(0).mentions("private.test, not frozen");
    folder.coalition("freeze --yes").code(0);
    let shown = handshake(&folder.coalition("show --json --quiet").code(0).stdout());
    assert_eq!(shown["ident"], "PRIVATE");
    folder.edit("src/main.rs", support::UNICHAIN, support::WRONG);
    folder.coalition("show").code(0).mentions("drifted from what is frozen").mentions(support::WRONG);
    // Only the build that is read is lenient.
    folder.cargo("", "check").code(101).mentions("[C01]");
}

#[test]
fn a_workspace_may_have_several() {
    let first = block("FIRST", "first.test", "expect_fingerprint = _", "");
    let second = block("SECOND", "second.test", "expect_fingerprint = _", "");
    let hidden = block("HIDDEN", "hidden.test", "expect_fingerprint = _", "");
    let folder = Folder::new()
        .file("Cargo.toml", "[workspace]\nmembers = ['one', 'two']\nresolver = '3'\n")
        .package("one", "one")
        .file("one/src/lib.rs", &first)
        .package("two", "two")
        .file("two/src/lib.rs", &format!("pub use one::FIRST;\n{second}\n#[cfg(any())]\n{hidden}"))
        .file("two/src/main.rs", "fn main() { println!(\"{}{}\", two::FIRST.name, two::SECOND.name); }\n");
    folder
        .write("two/Cargo.toml", &format!("{}one = {{ path = '../one' }}\n", folder.read("two/Cargo.toml")));

    let shown = envelope(&folder.coalition("show --json").code(0).hides("hidden.test").stdout());
    assert_eq!((&shown["format"], &shown["verb"]), (&1.into(), &"show".into()));
    let found: Vec<_> = shown["coalitions"].as_array().unwrap().iter().collect();
    let package = |name: &str| {
        let found: Vec<_> = found.iter().filter(|entry| entry["handshake"]["name"] == name).collect();
        assert_eq!(found.len(), 1, "{shown:#}");
        (found[0]["package"].clone(), found[0]["state"].clone(), found[0]["line"].clone())
    };
    assert_eq!(package("first.test"), ("one".into(), "unfrozen".into(), 2.into()));
    assert_eq!(package("second.test"), ("two".into(), "unfrozen".into(), 3.into()));
    assert_eq!(found.len(), 2);
    // An import's own coalition is not the importer's.
    let alone = handshake(&folder.coalition("show --json -p two").code(0).stdout());
    assert_eq!(alone["name"], "second.test");
    let named = folder.coalition("show FIRST --json").code(0).stdout();
    serde_json::from_str::<OwnedHandshake>(&named).expect("a handshake");
}

#[test]
fn imports_are_read_and_broken_builds_are_not() {
    let source = format!(
        "mod operator {{ pub const UNICHAIN: coalition::LatticeConfig<'static> = coalition::LatticeConfig {{ name: \
         \"unichain.mainnet\", stable_id: coalition::UniqueId::from_hex(\"{}\"), content_hash: None }}; }}\n\
         coalition::coalition! {{ coalition IMPORTS = \"imports.test\" {{ expect_fingerprint = \"{}\" }}\n\
         lattice UNICHAIN = operator::UNICHAIN; }}\n",
        support::UNICHAIN,
        support::WRONG
    );
    let folder = Folder::library("imports", &source);
    folder.coalition("show").code(0).mentions(support::UNICHAIN).mentions("drifted");
    folder.edit("src/lib.rs", "lattice UNICHAIN", "const lattice UNICHAIN");
    folder.coalition("show").code(101).mentions("C08");
    folder.write("src/lib.rs", "");
    folder.coalition("show").code(1).mentions("no coalition");
    folder.coalition("show --quiet").code(1).says("");
    envelope(&folder.coalition("show --json").code(1).stdout());
}

#[cfg(unix)]
#[test]
fn a_wrapper_of_the_users_is_run_as_well() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::library("wrapped", &block("WRAPPED", "wrapped.test", "expect_fingerprint = _", ""))
        .file(
            ".cargo/config.toml",
            "[build]\nrustc-wrapper = './wrapper'\nrustc-workspace-wrapper = './members'\n",
        );
    for wrapper in ["wrapper", "members"] {
        let script = format!(
            "#!/bin/sh\necho \"$CARGO_PKG_NAME\" >>\"$(dirname \"$0\")/{wrapper}-ran\"\nexec \"$@\"\n"
        );
        folder.write(wrapper, &script);
        let executable = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path(wrapper), executable).unwrap();
    }
    folder.coalition("check").code(1).mentions("Unfrozen wrapped.test");
    assert!(folder.read("members-ran").lines().any(|package| package == "wrapped"));
    std::fs::remove_file(folder.path("members-ran")).unwrap();
    folder.coalition("show").code(0).mentions("wrapped.test, not frozen");
    for wrapper in ["wrapper", "members"] {
        let ran = folder.read(&format!("{wrapper}-ran"));
        assert!(ran.lines().any(|package| package == "wrapped"), "{ran}");
    }
}

#[test]
fn what_an_operator_writes_moves_nothing_on_a_terminal() {
    let role = r"ora\u{1b}[5A\u{1b}[J\nCOALITION_ROOT\u{202e}";
    let more = format!(
        "organism TRICK = \"trick.test\" {{ role = \"{role}\", stable_id = \"{}\" }}",
        support::WRONG
    );
    let folder = Folder::library("trick", &block("TRICK_TEST", "trick.all", "expect_fingerprint = _", &more));
    let escaped = r"ora\u{1b}[5A\u{1b}[J\u{a}COALITION_ROOT\u{202e}";
    folder.coalition("show --color always").code(0).mentions(escaped).hides("\u{202e}").hides("\u{1b}[5A");

    // The review of a freeze shows roles where they changed.
    folder.coalition("freeze --yes").code(0);
    folder.coalition("handshake").code(0);
    folder.edit("src/lib.rs", role, "oracle");
    let doc = r#"    #[doc = "One.\nAdded\u{202e}"]"#;
    folder.edit("src/lib.rs", "    pub coalition", &format!("{doc}\n    pub coalition"));
    folder.edit("src/lib.rs", "expect_fingerprint", "expect_handshake = _, expect_fingerprint");
    folder
        .coalition("freeze --yes --color always")
        .code(0)
        .mentions(escaped)
        .mentions("is: One.\n         | Added\\u{202e}\n")
        .hides("\u{202e}")
        .hides("\u{1b}[5A");
}

#[test]
fn a_module_shows_its_roster() {
    let roster = "https://atlas.example/roster";
    let more = format!("module ATLAS = \"atlas\" {{ roster = \"{roster}\" }}");
    let folder =
        Folder::library("rostered", &block("ROSTERED", "rostered.test", "expect_fingerprint = _", &more));
    let shown = folder.coalition("show").code(0).stdout();
    let line = shown.lines().find(|line| line.trim_start().starts_with("roster ")).unwrap();
    assert!(line.ends_with(roster), "{shown}");
}
