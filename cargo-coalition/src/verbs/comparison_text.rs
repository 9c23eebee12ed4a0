//! A comparison on a terminal.

use std::fmt::Write as _;

use anstyle::Style;
use coalition_handshake::changes::ChangeKind;

use crate::build::read_build::ReadCoalition;
use crate::history::comparison::{Comparison, ComparisonStatus, ComponentChange, Sides};
use crate::output::escape::escape;
use crate::output::github::annotate;
use crate::output::layout::{self, labelled};
use crate::output::stdout::outln;
use crate::output::style::{BOLD, DIM, ERROR, GOOD, NOTE, WARN, status};

/// Shows what became of a coalition since `against`.
pub fn print(comparison: &Comparison, against: &str) {
    let (word, style) = match comparison.status {
        ComparisonStatus::Same => ("Same", GOOD),
        ComparisonStatus::Changed => ("Changed", WARN),
        ComparisonStatus::Added => ("Added", GOOD),
        ComparisonStatus::Removed => ("Removed", ERROR),
    };
    status(word, style, format_args!("{} {DIM}against {against}{DIM:#}", escape(&comparison.name)));
    body(comparison);
}

/// Shows a coalition that was never frozen.
pub fn print_first(comparison: &Comparison) {
    status("First freeze", GOOD, format_args!("of {}", escape(&comparison.name)));
    body(comparison);
}

fn body(comparison: &Comparison) {
    sides("COALITION_ROOT", &comparison.fingerprint);
    sides("handshake digest", &comparison.handshake_digest);
    let (edits, following) = comparison.parted();
    for changes in edits.chunk_by(|a, b| a.how == b.how) {
        let (word, style) = title(changes[0].how);
        outln!("\n{style}{word}{style:#}");
        for edit in changes {
            change(edit);
        }
    }
    if !following.is_empty() {
        let them = if edits.len() == 1 { "it" } else { "them" };
        outln!("\n{NOTE}Follows from {them}{NOTE:#}");
    }
    for changes in following.chunk_by(|a, b| a.is_of_the_component_of(b)) {
        let fields: Vec<_> = changes.iter().map(|change| change.field).collect();
        line(&format!("{}: {}", component(changes[0]), fields.join(", ")));
    }
    if comparison.status == ComparisonStatus::Changed {
        let consequence = if comparison.must_rebuild() {
            "integrators must rebuild: COALITION_ROOT changed"
        } else {
            "only the page changes: COALITION_ROOT is what it was"
        };
        outln!("\n{NOTE}note{NOTE:#}: {consequence}");
    }
}

fn title(how: ChangeKind) -> (&'static str, Style) {
    match how {
        ChangeKind::Added => ("Added", GOOD),
        ChangeKind::Removed => ("Removed", ERROR),
        ChangeKind::Moved => ("Moved", NOTE),
        ChangeKind::Repinned => ("Identity changed", WARN),
        ChangeKind::Metadata => ("Changed otherwise", NOTE),
    }
}

fn sides(what: &str, Sides { was, is }: &Sides) {
    match (was, is) {
        (Some(was), Some(is)) if was != is => {
            outln!("  {what}");
            values(Some(was), Some(is));
        }
        (Some(value), Some(_)) => labelled(&format!("  {what} (unchanged)"), value, 4),
        (None, Some(is)) => labelled(&format!("  {what}"), is, 4),
        (Some(was), None) => labelled(&format!("  {what} was"), was, 4),
        (None, None) => {}
    }
}

fn component(ComponentChange { kind, name, const_name, .. }: &ComponentChange) -> String {
    let (name, const_name) = (escape(name), escape(const_name));
    format!("  {kind} {BOLD}{name}{BOLD:#} {DIM}{const_name}{DIM:#}")
}

fn change(change: &ComponentChange) {
    let ComponentChange { how, field, was, is, .. } = change;
    let [was, is] = [was, is].map(|value| value.as_deref().map(|value| shown(field, value)));
    let head = format!("{}: {field}", component(change));
    match (how, &was, &is) {
        (ChangeKind::Added, _, Some(value)) | (ChangeKind::Removed, Some(value), _) => {
            labelled(&head, value, 4);
        }
        (ChangeKind::Moved, Some(was), Some(is)) => line(&format!("{head} {was} to {is}")),
        (ChangeKind::Moved, ..) => line(&format!("{head} changed")),
        _ => {
            line(&head);
            values(was.as_deref(), is.as_deref());
        }
    }
}

fn line(text: &str) {
    outln!("{}", layout::wrap(text, 4, layout::width()));
}

fn values(was: Option<&str>, is: Option<&str>) {
    for (label, value) in [("was", was), (" is", is)] {
        match value {
            Some(value) => outln!("    {label}: {value}"),
            None => outln!("    {label}: {DIM}none{DIM:#}"),
        }
    }
}

/// A value as it is shown. A description may have several lines, each set off from the lines of this command.
fn shown(field: &str, value: &str) -> String {
    if field != "description" {
        return escape(value);
    }
    let lines: Vec<_> = value.lines().map(escape).collect();
    lines.join("\n         | ")
}

/// Annotates a coalition with its changes.
pub fn annotate_with(comparison: &Comparison, reading: Option<&ReadCoalition>, against: &str) {
    let title = match comparison.status {
        ComparisonStatus::Same => "coalition unchanged",
        ComparisonStatus::Changed => "coalition changed",
        ComparisonStatus::Added => "coalition added",
        ComparisonStatus::Removed => "coalition removed",
    };
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".into());
    let mut text = format!("{} against {against}", comparison.name);
    for (label, sides) in
        [("COALITION_ROOT", &comparison.fingerprint), ("handshake digest", &comparison.handshake_digest)]
    {
        let _ = write!(text, "\n{label}: {} -> {}", value(&sides.was), value(&sides.is));
    }
    for change in &comparison.changes {
        let _ = write!(
            text,
            "\n{} {}: {} {} -> {}",
            change.kind,
            change.name,
            change.field,
            value(&change.was),
            value(&change.is)
        );
    }
    annotate("warning", reading.map(|reading| reading.at.position()), title, &text);
}
