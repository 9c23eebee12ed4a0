//! Files that somebody else wrote into the repository, to mislead or to stop the command.
#![cfg(unix)]

mod support;

use std::process::Command;

use support::{Folder, block};

fn pipe(folder: &Folder, name: &str) {
    assert!(Command::new("mkfifo").arg(folder.path(name)).status().unwrap().success());
}

#[test]
fn a_name_cannot_speak_for_the_command() {
    let name = "e\u{1b}[2J\u{202e}tset.x";
    let folder = Folder::library("spoken", &block("OWN", "own.test", "expect_fingerprint = _", ""))
        .file("src/unused.rs", &block("EVIL", name, "expect_fingerprint = _", ""));
    for verb in ["check", "freeze --yes", "check --format github", "freeze --yes nothing"] {
        let said = folder.coalition(verb).hides("\u{1b}[2J").hides("\u{202e}");
        assert!(verb.starts_with("freeze") || said.stdout().contains(r"e\u{1b}[2J\u{202e}tset.x"), "{verb}");
    }
}

#[test]
fn deep_nesting_is_no_crash() {
    let (open, close) = ("(".repeat(300_000), ")".repeat(300_000));
    let folder = Folder::library("nested", &block("FLAT", "flat.test", "expect_fingerprint = _", ""))
        .file("src/deep.rs", &format!("// coalition\nm!{open}{close}\n"));
    folder.coalition("freeze --yes").code(0).mentions("Frozen flat.test");
    folder.write("src/lib.rs", "");
    folder.coalition("check").code(1).mentions("no coalition in this build");
}

#[test]
fn a_pipe_in_the_way_is_no_wait() {
    let folder = Folder::library("piped", &block("PIPED", "piped.test", "expect_fingerprint = _", ""));
    let source = folder.read("src/lib.rs");
    pipe(&folder, "src/unused.rs");
    pipe(&folder, "release-notes.md");
    let said = folder.coalition("freeze --yes").code(101);
    said.mentions("release-notes.md: it is a pipe or a device").mentions("Restored every file as it was");
    assert_eq!(folder.read("src/lib.rs"), source);
    std::fs::remove_file(folder.path("release-notes.md")).unwrap();
    folder.coalition("freeze --yes").code(0);
    std::fs::create_dir(folder.path("handshake")).unwrap();
    for name in ["handshake/handshake.md", "handshake/handshake.json"] {
        pipe(&folder, name);
    }
    folder.coalition("check --published").code(1).mentions("is not the page of piped.test");
    folder.coalition("handshake").code(0).mentions("Wrote handshake/handshake.md");
    folder.coalition("check --published").code(0);
    folder.coalition("diff --against -").code(2);
    // A journal that leads to a pipe.
    pipe(&folder, "src/pipe.rs");
    let entry = "{\"path\":\"src/pipe.rs\",\"before\":\"a\",\"after\":[\"b\"]}";
    folder.write(".coalition-freeze/journal.json", &format!("{{\"verified\":false,\"files\":[{entry}]}}"));
    folder.coalition("check").code(101).mentions("it is a pipe or a device");
}
