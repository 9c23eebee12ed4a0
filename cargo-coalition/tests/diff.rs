//! `diff`: what changed since a revision or a document.

#[path = "support/schema.rs"]
mod schema;
mod support;

use serde_json::{Value, json};
use support::{ETHEREUM, Folder, UNICHAIN, WRONG, block, pins};

fn document(text: &str) -> Value {
    schema::document(include_str!("../schema/diff.schema.json"), text)
}

#[test]
fn a_revision_is_built_and_compared() {
    let folder = Folder::library("changed", &block("CHANGED", "changed.test", "expect_fingerprint = _", ""));
    folder.coalition("freeze --yes").code(0);
    folder.coalition("diff").code(2).mentions("`HEAD` is not a file");
    folder.git(&["init", "--quiet"]);
    folder
        .coalition("diff")
        .code(2)
        .mentions("not a revision of this repository")
        .mentions("commit the state");
    folder
        .coalition("diff --against src/lib.rs")
        .code(2)
        .mentions("cannot read src/lib.rs as a handshake.json");
    folder.write(".gitignore", "Cargo.lock\n");
    folder.commit();
    let [first] = pins(&folder.read("src/lib.rs"), "expect_fingerprint").try_into().unwrap();
    folder.coalition("diff").code(0).mentions("Same changed.test");
    folder.coalition("diff --quiet").code(0).says("");
    folder
        .coalition("diff --against nothing")
        .code(2)
        .mentions("`nothing` is not a file, and not a revision");
    folder.coalition("diff other.name").code(2).mentions("known: `changed.test`");

    // A citizen retires. What drifted is compared before it is frozen.
    let retired =
        format!("    lattice CHANGED_UNICHAIN = \"unichain.mainnet\" {{ stable_id = \"{UNICHAIN}\" }}\n");
    folder.edit("src/lib.rs", &retired, "");
    let drifted = folder.coalition("diff --against HEAD --json").code(1).stdout();
    folder.coalition("freeze --yes").code(0);
    let [second] = pins(&folder.read("src/lib.rs"), "expect_fingerprint").try_into().unwrap();
    let frozen = folder.coalition("diff --json").code(1).stdout();
    assert_eq!(drifted, frozen);
    let frozen = document(&frozen);
    assert_eq!((&frozen["format"], &frozen["status"]), (&1.into(), &"different".into()));
    let coalition = &frozen["coalitions"][0];
    assert_eq!(coalition["fingerprint"], json!({ "was": first, "is": second }));
    let changes = coalition["changes"].as_array().unwrap();
    let removed = json!({
        "change": "removed", "kind": "lattice", "name": "unichain.mainnet", "const_name": "CHANGED_UNICHAIN",
        "field": "stable_id", "was": UNICHAIN, "is": null,
    });
    assert!(changes.contains(&removed), "{frozen:#}");
    let said = folder.coalition("diff").code(1).mentions(&first).mentions(&second).mentions(UNICHAIN);
    said.mentions(&format!("Removed\n  lattice unichain.mainnet CHANGED_UNICHAIN: stable_id {UNICHAIN}"));

    // A coalition that was not there yet.
    let young = block("YOUNG", "young.test", "expect_fingerprint = _", "");
    folder.write("src/lib.rs", &format!("{}{young}", folder.read("src/lib.rs")));
    folder.coalition("diff young.test").code(1).mentions("Added young.test");
    // A revision that does not build is none to compare with.
    folder.write("src/lib.rs", "no rust");
    folder.commit();
    folder.write("src/lib.rs", &young);
    folder.coalition("diff").code(101).mentions("error").mentions("`--against handshake/handshake.json`");
}

#[test]
fn a_revision_leaves_nothing_in_the_repository_even_while_it_is_built() {
    let folder = Folder::library("alone", &block("ALONE", "alone.test", "expect_fingerprint = _", ""));
    folder.git(&["init", "--quiet"]);
    // What a command that is interrupted here would leave behind.
    let (repository, seen) = (folder.path(""), folder.path("target/seen"));
    folder.write("target/seen", "");
    let script = format!(
        "use std::io::Write as _;\nfn main() {{ let mut git = std::process::Command::new(\"git\");\n    git.args([\"-C\", \
         {repository:?}, \"worktree\", \"list\"]);\n    let mut seen = \
         std::fs::OpenOptions::new().append(true).open({seen:?}).unwrap();\n    \
         seen.write_all(&git.output().unwrap().stdout).unwrap(); }}\n"
    );
    folder.write("build.rs", &script);
    folder.write(".gitignore", "Cargo.lock\ntarget\n");
    folder.commit();
    let before = folder.git(&["status", "--porcelain"]);
    folder.coalition("diff").code(0).mentions("Same alone.test");
    let seen = folder.read("target/seen");
    let here = seen.lines().next().expect("the script ran");
    assert!(seen.lines().count() > 1 && seen.lines().all(|line| line == here), "{seen}");
    assert_eq!(folder.git(&["status", "--porcelain"]), before);
}

#[test]
fn a_document_is_compared() {
    let more = "confluence PAIR = \"pair.test\" { spans = [DOCUMENT_ETHEREUM, DOCUMENT_UNICHAIN] }";
    let folder =
        Folder::library("document", &block("DOCUMENT", "document.test", "expect_fingerprint = _", more));
    folder.coalition("freeze --yes").code(0);
    folder.coalition("handshake").code(0);
    let diff = "diff --against handshake/handshake.json";
    folder.coalition(diff).code(0).mentions("Same document.test");
    let published = folder.read("handshake/handshake.json");
    let said = folder.coalition_reading("diff --against -", &published).code(0);
    said.mentions("Same document.test").mentions("against standard input");
    folder.coalition_reading("diff --against -", "no JSON").code(2).mentions("cannot read standard input");
    let retold = "    /// Words.\n    pub coalition";
    folder.edit("src/lib.rs", "    pub coalition", retold);
    let page = "note: only the page changes: COALITION_ROOT is what it was";
    folder.coalition(diff).code(1).mentions(page).hides("must rebuild");
    folder.edit("src/lib.rs", retold, "    pub coalition");

    folder.edit("src/lib.rs", UNICHAIN, WRONG);
    folder.edit("src/lib.rs", "    confluence", "    /// Bundles.\n    confluence");
    let said = document(&folder.coalition(&format!("{diff} --json")).code(1).stdout());
    let changes = said["coalitions"][0]["changes"].as_array().unwrap();
    let fields: Vec<_> =
        changes.iter().map(|change| (&change["change"], &change["kind"], &change["field"])).collect();
    let expected = [
        ("re_pinned", "lattice", "stable_id"),
        ("re_pinned", "confluence", "fingerprint"),
        ("re_pinned", "confluence", "spans"),
        ("metadata", "confluence", "description"),
    ];
    let expected: Vec<_> = expected.map(|(a, b, c)| (Value::from(a), Value::from(b), Value::from(c))).into();
    assert_eq!(fields, expected.iter().map(|(a, b, c)| (a, b, c)).collect::<Vec<_>>());
    assert_eq!((&changes[0]["was"], &changes[0]["is"]), (&UNICHAIN.into(), &WRONG.into()));
    // A person reads each edit once.
    let said = folder.coalition(diff).code(1);
    let (_, edits) =
        said.stdout().split_once("\nIdentity changed\n").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    assert_eq!(
        edits,
        format!(
            "  lattice unichain.mainnet DOCUMENT_UNICHAIN: stable_id\n    was: {UNICHAIN}\n     is: {WRONG}\n\nChanged \
             otherwise\n  confluence pair.test PAIR: description\n    was: none\n     is: Bundles.\n\nFollows from \
             them\n  confluence pair.test PAIR: fingerprint, spans\n\nnote: integrators must rebuild: COALITION_ROOT \
             changed\n"
        )
    );
    // A document that does not follow from its own content is no document.
    folder.edit("handshake/handshake.json", UNICHAIN, WRONG);
    folder.coalition(diff).code(2).mentions("but the content of the handshake gives");
}

#[test]
fn what_lies_beside_the_repository_is_taken_as_it_is() {
    let import = "lattice IMPORTED = beside_theirs::MAINNET;";
    let source = block("BESIDE", "beside.test", "expect_fingerprint = _", import);
    let theirs = format!(
        "pub const MAINNET: coalition::LatticeConfig<'static> = coalition::LatticeConfig {{ name: \"l\", stable_id: \
         coalition::UniqueId::from_hex(\"{WRONG}\"), content_hash: None }};\n"
    );
    let folder = Folder::new()
        .package("theirs", "beside-theirs")
        .file("theirs/src/lib.rs", &theirs)
        .package("ours", "beside-ours")
        .file("ours/src/lib.rs", &source)
        .file("ours/.gitignore", "Cargo.lock\n");
    folder.edit(
        "ours/Cargo.toml",
        "[dependencies]",
        "[[bin]]\nname = 'kept'\npath = 'main.rs'\n[dependencies]\nbeside-theirs = { path = '../theirs' }",
    );
    folder.write("ours/main.rs", "fn main() {}\n");
    std::fs::copy(folder.path("Cargo.lock"), folder.path("ours/Cargo.lock")).unwrap();
    folder.coalition_in("ours", "freeze --yes").code(0);
    folder.git(&["init", "--quiet", "ours"]);
    folder.git(&["-C", "ours", "add", "--all"]);
    folder.git(&["-C", "ours", "commit", "--quiet", "--message", "a state"]);

    let taken = "theirs as it is now: HEAD does not hold it";
    folder.coalition_in("ours", "diff").code(0).mentions("Same beside.test").mentions(taken);
    folder.edit("ours/src/lib.rs", UNICHAIN, ETHEREUM);
    folder.edit("ours/src/lib.rs", "unichain.mainnet", "ethereum.other");
    folder.edit(
        "ours/src/lib.rs",
        &format!("lattice BESIDE_ETHEREUM = \"ethereum.mainnet\" {{ stable_id = \"{ETHEREUM}\" }}"),
        "",
    );
    folder.coalition_in("ours", "freeze --yes").code(0).mentions(", which froze it").hides("Unknown");
}

#[test]
fn a_hook_of_a_linked_worktree_reads_the_right_repository() {
    let folder = Folder::new()
        .package("rust", "hooked")
        .file("rust/src/lib.rs", &block("HOOKED", "hooked.test", "expect_fingerprint = _", ""));
    std::fs::copy(folder.path("Cargo.lock"), folder.path("rust/Cargo.lock")).unwrap();
    folder.coalition_in("rust", "freeze --yes").code(0);
    folder.git(&["init", "--quiet"]);
    folder.commit();
    folder.git(&["worktree", "add", "--quiet", "linked"]);
    // Git names the repository to the hooks of a linked worktree, and the working tree is then the current folder.
    let hook = folder.path(".git/hooks/pre-commit");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    let target = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared");
    let script = format!(
        "#!/bin/sh\ncd rust && CARGO_TARGET_DIR='{}' exec '{}' coalition diff\n",
        target.display(),
        env!("CARGO_BIN_EXE_cargo-coalition")
    );
    std::fs::write(&hook, script).unwrap();
    std::process::Command::new("chmod").arg("+x").arg(&hook).status().unwrap();
    let mut commit = std::process::Command::new("git");
    commit.current_dir(folder.path("linked")).args(["-c", "user.name=a", "-c", "user.email=a@a.example"]);
    let output = commit.args(["commit", "--allow-empty", "--message", "hooked"]).output().unwrap();
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && !said.contains("Added"), "{said}");
}

#[test]
fn a_manifest_that_a_revision_does_not_have_is_named() {
    let folder = Folder::library("absent", &block("ABSENT", "absent.test", "expect_fingerprint = _", ""))
        .file(".gitignore", "*\n!.gitignore\n");
    folder.git(&["init", "--quiet"]);
    folder.commit();
    let said = folder.coalition("diff").code(1).mentions("Added absent.test");
    said.mentions("Absent Cargo.toml in HEAD, which therefore has no coalition");
}

#[test]
fn a_member_in_a_submodule_is_not_held_by_the_revision() {
    let module = Folder::new().package("", "module").file("src/lib.rs", "");
    module.git(&["init", "--quiet"]);
    module.commit();
    let folder = Folder::library("outer", &block("OUTER", "outer.test", "expect_fingerprint = _", ""));
    folder.git(&["init", "--quiet"]);
    let from = module.path("").display().to_string();
    folder.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &from, "module"]);
    let manifest = folder.read("Cargo.toml");
    folder.write(
        "Cargo.toml",
        &format!("{manifest}module = {{ path = 'module' }}\n[workspace]\nmembers = ['module']\n"),
    );
    folder.commit();
    folder.coalition("diff").code(0).mentions("Taking module as it is now").mentions("Same outer.test");
}
