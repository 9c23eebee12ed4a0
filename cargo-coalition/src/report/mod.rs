//! What a verb found, for people and for tools.

pub mod github;
mod human;
mod json;
pub mod layout;
pub mod style;

use std::env;

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::diagnostic::Diagnostic;
use serde::Serialize;

use crate::build::Outcome;
use crate::command::{Format, Output};
use crate::comparison::Comparison;
use crate::exit::{Exit, Failure};
use crate::plan::{Change, Refusal};
use crate::publication::Lag;
use crate::survey::{Coalition, State, has_unlisted, survey};
use crate::workspace::{Workspace, real};

pub use human::{refusals, row, show};
pub use json::json;

/// The form of every JSON document, counted up whenever a reader of the old one would misread the new one.
pub const FORMAT: u32 = 1;

/// What is said where there is no coalition.
const NOTHING: &str = "no coalition in this build: `--package` and `--features` select what is built";

/// The result of a verb.
pub struct Report<'a> {
    pub verb: &'static str,
    pub workspace: &'a Workspace,
    pub coalitions: &'a [Coalition],
    /// Whether a coalition that the build does not reach is a fault.
    pub denies_unchecked: bool,
    /// What became of the coalitions whose values were written.
    pub comparisons: &'a [&'a Comparison],
    /// What was written.
    pub changes: &'a [Change],
    pub refusals: &'a [Refusal],
    /// What is published and older than the pins.
    pub lags: &'a [Lag],
    /// Whether that is a fault.
    pub denies_lags: bool,
    /// What was to be frozen, and is not as far as the build says.
    pub unverified: &'a [&'a Coalition],
    pub release_notes: &'a [Utf8PathBuf],
    /// What else is wrong with the build, where something is.
    pub broken: Option<&'a [Diagnostic]>,
}

/// What a verb found, all in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Fine,
    Different,
    /// No coalition was found, so nothing was held against anything.
    None,
    Broken,
}

impl From<Status> for Exit {
    fn from(status: Status) -> Self {
        match status {
            Status::Fine => Self::Fine,
            Status::Different | Status::None => Self::Different,
            Status::Broken => Self::Broken,
        }
    }
}

impl<'a> Report<'a> {
    /// The report of a verb that wrote nothing.
    pub fn of(verb: &'static str, workspace: &'a Workspace, coalitions: &'a [Coalition]) -> Self {
        Self {
            verb,
            workspace,
            coalitions,
            denies_unchecked: false,
            comparisons: &[],
            changes: &[],
            refusals: &[],
            lags: &[],
            denies_lags: false,
            unverified: &[],
            release_notes: &[],
            broken: None,
        }
    }

    pub fn status(&self) -> Status {
        if self.broken.is_some() {
            Status::Broken
        } else if self.coalitions.is_empty() && !has_unlisted(self.workspace) {
            Status::None
        } else if self.coalitions.iter().all(|coalition| self.is_fine(coalition))
            && self.refusals.is_empty()
            && self.unverified.is_empty()
            && (!self.denies_lags || self.lags.is_empty())
        {
            Status::Fine
        } else {
            Status::Different
        }
    }

    fn is_fine(&self, coalition: &Coalition) -> bool {
        coalition.is_fine() && !(self.denies_unchecked && coalition.state == State::Unchecked)
    }

    pub fn print(&self, output: &Output) -> Result<(), Failure> {
        match output.format() {
            Format::Human => human::print(self, output.quiet),
            Format::Json => json::print(self)?,
            Format::Github => github::print(self),
        }
        Ok(())
    }
}

/// Says that the build is broken, for people in rustc's own words, for tools in theirs as well.
pub fn broken(
    verb: &'static str,
    workspace: &Workspace,
    outcome: &Outcome,
    output: &Output,
) -> Result<Exit, Failure> {
    outcome.explain();
    if output.format() != Format::Human {
        let coalitions = survey(workspace, outcome);
        let report = Report { broken: Some(&outcome.errors), ..Report::of(verb, workspace, &coalitions) };
        report.print(output)?;
    }
    Ok(Exit::Broken)
}

/// Where rustc points with an error, if it does: the file, the line and the column.
fn place(error: &Diagnostic, workspace: &Workspace) -> Option<(Utf8PathBuf, usize, usize)> {
    let span = error.spans.iter().find(|span| span.is_primary)?;
    Some((workspace.file(&span.file_name, None), span.line_start, span.column_start))
}

/// A path as the user would write it: relative to the current folder where it lies in it.
pub fn relative(path: &Utf8Path) -> &Utf8Path {
    let here = env::current_dir().ok().and_then(|here| Utf8PathBuf::from_path_buf(here).ok());
    let here = here.map(|here| real(&here));
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path)
}
