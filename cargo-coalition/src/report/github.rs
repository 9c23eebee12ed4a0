//! The report as annotations of GitHub Actions, each at its line of the source.

use std::env;
use std::fmt::Write as _;

use camino::Utf8Path;

use super::{Report, relative};
use crate::finding::Finding;

pub fn print(report: &Report<'_>) {
    for finding in report.coalitions.iter().flat_map(|coalition| &coalition.findings) {
        let at = &finding.at;
        annotate(&at.file, at.line, at.column, title(finding), &text(finding));
    }
    for error in report.broken.iter().copied().flatten() {
        let Some(span) = error.spans.iter().find(|span| span.is_primary) else {
            anstream::println!("::error::{}", escape(&error.message));
            continue;
        };
        let file = report.workspace.file(&span.file_name, None);
        annotate(&file, span.line_start, span.column_start, "the build failed", &error.message);
    }
}

fn title(finding: &Finding) -> &'static str {
    if finding.code.is_unfrozen() { "coalition unfrozen" } else { "coalition drifted" }
}

fn text(finding: &Finding) -> String {
    let mut text = format!("{} [{:?}]", finding.subject, finding.code);
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

fn annotate(file: &Utf8Path, line: usize, column: usize, title: &str, text: &str) {
    // GitHub counts from the folder of the checkout.
    let checkout = env::var("GITHUB_WORKSPACE").ok();
    let file =
        checkout.and_then(|checkout| file.strip_prefix(checkout).ok()).unwrap_or_else(|| relative(file));
    let file = escape(file.as_str()).replace(':', "%3A").replace(',', "%2C");
    anstream::println!("::error file={file},line={line},col={column},title={title}::{}", escape(text));
}

/// A line end would end the annotation.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
