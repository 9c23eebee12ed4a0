//! Several coalitions, in several packages and targets.

mod support;

use support::{Folder, UNICHAIN, WRONG, block, pins};

fn workspace() -> Folder {
    let open = "expect_fingerprint = _";
    Folder::new()
        .file("Cargo.toml", "[workspace]\nmembers = [\"one\", \"two\"]\nresolver = \"3\"\n")
        .package("one", "one")
        .file("one/src/lib.rs", &block("ONE", "one.test", open, ""))
        .package("two", "two")
        .file("two/src/lib.rs", &block("TWO", "two.test", open, ""))
        .file(
            "two/src/main.rs",
            &format!("fn main() {{ let _ = two::TWO; }}\n{}", block("HIDDEN", "hidden.test", open, "")),
        )
        .file("two/examples/shown.rs", &format!("fn main() {{}}\n{}", block("SHOWN", "shown.test", open, "")))
}

#[test]
fn each_coalition_has_a_state_of_its_own() {
    let folder = workspace();
    // A binary is built once its library is.
    folder
        .coalition("check")
        .code(1)
        .mentions("Unchecked hidden.test")
        .mentions("its package did not build, because of coalition `two.test`");
    folder.coalition("freeze ONE --yes").code(0).hides("two.test");
    assert!(folder.read("two/src/lib.rs").contains("expect_fingerprint = _"));
    folder.coalition("check").code(1).mentions("Frozen one.test").mentions("Unfrozen two.test");
    folder.coalition("check --package one").code(0).hides("two.test");
    folder
        .coalition_in("two", "freeze --yes")
        .code(0)
        .mentions("Frozen hidden.test")
        .mentions("Frozen shown.test");
    folder.coalition("check").code(0).hides("Unchecked");
    let notes = folder.read("two/release-notes.md");
    for name in ["two.test", "hidden.test", "shown.test"] {
        assert!(notes.contains(&format!(": {name} (")), "{notes}");
    }
    assert!(folder.read("one/release-notes.md").contains(": one.test ("));
}

#[test]
fn all_values_are_written_at_once() {
    let id = "coalition::UniqueId::from_hex";
    let imported = format!(
        "pub const MAINNET: coalition::LatticeConfig<'static> = coalition::LatticeConfig {{ name: \"l\", stable_id: \
         {id}(\"{UNICHAIN}\"), content_hash: None }};\ncoalition::coalition! {{\n    pub coalition FIRST = \
         \"first.test\";\n    lattice L = crate::MAINNET;\n}}\n"
    );
    let keys = format!("expect_fingerprint = \"{WRONG}\", expect_handshake = _");
    let more = "module ATLAS = \"atlas\" { expect_fingerprint = _ }\n    ticket_issuer TICKETS = \"tickets\" { \
                expect_fingerprint = _ }";
    let main = format!("use at_once as _;\nfn main() {{}}\n{}", block("BEHIND", "behind.test", &keys, more));
    let folder = Folder::library("at_once", &imported).file("src/main.rs", &main);
    // One build finds out, one reads and one verifies.
    let ran = folder.coalition("freeze --yes --json").code(0);
    assert_eq!(ran.stderr().matches("Checking at_once").count(), 3, "{}", ran.stderr());
    let document: serde_json::Value = serde_json::from_str(&ran.stdout()).unwrap();
    assert_eq!(document["written"].as_array().unwrap().len(), 5, "{document}");
    assert!(folder.read("src/lib.rs").contains("expect_components"));
    assert!(!folder.read("src/main.rs").contains("= _") && !folder.read("src/main.rs").contains(WRONG));
    folder
        .coalition("check --deny-unchecked")
        .code(0)
        .mentions("Frozen first.test")
        .mentions("Frozen behind.test");
}

#[test]
fn an_unknown_name_is_a_mistake_of_the_caller() {
    let folder = Folder::library("known", &block("KNOWN", "known.test", "expect_fingerprint = _", ""));
    folder.coalition("freeze unknown.test --yes").code(2).mentions("; known: `known.test`");
}

#[test]
fn what_is_not_built_is_not_called_frozen() {
    let source = format!(
        "#[cfg(feature = \"extra\")]\npub mod extra {{\n{}}}\n#[cfg(feature = \"extra\")]\nmod apart;\n",
        block("EXTRA", "extra.test", &format!("expect_fingerprint = \"{WRONG}\""), "")
    );
    let folder = Folder::library("features", &source)
        .file("src/apart.rs", &block("APART", "apart.test", "expect_fingerprint = _", ""));
    folder.edit("Cargo.toml", "[dependencies]", "[features]\nextra = []\n[dependencies]");
    folder.coalition("check").code(0).mentions("Unchecked extra.test").mentions("Unchecked apart.test");
    let denied = folder.coalition("check --deny-unchecked --quiet").code(1);
    denied.mentions("Unchecked extra.test").mentions("features, packages and targets");
    folder
        .coalition("check --features extra")
        .code(1)
        .mentions("Drifted extra.test")
        .mentions("Unfrozen apart.test");
}

#[test]
fn what_a_failed_build_does_not_reach_names_the_cause() {
    let extra = block("EXTRA", "extra.test", &format!("expect_fingerprint = \"{WRONG}\""), "");
    let folder = Folder::new()
        .file("Cargo.toml", "[workspace]\nmembers = [\"fails\", \"follows\", \"passes\"]\nresolver = \"3\"\n")
        .package("fails", "fails")
        .file(
            "fails/src/lib.rs",
            &format!(
                "{}#[cfg(any())]\nmod healthy;\n",
                block("OPEN", "open.test", "expect_fingerprint = _", "")
            ),
        )
        .file("fails/src/healthy.rs", &extra)
        .package("follows", "follows")
        .file("follows/tests/own.rs", &extra.replace("extra.test", "tested.test"))
        .file(
            "follows/src/lib.rs",
            &format!("pub use fails::OPEN;\n{}", extra.replace("extra.test", "following.test")),
        )
        .package("passes", "passes")
        .file("passes/src/lib.rs", "#[cfg(any())]\nmod apart;\n")
        .file("passes/src/apart.rs", &extra.replace("extra.test", "apart.test"));
    folder.edit("follows/Cargo.toml", "[dependencies]", "[dependencies]\nfails = { path = '../fails' }");
    let reason = |arguments: &str, name: &str| {
        let said = folder.coalition(arguments).code(1).stdout();
        let document: serde_json::Value = serde_json::from_str(&said).unwrap();
        let mut coalitions = document["coalitions"].as_array().unwrap().iter();
        coalitions.find(|found| found["name"] == name).unwrap()["reason"].clone()
    };
    let because = "its package did not build, because of coalition `open.test`";
    for name in ["extra.test", "following.test", "tested.test"] {
        assert_eq!(reason("check --json --all-targets", name), because);
    }
    assert_eq!(reason("check --json --all-targets", "apart.test"), "this build does not reach it");
    assert_eq!(reason("check --json", "tested.test"), "it is a test's, which `--all-targets` builds");
}

#[test]
fn a_handshake_and_a_module_are_frozen_with_their_coalition() {
    let keys = format!("expect_fingerprint = \"{WRONG}\", expect_handshake = \"{WRONG}\"");
    let more = "module ATLAS = \"atlas\" { expect_fingerprint = _ }\n    ticket_issuer TICKETS = \"tickets\" { \
                expect_fingerprint = _ }";
    let folder = Folder::library("whole", &block("WHOLE", "whole.test", &keys, more));
    folder.coalition("freeze --yes").code(0).mentions("the handshake of coalition `whole.test` changed");
    let source = folder.read("src/lib.rs");
    assert_eq!(pins(&source, "expect_fingerprint").len(), 3, "{source}");
    let [digest] = pins(&source, "expect_handshake").try_into().unwrap();
    assert_ne!(digest, WRONG);
    let notes = folder.read("release-notes.md");
    assert!(notes.contains(&format!("- previous handshake digest: `{WRONG}`")), "{notes}");
    folder.coalition("check").code(0).mentions(&digest);
}

#[test]
fn a_configuration_by_hand_is_left_to_a_person() {
    let source = format!(
        "use coalition::{{AclComposition, TicketIssuerConfig, assert_fingerprint}};\npub const TICKETS: \
         TicketIssuerConfig<'static> =\n    TicketIssuerConfig {{ name: \"oplabs.tickets\", acl: AclComposition::OPEN \
         }};\nassert_fingerprint!(TICKETS, \"{WRONG}\");\n"
    );
    let folder = Folder::library("by-hand", &source);
    folder.coalition("check").code(1).mentions("Drifted ticket issuer");
    let left = folder.coalition("freeze --yes --json").code(1).stdout();
    assert!(left.contains("\"status\": \"different\"") && left.contains("it stands in no block"), "{left}");
    let got = left.split("\"got\": \"").nth(1).unwrap().split('"').next().unwrap();
    folder.edit("src/lib.rs", WRONG, got);
    folder.coalition("check").code(0).mentions("a configuration by hand");
    folder.coalition("freeze --yes").code(0).mentions("a configuration by hand");
}

#[test]
fn a_block_that_two_targets_share_is_frozen_once() {
    let folder = Folder::library("shared", "pub mod declared;\n")
        .file("src/main.rs", "mod declared;\nfn main() { let _ = declared::SHARED; }\n")
        .file("src/declared.rs", &block("SHARED", "shared.test", "expect_fingerprint = _", ""));
    folder.coalition("freeze --all-targets --yes").code(0).mentions("Frozen shared.test");
    assert_eq!(folder.read("release-notes.md").matches("shared.test").count(), 1);
}

#[test]
fn a_tests_coalition_is_built_when_asked_for() {
    let folder = Folder::library("tested", "")
        .file("tests/own.rs", &block("OWN", "own.test", "expect_fingerprint = _", ""));
    folder.coalition("check").code(0).mentions("Unchecked own.test").mentions("`--all-targets`");
    folder.coalition("check --all-targets").code(1).mentions("Unfrozen own.test");
    folder.coalition("freeze --all-targets --yes").code(0).mentions("Frozen own.test");
}

#[test]
fn two_packages_may_declare_the_same() {
    let same = block("SAME", "same.test", "expect_fingerprint = _", "");
    let folder = Folder::new()
        .file("Cargo.toml", "[workspace]\nmembers = [\"one\", \"two\"]\nresolver = \"3\"\n")
        .package("one", "same-one")
        .file("one/src/lib.rs", &same)
        .package("two", "same-two")
        .file("two/src/lib.rs", &same);
    folder.coalition("freeze --yes").code(0);
    let [pin] = pins(&folder.read("one/src/lib.rs"), "expect_fingerprint").try_into().unwrap();
    for package in ["one", "two"] {
        assert!(folder.read(&format!("{package}/src/lib.rs")).contains(&pin));
        let notes = folder.read(&format!("{package}/release-notes.md"));
        assert_eq!(notes.matches(&pin).count(), 1, "{notes}");
    }
}

#[test]
fn a_block_in_an_included_file_is_reviewed_and_noted() {
    let folder = Folder::library("included", "include!(\"declared.in\");\n")
        .file("src/declared.in", &block("INCLUDED", "included.test", "expect_fingerprint = _", ""));
    folder
        .coalition("freeze --yes")
        .code(0)
        .mentions("First freeze of included.test")
        .mentions("Noted release-notes.md");
    let [pin] = pins(&folder.read("src/declared.in"), "expect_fingerprint").try_into().unwrap();
    assert!(folder.read("release-notes.md").contains(&pin));
}

#[test]
fn checkouts_that_share_a_target_directory_are_kept_apart() {
    let mine = Folder::library("twice", &block("TWICE", "twice.test", "expect_fingerprint = _", ""));
    mine.coalition("freeze --yes").code(0);
    let drifted = mine.read("src/lib.rs").replace(UNICHAIN, WRONG);
    let other = Folder::library("twice", &drifted);
    // What was built last is newer than the other checkout's sources.
    for verb in ["check", "show"] {
        mine.edit("src/lib.rs", "}\n", "}\n\n");
        mine.coalition(verb).code(0).hides(WRONG);
    }
    other.coalition("check").code(1).mentions("Drifted twice.test");
    other.coalition("show").code(0).mentions(WRONG);
    mine.coalition("show").code(0).hides(WRONG);
    mine.coalition("check").code(0).mentions("Frozen twice.test");
}
