//! The source lines that a freeze would write, and those that it leaves to a person.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use anstyle::Style;

use super::plan::{Plan, PlannedChange, Refusal};
use crate::build::diagnostic::{Finding, PinCode};
use crate::output::escape::{escape, shown};
use crate::output::layout;
use crate::output::stdout::outln;
use crate::output::style::{ERROR, WARN};
use crate::source::rewrite::TextEdit;
use crate::source::source_file::SourceFile;

/// An edit, and the change that it belongs to.
type PlacedEdit<'a> = (&'a PlannedChange, &'a TextEdit);

/// Prints the lines that would be written, as they would be.
pub fn print(plan: &Plan) {
    let mut lines: Vec<(&SourceFile, Range<usize>, Vec<PlacedEdit<'_>>)> = Vec::new();
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
    let mut seen: Vec<&PlannedChange> = Vec::new();
    for (source, range, edits) in lines {
        let (line, _) = source.position(range.start);
        let mut snippet =
            Snippet::source(&source.text[range.clone()]).path(shown(&source.path)).line_start(line);
        let mut changes: Vec<&PlannedChange> = Vec::new();
        for (change, edit) in edits {
            let within = edit.bytes.start - range.start..edit.bytes.end - range.start;
            snippet = snippet.patch(Patch::new(within, edit.text.replace('\r', "")));
            if !seen.iter().any(|other| std::ptr::eq(*other, change)) {
                changes.push(change);
                seen.push(change);
            }
        }
        let notes = changes.iter().flat_map(|change| &change.finding.notes);
        let (name, title) = title(&changes);
        let group = Group::with_level(Level::WARNING).element(snippet);
        let group = group.elements(notes.map(|note| Level::NOTE.message(wrapped(note))));
        render(WARN, name, &title, group);
    }
}

/// Why values on one line are written.
fn title(changes: &[&PlannedChange]) -> (&'static str, String) {
    // The summary of a value has lines of its own.
    if changes.is_empty() {
        return ("summary", "`expect_components` follows the fingerprint".into());
    }
    let subjects: Vec<_> = changes.iter().map(|change| change.finding.subject.as_str()).collect();
    let subjects = subjects.join(" and ");
    let is_one = changes.len() == 1;
    if changes.iter().all(|change| change.finding.code.is_unfrozen()) {
        let has = if is_one { "has" } else { "have" };
        ("unfrozen", format!("{subjects} {has} no frozen value yet"))
    } else if changes.iter().all(|change| change.finding.code == PinCode::C20) {
        ("stale", format!("{subjects}{}", changes[0].finding.predicate()))
    } else {
        let was = if is_one { "it was" } else { "they were" };
        ("drifted", format!("{subjects} changed since {was} frozen"))
    }
}

/// Prints what is left to a person.
pub fn print_refusals(refusals: &[Refusal]) {
    for refusal in refusals {
        let finding = &refusal.finding;
        let title = format!("{} is left to you: {}", finding.subject, refusal.why);
        let mut group = Group::with_level(Level::ERROR);
        let source = SourceFile::read(&finding.at.file).ok();
        let path = shown(&finding.at.file);
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
        render(ERROR, "refused", &title, group);
    }
}

/// Prints a title and the lines that it is about.
fn render(style: Style, name: &str, title: &str, group: Group<'_>) {
    let width = layout::width();
    outln!("{style}{name}{style:#}: {}", layout::wrap(&escape(title), name.len() + 2, width));
    outln!("{}\n", Renderer::styled().term_width(width.unwrap_or(140)).render(&[group]));
}

/// Leaves room before a note for the margin of the lines.
fn wrapped(note: &str) -> String {
    let margin = "12345 = note: ".len();
    layout::wrap(&escape(note), 0, layout::width().map(|width| width.saturating_sub(margin)))
}

fn snippet<'a>(
    source: &'a SourceFile,
    finding: &'a Finding,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let bytes = &finding.at.bytes;
    source.text.get(bytes.clone())?;
    let lines = source.lines(bytes);
    let (line, _) = source.position(lines.start);
    let within = bytes.start - lines.start..bytes.end - lines.start;
    Some(
        Snippet::source(source.text.get(lines)?)
            .path(shown(&finding.at.file))
            .line_start(line)
            .annotation(AnnotationKind::Primary.span(within)),
    )
}
