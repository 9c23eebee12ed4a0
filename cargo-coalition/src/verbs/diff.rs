//! `cargo coalition diff`

use camino::Utf8Path;
use coalition_handshake::OwnedHandshake;
use serde::Serialize;

use crate::build::coalitions::State;
use crate::build::read_build::{self, ReadCoalition};
use crate::command::{Diff, Format};
use crate::exit::{Exit, Failure};
use crate::history::comparison::{Comparison, ComparisonStatus, name_of};
use crate::history::handshake_file;
use crate::history::revision::Revision;
use crate::output::escape::escape;
use crate::output::style::{NOTE, WARN, status, status_err};
use crate::output::{error, json};
use crate::verbs::{comparison_text, select};

/// The earlier state that the build is compared with.
enum Earlier<'a> {
    /// It speaks of the coalitions that are in it.
    File(&'a Utf8Path),
    /// As a file, from standard input.
    Stdin,
    /// It speaks of every coalition, so that one that it does not have is new.
    Revision(Revision),
}

pub fn run(options: &Diff) -> Result<Exit, Failure> {
    let workspace = super::open(&options.build)?;
    let quiet = options.output.quiet;
    // A file that is there is a file; anything else is for git to resolve.
    let file = Utf8Path::new(&options.against);
    let earlier = if file == "-" {
        Earlier::Stdin
    } else if file.is_file() {
        Earlier::File(file)
    } else {
        Earlier::Revision(Revision::find(&options.against, &workspace)?)
    };
    let old = match &earlier {
        Earlier::File(file) => handshake_file::read(file)?,
        Earlier::Stdin => handshake_file::read_stdin()?,
        Earlier::Revision(revision) => {
            revision.read(&options.build, &workspace, quiet).inspect_err(|failure| {
                if failure.is_reported() {
                    error::help(&format!(
                        "this is the build of {}, in a temporary folder; to compare with what was published instead: \
                         `--against handshake/handshake.json`",
                        revision.name
                    ));
                }
            })?
        }
    };
    let readings = read_build::read(&options.build, &workspace, quiet)?;
    let new: Vec<_> = readings.iter().map(|reading| &reading.handshake).collect();
    let old: Vec<_> = old.iter().collect();
    let is_whole = matches!(earlier, Earlier::Revision(_));
    let comparisons = compare(&named(&old, options)?, &named(&new, options)?, is_whole);
    if let Some(name) = options.name.as_deref().filter(|_| comparisons.is_empty()) {
        return Err(select::unknown(name, old.into_iter().chain(new).map(name_of)));
    }
    report(options, &comparisons, &readings)?;
    for reading in readings.iter().filter(|reading| reading.state == State::Stale) {
        let text = format_args!(
            "`expect_components` of {} is not the summary of what is frozen: run `cargo coalition freeze`",
            escape(&reading.name())
        )
        .to_string();
        status_err("Stale", WARN, text);
    }
    let is_same = comparisons.iter().all(|comparison| comparison.status == ComparisonStatus::Same);
    Ok(if is_same { Exit::Fine } else { Exit::Different })
}

#[derive(Serialize)]
struct DiffDocument<'a> {
    format: u32,
    verb: &'static str,
    status: &'static str,
    against: &'a str,
    coalitions: &'a [Comparison],
}

fn report(options: &Diff, comparisons: &[Comparison], readings: &[ReadCoalition]) -> Result<(), Failure> {
    let against = if options.against == "-" { "standard input" } else { options.against.as_str() };
    let quiet = options.output.quiet;
    let changed = || comparisons.iter().filter(|comparison| comparison.status != ComparisonStatus::Same);
    match options.output.format() {
        Format::Json => {
            let status = if changed().next().is_none() { "same" } else { "different" };
            return json::print(&DiffDocument {
                format: json::FORMAT,
                verb: "diff",
                status,
                against,
                coalitions: comparisons,
            });
        }
        Format::Github => {
            for comparison in changed() {
                let reading = readings.iter().find(|reading| reading.name() == comparison.name);
                comparison_text::annotate_with(comparison, reading, against);
            }
        }
        Format::Human if comparisons.is_empty() && !quiet => {
            status("Found", NOTE, format_args!("no coalition, here or in {against}"));
        }
        Format::Human => {
            let is_shown = |comparison: &&Comparison| !quiet || comparison.status != ComparisonStatus::Same;
            comparisons.iter().filter(is_shown).for_each(|shown| comparison_text::print(shown, against));
        }
    }
    Ok(())
}

/// Those that were asked for.
fn named<'h>(handshakes: &[&'h OwnedHandshake], options: &Diff) -> Result<Vec<&'h OwnedHandshake>, Failure> {
    let is_asked_for = |owned: &&OwnedHandshake| {
        options.name.as_deref().is_none_or(|name| {
            let handshake = owned.as_handshake();
            handshake.coalition.name == name || handshake.ident == name
        })
    };
    let found: Vec<_> = handshakes.iter().copied().filter(is_asked_for).collect();
    let mut names: Vec<_> = found.iter().map(|owned| name_of(owned)).collect();
    names.sort();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Failure::usage(format_args!(
            "several coalitions are named `{}`: choose a package with `--package`",
            pair[0]
        ))),
        None => Ok(found),
    }
}

/// Pairs the coalitions by name. Where `is_whole` does not hold, an earlier document speaks of one coalition alone, and
/// the others are not compared.
fn compare(old: &[&OwnedHandshake], new: &[&OwnedHandshake], is_whole: bool) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    for is in new {
        let was = old.iter().copied().find(|was| name_of(was) == name_of(is));
        // A document of one coalition is compared with the only one there is, whatever its name was.
        let only = match (old, new) {
            ([was], [_]) if !is_whole => Some(*was),
            _ => None,
        };
        let was = was.or(only);
        if was.is_some() || is_whole {
            comparisons.push(Comparison::of(was, Some(is)));
        }
    }
    for was in old {
        if is_whole && !new.iter().any(|is| name_of(is) == name_of(was)) {
            comparisons.push(Comparison::of(Some(was), None));
        }
    }
    comparisons
}
