//! The coalitions of a workspace, read out of a build that was made for it.
//!
//! In this build the facade has no check, so that what drifted is read too. It is made of metadata alone: no code can be
//! generated from an expansion without checks. Each block says its handshake when that is tried, wherever it stands:
//! private to a binary, behind a feature, written by a macro, with imports.

use std::collections::BTreeSet;

use camino::Utf8Path;
use cargo_metadata::PackageId;
use coalition_handshake::OwnedHandshake;

use crate::build::cargo_check::{self, BuildOutcome};
use crate::build::coalitions::{Coalition, State, coalitions};
use crate::build::diagnostic::Span;
use crate::build::encoded_handshake;
use crate::build::pins;
use crate::build::workspace::Workspace;
use crate::build::wrapper::{self, BuildPurpose};
use crate::command::Build;
use crate::exit::{Exit, Failure};
use crate::output::escape::shown;
use crate::output::style::{NOTE, status_err};

/// A coalition as the build says it.
pub struct ReadCoalition {
    pub handshake: OwnedHandshake,
    pub package: PackageId,
    /// The name of its const.
    pub at: Span,
    /// The result of comparing its pins with the build.
    pub state: State,
}

impl ReadCoalition {
    pub fn name(&self) -> String {
        self.handshake.as_handshake().coalition.name.to_owned()
    }

    /// Returns `true` if `name` is its name or the name of its const.
    pub fn is_named(&self, name: &str) -> bool {
        let handshake = self.handshake.as_handshake();
        handshake.coalition.name == name || handshake.ident == name
    }

    /// Returns `true` if it stands at the place of this coalition.
    pub fn is_at(&self, coalition: &Coalition) -> bool {
        self.at.position() == (&coalition.file, coalition.line, coalition.column)
    }

    pub fn root(&self) -> String {
        self.handshake.as_handshake().coalition.coalition_root().to_string()
    }

    pub fn digest(&self) -> String {
        self.handshake.as_handshake().digest().to_string()
    }
}

/// Builds what was asked for, and reads every coalition that a package of the workspace declares, by package and place.
pub fn read(options: &Build, workspace: &Workspace, quiet: bool) -> Result<Vec<ReadCoalition>, Failure> {
    let target = workspace.target().join("coalition").join("read");
    listen(&target, Some(workspace.root()), options, workspace, quiet)
}

/// Reads a temporary checkout into a target directory. See [`read`].
pub fn read_into(
    target: &Utf8Path,
    options: &Build,
    workspace: &Workspace,
    quiet: bool,
) -> Result<Vec<ReadCoalition>, Failure> {
    // Kept apart, the build of each would stay, and be of no use to any other.
    listen(target, None, options, workspace, quiet)
}

fn listen(
    target: &Utf8Path,
    checkout: Option<&Utf8Path>,
    options: &Build,
    workspace: &Workspace,
    quiet: bool,
) -> Result<Vec<ReadCoalition>, Failure> {
    let cargo =
        || wrapper::wrap(cargo_check::command(options, workspace), BuildPurpose::Read, target, checkout);
    let outcome = cargo_check::run(cargo, options, workspace, quiet)?;
    if !outcome.passed {
        outcome.explain();
        return Err(Failure::reported(if outcome.is_broken() { Exit::Broken } else { Exit::Different }));
    }
    let mut readings = collect(workspace, &outcome)?;
    compare_pins(&mut readings, &coalitions(workspace, &outcome));
    readings.sort_by(|a, b| {
        let places = (&a.package.repr, a.at.position()).cmp(&(&b.package.repr, b.at.position()));
        // A macro may write several blocks at one place.
        places.then_with(|| a.name().cmp(&b.name()))
    });
    Ok(readings)
}

/// Collects the handshakes of the selected packages. A library and its tests say the same twice.
fn collect(workspace: &Workspace, outcome: &BuildOutcome) -> Result<Vec<ReadCoalition>, Failure> {
    let selected: BTreeSet<_> = workspace.selected().map(|package| &package.id).collect();
    let mut readings = Vec::new();
    let mut known = BTreeSet::new();
    for said in &outcome.handshakes {
        let at = &said.at;
        if !selected.contains(&said.package) || !known.insert((&at.file, at.bytes.start, &said.text)) {
            continue;
        }
        let handshake = encoded_handshake::decode(&said.text).map_err(|fault| {
            Failure::broken(format_args!(
                "{}:{}: this command reads the handshake otherwise than the crate `coalition` of the build: {fault}. Are \
                 they of one version?",
                shown(&at.file),
                at.line
            ))
        })?;
        readings.push(ReadCoalition {
            handshake,
            package: said.package.clone(),
            at: at.clone(),
            state: State::Unchecked,
        });
    }
    let read: BTreeSet<_> = outcome.handshakes.iter().map(|said| said.at.position()).collect();
    for block in &outcome.expanded {
        if selected.contains(&block.package) && !read.contains(&block.at.position()) {
            status_err(
                "Unread",
                NOTE,
                format_args!(
                    "{}:{}: {}: rustc generates no code of what stands in a `#[test]` function or a procedural macro",
                    shown(&block.at.file),
                    block.at.line,
                    block.name
                ),
            );
        }
    }
    Ok(readings)
}

/// Compares the pins of each coalition with what the build says.
fn compare_pins(readings: &mut [ReadCoalition], coalitions: &[Coalition]) {
    for reading in readings {
        let found = coalitions.iter().find(|coalition| reading.is_at(coalition));
        if let Some(block) = found.and_then(|coalition| coalition.block.as_ref()) {
            reading.state = pins::state(block, reading.handshake.as_handshake());
        }
    }
}
