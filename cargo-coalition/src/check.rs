//! `cargo coalition check`

use crate::build::build;
use crate::command::Check;
use crate::exit::{Exit, Failure};
use crate::report::{self, Report};
use crate::survey::{Coalition, survey};
use crate::workspace::Workspace;

pub fn run(options: &Check) -> Result<Exit, Failure> {
    let workspace = Workspace::load(&options.build)?;
    let outcome = build(&options.build, &workspace, options.output.quiet)?;
    if outcome.is_broken() {
        return report::broken("check", &workspace, &outcome, &options.output);
    }
    let coalitions = survey(&workspace, &outcome);
    let report = Report {
        verb: "check",
        workspace: &workspace,
        coalitions: &coalitions,
        comparisons: &[],
        changes: &[],
        refusals: &[],
        release_notes: &[],
        broken: None,
    };
    report.print(&options.output)?;
    Ok(if coalitions.iter().all(Coalition::is_fine) { Exit::Fine } else { Exit::Different })
}
