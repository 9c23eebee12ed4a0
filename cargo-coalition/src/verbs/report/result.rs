//! The result of `check` and `freeze`, from which every format is written.

use camino::Utf8PathBuf;
use cargo_metadata::diagnostic::Diagnostic;
use serde::Serialize;

use crate::build::coalitions::{Coalition, State, has_unlisted};
use crate::build::diagnostic::Finding;
use crate::build::workspace::Workspace;
use crate::exit::Exit;
use crate::history::comparison::Comparison;
use crate::history::published::Lag;

/// The text for a build without a coalition.
pub const NOTHING: &str = "no coalition in this build: `--package` and `--features` select what is built";

/// The result of a verb.
pub struct Report<'a> {
    pub verb: &'static str,
    pub workspace: &'a Workspace,
    pub coalitions: &'a [Coalition],
    /// `true` if a coalition that the build does not reach is a fault.
    pub denies_unchecked: bool,
    /// The changes of the coalitions whose values were written.
    pub comparisons: &'a [&'a Comparison],
    /// The pins that were written.
    pub written: &'a [&'a Finding],
    /// The pins that are left to a person, and why.
    pub refused: &'a [(&'a Finding, &'static str)],
    /// The published files that are older than the pins.
    pub lags: &'a [Lag],
    /// `true` if such a file is a fault.
    pub denies_lags: bool,
    /// The coalitions that were to be frozen, and that the build does not verify.
    pub unverified: &'a [&'a Coalition],
    pub release_notes: &'a [Utf8PathBuf],
    /// The errors that are not about a pin. `None` if the build has none.
    pub broken: Option<&'a [Diagnostic]>,
}

/// The result of a verb in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ReportStatus {
    Fine,
    Different,
    /// No coalition was found, so nothing was checked.
    None,
    Broken,
}

impl From<ReportStatus> for Exit {
    fn from(status: ReportStatus) -> Self {
        match status {
            ReportStatus::Fine => Self::Fine,
            ReportStatus::Different | ReportStatus::None => Self::Different,
            ReportStatus::Broken => Self::Broken,
        }
    }
}

impl<'a> Report<'a> {
    /// Creates the report of a verb that wrote nothing.
    pub fn of(verb: &'static str, workspace: &'a Workspace, coalitions: &'a [Coalition]) -> Self {
        Self {
            verb,
            workspace,
            coalitions,
            denies_unchecked: false,
            comparisons: &[],
            written: &[],
            refused: &[],
            lags: &[],
            denies_lags: false,
            unverified: &[],
            release_notes: &[],
            broken: None,
        }
    }

    pub fn status(&self) -> ReportStatus {
        if self.broken.is_some() {
            ReportStatus::Broken
        } else if self.coalitions.is_empty() && !has_unlisted(self.workspace) {
            ReportStatus::None
        } else if self.coalitions.iter().all(|coalition| self.is_fine(coalition))
            && self.refused.is_empty()
            && self.unverified.is_empty()
            && (!self.denies_lags || self.lags.is_empty())
        {
            ReportStatus::Fine
        } else {
            ReportStatus::Different
        }
    }

    pub fn is_fine(&self, coalition: &Coalition) -> bool {
        coalition.is_fine() && !(self.denies_unchecked && coalition.state == State::Unchecked)
    }
}

/// Returns the file, the line and the column of an error, if rustc names them.
pub fn place(error: &Diagnostic, workspace: &Workspace) -> Option<(Utf8PathBuf, usize, usize)> {
    let span = error.spans.iter().find(|span| span.is_primary)?;
    Some((workspace.file(&span.file_name, None), span.line_start, span.column_start))
}
