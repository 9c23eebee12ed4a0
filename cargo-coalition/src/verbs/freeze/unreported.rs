//! Pins that a build does not report, because it stops at others: those of a binary whose library is not frozen, or of an
//! import without a pin. A build that is read knows their values too, so one freeze writes all of them.

use std::ops::Range;

use coalition_handshake::Handshake;

use crate::build::coalitions::Coalition;
use crate::build::diagnostic::{Finding, PinCode, Span};
use crate::build::pins;
use crate::source::block::{PinValue, Pinned, SourceBlock};
use crate::source::source_file::SourceFile;

/// Adds to a coalition the findings that a build would report if nothing else kept it from doing so.
pub fn add(coalition: &mut Coalition, handshake: &Handshake<'_>) {
    let Some(block) = &coalition.block else { return };
    let Ok(source) = SourceFile::read(&coalition.file) else { return };
    for unreported in findings(coalition, block, &source, handshake) {
        match coalition.findings.iter_mut().find(|found| found.at.bytes == unreported.at.bytes) {
            Some(found) => found.got = found.got.take().or(unreported.got),
            None => coalition.findings.push(unreported),
        }
    }
}

fn findings(
    coalition: &Coalition,
    block: &SourceBlock,
    source: &SourceFile,
    handshake: &Handshake<'_>,
) -> Vec<Finding> {
    let own = format!("coalition `{}`", block.name);
    let finding = |code, subject, bytes: &Range<usize>, specified: Option<&str>, got| {
        let (line, column) = source.position(bytes.start);
        let at = Span { file: coalition.file.clone(), bytes: bytes.clone(), line, column, expanded: false };
        let (package, specified) = (coalition.package.clone(), specified.map(Into::into));
        Finding { code, subject, specified, got, notes: Vec::new(), package, at }
    };
    let mut found = Vec::new();
    if block.fingerprint == PinValue::Missing {
        let root = handshake.coalition.coalition_root().to_string();
        found.push(finding(PinCode::C02, own.clone(), &block.const_bytes, None, Some(root)));
    }
    for (placed, value) in pins::values(block, handshake) {
        let value = value.to_string();
        let code = match (&placed.pin, &placed.of) {
            (PinValue::Open, _) => PinCode::C03,
            (PinValue::Frozen(pin), _) if *pin == value => continue,
            (PinValue::Frozen(_), Pinned::Handshake) => PinCode::C18,
            (PinValue::Frozen(_), _) => PinCode::C01,
            _ => continue,
        };
        let subject = match &placed.of {
            Pinned::Coalition => own.clone(),
            Pinned::Handshake => format!("the handshake of {own}"),
            Pinned::Part { subject, .. } => subject.clone(),
        };
        found.push(finding(code, subject, &placed.bytes, placed.pin.frozen(), Some(value)));
    }
    let is_own = |finding: &Finding| finding.subject == own;
    if let Some(entry) = &block.components
        && !found.iter().any(is_own)
        && pins::has_other_summary(block, handshake)
    {
        let value = entry.bytes.end - 1..entry.bytes.end;
        if !coalition.findings.iter().any(|found| found.code == PinCode::C20) {
            found.push(finding(PinCode::C20, own, &value, None, None));
        }
    }
    found
}
