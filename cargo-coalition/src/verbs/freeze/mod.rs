//! `cargo coalition freeze`

mod plan;
mod review;
mod snippets;
mod unreported;

use camino::Utf8PathBuf;

use self::plan::{Plan, PlannedChange, plan as plan_of};
use self::review::{Review, entries, objection, review};
use crate::build::cargo_check::{BuildOutcome, build};
use crate::build::coalitions::{Coalition, State, coalitions};
use crate::build::workspace::Workspace;
use crate::command::{Format, Freeze, with_yes};
use crate::exit::{Exit, Failure};
use crate::history::published;
use crate::history::release_notes;
use crate::history::transaction::Transaction;
use crate::output::confirm::{can_confirm, confirm};
use crate::output::error;
use crate::output::escape::shown;
use crate::output::stderr::errln;
use crate::output::style::{GOOD, status};
use crate::verbs::report::{self, Report};
use crate::verbs::select;

/// One build says what is not frozen, a second one reads the values, and a third one verifies what is written.
pub fn run(options: &Freeze) -> Result<Exit, Failure> {
    let workspace = super::open(&options.build)?;
    let transaction = Transaction::new(workspace.root());
    let outcome = judge(options, &workspace)?;
    let mut found = coalitions(&workspace, &outcome);
    if let Some(name) = &options.name
        && !found.iter().any(|coalition| coalition.is_named(name))
    {
        return Err(select::unknown(name, found.iter().map(|coalition| coalition.name.clone())));
    }
    if found.is_empty() {
        let report = Report::of("freeze", &workspace, &found);
        report::print(&report, &options.output)?;
        return Ok(report.status().into());
    }
    let is_open =
        |coalition: &Coalition| is_wanted(options, coalition) && may_be_open(coalition, &outcome, &workspace);
    let reviews = if found.iter().any(is_open) {
        let wanted: Vec<_> = found.iter().filter(|coalition| is_wanted(options, coalition)).collect();
        review(&wanted, &options.build, &workspace, options.output.quiet)?
    } else {
        Vec::new()
    };
    for review in &reviews {
        if let Some(coalition) = found.iter_mut().find(|coalition| review.is_of(coalition)) {
            unreported::add(coalition, review.handshake());
        }
    }
    let wanted: Vec<_> = found.iter().filter(|coalition| is_wanted(options, coalition)).collect();
    let mut plan = plan_of(&wanted, &reviews, &workspace);
    let reviewed = withhold(&mut plan, &wanted, &reviews);
    let written = if reviewed.is_empty() && plan.changes.is_empty() {
        Written { verified: true, after: found, release_notes: Vec::new() }
    } else {
        ask(options, &plan, &reviewed)?;
        write(options, &workspace, &transaction, &plan, &reviewed, found)?
    };
    finish(options, &workspace, &plan, &reviewed, &written)
}

/// Builds with every check. A build that is broken otherwise ends the verb.
fn judge(options: &Freeze, workspace: &Workspace) -> Result<BuildOutcome, Failure> {
    let outcome = build(&options.build, workspace, options.output.quiet)?;
    if outcome.is_broken() {
        return Err(report::broken("freeze", workspace, &outcome, &options.output));
    }
    Ok(outcome)
}

/// Returns `true` if this coalition was asked for.
fn is_wanted(options: &Freeze, coalition: &Coalition) -> bool {
    options.name.as_ref().is_none_or(|name| coalition.is_named(name))
}

/// Returns `true` if something may have to be written for a coalition. A build that failed does not say that of all.
fn may_be_open(coalition: &Coalition, outcome: &BuildOutcome, workspace: &Workspace) -> bool {
    let is_hidden = coalition.state == State::Unchecked && !outcome.passed;
    let is_open = !coalition.findings.is_empty() || is_hidden;
    coalition.block.is_some() && (is_open || published::notes(coalition, workspace).is_some())
}

/// Leaves to a person what is not as it was reviewed, so that nothing is written that was not shown, and returns the
/// reviews of the other coalitions.
fn withhold<'r>(plan: &mut Plan, wanted: &[&Coalition], reviews: &'r [Review]) -> Vec<&'r Review> {
    let mut kept: Vec<_> = reviews.iter().collect();
    for coalition in wanted {
        if let Some(why) = objection(coalition, reviews) {
            plan.withhold(coalition, why);
        }
        let is_written = plan.writes(coalition);
        kept.retain(|review| !review.is_of(coalition) || is_written || review.is_entry_alone);
    }
    kept
}

/// Shows what is about to be written, and asks unless the answer is known.
fn ask(options: &Freeze, plan: &Plan, reviewed: &[&Review]) -> Result<(), Failure> {
    let is_human = options.output.format() == Format::Human;
    if is_human && !(options.yes && options.output.quiet) {
        for review in reviewed {
            review.print();
        }
        snippets::print(plan);
    }
    if options.yes {
        return Ok(());
    }
    // A question between the lines of a document would break it.
    if !is_human || !can_confirm() {
        errln!(
            "not a terminal, so nothing can be confirmed; to write these values, run:\n\n    {}\n",
            with_yes()
        );
        return Err(Failure::reported(Exit::Usage));
    }
    let question = match plan.changes.len() {
        0 => "Add this to release-notes.md?".into(),
        1 => "Write this value?".into(),
        count => format!("Write these {count} values?"),
    };
    if confirm(&question) { Ok(()) } else { Err(Failure::reported(Exit::Different)) }
}

/// The end of a freeze.
struct Written {
    /// `false` if a build did not verify the values. Then every file is as it was.
    verified: bool,
    /// The coalitions as the last build said them.
    after: Vec<Coalition>,
    release_notes: Vec<Utf8PathBuf>,
}

/// Writes everything, or nothing: what stays was verified by a build, and the release notes hold it.
fn write(
    options: &Freeze,
    workspace: &Workspace,
    transaction: &Transaction,
    plan: &Plan,
    reviewed: &[&Review],
    before: Vec<Coalition>,
) -> Result<Written, Failure> {
    let verify = || {
        let after = if plan.changes.is_empty() {
            before
        } else {
            transaction.write(&plan.rewrites())?;
            coalitions(workspace, &judge(options, workspace)?)
        };
        let is_frozen = |review: &&Review| {
            after.iter().any(|coalition| review.is_of(coalition) && coalition.state == State::Frozen)
        };
        if !reviewed.iter().all(is_frozen) {
            return Ok(Written { verified: false, after, release_notes: Vec::new() });
        }
        let notes = release_notes::rewrites(entries(reviewed, workspace), workspace)?;
        transaction.finish(&notes)?;
        let release_notes = notes.into_iter().map(|notes| notes.file).collect();
        Ok(Written { verified: true, after, release_notes })
    };
    let written = verify();
    if !written.as_ref().is_ok_and(|written| written.verified) {
        transaction.take_back()?;
    }
    written
}

fn finish(
    options: &Freeze,
    workspace: &Workspace,
    plan: &Plan,
    reviewed: &[&Review],
    written: &Written,
) -> Result<Exit, Failure> {
    let Written { verified, after, release_notes } = written;
    let is_meant = |coalition: &Coalition| {
        let is_reviewed = reviewed.iter().any(|review| review.is_of(coalition));
        is_reviewed || options.name.as_ref().is_some_and(|name| coalition.is_named(name))
    };
    let is_refused = |coalition: &Coalition| plan.refusals.iter().any(|refusal| refusal.is_of(coalition));
    let is_unverified = |coalition: &&Coalition| {
        is_meant(coalition) && coalition.state != State::Frozen && !is_refused(coalition)
    };
    let unverified: Vec<_> = after.iter().filter(is_unverified).collect();
    let exit = if plan.refusals.is_empty() && unverified.is_empty() { Exit::Fine } else { Exit::Different };
    if options.output.format() != Format::Human {
        let kept: &[PlannedChange] = if *verified { &plan.changes } else { &[] };
        let comparisons: Vec<_> = reviewed.iter().map(|review| &review.comparison).collect();
        let changes: Vec<_> = kept.iter().map(|change| &change.finding).collect();
        let refused: Vec<_> = plan.refusals.iter().map(|refusal| (&refusal.finding, refusal.why)).collect();
        let report = Report {
            comparisons: if *verified { &comparisons } else { &[] },
            written: &changes,
            refused: &refused,
            release_notes,
            unverified: &unverified,
            ..Report::of("freeze", workspace, after)
        };
        report::print(&report, &options.output)?;
        return Ok(exit);
    }
    snippets::print_refusals(&plan.refusals);
    for coalition in &unverified {
        report::row(coalition);
    }
    if let Some(named) = unverified.first() {
        error::error(&format!("this build does not verify `{}`", named.name));
        let is_kept_back = |other: &Coalition| !is_wanted(options, other) && !other.findings.is_empty();
        if options.name.is_some() && after.iter().any(is_kept_back) {
            error::help("without a name, `cargo coalition freeze` writes all values at once");
        }
    }
    if !options.output.quiet {
        let is_frozen = |coalition: &&Coalition| {
            is_wanted(options, coalition) && coalition.is_fine() && !is_unverified(coalition)
        };
        after.iter().filter(is_frozen).for_each(report::row);
        for file in release_notes {
            status("Noted", GOOD, shown(file));
        }
    }
    Ok(exit)
}
