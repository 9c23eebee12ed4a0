//! `cargo coalition check`

use crate::build::cargo_check::build;
use crate::build::coalitions::coalitions;
use crate::command::Check;
use crate::exit::{Exit, Failure};
use crate::history::published;
use crate::verbs::report::{self, Report};

pub fn run(options: &Check) -> Result<Exit, Failure> {
    let workspace = super::open(&options.build)?;
    let outcome = build(&options.build, &workspace, options.output.quiet)?;
    if outcome.is_broken() {
        return Err(report::broken("check", &workspace, &outcome, &options.output));
    }
    let coalitions = coalitions(&workspace, &outcome);
    let lags = published::lags(&coalitions, &workspace);
    let report = Report {
        denies_unchecked: options.deny_unchecked || options.published,
        lags: &lags,
        denies_lags: options.published,
        ..Report::of("check", &workspace, &coalitions)
    };
    report::print(&report, &options.output)?;
    Ok(report.status().into())
}
