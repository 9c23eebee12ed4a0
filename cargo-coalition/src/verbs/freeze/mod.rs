//! `cargo coalition freeze`

mod plan;
mod review;
mod snippets;

use camino::Utf8PathBuf;

use self::plan::{Change, DISAGREEMENT, Plan, plan as plan_of};
use self::review::{Review, entries, objection, review};
use crate::build::cargo_check::{Outcome, build};
use crate::build::coalitions::{Coalition, State, coalitions};
use crate::build::diagnostic::Finding;
use crate::build::workspace::Workspace;
use crate::command::{Format, Freeze, with_yes};
use crate::exit::{Exit, Failure};
use crate::history::published;
use crate::history::release_notes;
use crate::history::transaction::Transaction;
use crate::output::confirm::{can_confirm, confirm};
use crate::output::style::{ERROR, GOOD, status};
use crate::paths::relative;
use crate::verbs::report::{self, Report};
use crate::verbs::select;

/// A pin may be reported only once another one holds: a handshake digest behind the fingerprint, a binary's coalition
/// behind that of its library. No crate needs as many rounds as this.
const ROUNDS: usize = 16;

pub fn run(options: &Freeze) -> Result<Exit, Failure> {
    let workspace = super::open(&options.build)?;
    let outcome = build(&options.build, &workspace, options.output.quiet)?;
    if outcome.is_broken() {
        return Err(report::broken("freeze", &workspace, &outcome, &options.output));
    }
    let before = coalitions(&workspace, &outcome);
    if let Some(name) = &options.name
        && !before.iter().any(|coalition| coalition.is_named(name))
    {
        return Err(select::unknown(name, before.iter().map(|coalition| coalition.name.clone())));
    }
    if before.is_empty() {
        let report = Report::of("freeze", &workspace, &before);
        report::print(&report, &options.output)?;
        return Ok(report.status().into());
    }
    let transaction = Transaction::new(workspace.root())?;
    let end = rounds(options, &workspace, outcome, &transaction).and_then(|settled| {
        let entries = entries(&settled.reviews, &workspace);
        let release_notes = release_notes::rewrites(entries, &workspace)?;
        transaction.finish(&release_notes)?;
        Ok((settled, release_notes.into_iter().map(|notes| notes.file).collect::<Vec<_>>()))
    });
    // Nothing stays that a build has not verified and the release notes do not hold.
    if end.is_err() {
        transaction.take_back()?;
    }
    let (settled, release_notes) = end?;
    let unverified: Vec<_> =
        settled.after.iter().filter(|coalition| is_unverified(options, coalition, &settled)).collect();
    finish(options, &workspace, &settled, &unverified, &release_notes)?;
    Ok(if settled.plan.refusals.is_empty() && unverified.is_empty() { Exit::Fine } else { Exit::Different })
}

struct Settled {
    /// Of what was written.
    reviews: Vec<Review>,
    changes: Vec<Change>,
    /// What is left to a person.
    plan: Plan,
    after: Vec<Coalition>,
    /// Whether the last build had nothing to say.
    passed: bool,
}

fn rounds(
    options: &Freeze,
    workspace: &Workspace,
    mut outcome: Outcome,
    transaction: &Transaction,
) -> Result<Settled, Failure> {
    let quiet = options.output.quiet;
    let is_human = options.output.format() == Format::Human;
    let is_shown = is_human && !(options.yes && quiet);
    let mut reviews: Option<Vec<Review>> = None;
    let mut changes: Vec<Change> = Vec::new();
    for _ in 0..ROUNDS {
        let coalitions = coalitions(workspace, &outcome);
        let wanted: Vec<_> = coalitions.iter().filter(|coalition| is_wanted(options, coalition)).collect();
        let mut plan = plan_of(&wanted, reviews.as_deref().unwrap_or_default(), workspace);
        if let Some(finding) = plan.findings().find(|finding| is_disputed(finding, &changes)) {
            let (file, line) = (relative(&finding.at.file), finding.at.line);
            return Err(Failure::broken(format_args!("{file}:{line}: {}: {DISAGREEMENT}", finding.subject)));
        }
        // The build that is read knows of every coalition at once, those that later rounds will name included.
        let unnoted = || wanted.iter().any(|coalition| published::notes(coalition, workspace).is_some());
        let is_first = reviews.is_none() && (!plan.changes.is_empty() || unnoted());
        if is_first {
            let found = review(&wanted, &options.build, workspace, quiet)?;
            plan = plan_of(&wanted, &found, workspace);
            reviews = Some(found);
        }
        let reviewed = withhold(&mut plan, &wanted, reviews.as_deref().unwrap_or_default());
        // A value that was pasted by hand has no entry in the release notes.
        let is_entry_alone = is_first && plan.changes.is_empty() && !reviewed.is_empty();
        if plan.changes.is_empty() && !is_entry_alone {
            let reviews = reviewed.into_iter().cloned().collect();
            return Ok(Settled { reviews, changes, plan, after: coalitions, passed: outcome.passed });
        }
        let reviewed_now: Vec<Review> = reviewed.iter().copied().cloned().collect();
        if is_shown {
            reviewed.into_iter().filter(|_| is_first).for_each(Review::print);
            snippets::print(&plan);
        }
        if !options.yes {
            agree(&plan, is_human)?;
        }
        if is_entry_alone {
            let reviews = reviewed_now;
            return Ok(Settled { reviews, changes, plan, after: coalitions, passed: outcome.passed });
        }
        transaction.write(&plan.rewrites())?;
        changes.extend(plan.changes);
        outcome = build(&options.build, workspace, quiet)?;
        if outcome.is_broken() {
            return Err(report::broken("freeze", workspace, &outcome, &options.output));
        }
    }
    Err(Failure::broken(format_args!(
        "after {ROUNDS} builds there are still new values; this is a defect, please report it"
    )))
}

/// Leaves to a person what is not as it was reviewed, so that nothing is written that was not shown, and returns the
/// reviews of the other coalitions.
fn withhold<'r>(plan: &mut Plan, wanted: &[&Coalition], reviews: &'r [Review]) -> Vec<&'r Review> {
    let mut kept: Vec<_> = reviews.iter().collect();
    for coalition in wanted {
        if let (Some(why), Some(block)) = (objection(coalition, reviews), &coalition.block) {
            plan.withhold(coalition, why);
            kept.retain(|review| !review.is_of(coalition, block));
        }
    }
    kept
}

/// Asks whether to write what was shown.
fn agree(plan: &Plan, is_human: bool) -> Result<(), Failure> {
    // A question between the lines of a document would break it.
    if !is_human || !can_confirm() {
        anstream::eprintln!("nobody is here to answer; to write these values, run:\n\n    {}\n", with_yes());
        return Err(Failure::reported(Exit::Usage));
    }
    let question = match plan.changes.len() {
        0 => "Add this to release-notes.md?".into(),
        1 => "Write this value?".into(),
        count => format!("Write these {count} values?"),
    };
    if confirm(&question) { Ok(()) } else { Err(Failure::reported(Exit::Different)) }
}

/// Whether this coalition was asked for.
fn is_wanted(options: &Freeze, coalition: &Coalition) -> bool {
    options.name.as_ref().is_none_or(|name| coalition.is_named(name))
}

/// Whether a coalition that was named, or whose values were written, is not frozen as far as the last build says.
fn is_unverified(options: &Freeze, coalition: &Coalition, settled: &Settled) -> bool {
    let is_written = || {
        settled
            .reviews
            .iter()
            .any(|review| coalition.block.as_ref().is_some_and(|block| review.is_of(coalition, block)))
    };
    let is_meant = is_wanted(options, coalition) && (options.name.is_some() || is_written());
    // A block that said something, and in a build that passes nothing more, was verified, whatever is around it.
    let is_verified = coalition.state == State::Frozen
        || (coalition.state == State::Unchecked && settled.passed && is_written());
    is_meant && !is_verified
}

/// Whether a value that was written a moment ago does not hold: another target says another one.
fn is_disputed(new: &Finding, written: &[Change]) -> bool {
    written.iter().map(|change| &change.finding).any(|old| {
        (&old.at.file, &old.subject) == (&new.at.file, &new.subject)
            && old.got.is_some()
            && old.got == new.specified
    })
}

fn finish(
    options: &Freeze,
    workspace: &Workspace,
    settled: &Settled,
    unverified: &[&Coalition],
    release_notes: &[Utf8PathBuf],
) -> Result<(), Failure> {
    let Settled { reviews, changes, plan, after, .. } = settled;
    if options.output.format() != Format::Human {
        let comparisons: Vec<_> = reviews.iter().map(|review| &review.comparison).collect();
        let written: Vec<_> = changes.iter().map(|change| &change.finding).collect();
        let refused: Vec<_> = plan.refusals.iter().map(|refusal| (&refusal.finding, refusal.why)).collect();
        let report = Report {
            comparisons: &comparisons,
            written: &written,
            refused: &refused,
            release_notes,
            unverified,
            ..Report::of("freeze", workspace, after)
        };
        return report::print(&report, &options.output);
    }
    snippets::print_refusals(&plan.refusals);
    for coalition in unverified {
        report::row(coalition);
    }
    if let Some(named) = unverified.first() {
        anstream::eprintln!("{ERROR}error{ERROR:#}: this build does not verify `{}`", named.name);
    }
    if options.output.quiet {
        return Ok(());
    }
    let is_frozen = |coalition: &&Coalition| {
        is_wanted(options, coalition)
            && coalition.is_fine()
            && !unverified.iter().any(|shown| std::ptr::eq(*shown, *coalition))
    };
    after.iter().filter(is_frozen).for_each(report::row);
    for file in release_notes {
        status("Noted", GOOD, relative(file));
    }
    Ok(())
}
