//! The ways in which people set up their builds. In each, a block that holds is frozen, one that drifted is not, and no
//! build of the crate takes what this command built without checks.
#![cfg(unix)]

mod support;

use std::os::unix::fs::PermissionsExt as _;

use support::{Folder, UNICHAIN, WRONG, block};

/// A build of a crate: arguments, and environment variables.
#[derive(Default)]
struct Setup<'a> {
    arguments: &'a str,
    variables: &'a [(&'a str, String)],
    /// The arguments of the build that must fail.
    plain: &'a str,
}

/// Freezes the block in a file, and lets it drift.
#[track_caller]
fn judge(folder: &Folder, file: &str, setup: &Setup<'_>) {
    let run = |verb: &str| folder.coalition_with(&format!("{verb} {}", setup.arguments), setup.variables);
    run("freeze --yes").code(0).mentions("Frozen ");
    run("check --deny-unchecked").code(0).mentions("Frozen ").hides("Unchecked");
    folder.edit(file, UNICHAIN, WRONG);
    run("show").code(0);
    run("check").code(1).mentions("Drifted ").hides("Frozen ");
    let plain = if setup.plain.is_empty() { "check" } else { setup.plain };
    folder.cargo("", plain).code(101).mentions("[C01]");
    folder.edit(file, WRONG, UNICHAIN);
    run("check --deny-unchecked").code(0).mentions("Frozen ");
}

fn library(name: &str) -> Folder {
    Folder::library(name, &block("SET", "set.test", "expect_fingerprint = _", ""))
}

/// A wrapper of rustc that notes that it was called.
fn wrapper(folder: &Folder) -> String {
    let noted = folder.path("noted");
    folder.write("wrapper", &format!("#!/bin/sh\n: >> '{}'\nexec \"$@\"\n", noted.display()));
    let wrapper = folder.path("wrapper");
    std::fs::set_permissions(&wrapper, std::fs::Permissions::from_mode(0o755)).unwrap();
    wrapper.display().to_string()
}

#[test]
fn a_wrapper_of_the_user_is_called_too() {
    for names in
        [&["RUSTC_WRAPPER"][..], &["RUSTC_WORKSPACE_WRAPPER"], &["RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"]]
    {
        let folder = library("wrapped");
        let wrapper = wrapper(&folder);
        let variables: Vec<_> = names.iter().map(|name| (*name, wrapper.clone())).collect();
        judge(&folder, "src/lib.rs", &Setup { variables: &variables, ..Setup::default() });
        assert!(folder.path("noted").exists(), "{names:?}");
    }
    let folder = library("wrapped-by-file");
    let wrapper = wrapper(&folder);
    folder.write(".cargo/config.toml", &format!("[build]\nrustc-workspace-wrapper = '{wrapper}'\n"));
    judge(&folder, "src/lib.rs", &Setup::default());
    assert!(folder.path("noted").exists());
}

#[test]
fn directories_may_lie_and_be_called_anyhow() {
    let folder = library("placed");
    let build = folder.path("built").display().to_string();
    let variables = [("CARGO_BUILD_BUILD_DIR", build)];
    judge(&folder, "src/lib.rs", &Setup { variables: &variables, ..Setup::default() });
    judge(&folder, "src/lib.rs", &Setup { arguments: "--manifest-path ./Cargo.toml", ..Setup::default() });
    judge(&folder, "src/lib.rs", &Setup { arguments: "-- --offline", ..Setup::default() });

    // A path with a space, a quote and a letter outside of ASCII, and a link to it.
    let folder = Folder::new().package("ä b'c", "spaced");
    std::fs::rename(folder.path("Cargo.lock"), folder.path("ä b'c/Cargo.lock")).unwrap();
    folder.write("ä b'c/src/lib.rs", &block("SPACED", "spaced.test", "expect_fingerprint = _", ""));
    std::os::unix::fs::symlink(folder.path("ä b'c"), folder.path("link")).unwrap();
    for place in ["ä b'c", "link"] {
        folder.coalition_in(place, "freeze --yes").code(0).mentions("Frozen spaced.test src/lib.rs:2:");
        folder
            .coalition_in(place, "check --deny-unchecked")
            .code(0)
            .mentions("Frozen spaced.test src/lib.rs:2:");
        folder.edit("ä b'c/src/lib.rs", UNICHAIN, WRONG);
        folder.coalition_in(place, "check").code(1).mentions("Drifted spaced.test src/lib.rs:2:");
        folder.edit("ä b'c/src/lib.rs", WRONG, UNICHAIN);
    }
}

#[test]
fn any_kind_of_target_may_hold_a_block() {
    // A procedural macro may export no item, so its block is private.
    let private =
        block("MACRO", "macro.test", "expect_fingerprint = _", "").replace("pub coalition", "coalition");
    let folder = Folder::library("set-macro", &private);
    folder.write("Cargo.toml", &format!("{}[lib]\nproc-macro = true\n", folder.read("Cargo.toml")));
    judge(&folder, "src/lib.rs", &Setup::default());

    let bench = block("BENCH", "bench.test", "expect_fingerprint = _", "") + "fn main() {}\n";
    let folder = Folder::library("set-bench", "").file("benches/own.rs", &bench);
    folder.write(
        "Cargo.toml",
        &format!("{}[[bench]]\nname = \"own\"\nharness = false\n", folder.read("Cargo.toml")),
    );
    folder.coalition("check --deny-unchecked").code(1).mentions("Unchecked bench.test");
    judge(
        &folder,
        "benches/own.rs",
        &Setup { arguments: "--all-targets", plain: "check --benches", ..Setup::default() },
    );

    let folder = Folder::library("set-feature", "#[cfg(feature = \"extra\")]\nmod extra;\n")
        .file("src/extra.rs", &block("EXTRA", "extra.test", "expect_fingerprint = _", ""));
    folder.write("Cargo.toml", &format!("{}[features]\nextra = []\n", folder.read("Cargo.toml")));
    let features = "--features extra";
    judge(
        &folder,
        "src/extra.rs",
        &Setup { arguments: features, plain: "check --features extra", ..Setup::default() },
    );
}

#[test]
fn a_member_may_lie_outside_of_the_root_and_be_remapped() {
    let folder =
        Folder::new().file("root/Cargo.toml", "[workspace]\nmembers = [\"../member\"]\nresolver = \"3\"\n");
    let folder = folder.package("member", "set-outside");
    folder.edit("member/Cargo.toml", "edition", "workspace = '../root'\nedition");
    std::fs::rename(folder.path("Cargo.lock"), folder.path("root/Cargo.lock")).unwrap();
    folder.write("member/src/lib.rs", &block("OUTSIDE", "outside.test", "expect_fingerprint = _", ""));
    let member = folder.path("member").canonicalize().unwrap().display().to_string();
    folder.write(
        "root/.cargo/config.toml",
        &format!("[build]\nrustflags = ['--remap-path-prefix={member}=/build/shared']\n"),
    );
    let place = format!("outside.test {member}/src/lib.rs:2:");
    for arguments in ["", " -p set-outside"] {
        let run = |verb: &str| folder.coalition_in("root", &format!("{verb}{arguments}"));
        run("freeze --yes").code(0).mentions(&format!("Frozen {place}"));
        run("check --deny-unchecked").code(0).mentions(&format!("Frozen {place}")).hides("/build/shared");
        folder.edit("member/src/lib.rs", UNICHAIN, WRONG);
        run("check").code(1).mentions(&format!("Drifted {place}"));
        folder.cargo("root", "check").code(101).mentions("[C01]");
        folder.edit("member/src/lib.rs", WRONG, UNICHAIN);
    }
}
