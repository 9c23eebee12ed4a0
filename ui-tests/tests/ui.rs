//! UI tests: each file of `ui/<category>/` has one fault, and the `.stderr` file beside it has the message.
//!
//! Only `ui-tests/bless.sh` changes a `.stderr` file. Somebody reads it before it is committed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use coalition_compiler::Kind;

fn files(folder: &Path, extension: &str) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.append(&mut files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.insert(path.with_extension(""));
        }
    }
    found
}

#[test]
fn messages() {
    let tests = trybuild::TestCases::new();
    tests.compile_fail("ui/*/*.rs");
}

#[test]
fn every_fault_has_its_message_and_no_message_is_stale() {
    assert_eq!(files(Path::new("ui"), "rs"), files(Path::new("ui"), "stderr"));
}

/// Checks that a drift has the same notes if citizens are imported.
#[test]
fn an_imported_drift_has_the_notes_of_a_declared_one() {
    let notes = |path: &Path| {
        let messages = std::fs::read_to_string(path.with_extension("stderr")).expect("a message");
        let notes = messages.lines().filter_map(|line| line.trim_start().strip_prefix("note: "));
        notes.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut pairs = 0;
    for declared in files(Path::new("ui/components"), "rs") {
        let name = declared.file_name().expect("a name").to_string_lossy();
        let imported = declared.with_file_name(format!("{name}_imported"));
        if imported.with_extension("rs").exists() {
            assert_eq!(notes(&declared), notes(&imported), "{name}");
            pairs += 1;
        }
    }
    assert!(pairs > 20, "the UI tests are here");
}

/// Checks that a UI test shows each code, so that somebody has read its message.
#[test]
fn every_code_has_a_test() {
    let messages: String = files(Path::new("ui"), "stderr")
        .iter()
        .map(|path| std::fs::read_to_string(path.with_extension("stderr")).expect("a message"))
        .collect();
    for number in 1..=20 {
        let code = format!("[C{number:02}]");
        assert!(messages.contains(&code), "no UI test shows {code}");
    }
}

/// Checks that each key has a UI test on each kind. On a kind that has the key, its value is wrong, declared and imported.
/// Any other kind refuses the key.
#[test]
fn every_key_has_a_test_on_every_kind() {
    let keys: BTreeSet<&str> = Kind::ALL.iter().flat_map(|kind| kind.keys()).map(|key| key.name).collect();
    for kind in Kind::ALL {
        let names = |key: &str| kind.keys().iter().any(|own| own.name == key);
        let name = kind.name();
        for key in &keys {
            let mut tests = if names(key) { vec![name.to_owned()] } else { vec![format!("not_on_{name}")] };
            if names(key) && kind != Kind::Coalition {
                tests.push(format!("{name}_imported"));
            }
            for test in tests {
                let path = format!("ui/every_key/{test}.stderr");
                let messages = std::fs::read_to_string(&path).expect("a message");
                let word = format!("`{key}`");
                let is_shown =
                    messages.lines().any(|line| line.starts_with("error: ") && line.contains(&word));
                assert!(is_shown, "{path} has no message about {word}");
            }
        }
    }
}
