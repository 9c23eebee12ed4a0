//! What is the case with each file of a handshake, for people and for tools.

use serde::Serialize;

use super::File;
use super::files::Fate;
use crate::command::{Format, Output};
use crate::exit::Failure;
use crate::report::style::{ERROR, GOOD, NOTE, status};
use crate::report::{FORMAT, github, json, relative};

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    verb: &'static str,
    status: &'static str,
    files: &'a [File<'a>],
}

pub(super) fn print(files: &[File<'_>], output: &Output) -> Result<(), Failure> {
    let is_fine = files.iter().all(|file| file.fate.is_fine());
    match output.format() {
        Format::Json => {
            let status = if is_fine { "fine" } else { "stale" };
            json(&Document { format: FORMAT, verb: "handshake", status, files })?;
        }
        Format::Github => {
            for file in files.iter().filter(|file| !file.fate.is_fine()) {
                let title = if file.fate == Fate::Missing { "handshake missing" } else { "handshake stale" };
                let text = format!("{}: `cargo coalition handshake` writes it", file.coalition);
                github::annotate("error", Some((&file.path, 1, 1)), title, &text);
            }
        }
        Format::Human => human(files, output.quiet),
    }
    Ok(())
}

fn human(files: &[File<'_>], quiet: bool) {
    let is_shown = |file: &&File<'_>| !(quiet && file.fate.is_fine());
    for file in files.iter().filter(is_shown) {
        let (word, style) = match file.fate {
            Fate::Fresh => ("Fresh", GOOD),
            Fate::Written => ("Wrote", GOOD),
            Fate::Missing => ("Missing", ERROR),
            Fate::Stale => ("Stale", ERROR),
        };
        status(word, style, relative(&file.path));
    }
    if !files.iter().all(|file| file.fate.is_fine()) {
        anstream::println!("\n{NOTE}help{NOTE:#}: `cargo coalition handshake` writes them");
    }
}
