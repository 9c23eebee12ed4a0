//! `cargo coalition check`

use crate::build::cargo_check::build;
use crate::build::coalitions::{Coalition, State, coalitions};
use crate::build::read_build;
use crate::build::workspace::Workspace;
use crate::command::Check;
use crate::exit::{Exit, Failure};
use crate::history::published::{self, Lag};
use crate::verbs::handshake;
use crate::verbs::report::{self, Report};

pub fn run(options: &Check) -> Result<Exit, Failure> {
    let workspace = super::open(&options.build)?;
    let outcome = build(&options.build, &workspace, options.output.quiet)?;
    if outcome.is_broken() {
        return Err(report::broken("check", &workspace, &outcome, &options.output));
    }
    let coalitions = coalitions(&workspace, &outcome);
    let mut lags = published::lags(&coalitions, &workspace);
    // A build that failed is a fault already, and so cannot be read.
    if options.published && outcome.passed {
        add_pages(&mut lags, &coalitions, options, &workspace)?;
    }
    let report = Report {
        denies_unchecked: options.deny_unchecked || options.published,
        lags: &lags,
        denies_lags: options.published,
        ..Report::of("check", &workspace, &coalitions)
    };
    report::print(&report, &options.output)?;
    Ok(report.status().into())
}

/// Adds the files of pages that do not have the text of today. A file with an older identity is known already.
fn add_pages(
    lags: &mut Vec<Lag>,
    coalitions: &[Coalition],
    options: &Check,
    workspace: &Workspace,
) -> Result<(), Failure> {
    let is_frozen = |coalition: &&Coalition| coalition.state == State::Frozen;
    let frozen = || coalitions.iter().filter(is_frozen);
    if frozen().next().is_none() {
        return Ok(());
    }
    // If nothing is published at all, this is the wrong check or the wrong package.
    let is_published =
        |coalition: &Coalition| options.page.out.is_some() || published::is_published(coalition, workspace);
    let is_any = frozen().any(is_published);
    let readings = read_build::read(&options.build, workspace, options.output.quiet)?;
    let is_meant = |reading: &&read_build::ReadCoalition| {
        frozen().any(|coalition| reading.is_at(coalition) && (is_published(coalition) || !is_any))
    };
    let selected: Vec<_> = readings.iter().filter(is_meant).collect();
    let stale = handshake::lags(&selected, &readings, &options.page, workspace)?;
    let news = stale.into_iter().filter(|lag| !lags.iter().any(|known| known.file == lag.file));
    let news: Vec<_> = news.collect();
    lags.extend(news);
    Ok(())
}
