//! The report as annotations for GitHub Actions.

use std::fmt::Write as _;

use super::result::{NOTHING, Report, ReportStatus, place};
use crate::build::diagnostic::{Finding, PinCode};
use crate::output::github::annotate;

/// Prints an annotation for each finding, each unchecked block, each lag and each error.
pub fn print(report: &Report<'_>) {
    if report.status() == ReportStatus::None {
        annotate("error", None, "no coalition", NOTHING);
    }
    for finding in report.coalitions.iter().flat_map(|coalition| &coalition.findings) {
        let title = match finding.code {
            PinCode::C20 => "component summary stale",
            code if code.is_unfrozen() => "coalition unfrozen",
            _ => "coalition drifted",
        };
        annotate("error", Some(finding.at.position()), title, &text(finding));
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
        let at = place(error, report.workspace);
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
