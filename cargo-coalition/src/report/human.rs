//! The report on a terminal.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use anstyle::Style;

use super::style::{BOLD, DIM, ERROR, GOOD, NOTE, WARN, status};
use super::{NOTHING, Report, Status, layout, relative};
use crate::finding::{Code, Finding};
use crate::plan::{Change, Edit, Plan, Refusal};
use crate::say::say;
use crate::source::Source;
use crate::survey::{Coalition, State};

/// Where the lines below a status word begin.
const INDENT: usize = 13;

pub fn print(report: &Report<'_>, quiet: bool) {
    let rows = report.coalitions.iter().filter(|coalition| !quiet || !report.is_fine(coalition));
    for coalition in rows {
        row(coalition);
    }
    for lag in report.lags.iter().filter(|_| !quiet || report.denies_lags) {
        status("Older", if report.denies_lags { ERROR } else { WARN }, lag);
    }
    if report.status() == Status::None {
        status("Found", ERROR, NOTHING);
    } else if report.coalitions.is_empty() && !quiet {
        status(
            "Found",
            GOOD,
            "what is not listed where it holds: a configuration by hand, a block in a macro",
        );
    }
    if report.status() == Status::Different {
        advise(report);
    }
}

/// A coalition with its state, and what the build says about it.
pub fn row(coalition: &Coalition) {
    let (word, style) = match coalition.state {
        State::Frozen => ("Frozen", GOOD),
        State::Unfrozen => ("Unfrozen", WARN),
        State::Stale => ("Stale", ERROR),
        State::Drifted => ("Drifted", ERROR),
        State::Unchecked => ("Unchecked", NOTE),
    };
    let place =
        format_args!("{DIM}{}:{}:{}{DIM:#}", relative(&coalition.file), coalition.line, coalition.column)
            .to_string();
    status(word, style, format_args!("{} {place}", coalition.name));
    if coalition.state == State::Frozen {
        let block = coalition.block.as_ref();
        for pin in block.iter().flat_map(|block| [&block.fingerprint, &block.handshake]) {
            if let Some(value) = pin.frozen() {
                detail("", value, DIM);
            }
        }
    }
    if let Some(reason) = &coalition.reason {
        detail("", reason, Style::new());
    }
    for finding in &coalition.findings {
        // A finding that is about a part of the coalition, or about its handshake, says so.
        if finding.coalition() != Some(&coalition.name) || finding.key() != "expect_fingerprint" {
            detail("", &format!("{}{}", finding.subject, finding.predicate()), Style::new());
        }
        let values = [("specified: ", &finding.specified), ("got: ", &finding.got)];
        for (label, value) in values {
            if let Some(value) = value {
                detail(&format!("{label:>11}"), value, Style::new());
            }
        }
        for note in &finding.notes {
            detail("note: ", note, Style::new());
        }
    }
}

/// Sets a line in as far as the terminal has room for it.
fn detail(label: &str, text: &str, style: Style) {
    let length = label.chars().count() + text.chars().count();
    let indent = layout::width().map_or(INDENT, |width| width.saturating_sub(length).min(INDENT));
    // What is longer than a line is wrapped in any case.
    let indent = if indent == 0 { INDENT } else { indent };
    say!("{:indent$}{BOLD}{label}{BOLD:#}{style}{text}{style:#}", "");
}

fn advise(report: &Report<'_>) {
    let has = |is_meant: &dyn Fn(Code) -> bool| {
        report
            .coalitions
            .iter()
            .flat_map(|coalition| &coalition.findings)
            .any(|finding| is_meant(finding.code))
    };
    say!();
    // It is the pin of another's value, which `freeze` does not write, and without which it writes nothing.
    if has(&|code| code == Code::C13) {
        help(
            "an import's pin is edited by hand: compare with its operator's handshake page, then pin what is right",
        );
    }
    if has(&|code| matches!(code, Code::C01 | Code::C18)) {
        help("operators: review what changed, then `cargo coalition freeze`");
        help("integrators: do not edit a pin; compare with the operator's handshake page");
    } else if has(&|code| code == Code::C20) {
        help("operators: `cargo coalition freeze` writes the summary");
        help("integrators: copy `expect_components` from the operator's handshake page, with the pin");
    } else if has(&Code::is_unfrozen) {
        help("operators: review the declaration, then `cargo coalition freeze`");
    }
    let is_unchecked = |coalition: &Coalition| coalition.state == State::Unchecked;
    if report.denies_unchecked && report.coalitions.iter().any(is_unchecked) {
        help("to check what is unchecked, build the features, packages and targets that reach it");
    }
}

fn help(text: &str) {
    say!("{NOTE}help{NOTE:#}: {text}");
}

/// An edit, and the change that it belongs to.
type Written<'a> = (&'a Change, &'a Edit);

/// Shows what would be written, each line as it would be then.
pub fn show(plan: &Plan) {
    let mut lines: Vec<(&Source, Range<usize>, Vec<Written<'_>>)> = Vec::new();
    for change in &plan.changes {
        let Some(source) = plan.sources.get(&change.finding.at.file) else { continue };
        for edit in &change.edits {
            let range = source.lines(&edit.bytes);
            match lines.iter_mut().find(|(of, at, _)| (&of.path, at) == (&source.path, &range)) {
                Some((.., edits)) => edits.push((change, edit)),
                None => lines.push((source, range, vec![(change, edit)])),
            }
        }
    }
    let mut shown: Vec<&Change> = Vec::new();
    for (source, range, edits) in lines {
        let (line, _) = source.position(range.start);
        let mut snippet = Snippet::source(&source.text[range.clone()])
            .path(relative(&source.path).as_str())
            .line_start(line);
        let mut changes: Vec<&Change> = Vec::new();
        for (change, edit) in edits {
            let within = edit.bytes.start - range.start..edit.bytes.end - range.start;
            snippet = snippet.patch(Patch::new(within, edit.text.replace('\r', "")));
            if !shown.iter().any(|other| std::ptr::eq(*other, change)) {
                changes.push(change);
                shown.push(change);
            }
        }
        let notes = changes.iter().flat_map(|change| &change.finding.notes);
        let (name, title) = title(&changes);
        let group = Group::with_title(Level::WARNING.with_name(name).primary_title(title)).element(snippet);
        let group = group.elements(notes.map(|note| Level::NOTE.message(note)));
        let width = layout::width().unwrap_or(140);
        say!("{}\n", Renderer::styled().term_width(width).render(&[group]));
    }
}

/// Why values on one line are written.
fn title(changes: &[&Change]) -> (&'static str, String) {
    // What else is written for a value is its summary, on lines of its own.
    if changes.is_empty() {
        return ("summary", "`expect_components` follows the fingerprint".into());
    }
    let subjects: Vec<_> = changes.iter().map(|change| change.finding.subject.as_str()).collect();
    let subjects = subjects.join(" and ");
    let is_one = changes.len() == 1;
    if changes.iter().all(|change| change.finding.code.is_unfrozen()) {
        let has = if is_one { "has" } else { "have" };
        ("unfrozen", format!("{subjects} {has} no frozen value yet"))
    } else if changes.iter().all(|change| change.finding.code == Code::C20) {
        ("stale", format!("{subjects}{}", changes[0].finding.predicate()))
    } else {
        let was = if is_one { "it was" } else { "they were" };
        ("drifted", format!("{subjects} changed since {was} frozen"))
    }
}

/// Shows what a person has to see to.
pub fn refusals(refusals: &[Refusal]) {
    for refusal in refusals {
        let finding = &refusal.finding;
        let title = format!("{} is left to you: {}", finding.subject, refusal.why);
        let mut group = Group::with_title(Level::ERROR.with_name("refused").primary_title(title));
        let source = Source::read(&finding.at.file).ok();
        let path = relative(&finding.at.file);
        match source.as_ref().and_then(|source| snippet(source, finding)) {
            Some(snippet) => group = group.element(snippet),
            None => {
                let origin = annotate_snippets::Origin::path(path.as_str());
                group = group.element(origin.line(finding.at.line).char_column(finding.at.column));
            }
        }
        if let Some(got) = &finding.got {
            group = group.element(Level::NOTE.message(format!("the build says {got}")));
        }
        say!("{}\n", Renderer::styled().term_width(layout::width().unwrap_or(140)).render(&[group]));
    }
}

fn snippet<'a>(
    source: &'a Source,
    finding: &'a Finding,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let bytes = &finding.at.bytes;
    source.text.get(bytes.clone())?;
    let lines = source.lines(bytes);
    let (line, _) = source.position(lines.start);
    let within = bytes.start - lines.start..bytes.end - lines.start;
    Some(
        Snippet::source(source.text.get(lines)?)
            .path(relative(&finding.at.file).as_str())
            .line_start(line)
            .annotation(AnnotationKind::Primary.span(within)),
    )
}
