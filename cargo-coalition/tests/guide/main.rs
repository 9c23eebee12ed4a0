//! Every command that the README and the guide show is run, and prints what they show.
//!
//! The blocks of a page run in order, in one shell and one folder. Pages leave out the progress of cargo.
//!
//! - ` ```console `: lines that begin with `$ ` are commands, up to two spaces and a `#`. The lines after one are its
//!   output. `…` stands for any text, and alone on a line for any lines.
//! - `<!-- exit 1 -->` before a block says how its last command ends. Otherwise every command succeeds.
//! - `<!-- commands -->` before a block says that it shows no output.
//! - `<!-- write PATH -->` before a block writes it to a file, and `<!-- edit PATH -->` before a ` ```diff ` applies it.
//! - `<!-- run COMMAND -->` runs a command that readers do not need.
//! - `<!-- elsewhere -->` leaves a block to other tests.
//!
//! `BLESS=1 cargo test --test guide` writes the outputs that differ into the pages.

mod page;
mod shell;

use std::fmt::Write as _;
use std::fs;

use page::{Page, Step};

/// The day on which the pages' commands ran.
const DAY: &str = "2026-11-26";

/// Tells whether a line is about the progress of cargo, or about this checkout, which readers do not have.
fn is_left_out(line: &str) -> bool {
    const CARGO: [&str; 9] = [
        "Adding ",
        "Blocking ",
        "Checking ",
        "Compiling ",
        "Downloaded ",
        "Downloading ",
        "Finished ",
        "Locking ",
        "Updating ",
    ];
    line.starts_with("  ") && CARGO.iter().any(|verb| line.trim_start().starts_with(verb))
        || line.contains(&*shell::checkout().to_string_lossy())
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
    let ran = shell::follow(&steps, folder.path());
    let today = jiff::Zoned::now().date().to_string();
    let mut faults = String::new();
    let mut written = Vec::new();
    let commands = steps.iter().filter_map(|step| match step {
        Step::Run { command, output, exit } => Some((command, output, *exit)),
        Step::Change { .. } => None,
    });
    for ((command, output, exit), (said, code)) in commands.zip(&ran) {
        let said = said.replace(&*folder.path().to_string_lossy(), "…").replace(&today, DAY);
        let said: Vec<&str> =
            said.trim_end().lines().map(str::trim_end).filter(|line| !is_left_out(line)).collect();
        if *code != exit {
            writeln!(faults, "`{command}` ended with {code}, not {exit}:\n{}\n", said.join("\n"))
                .expect("a String");
        }
        let Some(output) = output else { continue };
        let shown: Vec<&str> = page.lines[output.clone()].iter().map(String::as_str).collect();
        if !shows(&shown, &said) {
            writeln!(faults, "`{command}` printed:\n{}\n\nand not:\n{}\n", said.join("\n"), shown.join("\n"))
                .expect("a String");
            written.push((output.clone(), said.iter().map(|&line| line.to_owned()).collect::<Vec<_>>()));
        }
    }
    if std::env::var_os("BLESS").is_some() {
        for (output, said) in written.into_iter().rev() {
            page.lines.splice(output, said);
        }
        fs::write(&page.path, page.lines.join("\n") + "\n").expect("the page");
    }
    assert!(faults.is_empty(), "{name}:\n{faults}");
}

#[test]
fn readme() {
    holds("README.md");
}

#[test]
fn tutorial_for_operators() {
    holds("docs/operators.md");
}

#[test]
fn tutorial_for_integrators() {
    holds("docs/integrators.md");
}

#[test]
#[ignore = "it needs the program `b3sum`, which `.ci/guide` installs"]
fn derivation_by_hand() {
    holds("docs/derivation.md");
}
