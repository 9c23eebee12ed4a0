//! A comparison on a terminal.

use anstyle::Style;
use coalition_handshake::changes::How;

use super::{Change, Comparison, Sides, Status};
use crate::plain::plain;
use crate::report::style::{BOLD, DIM, ERROR, GOOD, NOTE, WARN, status};
use crate::say::say;

/// Shows what became of a coalition since `against`.
pub fn print(comparison: &Comparison, against: &str) {
    let (word, style) = match comparison.status {
        Status::Same => ("Same", GOOD),
        Status::Changed => ("Changed", WARN),
        Status::Added => ("Added", GOOD),
        Status::Removed => ("Removed", ERROR),
    };
    status(word, style, format_args!("{} {DIM}against {against}{DIM:#}", plain(&comparison.name)));
    sides("COALITION_ROOT", &comparison.fingerprint);
    sides("handshake digest", &comparison.handshake_digest);
    for changes in comparison.changes.chunk_by(|a, b| a.how == b.how) {
        let (word, style) = title(changes[0].how);
        say!("\n{style}{word}{style:#}");
        changes.iter().for_each(change);
    }
}

fn title(how: How) -> (&'static str, Style) {
    match how {
        How::Added => ("Added", GOOD),
        How::Removed => ("Removed", ERROR),
        How::Moved => ("Moved", NOTE),
        How::Repinned => ("Re-pinned", WARN),
        How::Metadata => ("Changed otherwise", NOTE),
    }
}

fn sides(what: &str, Sides { was, is }: &Sides) {
    if was == is {
        say!("  {what}: {} (unchanged)", was.as_deref().unwrap_or("none"));
    } else {
        say!("  {what}");
        values(was.as_deref(), is.as_deref());
    }
}

fn change(change: &Change) {
    let Change { how, kind, name, const_name, field, was, is } = change;
    let (name, const_name) = (plain(name), plain(const_name));
    let [was, is] = [was, is].map(|value| value.as_deref().map(|value| shown(field, value)));
    crate::say::text(format_args!("  {kind} {BOLD}{name}{BOLD:#} {DIM}{const_name}{DIM:#}: {field}"));
    match (how, &was, &is) {
        (How::Added, _, Some(value)) | (How::Removed, Some(value), _) => say!(" {value}"),
        (How::Moved, Some(was), Some(is)) => say!(" {was} to {is}"),
        (How::Moved, ..) => say!(" changed"),
        _ => {
            say!();
            values(was.as_deref(), is.as_deref());
        }
    }
}

fn values(was: Option<&str>, is: Option<&str>) {
    for (label, value) in [("was", was), (" is", is)] {
        match value {
            Some(value) => say!("    {label}: {value}"),
            None => say!("    {label}: {DIM}none{DIM:#}"),
        }
    }
}

/// A value as it is shown. A description may have several lines, each set off from the lines of this command.
fn shown(field: &str, value: &str) -> String {
    if field != "description" {
        return plain(value);
    }
    let lines: Vec<_> = value.lines().map(plain).collect();
    lines.join("\n         | ")
}
