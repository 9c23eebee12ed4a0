//! Annotations of GitHub Actions, each at its line of the source where there is one.

use std::fmt::Write as _;

use super::{NOTHING, Report, Status};
use crate::build::diagnostic::{Code, Finding};
use crate::output::github::annotate;

/// What a verb found about the pins.
pub fn print(report: &Report<'_>) {
    if report.status() == Status::None {
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
