//! The report as JSON, described by schema/report.schema.json.

use cargo_metadata::diagnostic::Diagnostic;
use serde::Serialize;

use super::result::{Report, ReportStatus, place};
use crate::build::coalitions::{Coalition, State};
use crate::build::diagnostic::{Finding, PinCode};
use crate::exit::Failure;
use crate::history::comparison::Comparison;
use crate::history::published::Lag;
use crate::output::json;

#[derive(Serialize)]
struct ReportDocument<'a> {
    format: u32,
    verb: &'a str,
    status: ReportStatus,
    coalitions: Vec<ReportEntry<'a>>,
    comparisons: Vec<&'a Comparison>,
    written: Vec<ReportPin<'a>>,
    refused: Vec<Refused<'a>>,
    release_notes: Vec<&'a str>,
    lags: &'a [Lag],
    errors: Vec<ReportFault<'a>>,
}

#[derive(Serialize)]
struct ReportEntry<'a> {
    name: &'a str,
    const_name: Option<&'a str>,
    package: Option<&'a str>,
    state: State,
    reason: Option<&'a str>,
    fingerprint: Option<&'a str>,
    handshake_digest: Option<&'a str>,
    file: &'a str,
    line: usize,
    column: usize,
    findings: Vec<ReportPin<'a>>,
}

#[derive(Serialize)]
struct ReportPin<'a> {
    code: PinCode,
    subject: &'a str,
    specified: Option<&'a str>,
    got: Option<&'a str>,
    notes: &'a [String],
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Refused<'a> {
    #[serde(flatten)]
    pin: ReportPin<'a>,
    why: &'a str,
}

/// An error that is not about a pin.
#[derive(Serialize)]
struct ReportFault<'a> {
    message: &'a str,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

pub fn print(report: &Report<'_>) -> Result<(), Failure> {
    let document = ReportDocument {
        format: json::FORMAT,
        verb: report.verb,
        status: report.status(),
        coalitions: report.coalitions.iter().map(|coalition| entry(report, coalition)).collect(),
        comparisons: report.comparisons.to_vec(),
        written: report.written.iter().map(|finding| pin(finding)).collect(),
        refused: report.refused.iter().map(|(finding, why)| Refused { pin: pin(finding), why }).collect(),
        release_notes: report.release_notes.iter().map(|path| path.as_str()).collect(),
        lags: report.lags,
        errors: report.broken.iter().copied().flatten().map(|error| fault(error, report)).collect(),
    };
    json::print(&document)
}

fn entry<'a>(report: &'a Report<'_>, coalition: &'a Coalition) -> ReportEntry<'a> {
    let block = coalition.block.as_ref();
    // The written pin is the identity only if the build says so.
    let frozen = block.filter(|_| coalition.state == State::Frozen);
    ReportEntry {
        name: &coalition.name,
        const_name: block.map(|block| block.const_name.as_str()),
        package: report.workspace.package(&coalition.package).map(|package| package.name.as_str()),
        state: coalition.state,
        reason: coalition.reason.as_deref(),
        fingerprint: frozen.and_then(|block| block.fingerprint.frozen()),
        handshake_digest: frozen.and_then(|block| block.handshake.frozen()),
        file: coalition.file.as_str(),
        line: coalition.line,
        column: coalition.column,
        findings: coalition.findings.iter().map(pin).collect(),
    }
}

fn fault<'a>(error: &'a Diagnostic, report: &Report<'_>) -> ReportFault<'a> {
    let (file, line, column) = match place(error, report.workspace) {
        Some((file, line, column)) => (Some(file.into_string()), Some(line), Some(column)),
        None => (None, None, None),
    };
    ReportFault { message: &error.message, file, line, column }
}

fn pin(finding: &Finding) -> ReportPin<'_> {
    ReportPin {
        code: finding.code,
        subject: &finding.subject,
        specified: finding.specified.as_deref(),
        got: finding.got.as_deref(),
        notes: &finding.notes,
        file: finding.at.file.as_str(),
        line: finding.at.line,
        column: finding.at.column,
    }
}
