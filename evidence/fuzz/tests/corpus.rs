//! What the fuzzer kept, and every input that it ever found a defect with, through the same functions on stable Rust.

use std::path::Path;

/// Runs every file of a corpus. Each has a thread with the stack that a proc macro has at least.
fn run(target: &str, function: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).expect("a corpus") {
        let path = entry.expect("an entry").path();
        let data = std::fs::read(&path).expect("a file");
        let outcome = std::thread::spawn(move || function(&data)).join();
        assert!(outcome.is_ok(), "{}", path.display());
        count += 1;
    }
    assert!(count > 0, "{} is empty", folder.display());
}

#[test]
fn generated() {
    run("generated", coalition_fuzz::generated);
}

#[test]
fn mutated() {
    run("mutated", coalition_fuzz::mutated);
}

#[test]
fn texts() {
    run("texts", coalition_fuzz::texts);
}

#[test]
fn handshake() {
    run("handshake", coalition_fuzz::handshake);
}
