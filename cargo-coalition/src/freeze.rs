//! `cargo coalition freeze`

use camino::Utf8PathBuf;

use crate::ask::{ask, can_ask};
use crate::build::{Outcome, build};
use crate::command::{Format, Freeze, with_yes};
use crate::edit::Written;
use crate::exit::{Exit, Failure};
use crate::finding::Finding;
use crate::plan::{Change, DISAGREEMENT, Plan, plan};
use crate::release_notes;
use crate::report::style::{GOOD, NOTE, status};
use crate::report::{self, Report};
use crate::survey::{Coalition, survey};
use crate::workspace::Workspace;

/// A pin may be reported only once another one holds: a handshake digest behind the fingerprint, a binary's coalition
/// behind that of its library. No crate needs as many rounds as this.
const ROUNDS: usize = 16;

pub fn run(options: &Freeze) -> Result<Exit, Failure> {
    let workspace = Workspace::load(&options.build)?;
    let outcome = build(&options.build, &workspace, options.output.quiet)?;
    if outcome.is_broken() {
        report::broken("freeze", &workspace, &outcome, &options.output);
        return Ok(Exit::Broken);
    }
    let before = survey(&workspace, &outcome);
    if let Some(name) = &options.name
        && !before.iter().any(|coalition| coalition.is_named(name))
    {
        return Err(Failure::usage(unknown(name, &before)));
    }
    let mut written = Written::default();
    let end = rounds(options, &workspace, outcome, &mut written).and_then(|end| match end {
        End::Settled { changes, plan, after } => {
            let releases = release_notes::releases(&before, &after, &workspace);
            Ok((changes, plan, after, release_notes::record(releases)?))
        }
        End::Over(exit) => Err(exit.into()),
    });
    // Nothing stays that a build has not verified and the release notes do not hold.
    if end.is_err() && !written.is_empty() {
        written.undo()?;
        anstream::eprintln!("{NOTE}{:>12}{NOTE:#} every file as it was", "Restored");
    }
    let (changes, last, after, release_notes) = end?;
    finish(options, &workspace, &changes, &last, &after, &release_notes);
    Ok(if last.refusals.is_empty() { Exit::Fine } else { Exit::Different })
}

/// How the rounds of building and writing end.
enum End {
    /// The build has nothing more to say that can be written.
    Settled { changes: Vec<Change>, plan: Plan, after: Vec<Coalition> },
    /// It is broken, or somebody said no.
    Over(Exit),
}

fn rounds(
    options: &Freeze,
    workspace: &Workspace,
    mut outcome: Outcome,
    written: &mut Written,
) -> Result<End, Failure> {
    let is_human = options.output.format() == Format::Human;
    let mut changes: Vec<Change> = Vec::new();
    for _ in 0..ROUNDS {
        let coalitions = survey(workspace, &outcome);
        let wanted =
            |coalition: &&Coalition| options.name.as_ref().is_none_or(|name| coalition.is_named(name));
        let plan = plan(coalitions.iter().filter(wanted), workspace);
        if let Some(finding) = plan.findings().find(|finding| is_disputed(finding, &changes)) {
            let (file, line) = (report::relative(&finding.at.file), finding.at.line);
            return Err(Failure::broken(format_args!("{file}:{line}: {}: {DISAGREEMENT}", finding.subject)));
        }
        if plan.changes.is_empty() {
            return Ok(End::Settled { changes, plan, after: coalitions });
        }
        if is_human && !(options.yes && options.output.quiet) {
            report::show(&plan);
        }
        if !options.yes {
            // A question between the lines of a document would break it.
            if !is_human || !can_ask() {
                anstream::eprintln!(
                    "nobody is here to answer; to write these values, run:\n\n    {}\n",
                    with_yes()
                );
                return Ok(End::Over(Exit::Usage));
            }
            let question = match plan.changes.len() {
                1 => "Write this value?".into(),
                count => format!("Write these {count} values?"),
            };
            if !ask(&question) {
                return Ok(End::Over(Exit::Different));
            }
        }
        written.apply(&plan)?;
        changes.extend(plan.changes);
        outcome = build(&options.build, workspace, options.output.quiet)?;
        if outcome.is_broken() {
            report::broken("freeze", workspace, &outcome, &options.output);
            return Ok(End::Over(Exit::Broken));
        }
    }
    Err(Failure::broken(format_args!(
        "after {ROUNDS} builds there are still new values; this is a defect, please report it"
    )))
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
    changes: &[Change],
    last: &Plan,
    after: &[Coalition],
    release_notes: &[Utf8PathBuf],
) {
    let wanted = |coalition: &&Coalition| options.name.as_ref().is_none_or(|name| coalition.is_named(name));
    if options.output.format() != Format::Human {
        let report = Report {
            verb: "freeze",
            workspace,
            coalitions: after,
            changes,
            refusals: &last.refusals,
            release_notes,
            broken: None,
        };
        report.print(&options.output);
        return;
    }
    report::refusals(&last.refusals);
    if options.output.quiet {
        return;
    }
    for coalition in after.iter().filter(wanted).filter(|coalition| coalition.is_fine()) {
        report::row(coalition);
    }
    for file in release_notes {
        status("Noted", GOOD, report::relative(file));
    }
}

fn unknown(name: &str, coalitions: &[Coalition]) -> String {
    let known: Vec<String> = coalitions.iter().map(|coalition| format!("`{}`", coalition.name)).collect();
    if known.is_empty() {
        return format!("there is no coalition `{name}` in this build, nor any other");
    }
    format!("there is no coalition `{name}` in this build; there is {}", known.join(", "))
}
