//! The formats that tools read.

#[path = "support/schema.rs"]
mod schema;
mod support;

use serde_json::Value;
use support::{Folder, Ran, UNICHAIN, WRONG, block};

fn document(ran: &Ran) -> Value {
    schema::document(include_str!("../schema/report.schema.json"), &ran.stdout())
}

#[test]
fn json_keeps_to_its_schema() {
    let folder = Folder::library("json", &block("JSON", "json.test", "expect_fingerprint = _", ""));
    let unfrozen = document(&folder.coalition("check --json").code(1));
    assert_eq!(unfrozen["status"], "different");
    let coalition = &unfrozen["coalitions"][0];
    assert_eq!((&coalition["name"], &coalition["const_name"]), (&"json.test".into(), &"JSON".into()));
    assert_eq!((&coalition["state"], &coalition["package"]), (&"unfrozen".into(), &"json".into()));
    assert_eq!(coalition["fingerprint"], Value::Null);
    let got = &coalition["findings"][0]["got"];

    let frozen = document(&folder.coalition("freeze --yes --format json").code(0));
    let comparison = &frozen["comparisons"][0];
    assert_eq!((&comparison["status"], &comparison["fingerprint"]["is"]), (&"added".into(), got));
    assert_eq!(comparison["changes"].as_array().unwrap().len(), 2);
    assert_eq!(&frozen["written"][0]["got"], got);
    assert_eq!(&frozen["coalitions"][0]["fingerprint"], got);
    assert!(frozen["release_notes"][0].as_str().unwrap().ends_with("release-notes.md"));
    assert_eq!(document(&folder.coalition("check --json").code(0))["status"], "fine");

    folder.edit("src/lib.rs", "coalition::coalition!", "const _: u8 = \"\";\ncoalition::coalition!");
    let broken = document(&folder.coalition("check --json").code(101).mentions("error[E0308]"));
    let error = &broken["errors"][0];
    assert_eq!((&broken["status"], &error["message"]), (&"broken".into(), &"mismatched types".into()));
    assert!(error["file"].as_str().unwrap().ends_with("lib.rs"));
    assert_eq!((&error["line"], &error["column"]), (&1.into(), &15.into()));
}

#[test]
fn github_shows_each_finding_at_its_line() {
    let folder = Folder::library("github", &block("GITHUB", "github.test", "expect_fingerprint = _", ""));
    folder.coalition("check --format github").code(1).says(snapbox::str![[r"
::error file=src/lib.rs,line=2,col=65,title=coalition unfrozen::coalition `github.test` [C03]%0Agot: 0x[..]

"]]);
}

#[test]
fn a_broken_build_says_what_it_found_of_pins() {
    let folder = Folder::new()
        .file("Cargo.toml", "[workspace]\nmembers = [\"open\", \"wrong\"]\nresolver = \"3\"\n")
        .package("open", "broken-open")
        .file("open/src/lib.rs", &block("OPEN", "open.test", "expect_fingerprint = _", ""))
        .package("wrong", "broken-wrong")
        .file("wrong/src/lib.rs", "pub const WRONG: u8 = \"\";\n");
    for verb in ["check", "freeze --yes"] {
        let broken = document(&folder.coalition(&format!("{verb} --json")).code(101));
        assert_eq!(
            (&broken["status"], &broken["coalitions"][0]["state"]),
            (&"broken".into(), &"unfrozen".into())
        );
        assert_eq!(broken["coalitions"][0]["findings"][0]["code"], "C03");
        folder.coalition(&format!("{verb} --format github")).code(101).says(snapbox::str![[r"
::error file=open/src/lib.rs,line=2,col=61,title=coalition unfrozen::coalition `open.test` [C03]%0Agot: 0x[..]
::error file=wrong/src/lib.rs,line=1,col=23,title=the build failed::mismatched types

"]]);
    }
}

#[test]
fn github_warns_of_what_is_not_checked() {
    let source = format!("#[cfg(any())]\n{}", block("ABSENT", "absent.test", "expect_fingerprint = _", ""));
    let folder = Folder::library("absent", &source);
    folder.coalition("check --format github").code(0).says(snapbox::str![[r"
::warning file=src/lib.rs,line=3,col=19,title=coalition unchecked::absent.test: this build leaves it out; `--all-targets` builds tests too

"]]);
    let denied = folder.coalition("check --format github --deny-unchecked").code(1);
    denied.mentions("::error file=src/lib.rs,line=3,col=19,title=coalition unchecked::");
    let denied = document(&folder.coalition("check --json --deny-unchecked").code(1));
    assert_eq!(denied["status"], "different");
}

#[test]
fn no_coalition_is_no_success() {
    let folder = Folder::library("nothing", "");
    for verb in ["check", "freeze --yes"] {
        folder.coalition(verb).code(1).mentions("Found no coalition in this build");
        folder.coalition(&format!("{verb} --quiet")).code(1).mentions("no coalition");
        assert_eq!(document(&folder.coalition(&format!("{verb} --json")).code(1))["status"], "none");
        folder.coalition(&format!("{verb} --format github")).code(1).says(snapbox::str![[r"
::error title=no coalition::no coalition in this build: `--package` and `--features` select what is built

"]]);
    }
}

#[test]
fn a_freeze_tells_tools_what_diff_tells_them() {
    let folder = Folder::library("told", &block("TOLD", "told.test", "expect_fingerprint = _", ""));
    folder.coalition("freeze --yes").code(0);
    folder.coalition("handshake").code(0);
    folder.edit("src/lib.rs", UNICHAIN, WRONG);
    let diff = folder.coalition("diff --against handshake/handshake.json --json").code(1).stdout();
    let diff = schema::document(include_str!("../schema/diff.schema.json"), &diff);
    let freeze = document(&folder.coalition("freeze --yes --json").code(0));
    assert_eq!(freeze["comparisons"], diff["coalitions"]);
}

#[test]
fn github_shows_what_the_other_verbs_find() {
    let folder = Folder::library("shown", &block("SHOWN", "shown.test", "expect_fingerprint = _", ""))
        .file("src/main.rs", "fn main() { println!(\"{}\", shown::SHOWN.name); }\n");
    folder.coalition("show --format github").code(0).says(snapbox::str![[r"
::error file=src/lib.rs,line=2,col=19,title=coalition unfrozen::shown.test%0ACOALITION_ROOT: 0x[..]%0Ahandshake digest: 0x[..]

"]]);
    folder.coalition("freeze --yes").code(0);
    folder.coalition("show --format github").code(0).mentions("::notice file=src/lib.rs,line=2,col=19,");
    folder.coalition("handshake --check --format github").code(1).says(snapbox::str![[r"
::error file=handshake/handshake.md,line=1,col=1,title=handshake missing::shown.test: `cargo coalition handshake` writes it
::error file=handshake/handshake.html,line=1,col=1,title=handshake missing::shown.test: `cargo coalition handshake` writes it
::error file=handshake/handshake.json,line=1,col=1,title=handshake missing::shown.test: `cargo coalition handshake` writes it
::warning file=src/lib.rs,line=2,col=19,title=handshake incomplete::shown.test: no description: say in a doc comment what the coalition is for
...
"]]);
    let lacks = "title=handshake incomplete::shown.test: no `peers`";
    folder.coalition("handshake --format github").code(0).mentions(lacks).hides("::error");
    folder.edit("src/lib.rs", UNICHAIN, WRONG);
    let diff = "diff --against handshake/handshake.json --format github";
    folder.coalition(diff).code(1).says(snapbox::str![[r"
::warning file=src/lib.rs,line=2,col=19,title=coalition changed::shown.test against handshake/handshake.json%0ACOALITION_ROOT: 0x[..] -> 0x[..]%0Ahandshake digest: 0x[..] -> 0x[..]%0Alattice unichain.mainnet: stable_id 0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c -> 0x1111111111111111111111111111111111111111111111111111111111111111

"]]);
    folder.coalition("freeze --yes --quiet").code(0);
    folder.cargo("", "build --target-dir built").code(0);
    let binary = format!("built/debug/shown{}", std::env::consts::EXE_SUFFIX);
    folder
        .coalition(&format!("inspect {binary} --format github"))
        .code(0)
        .mentions("::notice title=coalition::shown.test%0ACOALITION_ROOT: 0x");
}

#[test]
fn colours_are_those_that_cargo_is_told() {
    let folder =
        Folder::library("coloured", &block("COLOURED", "coloured.test", "expect_fingerprint = _", ""));
    folder.coalition("check").code(1).hides("\u{1b}[");
    folder.write(".cargo/config.toml", "[term]\ncolor = 'always'\n");
    let coloured = folder.coalition("check").code(1).stdout();
    assert!(coloured.contains("\u{1b}["), "{coloured}");
    folder.coalition("check --color never").code(1).hides("\u{1b}[");
}

#[test]
fn man_pages_and_completions_come_out_of_clap() {
    let folder = Folder::new();
    folder.coalition("completions bash").code(0).mentions("cargo-coalition");
    folder.coalition("man").code(0).mentions("cargo\\-coalition");
    folder.coalition("man --out pages").code(0);
    assert!(folder.read("pages/cargo-coalition-freeze.1").contains("entry to release"));
    folder.coalition("--help").code(0).hides("completions");
    folder.coalition("new Wrong").code(2).mentions("wrong character at position 1");
    folder.coalition("new 1inch.mainnet").code(2).mentions("with `--name`");
    folder.coalition("new 1inch.mainnet --name oneinch-mainnet").code(0);
    let declared = folder.read("oneinch-mainnet/src/lib.rs");
    assert!(declared.contains("coalition ONEINCH_MAINNET = \"1inch.mainnet\""), "{declared}");
}
