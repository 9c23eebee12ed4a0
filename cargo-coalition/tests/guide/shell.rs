//! One shell that runs the steps of a page.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::page::Step;

/// The line between two outputs, which no command prints.
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
pub fn follow(steps: &[Step], folder: &Path) -> Vec<(String, i32)> {
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

/// The checkout that this crate lies in.
pub fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the checkout")
}

/// A shell in which `cargo coalition` is this build.
fn shell(folder: &Path) -> Command {
    let bin = Path::new(snapbox::cmd::cargo_bin!("cargo-coalition")).parent().expect("a folder");
    let path = std::env::var("PATH").expect("a PATH");
    let mut shell = Command::new("bash");
    shell
        .current_dir(folder)
        .stdin(Stdio::null())
        .env("PATH", format!("{}:{path}", bin.display()))
        .env("CHECKOUT", checkout())
        .env_remove("CI")
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_TERM_COLOR", "never");
    shell
}
