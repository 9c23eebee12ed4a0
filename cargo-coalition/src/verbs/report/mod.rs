//! The report of `check` and `freeze`: each coalition with its state, and what follows from it.

mod github;
mod human;
mod json;
mod result;

use crate::build::cargo_check::BuildOutcome;
use crate::build::coalitions::coalitions;
use crate::build::workspace::Workspace;
use crate::command::{Format, Output};
use crate::exit::{Exit, Failure};

pub use human::row;
pub use result::Report;

/// Prints a report in the format that was asked for.
pub fn print(report: &Report<'_>, output: &Output) -> Result<(), Failure> {
    match output.format() {
        Format::Human => human::print(report, output.quiet),
        Format::Json => json::print(report)?,
        Format::Github => github::print(report),
    }
    Ok(())
}

/// Reports a broken build: for people in rustc's own words, for tools in theirs as well.
pub fn broken(verb: &'static str, workspace: &Workspace, outcome: &BuildOutcome, output: &Output) -> Failure {
    outcome.explain();
    if output.format() != Format::Human {
        let coalitions = coalitions(workspace, outcome);
        let report = Report { broken: Some(&outcome.errors), ..Report::of(verb, workspace, &coalitions) };
        if let Err(failure) = print(&report, output) {
            return failure;
        }
    }
    Failure::reported(Exit::Broken)
}
