//! What changed, for people and for tools.

use anstyle::Style;
use serde::Serialize;

use super::changes::{Change, How};
use super::{Comparison, Sides, Status};
use crate::exit::Failure;
use crate::report::style::{BOLD, DIM, ERROR, GOOD, NOTE, WARN, status};

/// Counted up whenever a reader of the old form would misread the new one.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    verb: &'static str,
    status: &'static str,
    against: &'a str,
    coalitions: &'a [Comparison],
}

pub fn json(against: &str, comparisons: &[Comparison]) -> Result<(), Failure> {
    let is_same = comparisons.iter().all(|comparison| comparison.status == Status::Same);
    let document = Document {
        format: FORMAT,
        verb: "diff",
        status: if is_same { "same" } else { "different" },
        against,
        coalitions: comparisons,
    };
    anstream::println!("{}", serde_json::to_string_pretty(&document).map_err(Failure::broken)?);
    Ok(())
}

pub fn human(against: &str, comparisons: &[Comparison], quiet: bool) {
    if comparisons.is_empty() && !quiet {
        status("Found", NOTE, format_args!("no coalition, here or in {against}"));
    }
    for comparison in comparisons.iter().filter(|comparison| !quiet || comparison.status != Status::Same) {
        let (word, style) = match comparison.status {
            Status::Same => ("Same", GOOD),
            Status::Changed => ("Changed", WARN),
            Status::Added => ("Added", GOOD),
            Status::Removed => ("Removed", ERROR),
        };
        status(word, style, format_args!("{} {DIM}against {against}{DIM:#}", comparison.name));
        sides("COALITION_ROOT", &comparison.fingerprint);
        sides("handshake digest", &comparison.handshake_digest);
        let mut last = None;
        for change in &comparison.changes {
            // The roots stand above.
            if change.kind == "coalition" && change.field.ends_with("_root") && change.field != "tickets_root"
            {
                continue;
            }
            if last != Some(change.how) {
                let (word, style) = title(change.how);
                anstream::println!("\n{style}{word}{style:#}");
            }
            last = Some(change.how);
            print(change);
        }
    }
}

fn title(how: How) -> (&'static str, Style) {
    match how {
        How::Added => ("Added", GOOD),
        How::Removed => ("Removed", ERROR),
        How::Moved => ("Moved", NOTE),
        How::RePinned => ("Re-pinned", WARN),
        How::Metadata => ("Changed otherwise", NOTE),
    }
}

fn sides(what: &str, Sides { was, is }: &Sides) {
    if was == is {
        anstream::println!("  {what}: {} (unchanged)", was.as_deref().unwrap_or("none"));
    } else {
        anstream::println!("  {what}");
        values(was.as_deref(), is.as_deref());
    }
}

fn print(change: &Change) {
    let Change { kind, name, const_name, field, .. } = change;
    anstream::println!("  {kind} {BOLD}{name}{BOLD:#} {DIM}{const_name}{DIM:#}: {field}");
    values(change.was.as_deref(), change.is.as_deref());
}

fn values(was: Option<&str>, is: Option<&str>) {
    for (label, value) in [("was", was), (" is", is)] {
        match value {
            // A description may have several lines.
            Some(value) => anstream::println!("    {label}: {}", value.replace('\n', "\n         ")),
            None => anstream::println!("    {label}: {DIM}none{DIM:#}"),
        }
    }
}
