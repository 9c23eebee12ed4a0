//! The result of `handshake`, for people and for tools.

use camino::Utf8PathBuf;
use serde::Serialize;

use super::files::Fate;
use crate::build::read_build::ReadCoalition;
use crate::command::{Format, Output};
use crate::exit::Failure;
use crate::output::escape::shown;
use crate::output::stderr::errln;
use crate::output::stdout::outln;
use crate::output::style::{ERROR, GOOD, NOTE, status};
use crate::output::{error, github, json, layout};

/// Something that is missing on a page.
#[derive(Serialize)]
pub struct Gap<'a> {
    pub coalition: &'a str,
    pub text: String,
    #[serde(skip)]
    pub reading: &'a ReadCoalition,
}

/// A file of a coalition's handshake.
#[derive(Serialize)]
pub struct File<'a> {
    pub coalition: &'a str,
    pub path: Utf8PathBuf,
    #[serde(rename = "state")]
    pub fate: Fate,
}

#[derive(Serialize)]
struct FilesDocument<'a> {
    format: u32,
    verb: &'static str,
    status: &'static str,
    files: &'a [File<'a>],
    incomplete: &'a [Gap<'a>],
}

const LEFT_OVER: &str =
    "the page lies elsewhere now: remove what is left over, and tell those whom it was published to";

pub(super) fn print(
    status: &'static str,
    files: &[File<'_>],
    gaps: &[Gap<'_>],
    output: &Output,
) -> Result<(), Failure> {
    match output.format() {
        Format::Json => {
            json::print(&FilesDocument {
                format: json::FORMAT,
                verb: "handshake",
                status,
                files,
                incomplete: gaps,
            })?;
        }
        Format::Github => {
            for file in files.iter().filter(|file| !file.fate.is_fine()) {
                let title = match file.fate {
                    Fate::Missing => "handshake missing",
                    Fate::LeftOver => "handshake left over",
                    _ => "handshake stale",
                };
                let help = if file.fate == Fate::LeftOver {
                    LEFT_OVER
                } else {
                    "`cargo coalition handshake` writes it"
                };
                let text = format!("{}: {help}", file.coalition);
                github::annotate("error", Some((&file.path, 1, 1)), title, &text);
            }
            for gap in gaps {
                let text = format!("{}: {}", gap.coalition, gap.text);
                github::annotate("warning", Some(gap.reading.at.position()), "handshake incomplete", &text);
            }
        }
        Format::Human => {
            human(files, output.quiet);
            for gaps in gaps.chunk_by(|a, b| a.coalition == b.coalition) {
                let name = gaps[0].coalition;
                error::warning(&format!("the page of `{name}` is incomplete"));
                for gap in gaps {
                    errln!("  - {}", layout::wrap(&gap.text, 4, layout::width_err()));
                }
            }
        }
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
            Fate::LeftOver => ("Left over", ERROR),
        };
        status(word, style, shown(&file.path));
    }
    let has = |fates: &[Fate]| files.iter().any(|file| fates.contains(&file.fate));
    if !files.iter().all(|file| file.fate.is_fine()) {
        outln!();
    }
    if has(&[Fate::Missing, Fate::Stale]) {
        outln!("{NOTE}help{NOTE:#}: `cargo coalition handshake` writes them");
    }
    if has(&[Fate::LeftOver]) {
        outln!("{NOTE}help{NOTE:#}: {}", layout::wrap(LEFT_OVER, 6, layout::width()));
    }
}
