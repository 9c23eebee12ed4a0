//! A freeze that ends in the middle: by a signal, by a kill, or beside another one.
#![cfg(unix)]

mod support;

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::{Folder, block, pins};

/// A crate whose build script waits, once the pin is written, until the file `go` is there.
fn waiting(name: &str) -> Folder {
    let folder = Folder::library(name, &block("OPEN", "open.test", "expect_fingerprint = _", ""));
    let script = "fn main() {\n    println!(\"cargo::rerun-if-changed=src/lib.rs\");\n    let written = \
                  !std::fs::read_to_string(\"src/lib.rs\").unwrap().contains(\"fingerprint = _\");\n    while written && \
                  !std::path::Path::new(\"go\").exists() {\n        std::fs::write(\"waits\", \"\").unwrap();\n        \
                  std::thread::sleep(std::time::Duration::from_millis(10));\n    }\n}\n";
    folder.file("build.rs", script)
}

fn start(folder: &Folder) -> Child {
    let target = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared");
    let mut freeze = Command::new(env!("CARGO_BIN_EXE_cargo-coalition"));
    freeze.current_dir(folder.path("")).env("CARGO_TARGET_DIR", target).env_remove("CI");
    freeze.args(["coalition", "freeze", "--yes"]).stdin(Stdio::null());
    freeze.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits until the verifying build has begun.
fn until_it_verifies(folder: &Folder, freeze: &mut Child) {
    let start = Instant::now();
    while !folder.path("waits").exists() {
        assert!(freeze.try_wait().unwrap().is_none(), "it ended early");
        assert!(start.elapsed() < Duration::from_secs(300), "it does not come to verify");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn signal(freeze: &Child, name: &str) {
    let sent = Command::new("kill").args(["-s", name, &freeze.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

/// Returns the names in the crate's folder.
fn names(folder: &Folder) -> Vec<String> {
    let own = ["waits", "go", "target", ".git"];
    let entries = [folder.path(""), folder.path("src")].map(|path| std::fs::read_dir(path).unwrap());
    let names = entries.into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| !own.contains(&name.as_str())).collect();
    names.sort();
    names
}

#[test]
fn a_signal_puts_everything_back() {
    for name in ["INT", "TERM", "HUP"] {
        let folder = waiting("interrupted");
        let (source, there) = (folder.read("src/lib.rs"), names(&folder));
        let mut freeze = start(&folder);
        until_it_verifies(&folder, &mut freeze);
        assert_ne!(folder.read("src/lib.rs"), source);
        signal(&freeze, name);
        let output = freeze.wait_with_output();
        folder.write("go", "");
        let output = output.unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(130), "{name}: {said}");
        assert!(said.contains("Restored every file as it was"), "{name}: {said}");
        assert_eq!(folder.read("src/lib.rs"), source);
        assert_eq!(names(&folder), there);
        // The next one is as if it had not been.
        folder.coalition("freeze --yes").code(0).hides("Restored").mentions("Noted release-notes.md");
        assert_eq!(pins(&folder.read("src/lib.rs"), "expect_fingerprint").len(), 1);
    }
}

#[test]
fn what_was_killed_is_taken_back_by_the_next_verb() {
    for verb in ["check", "show", "freeze --yes"] {
        let folder = waiting("killed");
        folder.git(&["init", "--quiet"]);
        let (source, there) = (folder.read("src/lib.rs"), names(&folder));
        let mut freeze = start(&folder);
        until_it_verifies(&folder, &mut freeze);
        // Another one is not to take back what still runs.
        folder.coalition("check").code(101).mentions("another `cargo coalition freeze` is at work");
        signal(&freeze, "KILL");
        freeze.wait().unwrap();
        folder.write("go", "");
        assert_ne!(folder.read("src/lib.rs"), source);
        // Nothing of it is committed, and `cargo clean` does not lose it.
        let status = folder.git(&["status", "--porcelain", "--untracked-files=all"]);
        assert!(!status.contains("coalition-freeze"), "{status}");
        std::fs::write(folder.path("src/.coalition-freeze-left"), "half").unwrap();
        let ran = folder.coalition(verb).mentions("Restored src/lib.rs: the freeze that was interrupted");
        if verb == "freeze --yes" {
            ran.code(0).mentions("Added").mentions("Noted release-notes.md");
            assert!(folder.read("release-notes.md").contains("this is the first freeze"));
        } else {
            assert_eq!(folder.read("src/lib.rs"), source);
            assert_eq!(names(&folder), there);
        }
        folder.coalition(verb).hides("Restored");
    }
}

/// Writes a journal as a freeze would have left it.
fn journal(folder: &Folder, verified: bool, files: &[(&str, Option<&str>, &str)]) {
    let files: Vec<_> = files
        .iter()
        .map(|(path, before, after)| serde_json::json!({ "path": path, "before": before, "after": [after] }))
        .collect();
    let text = serde_json::json!({ "verified": verified, "files": files }).to_string();
    folder.write(".coalition-freeze/journal.json", &text);
}

#[test]
fn what_was_killed_after_its_build_is_finished() {
    let folder = Folder::library("finished", &block("OPEN", "open.test", "expect_fingerprint = _", ""));
    let open = folder.read("src/lib.rs");
    folder.coalition("freeze --yes").code(0);
    let (frozen, notes) = (folder.read("src/lib.rs"), folder.read("release-notes.md"));
    std::fs::remove_file(folder.path("release-notes.md")).unwrap();
    let files =
        [("src/lib.rs", Some(open.as_str()), frozen.as_str()), ("release-notes.md", None, notes.as_str())];
    journal(&folder, true, &files);
    folder.coalition("check").code(0).mentions("Finished the freeze that was interrupted after its build");
    assert_eq!(folder.read("release-notes.md"), notes);
    assert!(!folder.path(".coalition-freeze").exists());

    // What somebody edited since is not overwritten.
    let edited = format!("{frozen}// a person's\n");
    folder.write("src/lib.rs", &edited);
    journal(&folder, false, &files);
    folder.coalition("check").code(0).mentions("Edited src/lib.rs since the freeze was interrupted");
    assert_eq!(folder.read("src/lib.rs"), edited);
    assert!(!folder.path("release-notes.md").exists());

    // A journal is a file of the repository like any other: it leads nowhere else.
    let outside = Folder::new().file("victim", "before");
    let victim = outside.path("victim").display().to_string();
    journal(&folder, true, &[(&victim, Some("before"), "after")]);
    folder.coalition("check").code(101).mentions("outside the workspace");
    assert_eq!(outside.read("victim"), "before");
}

#[test]
fn nothing_is_written_where_a_link_leads_out_of_the_workspace() {
    let outside = Folder::new().file("notes.md", "theirs\n").file("folder/keep", "");
    let link = |folder: &Folder, to: &str, name: &str| {
        std::os::unix::fs::symlink(outside.path(to), folder.path(name)).unwrap();
    };
    for to in ["notes.md", "nothing.md"] {
        let folder = Folder::library("leads-out", &block("OUT", "out.test", "expect_fingerprint = _", ""));
        let source = folder.read("src/lib.rs");
        link(&folder, to, "release-notes.md");
        folder
            .coalition("freeze --yes")
            .code(101)
            .mentions("a link leads out of the workspace")
            .mentions("Restored");
        assert_eq!(folder.read("src/lib.rs"), source);
    }
    assert_eq!(outside.read("notes.md"), "theirs\n");
    assert!(!outside.path("nothing.md").exists());
    let folder = Folder::library("leads-out", &block("OUT", "out.test", "expect_fingerprint = _", ""));
    folder.coalition("freeze --yes").code(0);
    link(&folder, "folder", "handshake");
    folder.coalition("handshake").code(101).mentions("a link leads out of the workspace");
    assert_eq!(std::fs::read_dir(outside.path("folder")).unwrap().count(), 1);
}
