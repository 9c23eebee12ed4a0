//! What tools read.

mod support;

use serde_json::Value;
use support::{Folder, Ran, block};

fn document(ran: &Ran) -> Value {
    let schema: Value = serde_json::from_str(include_str!("../schema/report.schema.json")).unwrap();
    let document: Value = serde_json::from_str(&ran.stdout()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> = validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new(), "{document:#}");
    document
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
    assert_eq!(&frozen["written"][0]["got"], got);
    assert_eq!(&frozen["coalitions"][0]["fingerprint"], got);
    assert!(frozen["release_notes"][0].as_str().unwrap().ends_with("release-notes.md"));
    assert_eq!(document(&folder.coalition("check --json").code(0))["status"], "fine");

    folder.edit("src/lib.rs", "coalition::coalition!", "const _: u8 = \"\";\ncoalition::coalition!");
    let broken = document(&folder.coalition("check --json").code(101).mentions("error[E0308]"));
    assert_eq!((&broken["status"], &broken["errors"][0]), (&"broken".into(), &"mismatched types".into()));
}

#[test]
fn github_shows_each_finding_at_its_line() {
    let folder = Folder::library("github", &block("GITHUB", "github.test", "expect_fingerprint = _", ""));
    folder.coalition("check --format github").code(1).says(snapbox::str![[r"
::error file=src/lib.rs,line=2,col=65,title=coalition unfrozen::coalition `github.test` [C03]%0Agot: 0x[..]

"]]);
}

#[test]
fn man_pages_and_completions_come_out_of_clap() {
    let folder = Folder::new();
    folder.coalition("completions bash").code(0).mentions("cargo-coalition");
    folder.coalition("man").code(0).mentions("cargo\\-coalition");
    folder.coalition("man --out pages").code(0);
    assert!(folder.read("pages/cargo-coalition-freeze.1").contains("entry to release"));
    folder.coalition("--help").code(0).hides("completions");
    folder.coalition("new Wrong").code(2).mentions("lower-case");
}
