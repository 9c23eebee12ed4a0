//! Every command that the README and the guide show is run, and prints what they show.
//!
//! The blocks of a page run in order, in one shell and one folder:
//!
//! - ` ```console `: lines that begin with `$ ` are commands, the lines after one are its output. `…` stands for any text,
//!   and alone on a line for any lines.
//! - `<!-- exit 1 -->` before a block says how its last command ends. Otherwise every command succeeds.
//! - `<!-- write PATH -->` before a block writes it to a file, and `<!-- edit PATH -->` before a ` ```diff ` applies it.
//! - `<!-- run COMMAND -->` runs a command that readers do not need, and `<!-- elsewhere -->` leaves a block to other tests.
//!
//! `GUIDE=overwrite cargo test --test guide` writes the outputs that differ into the pages.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a page has its reader do.
enum Step {
    /// Run a command. The lines of its output in the page, and how it ends.
    Run { command: String, output: std::ops::Range<usize>, exit: i32 },
    /// Write a file, or apply a patch to one.
    Change { path: String, text: String, is_patch: bool },
}

struct Page {
    path: PathBuf,
    lines: Vec<String>,
}

impl Page {
    fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
        let lines = fs::read_to_string(&path).expect("the page").lines().map(str::to_owned).collect();
        Self { path, lines }
    }

    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut comment = String::new();
        let mut at = 0;
        while at < self.lines.len() {
            let line = &self.lines[at];
            at += 1;
            if let Some(text) = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")) {
                comment = text.into();
                if let Some(command) = comment.strip_prefix("run ") {
                    steps.push(Step::Run { command: command.into(), output: at..at, exit: 0 });
                }
            } else if let Some(language) = line.strip_prefix("```") {
                let length = self.lines[at..].iter().position(|line| line == "```").expect("the block ends");
                let block = at..at + length;
                at = block.end + 1;
                let said = std::mem::take(&mut comment);
                let (word, rest) = said.split_once(' ').unwrap_or((&said, ""));
                match word {
                    "write" | "edit" => steps.push(Step::Change {
                        path: rest.into(),
                        text: self.lines[block].join("\n") + "\n",
                        is_patch: language == "diff",
                    }),
                    "elsewhere" => {}
                    _ if language == "console" => {
                        steps.extend(self.commands(block));
                        if word == "exit" {
                            let Some(Step::Run { exit, .. }) = steps.last_mut() else {
                                panic!("a block of commands")
                            };
                            *exit = rest.parse().expect("an exit code");
                        }
                    }
                    _ => {}
                }
            } else if !line.is_empty() {
                comment.clear();
            }
        }
        steps
    }

    fn commands(&self, block: std::ops::Range<usize>) -> Vec<Step> {
        let starts: Vec<usize> =
            block.clone().filter(|&line| self.lines[line].starts_with("$ ")).chain([block.end]).collect();
        starts
            .windows(2)
            .map(|pair| {
                // A comment says what a command is for.
                let command = self.lines[pair[0]][2..].split("    #").next().unwrap_or_default();
                Step::Run { command: command.trim().into(), output: pair[0] + 1..pair[1], exit: 0 }
            })
            .collect()
    }
}

/// What stands between two outputs: no command prints it.
const MARK: char = '\u{1e}';

/// Until the crates are released, `new` and `add` take them from this checkout, as the pages say.
const UNRELEASED: &str = r#"exec 2>&1 </dev/null
cargo() {
    case "$1 $2" in
        "coalition new") command cargo "$@" --coalition-path "$CHECKOUT" ;;
        "add coalition") command cargo add coalition --path "$CHECKOUT" "${@:3}" ;;
        *) command cargo "$@" ;;
    esac
}
"#;

/// Runs all steps, and returns the output and the exit code of each command.
fn follow(steps: &[Step], folder: &Path) -> Vec<(String, i32)> {
    let mut script = String::from(UNRELEASED);
    for (number, step) in steps.iter().enumerate() {
        match step {
            Step::Run { command, .. } => {
                writeln!(script, "{command}\nprintf '\\036%d\\036' $?").expect("a String takes it");
            }
            Step::Change { path, text, is_patch } => {
                let staged = folder.join(format!(".staged-{number}"));
                fs::write(&staged, text).expect("the folder is there");
                let staged = staged.display();
                if *is_patch {
                    writeln!(script, "git apply --unidiff-zero --recount '{staged}' || exit 1")
                        .expect("as above");
                } else {
                    writeln!(script, "mkdir -p \"$(dirname {path})\" && cp '{staged}' {path}")
                        .expect("as above");
                }
            }
        }
    }
    let output = shell(folder).arg("-c").arg(&script).output().expect("bash");
    let said = String::from_utf8(output.stdout).expect("text");
    let mut parts = said.split(MARK);
    let mut ran = Vec::new();
    while let (Some(output), Some(code)) = (parts.next(), parts.next()) {
        ran.push((output.to_owned(), code.parse().expect("an exit code")));
    }
    let expected = steps.iter().filter(|step| matches!(step, Step::Run { .. })).count();
    assert_eq!(ran.len(), expected, "the shell ended early: {said}");
    ran
}

/// A shell in which `cargo coalition` is this build.
fn shell(folder: &Path) -> Command {
    let bin = Path::new(snapbox::cmd::cargo_bin!("cargo-coalition")).parent().expect("a folder");
    let path = std::env::var("PATH").expect("a PATH");
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the checkout");
    let mut shell = Command::new("bash");
    shell
        .current_dir(folder)
        .stdin(Stdio::null())
        .env("PATH", format!("{}:{path}", bin.display()))
        .env("CHECKOUT", checkout)
        .env_remove("CI")
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_TERM_COLOR", "never");
    shell
}

/// Compares an output with the lines that a page shows.
fn shows(shown: &[&str], said: &[&str]) -> bool {
    match (shown, said) {
        ([], []) => true,
        (["…", rest @ ..], _) => (0..=said.len()).any(|skipped| shows(rest, &said[skipped..])),
        ([line, rest @ ..], [first, others @ ..]) => shows_line(line, first) && shows(rest, others),
        _ => false,
    }
}

fn shows_line(shown: &str, said: &str) -> bool {
    let Some((before, after)) = shown.split_once('…') else { return shown == said };
    let Some(rest) = said.strip_prefix(before) else { return false };
    (0..=rest.len()).filter(|&at| rest.is_char_boundary(at)).any(|at| shows_line(after, &rest[at..]))
}

#[track_caller]
fn holds(name: &str) {
    let mut page = Page::read(name);
    let steps = page.steps();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ran = follow(&steps, folder.path());
    let mut faults = String::new();
    let mut written = Vec::new();
    let commands = steps.iter().filter_map(|step| match step {
        Step::Run { command, output, exit } => Some((command, output, *exit)),
        Step::Change { .. } => None,
    });
    for ((command, output, exit), (said, code)) in commands.zip(&ran) {
        let said = said.replace(&*folder.path().to_string_lossy(), "…");
        let said: Vec<&str> = said.trim_end().lines().map(str::trim_end).collect();
        let shown: Vec<&str> = page.lines[output.clone()].iter().map(String::as_str).collect();
        if *code != exit {
            writeln!(faults, "`{command}` ended with {code}, not {exit}:\n{}\n", said.join("\n"))
                .expect("a String");
        }
        // A hidden command shows nothing.
        let is_hidden = output.is_empty() && page.lines[output.start - 1].starts_with("<!--");
        if !is_hidden && !shows(&shown, &said) {
            writeln!(faults, "`{command}` printed:\n{}\n\nand not:\n{}\n", said.join("\n"), shown.join("\n"))
                .expect("a String");
            written.push((output.clone(), said.iter().map(|&line| line.to_owned()).collect::<Vec<_>>()));
        }
    }
    if std::env::var_os("GUIDE").is_some_and(|word| word == "overwrite") {
        for (output, said) in written.into_iter().rev() {
            page.lines.splice(output, said);
        }
        fs::write(&page.path, page.lines.join("\n") + "\n").expect("the page");
    }
    assert!(faults.is_empty(), "{name}:\n{faults}");
}

#[test]
#[ignore = "it needs the program `b3sum`, which `.ci/guide` installs"]
fn derivation_by_hand() {
    holds("docs/derivation.md");
}
