//! A diagnostic of `coalition!` about a pin, read by its code and its lines.

use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::PackageId;
use cargo_metadata::diagnostic::Diagnostic;
use coalition_core::UniqueId;
use serde::Serialize;

/// The predicate of a stale component summary.
const STALE: &str = " is not the summary of what is frozen";

/// The codes that are about a pin. The codes of all other faults are errors like any other to this command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PinCode {
    /// The fingerprint differs from `expect_fingerprint`.
    C01,
    /// `expect_fingerprint` is missing.
    C02,
    /// A pin is `_`.
    C03,
    /// An imported const differs from its pin.
    C13,
    /// The handshake digest differs from `expect_handshake`.
    C18,
    /// The root is the frozen one, and `expect_components` is not its summary.
    C20,
}

impl PinCode {
    /// Returns `true` if nothing was frozen so far.
    pub fn is_unfrozen(self) -> bool {
        matches!(self, Self::C02 | Self::C03)
    }
}

/// A pin that does not hold, as the build says it.
#[derive(Clone, Debug)]
pub struct Finding {
    pub code: PinCode,
    /// Whose pin it is: ``coalition `ethereum.superchain` ``, ``the handshake of coalition `…` ``, ``module `…` ``.
    pub subject: String,
    pub specified: Option<String>,
    pub got: Option<String>,
    pub notes: Vec<String>,
    pub package: PackageId,
    pub at: Span,
}

impl Finding {
    /// The key whose value it is. An import has others, which are not written here.
    pub fn key(&self) -> &'static str {
        match self.code {
            PinCode::C18 => "expect_handshake",
            PinCode::C20 => "expect_components",
            _ if self.subject.starts_with("the handshake of ") => "expect_handshake",
            _ => "expect_fingerprint",
        }
    }

    /// Returns the predicate of its subject, if the code alone does not say it.
    pub fn predicate(&self) -> &'static str {
        if self.code == PinCode::C20 { STALE } else { "" }
    }

    /// The coalition's name, where the message is about the coalition itself.
    pub fn coalition(&self) -> Option<&str> {
        let subject = self.subject.strip_prefix("the handshake of ").unwrap_or(&self.subject);
        subject.strip_prefix("coalition `")?.strip_suffix('`')
    }

    /// Returns the value that the build derives, if it says an id.
    pub fn value(&self) -> Option<&str> {
        self.got.as_deref().filter(|got| UniqueId::parse(got).is_ok())
    }

    /// Returns the source text at the span of the message, if the message implies it.
    pub fn literal(&self) -> Option<String> {
        match self.code {
            PinCode::C03 => Some("_".into()),
            PinCode::C01 | PinCode::C13 | PinCode::C18 => {
                self.specified.as_ref().map(|value| format!("\"{value}\""))
            }
            PinCode::C02 | PinCode::C20 => None,
        }
    }
}

/// A place in a source file, as rustc names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub file: Utf8PathBuf,
    /// Bytes of the file as it is on the disk, a byte order mark and carriage returns included.
    pub bytes: Range<usize>,
    /// Counted from 1.
    pub line: usize,
    /// Counted in characters from 1.
    pub column: usize,
    /// Set if a macro wrote this code.
    pub expanded: bool,
}

impl Span {
    /// Returns the file, the line and the column.
    pub fn position(&self) -> (&Utf8Path, usize, usize) {
        (&self.file, self.line, self.column)
    }
}

/// Reads a diagnostic, where it is one about a pin. `resolve` finds the file that rustc names.
pub fn read(
    diagnostic: &Diagnostic,
    package: &PackageId,
    resolve: impl FnOnce(&str) -> Utf8PathBuf,
) -> Option<Finding> {
    // A check in const evaluation panics with the text that the macro would have written.
    let text = match diagnostic.message.strip_prefix("evaluation panicked: ") {
        Some(text) => text,
        None => &diagnostic.message,
    };
    let mut lines = text.lines();
    let (found, code) = lines.next()?.strip_suffix(']')?.rsplit_once(" [")?;
    let code = match code {
        "C01" => PinCode::C01,
        "C02" => PinCode::C02,
        "C03" => PinCode::C03,
        "C13" => PinCode::C13,
        "C18" => PinCode::C18,
        // One that is no summary at all is a fault of the block like any other.
        "C20" if found.ends_with(STALE) => PinCode::C20,
        _ => return None,
    };
    let subject =
        [STALE, " does not match its frozen ", " is not frozen yet", " has no `", " is not what is pinned "]
            .iter()
            .find_map(|end| found.split_once(end))
            .map_or(found, |(subject, _)| subject);
    let mut finding = Finding {
        code,
        subject: subject.into(),
        specified: None,
        got: None,
        notes: Vec::new(),
        package: package.clone(),
        at: place(diagnostic, resolve)?,
    };
    for line in lines.map(str::trim_start) {
        if let Some(value) = line.strip_prefix("specified: ") {
            finding.specified = Some(value.into());
        } else if let Some(value) = line.strip_prefix("got: ") {
            finding.got = Some(value.into());
        } else if let Some(note) = line.strip_prefix("note: ") {
            finding.notes.push(note.into());
        }
    }
    Some(finding)
}

/// The place that a diagnostic is about.
pub fn place(diagnostic: &Diagnostic, resolve: impl FnOnce(&str) -> Utf8PathBuf) -> Option<Span> {
    let span = diagnostic.spans.iter().find(|span| span.is_primary)?;
    Some(Span {
        file: resolve(&span.file_name),
        bytes: span.byte_start as usize..span.byte_end as usize,
        line: span.line_start,
        column: span.column_start,
        expanded: span.expansion.is_some(),
    })
}
