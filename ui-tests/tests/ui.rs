//! Every message as a user reads it: one fault a file, folder = category, name = the fault.
//!
//! `.stderr` files change through `ui-tests/bless.sh` alone, and are read before they are committed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

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

/// A code without a UI test is a message that nobody has read.
#[test]
fn every_code_has_a_test() {
    let messages: String = files(Path::new("ui"), "stderr")
        .iter()
        .map(|path| std::fs::read_to_string(path.with_extension("stderr")).expect("a message"))
        .collect();
    for number in 1..=19 {
        let code = format!("[C{number:02}]");
        assert!(messages.contains(&code), "no UI test shows {code}");
    }
}
