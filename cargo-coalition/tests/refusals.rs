//! Edits that are left to a person, and builds that are broken otherwise.

mod support;

use support::{ETHEREUM, Folder, UNICHAIN, WRONG, block, pins};

fn open(name: &str) -> Folder {
    Folder::library(name, &block("OPEN", "open.test", "expect_fingerprint = _", ""))
}

#[test]
fn nobody_is_asked_without_a_terminal() {
    let folder = open("unasked");
    let before = folder.read("src/lib.rs");
    folder.coalition("freeze open.test").code(2).mentions("\n    cargo coalition freeze --yes open.test\n");
    assert_eq!(folder.read("src/lib.rs"), before);
    assert!(!folder.path("release-notes.md").exists());
    // The command that it names does it.
    folder.coalition("freeze --yes open.test").code(0).mentions("Frozen open.test");
}

#[test]
fn a_document_is_not_mixed_with_a_question() {
    open("document")
        .coalition("freeze --json")
        .code(2)
        .says("")
        .mentions("cargo coalition freeze --yes --json");
}

#[test]
fn a_block_that_a_macro_writes_is_edited_by_hand() {
    let source = format!(
        "macro_rules! declare {{ () => {{ {} }} }}\ndeclare!();\n",
        block("MADE", "made.test", "expect_fingerprint = _", "")
    );
    let folder = Folder::library("made", &source);
    folder.coalition("freeze --yes").code(1).mentions("a macro writes this block").mentions("src/lib.rs:2:");
    assert_eq!(folder.read("src/lib.rs"), source);
}

#[test]
fn another_form_of_the_literal_is_edited_by_hand() {
    let keys = format!("expect_fingerprint = r\"{WRONG}\"");
    let folder = Folder::library("raw", &block("RAW", "raw.test", &keys, ""));
    folder.coalition("freeze --yes").code(1).mentions("is not the value that the message names");
    assert!(folder.read("src/lib.rs").contains(&keys));
}

#[test]
fn the_pin_of_an_import_is_never_rewritten() {
    let source = format!(
        "pub mod operator {{\n    use coalition::{{LatticeConfig, UniqueId}};\n    pub const MAINNET: \
         LatticeConfig<'static> = LatticeConfig {{ name: \"l\", stable_id: UniqueId::from_hex(\"{ETHEREUM}\"), \
         content_hash: None }};\n}}\ncoalition::coalition! {{\n    pub coalition A = \"a.test\" {{ expect_fingerprint = \
         \"{WRONG}\" }}\n    lattice L = crate::operator::MAINNET {{ stable_id = \"{UNICHAIN}\" }}\n}}\n"
    );
    let folder = Folder::library("pinned", &source);
    folder.coalition("check").code(1).mentions("Drifted a.test").mentions("`stable_id` of lattice `L`");
    folder.coalition("freeze --yes").code(1).mentions("it pins an import");
    assert!(folder.read("src/lib.rs").contains(UNICHAIN));
}

#[test]
fn nothing_is_frozen_whose_import_differs_from_its_pin() {
    let (theirs, pinned) = (format!("stable_id: coalition::UniqueId::from_hex(\"{ETHEREUM}\")"), UNICHAIN);
    let source = format!(
        "pub mod operator {{ pub const MAINNET: coalition::LatticeConfig<'static> = coalition::LatticeConfig {{ name: \
         \"l\", {theirs}, content_hash: None }}; }}\ncoalition::coalition! {{\n    pub coalition B = \"b.test\" {{ \
         expect_fingerprint = _, expect_handshake = _ }}\n    lattice L = crate::operator::MAINNET {{ stable_id = \
         \"{pinned}\" }}\n}}\n{}",
        block("SOUND", "sound.test", "expect_fingerprint = _", "")
    );
    let folder = Folder::library("withheld", &source);
    folder
        .coalition("freeze --yes b.test")
        .code(1)
        .mentions("coalition `b.test` is left to you: the pin of one of its imports does not hold")
        .mentions("`stable_id` of lattice `L` is left to you: it pins an import")
        .hides("COALITION_ROOT");
    assert_eq!(folder.read("src/lib.rs"), source);
    // No build verifies what stands beside it, so that is not frozen either.
    folder
        .coalition("freeze --yes")
        .code(1)
        .mentions("First freeze of sound.test")
        .hides("First freeze of b.test")
        .mentions("Restored every file as it was")
        .mentions("Unchecked sound.test")
        .mentions("this build does not verify `sound.test`");
    assert_eq!(folder.read("src/lib.rs"), source);
    assert!(!folder.path("release-notes.md").exists());
    // Once the pin is right, what is shown is what is written.
    folder.edit(
        "src/lib.rs",
        &format!("MAINNET {{ stable_id = \"{pinned}\""),
        &format!("MAINNET {{ stable_id = \"{ETHEREUM}\""),
    );
    let shown = folder.coalition("show --json b.test").code(0).stdout();
    folder.coalition("freeze --yes").code(0).mentions("Frozen b.test");
    let [root, _] = pins(&folder.read("src/lib.rs"), "expect_fingerprint").try_into().unwrap();
    assert!(shown.contains(&format!("\"coalition_root\": \"{root}\"")), "{shown}");
    folder.coalition("check").code(0);
}

#[test]
fn what_is_shown_is_built_with_the_same_profile() {
    let id = |name: &str, id: &str| {
        format!("pub const {name}: coalition::UniqueId = coalition::UniqueId::from_hex(\"{id}\");")
    };
    let source = format!(
        "mod ids {{ {} {} }}\npub const MAINNET: coalition::LatticeConfig<'static> = coalition::LatticeConfig {{ name: \
         \"l\", stable_id: if cfg!(debug_assertions) {{ ids::A }} else {{ ids::B }}, content_hash: None \
         }};\ncoalition::coalition! {{\n    pub coalition D = \"d.test\" {{ expect_fingerprint = _ }}\n    lattice L = \
         crate::MAINNET;\n}}\n",
        id("A", ETHEREUM),
        id("B", UNICHAIN)
    );
    let folder = Folder::library("otherwise", &source);
    folder.write(
        "Cargo.toml",
        &format!("{}[profile.dev]\ndebug-assertions = false\n", folder.read("Cargo.toml")),
    );
    folder.coalition("freeze --yes").code(0).mentions(UNICHAIN).hides(ETHEREUM);
}

#[test]
fn the_pin_of_an_import_alone_is_nothing_to_freeze() {
    let source = format!(
        "pub mod operator {{ pub const MAINNET: coalition::LatticeConfig<'static> = coalition::LatticeConfig {{ name: \
         \"l\", stable_id: coalition::UniqueId::from_hex(\"{ETHEREUM}\"), content_hash: None }}; \
         }}\ncoalition::coalition! {{\n    pub coalition A = \"a.test\" {{ expect_fingerprint = _ }}\n    lattice L = \
         crate::operator::MAINNET {{ stable_id = \"{ETHEREUM}\" }}\n}}\n"
    );
    let folder = Folder::library("moved", &source);
    folder.coalition("freeze --yes").code(0);
    folder.edit("src/lib.rs", &format!("from_hex(\"{ETHEREUM}\")"), &format!("from_hex(\"{UNICHAIN}\")"));
    let check = folder.coalition("check").code(1).mentions("`stable_id` of lattice `L`");
    check.mentions("an import's pin is edited by hand").hides("cargo coalition freeze");
}

#[test]
fn a_file_outside_the_workspace_is_edited_by_its_owner() {
    let folder = Folder::new()
        .package("theirs", "theirs")
        .file("theirs/src/lib.rs", &block("THEIRS", "theirs.test", "expect_fingerprint = _", ""))
        .package("ours", "ours")
        .file("ours/src/lib.rs", "pub use theirs::THEIRS;\n");
    folder.edit("ours/Cargo.toml", "[dependencies]", "[dependencies]\ntheirs = { path = \"../theirs\" }");
    std::fs::copy(folder.path("Cargo.lock"), folder.path("ours/Cargo.lock")).unwrap();
    folder.coalition_in("ours", "check").code(1).mentions("Unfrozen theirs.test");
    folder.coalition_in("ours", "freeze --yes").code(1).mentions("its file is outside the workspace");
    assert!(folder.read("theirs/src/lib.rs").contains("expect_fingerprint = _"));
}

#[test]
fn another_error_is_cargos_to_say() {
    let folder = open("wrong");
    folder.edit(
        "src/lib.rs",
        "coalition::coalition!",
        "pub fn broken() -> u8 { \"\" }\ncoalition::coalition!",
    );
    for verb in ["check", "freeze --yes"] {
        folder
            .coalition(verb)
            .code(101)
            .mentions("error[E0308]: mismatched types")
            .mentions("is not frozen yet [C03]")
            .mentions("could not compile `wrong`");
    }
    assert!(folder.read("src/lib.rs").contains("expect_fingerprint = _"));
    folder.write("Cargo.toml", "[package]\n");
    folder.coalition("check").code(101).mentions("failed to parse manifest");
}

#[test]
fn another_fault_of_the_block_is_broken() {
    let folder = open("faulty");
    folder.edit("src/lib.rs", "stable_id = \"0x8", "stable_id = \"0x");
    folder.coalition("check").code(101).mentions("[C04]");
}

#[test]
fn what_does_not_build_is_not_frozen() {
    let folder = open("unbuilt").file("src/main.rs", "fn main() { let _: () = unbuilt::OPEN; }\n");
    let before = folder.read("src/lib.rs");
    folder.coalition("freeze --yes").code(101).mentions("mismatched types").hides("Restored");
    assert_eq!(folder.read("src/lib.rs"), before);
    assert!(!folder.path("release-notes.md").exists());
}

#[test]
fn what_the_build_does_not_verify_is_put_back() {
    let folder = open("unverified");
    let before = folder.read("src/lib.rs");
    // The file may not grow, as it does by a value in place of `_`.
    let guard = "const _: () = assert!(include_bytes!(\"lib.rs\").len() <= ";
    let length = before.len() + guard.len() + "000);\n".len();
    let before = format!("{before}{guard}{length});\n");
    folder.write("src/lib.rs", &before);
    folder.coalition("freeze --yes").code(101).mentions("Restored").mentions("assertion failed");
    assert_eq!(folder.read("src/lib.rs"), before);
    assert!(!folder.path("release-notes.md").exists());
}

#[test]
fn no_release_goes_without_its_notes() {
    let folder = open("unnoted").file("release-notes.md/in-the-way", "");
    let before = folder.read("src/lib.rs");
    folder.coalition("freeze --yes").code(101).mentions("release-notes.md").mentions("Restored");
    assert_eq!(folder.read("src/lib.rs"), before);
}

#[test]
fn warnings_pass_through() {
    let folder = open("warned");
    folder.edit("src/lib.rs", "coalition::coalition!", "fn unused() {}\ncoalition::coalition!");
    folder.coalition("freeze --yes").code(0).mentions("function `unused` is never used");
}

#[test]
fn a_value_that_two_targets_do_not_agree_on_is_not_written() {
    let main = |id: &str| {
        format!(
            "#[path = \"../shared.rs\"]\nmod shared;\npub const MAINNET: coalition::LatticeConfig<'static> = \
             coalition::LatticeConfig {{ name: \"l\", stable_id: coalition::UniqueId::from_hex(\"{id}\"), content_hash: \
             None }};\nfn main() {{}}\n"
        )
    };
    let shared = "coalition::coalition! {\n    pub coalition S = \"s.test\" { expect_fingerprint = _ }\n    lattice L = \
                  crate::MAINNET;\n}\n";
    // Both at once.
    let folder = Folder::new().package("", "at-once").file("shared.rs", shared);
    folder.write("src/main.rs", &main(ETHEREUM));
    folder.write("examples/other.rs", &main(UNICHAIN));
    folder.coalition("freeze --yes").code(1).mentions("two targets share its file");
    assert_eq!(folder.read("shared.rs"), shared);
    // A build stops at the library, and the others say theirs in the build that is read.
    folder.write("src/lib.rs", &main(WRONG));
    folder.coalition("freeze --yes").code(1).mentions("two targets share its file").hides("Restored");
    assert_eq!(folder.read("shared.rs"), shared);
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_is_no_panic() {
    let full = || std::fs::File::create("/dev/full").unwrap();
    let target = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared");
    let folder = Folder::library("full", &block("FULL", "full.test", "expect_fingerprint = _", ""));
    for verb in ["check", "check --json", "show", "freeze --yes"] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cargo-coalition"));
        command.current_dir(folder.path("")).env("CARGO_TARGET_DIR", &target);
        let output = command.arg("coalition").args(verb.split(' ')).stdout(full()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(101), "{said}");
        assert!(said.contains("error: cannot write to stdout: ") && !said.contains("panicked"), "{said}");
    }
    // What it was to do is done.
    folder.coalition("check").code(0).mentions("Frozen full.test");
}

#[test]
fn a_pin_without_a_block_is_left_to_a_person() {
    for pattern in ["$pin:literal", "$pin:tt"] {
        let source = format!(
            "macro_rules! declare {{ ({pattern}) => {{ {} }} }}\ndeclare!(\"{WRONG}\");\n",
            block("PASSED", "passed.test", "expect_fingerprint = $pin", "")
        );
        let folder = Folder::library("passed", &source);
        folder.coalition("freeze --yes").code(1).mentions("is left to you");
        assert_eq!(folder.read("src/lib.rs"), source, "{pattern}");
        assert!(!folder.path("release-notes.md").exists());
    }
}

#[test]
fn a_coalition_that_was_named_is_frozen_or_the_freeze_fails() {
    let drifted = format!("expect_fingerprint = \"{WRONG}\"");
    // Behind a feature: this build does not have it.
    let source = format!(
        "#[cfg(feature = \"extra\")]\n{}",
        block("EXTRA", "extra.test", "expect_fingerprint = _", "")
    );
    let folder = Folder::library("named", &source);
    folder.write("Cargo.toml", &format!("{}[features]\nextra = []\n", folder.read("Cargo.toml")));
    let ran = folder.coalition("freeze --yes extra.test").code(1);
    ran.mentions("Unchecked extra.test").mentions("this build does not verify `extra.test`");
    assert_eq!(folder.read("src/lib.rs"), source);
    let json = folder.coalition("freeze --yes extra.test --json").code(1).stdout();
    assert!(json.contains("\"status\": \"different\""), "{json}");
    folder.coalition("freeze --yes extra.test --features extra").code(0).mentions("Noted release-notes.md");
    // In a binary whose library drifted.
    let folder = Folder::library("named", &block("OTHER", "other.test", &drifted, "")).file(
        "src/main.rs",
        &format!("{}fn main() {{}}\n", block("NAMED", "named.test", "expect_fingerprint = _", "")),
    );
    let ran = folder.coalition("freeze --yes named.test").code(1);
    ran.mentions("Unchecked named.test").hides("Frozen named.test").mentions("writes all values at once");
    assert!(folder.read("src/lib.rs").contains(WRONG));
    assert!(folder.read("src/main.rs").contains("expect_fingerprint = _"));
    assert!(!folder.path("release-notes.md").exists());
}
