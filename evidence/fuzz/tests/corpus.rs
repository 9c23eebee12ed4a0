//! Replays the regressions and the corpus on stable Rust.

use std::path::Path;

/// Runs every input of a folder, each on a thread with a stack of 2 MiB, the least that a procedural macro has.
fn run(folder: &str, function: fn(&[u8])) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let unpack = "unpack the corpus first: `tar -xJf corpus.tar.xz`";
    let entries: Vec<_> = std::fs::read_dir(path).expect(unpack).collect();
    assert!(!entries.is_empty(), "{folder} is empty");
    for entry in entries {
        let path = entry.expect("an entry").path();
        let data = std::fs::read(&path).expect("a file");
        let outcome = std::thread::spawn(move || function(&data)).join();
        assert!(outcome.is_ok(), "{}", path.display());
    }
}

#[test]
fn regressions_of_mutated() {
    run("regressions/mutated", coalition_fuzz::mutated);
}

#[test]
fn generated() {
    run("corpus/generated", coalition_fuzz::generated);
}

#[test]
fn mutated() {
    run("corpus/mutated", coalition_fuzz::mutated);
}

#[test]
fn texts() {
    run("corpus/texts", coalition_fuzz::texts);
}

#[test]
fn handshake() {
    run("corpus/handshake", coalition_fuzz::handshake);
}
