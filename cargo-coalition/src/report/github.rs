//! Annotations of GitHub Actions, each at its line of the source where there is one.

use std::env;
use std::fmt::Write as _;

use camino::Utf8Path;

use super::{NOTHING, Report, relative};
use crate::comparison::{Comparison, Status};
use crate::finding::{Code, Finding};
use crate::reading::Reading;
use crate::say::say;
use crate::survey::State;

/// What a verb found about the pins.
pub fn print(report: &Report<'_>) {
    if report.status() == super::Status::None {
        annotate("error", None, "no coalition", NOTHING);
    }
    for finding in report.coalitions.iter().flat_map(|coalition| &coalition.findings) {
        let at = &finding.at;
        let title = match finding.code {
            Code::C20 => "component summary stale",
            code if code.is_unfrozen() => "coalition unfrozen",
            _ => "coalition drifted",
        };
        annotate("error", Some((&at.file, at.line, at.column)), title, &text(finding));
    }
    for coalition in report.coalitions {
        if let Some(reason) = &coalition.reason {
            let level = if report.is_fine(coalition) { "warning" } else { "error" };
            let at = (coalition.file.as_path(), coalition.line, coalition.column);
            annotate(level, Some(at), "coalition unchecked", &format!("{}: {reason}", coalition.name));
        }
    }
    for lag in report.lags {
        let level = if report.denies_lags { "error" } else { "warning" };
        annotate(level, Some((&lag.file, 1, 1)), "published file is older", &lag.to_string());
    }
    for error in report.broken.iter().copied().flatten() {
        let at = super::place(error, report.workspace);
        let at = at.as_ref().map(|(file, line, column)| (file.as_path(), *line, *column));
        annotate("error", at, "the build failed", &error.message);
    }
}

fn text(finding: &Finding) -> String {
    let mut text = format!("{}{} [{:?}]", finding.subject, finding.predicate(), finding.code);
    let values = [("specified", &finding.specified), ("got", &finding.got)];
    for (label, value) in values {
        if let Some(value) = value {
            let _ = write!(text, "\n{label}: {value}");
        }
    }
    for note in &finding.notes {
        let _ = write!(text, "\nnote: {note}");
    }
    text
}

/// What a coalition is.
pub fn reading(reading: &Reading) {
    let (level, title) = match reading.state {
        State::Drifted => ("error", "coalition drifted"),
        State::Unfrozen => ("error", "coalition unfrozen"),
        State::Stale => ("error", "component summary stale"),
        State::Frozen => ("notice", "coalition frozen"),
        State::Unchecked => ("notice", "coalition"),
    };
    let (name, root, digest) = (reading.name(), reading.root(), reading.digest());
    let text = format!("{name}\nCOALITION_ROOT: {root}\nhandshake digest: {digest}");
    annotate(level, place(Some(reading)), title, &text);
}

/// Something that is missing on a coalition's page.
pub fn incomplete(reading: &Reading, text: &str) {
    let text = format!("{}: {text}", reading.name());
    annotate("warning", place(Some(reading)), "handshake incomplete", &text);
}

/// What became of a coalition.
pub fn comparison(comparison: &Comparison, reading: Option<&Reading>, against: &str) {
    let title = match comparison.status {
        Status::Same => "coalition unchanged",
        Status::Changed => "coalition changed",
        Status::Added => "coalition added",
        Status::Removed => "coalition removed",
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
    annotate("warning", place(reading), title, &text);
}

fn place(reading: Option<&Reading>) -> Option<(&Utf8Path, usize, usize)> {
    let place = reading?.place.as_ref()?;
    Some((&place.file, place.line, place.column))
}

/// One annotation, as a line of its own.
pub fn annotate(level: &str, at: Option<(&Utf8Path, usize, usize)>, title: &str, text: &str) {
    let mut properties = String::new();
    if let Some((file, line, column)) = at {
        // GitHub counts from the folder of the checkout.
        let checkout = env::var("GITHUB_WORKSPACE").ok();
        let within = checkout.and_then(|checkout| file.strip_prefix(checkout).ok());
        let file = property(within.unwrap_or_else(|| relative(file)).as_str());
        let _ = write!(properties, "file={file},line={line},col={column},");
    }
    say!("::{level} {properties}title={}::{}", property(title), escape(text));
}

/// A line end would end the annotation.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
