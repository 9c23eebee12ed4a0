//! Every verb on a terminal of 80 columns.
#![cfg(target_os = "linux")]

mod support;

use std::path::Path;
use std::process::Command;

use support::{Folder, UNICHAIN, WRONG, block};

/// The lines that a verb prints on such a terminal, without colours and cargo's progress.
fn lines(folder: &Folder, verb: &str) -> Vec<String> {
    let line = format!("stty cols 80 rows 50; '{}' coalition {verb}", env!("CARGO_BIN_EXE_cargo-coalition"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared");
    let mut script = Command::new("script");
    script.args(["-qec", &line, "/dev/null"]).current_dir(folder.path("")).env("CARGO_TARGET_DIR", target);
    let output = script.env_remove("CI").output().expect("script, of Debian's bsdutils");
    let text = anstream::adapter::strip_str(&String::from_utf8_lossy(&output.stdout)).to_string();
    let lines = text.lines().map(|line| line.rsplit('\r').next().unwrap_or_default().trim_end().to_owned());
    lines.filter(|line| !line.contains("Building [")).collect()
}

#[test]
fn no_line_is_longer_than_the_terminal() {
    let more = "/// Pairs.\n confluence PAIRED_BUNDLES_OF_THE_SUPERCHAIN = \"paired-bundles\" { spans = [LONG_ETHEREUM, \
                LONG_UNICHAIN] }\n module ATLAS = \"atlas\" { roster = \"https://atlas.example/roster\" }\n \
                ticket_issuer TICKETS = \"tickets\";";
    let name = "ethereum.superchain.of-a-long-name.mainnet";
    let folder = Folder::library("columns", &block("LONG", name, "expect_fingerprint = _", more));
    folder.write(".gitignore", "Cargo.lock\n");
    folder.git(&["init", "--quiet"]);
    folder.commit();
    let mut seen = String::new();
    let mut look = |verb: &str| {
        for line in lines(&folder, verb) {
            // An id or a source line with one stays whole.
            let may_be_longer = line.contains("0x") && line.contains(" | ") || line.contains("expect_");
            let is_path = line.split_whitespace().any(|word| word.len() > 66);
            assert!(line.chars().count() <= 80 || may_be_longer || is_path, "{verb}: {line}");
            seen.push_str(&line);
            seen.push('\n');
        }
    };
    for verb in
        ["check", "show", "diff", "freeze --yes", "handshake", "check --published", "inspect src/lib.rs"]
    {
        look(verb);
    }
    folder.edit("src/lib.rs", UNICHAIN, WRONG);
    for verb in ["check", "show", "diff", "handshake", "show nothing", "diff --against nothing"] {
        look(verb);
    }
    folder.coalition("freeze --yes").code(0);
    for verb in ["check", "check --published", "handshake --check --deny-incomplete", "freeze --yes"] {
        look(verb);
    }
    for verb in ["new", "check", "freeze", "show", "diff", "handshake", "inspect"] {
        look(&format!("{verb} --help"));
    }
    for error in [
        "new 'A Name'",
        "new a.b --coalition-path /no/such/folder/anywhere",
        "new a.b --coalition-path .",
        "new 9a.test",
        "new a.b --path src",
        "check --no-such-option",
        "check --format none",
        "diff --against",
        "freeze nothing",
        "show --package nothing",
        "check --manifest-path nothing/Cargo.toml",
        "inspect /no/such/file",
        "handshake --template /no/such/file",
    ] {
        look(error);
        assert!(!folder.path("a-b").exists(), "{error} makes a folder");
    }
    for wrong in ["coalition!(broken", "fn f() -> u8 { \"\" }"] {
        let source = folder.read("src/lib.rs");
        folder.write("src/lib.rs", &format!("{source}\n{wrong}\n"));
        look("check");
        folder.write("src/lib.rs", &source);
    }
    // An id has a line of its own, as it is.
    assert!(seen.contains(&format!("\n  {UNICHAIN}\n")), "{seen}");
}
