//! Every command that a message or a README suggests is run, as it is suggested.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use support::{Folder, Ran, UNICHAIN, WRONG, checkout};

/// The commands in a text, from behind `cargo coalition ` to where the code, the line or its comment ends.
fn suggested(text: &str) -> Vec<String> {
    let behind = text.split("cargo coalition ").skip(1);
    let command = |rest: &str| rest.split(['`', '\n', '"', '#']).next().unwrap_or_default().trim().to_owned();
    behind.map(command).filter(|command| !command.is_empty()).collect()
}

/// Adds the verbs of the commands that the Rust files of a folder suggest.
fn add_verbs(folder: &Path, verbs: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            add_verbs(&path, verbs);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            verbs.extend(
                suggested(&text).iter().filter_map(|command| Some(command.split(' ').next()?.into())),
            );
        }
    }
}

#[test]
fn what_a_message_suggests_is_there_to_run() {
    let folder = Folder::new();
    let new = format!("new suggested.test --example --coalition-path {}", checkout().display());
    let mut ran: BTreeSet<String> = BTreeSet::new();
    let follow = |said: Ran, at: &str, ran: &mut BTreeSet<String>| {
        let mut open = suggested(&format!("{}{}", said.stdout(), said.stderr()));
        while let Some(command) = open.pop() {
            if !ran.insert(format!("{at}: {command}")) {
                continue;
            }
            let said = folder.coalition_in(at, &command);
            let code = said.exit_code();
            // Nobody answers here, and the command says what to run instead.
            let is_unanswered = command.starts_with("freeze") && !command.contains("--yes") && code == 2;
            assert!(matches!(code, 0 | 1) || is_unanswered, "`{command}`: {code}: {}", said.stderr());
            open.extend(suggested(&format!("{}{}", said.stdout(), said.stderr())));
        }
    };
    let krate = "suggested-test";
    folder.git(&["init", "--quiet"]);
    let created = folder.coalition(&new).code(0);
    fs::copy(folder.path("Cargo.lock"), folder.path("suggested-test/Cargo.lock")).unwrap();
    folder.commit();
    follow(folder.coalition_in(krate, "handshake").code(1), krate, &mut ran);
    follow(created, "", &mut ran);
    follow(folder.coalition_in(krate, "handshake --check").code(1), krate, &mut ran);
    folder.edit("suggested-test/src/lib.rs", UNICHAIN, WRONG);
    follow(folder.cargo(krate, "check").code(101).mentions("[C01]"), krate, &mut ran);
    folder.edit("suggested-test/src/lib.rs", WRONG, UNICHAIN);
    follow(folder.coalition_in(krate, "check").code(1).mentions("Drifted"), krate, &mut ran);

    let run: BTreeSet<String> = ran
        .iter()
        .filter_map(|command| Some(command.split(": ").nth(1)?.split(' ').next()?.into()))
        .collect();
    let mut sources = BTreeSet::new();
    for source in [
        "coalition-checks/src",
        "coalition-handshake/src",
        "coalition-compiler/src",
        "src",
        "cargo-coalition/src/verbs/report",
    ] {
        add_verbs(&checkout().join(source), &mut sources);
    }
    assert!(!sources.is_empty() && sources.is_subset(&run), "suggested: {sources:?}, run: {run:?}");
}

#[test]
fn what_the_readme_suggests_is_there_to_run() {
    let folder = Folder::new();
    folder.git(&["init", "--quiet"]);
    let readme = fs::read_to_string(checkout().join("cargo-coalition/README.md")).unwrap();
    let commands = readme.lines().filter(|line| line.starts_with("$ cargo coalition "));
    let commands: Vec<String> = commands.flat_map(suggested).collect();
    assert!(commands.len() >= 7, "{commands:?}");
    let (name, krate) = ("readme.test", "readme-test");
    for command in commands {
        let command = match command.as_str() {
            "new ethereum.superchain" => {
                let new = format!("new {name} --example --coalition-path {}", checkout().display());
                folder.coalition(&new).code(0);
                fs::copy(folder.path("Cargo.lock"), folder.path(&format!("{krate}/Cargo.lock"))).unwrap();
                let ident = krate.replace('-', "_");
                let root = format!("{ident}::{}_ROOT", ident.to_uppercase());
                let agent = format!("fn main() {{ println!(\"{{}}\", {root}); }}\n");
                folder.write(&format!("{krate}/src/bin/agent.rs"), &agent);
                folder.commit();
                continue;
            }
            // Nobody answers here.
            "freeze" => "freeze --yes",
            "inspect target/release/agent" => {
                folder.cargo(krate, "build --release --target-dir target").code(0);
                &command
            }
            _ => &command,
        };
        let code = folder.coalition_in(krate, command).exit_code();
        // What is not frozen yet is said by the exit code, before `freeze`.
        assert!(code == 0 || code == 1 && command.starts_with(['c', 'd']), "`{command}`: {code}");
    }
}
