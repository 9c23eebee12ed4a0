//! `cargo coalition check`

use crate::build::build;
use crate::command::Check;
use crate::exit::{Exit, Failure};
use crate::publication;
use crate::report::{self, Report};
use crate::survey::survey;
use crate::workspace::Workspace;

pub fn run(options: &Check) -> Result<Exit, Failure> {
    let workspace = Workspace::load(&options.build)?;
    let outcome = build(&options.build, &workspace, options.output.quiet)?;
    if outcome.is_broken() {
        return report::broken("check", &workspace, &outcome, &options.output);
    }
    let coalitions = survey(&workspace, &outcome);
    let lags = publication::lags(&coalitions, &workspace);
    let report = Report {
        denies_unchecked: options.deny_unchecked || options.published,
        lags: &lags,
        denies_lags: options.published,
        ..Report::of("check", &workspace, &coalitions)
    };
    report.print(&options.output)?;
    Ok(report.status().into())
}
