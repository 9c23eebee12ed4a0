//! Only blocks that the compiler expanded are called frozen, and no build is without its checks.

mod support;

use support::{ETHEREUM, Folder, UNICHAIN, WRONG, block, pins};

/// A block whose pin holds.
fn frozen(const_name: &str, name: &str) -> String {
    let package = format!("frozen-{}", name.replace('.', "-"));
    let folder = Folder::library(&package, &block(const_name, name, "expect_fingerprint = _", ""));
    folder.coalition("freeze --yes --quiet").code(0);
    folder.read("src/lib.rs")
}

/// A block whose pin does not hold, and that no build looks at.
fn hidden(const_name: &str, name: &str) -> String {
    block(const_name, name, &format!("expect_fingerprint = \"{WRONG}\""), "")
}

#[test]
fn what_no_build_expands_is_unchecked() {
    let source = format!(
        "#[test]\nfn tested() {{ {} }}\n#[cfg_attr(all(), cfg(any()))]\nmod production {{ {} }}\npub const TEXT: &str = \
         stringify! {{ {} }};\nmacro_rules! dropped {{ ($($tokens:tt)*) => {{}} }}\ndropped! {{ {} }}\npub const FILE: \
         &str = include_str!(\"text.rs\");\nmod others {{ macro_rules! coalition {{ ($($tokens:tt)*) => {{}} }}\n{} }}\n",
        hidden("A", "a.tested"),
        hidden("B", "b.production"),
        hidden("C", "c.text"),
        hidden("D", "d.dropped"),
        hidden("F", "f.others").replace("coalition::coalition!", "coalition!"),
    );
    let folder = Folder::library("unseen", &source).file("src/text.rs", &hidden("E", "e.file"));
    let check = folder.coalition("check --deny-unchecked").code(1).hides("Frozen");
    for name in ["a.tested", "b.production", "c.text", "d.dropped", "e.file", "f.others"] {
        let said = check.stdout() + &check.stderr();
        assert!(said.contains(&format!("Unchecked {name}")), "{name}: {said}");
    }
    check.mentions("`--all-targets` builds tests too");
    folder.coalition("check --all-targets").code(1).mentions("Drifted a.tested");
}

#[test]
fn whoever_writes_a_block_it_is_judged() {
    let build = "fn main() { let out = std::env::var(\"OUT_DIR\").unwrap(); std::fs::copy(\"generated.rs\", \
                 format!(\"{out}/generated.rs\")).unwrap(); println!(\"cargo::rerun-if-changed=generated.rs\"); }\n";
    let source = format!(
        "#![allow(deprecated)]\n#![forbid(unsafe_code)]\nmacro_rules! declare {{ () => {{ {} }} }}\ndeclare!();\nmod \
         included {{ include!(\"included.in\"); }}\nmod generated {{ include!(concat!(env!(\"OUT_DIR\"), \
         \"/generated.rs\")); }}\npub fn within() {{ {} }}\n",
        frozen("MADE", "judged.made"),
        frozen("WITHIN", "judged.within"),
    );
    let folder = Folder::library("judged", &source)
        .file("build.rs", build)
        .file("generated.rs", &frozen("GENERATED", "judged.generated"))
        .file("src/included.in", &frozen("INCLUDED", "judged.included"))
        .file("examples/shown.rs", &format!("fn main() {{}}\n{}", frozen("SHOWN", "judged.shown")))
        .file("tests/own.rs", &format!("#[test]\nfn own() {{ {} }}\n", frozen("OWN", "judged.own")));
    let names = ["made", "within", "generated", "included", "shown", "own"];
    // The second time, cargo repeats what rustc said.
    for _ in 0..2 {
        let check = folder.coalition("check --all-targets --deny-unchecked").code(0);
        let said = check.stdout() + &check.stderr();
        for name in names {
            assert!(said.contains(&format!("Frozen judged.{name}")), "{name}: {said}");
        }
    }
    folder.edit("generated.rs", UNICHAIN, WRONG);
    folder.coalition("check").code(1).mentions("Drifted judged.generated").mentions("Unchecked judged.made");
}

#[test]
fn a_build_script_is_judged_too() {
    let folder = Folder::library("scripted", "")
        .file("build.rs", &format!("fn main() {{}}\n{}", frozen("SCRIPT", "script.test")));
    folder.edit("Cargo.toml", "[dependencies]", "[build-dependencies]");
    folder.coalition("check --deny-unchecked").code(0).mentions("Frozen script.test build.rs:");
    folder.edit("build.rs", UNICHAIN, WRONG);
    folder.coalition("check").code(1).mentions("Drifted script.test");
    // A build script runs, so it has its checks when others are read as well.
    folder.coalition("show").code(1).mentions("[C01]");
}

#[test]
fn twins_are_told_apart_by_their_place() {
    let twin = |feature: &str, id: &str| {
        let block = block("TWIN", "twin.test", "expect_fingerprint = _", "").replace(UNICHAIN, id);
        format!("#[cfg({feature})]\n{block}")
    };
    let source =
        format!("{}{}", twin("not(feature = \"test-net\")", UNICHAIN), twin("feature = \"test-net\"", WRONG));
    let folder = Folder::library("twins", &source);
    folder.edit("Cargo.toml", "[dependencies]", "[features]\ntest-net = []\n[dependencies]");
    folder.coalition("freeze --yes").code(0).mentions("Frozen twin.test src/lib.rs:3:");
    let ran = folder.coalition("freeze --yes --features test-net").code(0);
    ran.mentions("Frozen twin.test src/lib.rs:13:").mentions("First freeze of twin.test");
    // The newest entry is the other's, and that of this one is not older for it.
    folder.coalition("check").code(0).hides("Older");
    folder.coalition("check --features test-net").code(0).hides("Older");
    let main = folder.coalition("check").code(0).mentions("Frozen twin.test src/lib.rs:3:");
    main.mentions("Unchecked twin.test src/lib.rs:13:");
    folder
        .coalition("show")
        .code(0)
        .mentions("twin.test, frozen")
        .mentions("src/lib.rs:3:")
        .mentions(UNICHAIN);
    let features = "--features test-net";
    folder.coalition(&format!("show {features}")).code(0).mentions("src/lib.rs:13:").mentions(WRONG);
    // One drifts to the other.
    folder.edit("src/lib.rs", WRONG, UNICHAIN);
    folder.coalition(&format!("check {features}")).code(1).mentions("Drifted twin.test src/lib.rs:13:");
    folder
        .coalition(&format!("show {features}"))
        .code(0)
        .mentions("twin.test, drifted")
        .mentions("src/lib.rs:13:");
    folder.coalition("show").code(0).mentions("twin.test, frozen").mentions("src/lib.rs:3:");
}

#[test]
fn the_last_freeze_of_a_twin_is_its_own() {
    let twin = |feature: &str, id: &str| {
        let block = block("TWIN", "twin.test", "expect_fingerprint = _", "").replace(UNICHAIN, id);
        format!("#[cfg({feature})]\n{block}")
    };
    let source = twin("not(feature = \"test-net\")", UNICHAIN) + &twin("feature = \"test-net\"", WRONG);
    let folder = Folder::library("twins-noted", &source).file(".gitignore", "Cargo.lock\n");
    folder.edit("Cargo.toml", "[dependencies]", "[features]\ntest-net = []\n[dependencies]");
    folder.git(&["init", "--quiet"]);
    folder.coalition("freeze --yes").code(0);
    folder.coalition("freeze --yes --features test-net").code(0);
    folder.commit();
    let frozen = pins(&folder.read("src/lib.rs"), "expect_fingerprint");
    // Both are opened, and say what they were.
    folder.write(
        "src/lib.rs",
        &source.replace("ethereum.mainnet", "ethereum.renamed").replace(ETHEREUM, &frozen[0]),
    );
    for (features, own) in [("", &frozen[0]), ("--features test-net", &frozen[1])] {
        folder.coalition(&format!("freeze --yes {features}")).code(0);
        let notes = folder.read("release-notes.md");
        let (_, newest) = notes.split_once("- previous fingerprint: `").unwrap();
        assert!(newest.starts_with(own.as_str()), "{notes}");
    }
}

#[test]
fn the_bytes_of_today_are_judged_whatever_their_time() {
    let sound = frozen("OLDER", "older.test");
    let folder = Folder::library("older", &sound);
    let replace_by_older = |text: &str| {
        folder.write("src/lib.rs", text);
        let file = std::fs::File::options().append(true).open(folder.path("src/lib.rs")).unwrap();
        file.set_modified(std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1)).unwrap();
    };
    folder.coalition("check").code(0).mentions("Frozen older.test");
    folder.coalition("show").code(0).hides(WRONG);
    let drifted = sound.replace(UNICHAIN, WRONG);
    replace_by_older(&drifted);
    folder.coalition("show").code(0).mentions("drifted").mentions(WRONG);
    folder.coalition("check").code(1).mentions("Drifted older.test");
    replace_by_older(&sound);
    folder.coalition("check").code(0).mentions("Frozen older.test");
    folder.coalition("show").code(0).mentions("older.test, frozen");
}

/// A workspace with a build script that builds a guest beside it.
fn host(arguments: &str, guest: &str) -> Folder {
    let build = format!(
        "fn main() {{ let out = std::process::Command::new(std::env::var(\"CARGO\").unwrap()).args([{arguments}])\
         .args([\"--target-dir\", \"target\"]).current_dir(\"../guest\").output().unwrap(); \
         std::fs::write(\"../guest/said\", out.stderr).unwrap(); }}\n"
    );
    let folder = Folder::new()
        .file("host/Cargo.toml", "[package]\nname = \"host\"\nedition = \"2024\"\n")
        .file("host/src/lib.rs", "")
        .file("host/build.rs", &build)
        .package("guest", "guest")
        .file("guest/src/main.rs", &format!("fn main() {{}}\n{guest}"));
    std::fs::copy(folder.path("Cargo.lock"), folder.path("guest/Cargo.lock")).unwrap();
    folder
}

#[test]
fn a_build_within_the_build_has_its_checks() {
    for arguments in ["\"build\"", "\"check\", \"--release\""] {
        let folder = host(arguments, &hidden("GUEST", "guest.test"));
        for verb in ["show --workspace", "check"] {
            folder.write("host/build.rs", &format!("{}\n", folder.read("host/build.rs")));
            folder.coalition_in("host", verb);
            let said = folder.read("guest/said");
            assert!(said.contains("[C01]"), "{verb}: {said}");
        }
        assert!(!folder.path("guest/target/debug/guest").exists());
    }
}

#[test]
fn an_expansion_without_checks_is_never_linked() {
    let folder = Folder::library("unlinked", &frozen("UNLINKED", "unlinked.test"))
        .file("src/main.rs", "fn main() { println!(\"{}\", unlinked::UNLINKED.name); }\n");
    folder.edit("src/lib.rs", UNICHAIN, WRONG);
    for build in ["build", "build --release", "test --no-run"] {
        let said = folder.cargo(
            "",
            &format!("{build} --config build.rustflags=['--cfg','coalition_read'] --target-dir target"),
        );
        said.code(101).mentions("coalition-report ");
    }
    // The same flag takes nothing from what is judged.
    folder.write(".cargo/config.toml", "[build]\nrustflags = ['--cfg', 'coalition_read']\n");
    folder.coalition("check").code(1).mentions("Drifted unlinked.test");
    folder.coalition("show").code(0).mentions("drifted");
}

#[test]
fn remapped_paths_and_a_build_directory_change_nothing() {
    let source = block("REMAPPED", "remapped.test", "expect_fingerprint = _", "");
    let folder = Folder::library("remapped", &source);
    let root = folder.path("").canonicalize().unwrap();
    let config = format!(
        "[build]\nbuild-dir = 'build'\nrustflags = ['--remap-path-prefix={}=/build/shared', '--remap-path-prefix', \
         'src=/build/src']\n",
        root.display()
    );
    folder.write(".cargo/config.toml", &config);
    folder.coalition("check").code(1).mentions("Unfrozen remapped.test src/lib.rs:2:").hides("Unchecked");
    folder.coalition("freeze --yes").code(0).mentions("Frozen remapped.test");
    folder.coalition("show").code(0).mentions("src/lib.rs:2:").mentions(ETHEREUM);
    assert!(!folder.path("build").exists());
}

#[test]
fn a_path_dependency_that_is_no_member_is_built_as_it_is() {
    let folder = Folder::new().package("outer", "outer").package("inner", "inner");
    let manifest = folder.read("outer/Cargo.toml");
    folder.write("outer/Cargo.toml", &format!("{manifest}inner = {{ path = '../inner' }}\n[workspace]\n"));
    folder.write("inner/src/lib.rs", &format!("#![deny(warnings)]\n{}", frozen("INNER", "inner.test")));
    folder.write("outer/src/lib.rs", &frozen("OUTER", "outer.test"));
    std::fs::copy(folder.path("Cargo.lock"), folder.path("outer/Cargo.lock")).unwrap();
    folder
        .coalition_in("outer", "check")
        .code(0)
        .mentions("Frozen outer.test")
        .hides("inner.test")
        .hides("warning");
    folder.coalition_in("outer", "show").code(0).hides("warning").hides("inner.test");
    // Its checks hold the build up all the same.
    folder.edit("inner/src/lib.rs", UNICHAIN, WRONG);
    folder.coalition_in("outer", "check").code(1).mentions("Drifted inner.test");
}
