//! The report on a terminal.

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use anstyle::Style;

use super::style::{BOLD, DIM, ERROR, GOOD, NOTE, WARN, status};
use super::{NOTHING, Report, Status, relative};
use crate::finding::{Code, Finding};
use crate::plan::{Plan, Refusal};
use crate::say::say;
use crate::source::Source;
use crate::survey::{Coalition, State};

pub fn print(report: &Report<'_>, quiet: bool) {
    let rows = report.coalitions.iter().filter(|coalition| !quiet || !report.is_fine(coalition));
    for coalition in rows {
        row(coalition);
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
            detail("", &finding.subject, Style::new());
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

fn detail(label: &str, text: &str, style: Style) {
    say!("{:13}{BOLD}{label}{BOLD:#}{style}{text}{style:#}", "");
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

/// Shows what would be written, in its lines.
pub fn show(plan: &Plan) {
    for change in &plan.changes {
        let finding = &change.finding;
        let Some(source) = plan.sources.get(&finding.at.file) else { continue };
        let lines = source.lines(&change.edit.bytes);
        let within = change.edit.bytes.start - lines.start..change.edit.bytes.end - lines.start;
        let path = relative(&finding.at.file).as_str();
        let name = if finding.code.is_unfrozen() { "unfrozen" } else { "drifted" };
        let title = if finding.code.is_unfrozen() {
            format!("{} has no frozen value yet", finding.subject)
        } else {
            format!("{} changed since it was frozen", finding.subject)
        };
        let (line, _) = source.position(lines.start);
        let text = change.edit.text.replace('\r', "");
        let snippet =
            Snippet::source(&source.text[lines]).path(path).line_start(line).patch(Patch::new(within, text));
        let mut group =
            Group::with_title(Level::WARNING.with_name(name).primary_title(title)).element(snippet);
        group = group.elements(finding.notes.iter().map(|note| Level::NOTE.message(note)));
        say!("{}\n", Renderer::styled().term_width(width()).render(&[group]));
    }
}

fn width() -> usize {
    terminal_size::terminal_size_of(std::io::stdout()).map_or(140, |(width, _)| width.0.into())
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
        say!("{}\n", Renderer::styled().term_width(width()).render(&[group]));
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
