//! The report on a terminal.

use anstyle::Style;

use super::result::{NOTHING, Report, ReportStatus};
use crate::build::coalitions::{Coalition, State};
use crate::build::diagnostic::PinCode;
use crate::output::escape::{escape, shown};
use crate::output::layout;
use crate::output::stdout::outln;
use crate::output::style::{BOLD, DIM, ERROR, GOOD, NOTE, WARN, status};

/// The indent of the lines below a status word.
const INDENT: usize = 13;

pub fn print(report: &Report<'_>, quiet: bool) {
    let rows = report.coalitions.iter().filter(|coalition| !quiet || !report.is_fine(coalition));
    for coalition in rows {
        row(coalition);
    }
    for lag in report.lags.iter().filter(|_| !quiet || report.denies_lags) {
        status("Older", if report.denies_lags { ERROR } else { WARN }, lag);
    }
    if report.status() == ReportStatus::None {
        status("Found", ERROR, NOTHING);
    } else if report.coalitions.is_empty() && !quiet {
        status(
            "Found",
            GOOD,
            "what is not listed where it holds: a configuration by hand, a block in a macro",
        );
    }
    if report.status() == ReportStatus::Different {
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
        format_args!("{DIM}{}:{}:{}{DIM:#}", shown(&coalition.file), coalition.line, coalition.column)
            .to_string();
    status(word, style, format_args!("{} {place}", escape(&coalition.name)));
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
    let text = &escape(text);
    let length = label.chars().count() + text.chars().count();
    let indent = layout::width().map_or(INDENT, |width| width.saturating_sub(length).min(INDENT));
    // A text that is longer than a line is wrapped in any case.
    let indent = if indent == 0 { INDENT } else { indent };
    let text = layout::wrap(text, indent + label.chars().count(), layout::width());
    outln!("{:indent$}{BOLD}{label}{BOLD:#}{style}{text}{style:#}", "");
}

fn advise(report: &Report<'_>) {
    let has = |is_meant: &dyn Fn(PinCode) -> bool| {
        report
            .coalitions
            .iter()
            .flat_map(|coalition| &coalition.findings)
            .any(|finding| is_meant(finding.code))
    };
    outln!();
    // It is the pin of another's value, which `freeze` does not write, and without which it writes nothing.
    if has(&|code| code == PinCode::C13) {
        help(
            "an import's pin is edited by hand: compare with its operator's handshake page, then pin what is right",
        );
    }
    if has(&|code| matches!(code, PinCode::C01 | PinCode::C18)) {
        help("operators: review what changed, then `cargo coalition freeze`");
        help("integrators: do not edit a pin; compare with the operator's handshake page");
    } else if has(&|code| code == PinCode::C20) {
        help("operators: `cargo coalition freeze` writes the summary");
        help("integrators: copy `expect_components` from the operator's handshake page, with the pin");
    } else if has(&PinCode::is_unfrozen) {
        help("operators: review the declaration, then `cargo coalition freeze`");
    }
    let is_unchecked = |coalition: &Coalition| coalition.state == State::Unchecked;
    if report.denies_unchecked && report.coalitions.iter().any(is_unchecked) {
        help("to check what is unchecked, build the features, packages and targets that reach it");
    }
}

fn help(text: &str) {
    outln!("{NOTE}help{NOTE:#}: {}", layout::wrap(text, 6, layout::width()));
}
