//! The coalitions of a workspace, read out of a build that was made for it.
//!
//! Under `--cfg coalition_report`, which is the facade's alone, every coalition puts its whole handshake into what is
//! built. So it is read wherever it stands: private to a binary, behind a feature, written by a macro, with imports.

pub mod marker;
mod report;
mod scan;
mod select;

use std::collections::BTreeSet;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::{Artifact, PackageId, TargetKind};
use coalition_handshake::OwnedHandshake;

use crate::block::Pin;
use crate::build::{self, Outcome};
use crate::command::Build;
use crate::exit::{Exit, Failure};
use crate::survey::{self, Coalition, State};
use crate::workspace::Workspace;
use crate::wrapper;

pub use select::{called, none, select};

/// A coalition as the build says it.
pub struct Reading {
    pub handshake: OwnedHandshake,
    pub package: PackageId,
    /// Where its block stands. Absent where none was found: a macro wrote it.
    pub place: Option<Place>,
    /// Whether what is written is what the build says.
    pub state: State,
}

/// Where a block stands.
pub struct Place {
    pub file: Utf8PathBuf,
    pub line: usize,
    pub column: usize,
}

impl Reading {
    pub fn name(&self) -> String {
        self.handshake.as_handshake().coalition.name.to_owned()
    }

    /// Whether `name` is its name or the name of its const.
    pub fn is_named(&self, name: &str) -> bool {
        let handshake = self.handshake.as_handshake();
        handshake.coalition.name == name || handshake.ident == name
    }

    /// Whether this coalition's block is its own.
    pub fn is_at(&self, coalition: &Coalition) -> bool {
        self.place.as_ref().is_some_and(|place| {
            (&place.file, place.line, place.column) == (&coalition.file, coalition.line, coalition.column)
        })
    }

    pub fn root(&self) -> String {
        self.handshake.as_handshake().coalition.coalition_root().to_string()
    }

    pub fn digest(&self) -> String {
        self.handshake.as_handshake().digest().to_string()
    }
}

/// What a build was read to, or how the command ends because it could not be.
pub enum Read {
    Readings(Vec<Reading>),
    Ended(Exit),
}

/// Builds what was asked for, and reads every coalition that a package of the workspace declares, by package and place.
pub fn read(options: &Build, workspace: &Workspace, quiet: bool) -> Result<Read, Failure> {
    let mut cargo = command(&workspace.target().join("coalition-report"), options, workspace)?;
    wrapper::keep_apart(&mut cargo, workspace.root())?;
    listen(cargo, options, workspace, quiet)
}

/// As [`read`], of a checkout that is not there for long, into this target directory.
pub fn read_into(
    target: &Utf8Path,
    options: &Build,
    workspace: &Workspace,
    quiet: bool,
) -> Result<Read, Failure> {
    // Kept apart, the build of each would stay, and be of no use to any other.
    listen(command(target, options, workspace)?, options, workspace, quiet)
}

fn command(target: &Utf8Path, options: &Build, workspace: &Workspace) -> Result<Command, Failure> {
    let mut cargo = build::command("build", options, workspace);
    wrapper::ask_for_handshakes(&mut cargo)?;
    cargo.arg("--target-dir").arg(target);
    // Nobody debugs this build. The facade refuses to be made readable in one that could be released.
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "true");
    Ok(cargo)
}

fn listen(cargo: Command, options: &Build, workspace: &Workspace, quiet: bool) -> Result<Read, Failure> {
    let outcome = build::run(cargo, options, workspace, quiet)?;
    if !outcome.passed {
        outcome.explain();
        return Ok(Read::Ended(if outcome.is_broken() { Exit::Broken } else { Exit::Different }));
    }
    let mut readings = collect(workspace, &outcome)?;
    place(&mut readings, &survey::survey(workspace, &outcome));
    readings.sort_by_cached_key(|reading| {
        let place = reading.place.as_ref().map(|place| (place.file.clone(), place.line, place.column));
        (reading.package.repr.clone(), place, reading.name())
    });
    Ok(Read::Readings(readings))
}

/// What the build was made into, libraries first: an executable holds the reports of all that it is linked with, and
/// only those that no library holds are its own.
fn collect(workspace: &Workspace, outcome: &Outcome) -> Result<Vec<Reading>, Failure> {
    let (libraries, executables): (Vec<_>, Vec<_>) =
        outcome.artifacts.iter().partition(|artifact| rlib(artifact).is_some());
    let mut foreign = Vec::new();
    let mut readings: Vec<Reading> = Vec::new();
    let mut marked = BTreeSet::new();
    for artifact in libraries.into_iter().chain(executables) {
        let is_own = workspace.selected().any(|package| package.id == artifact.package_id);
        for file in files(artifact) {
            let bytes = scan::bytes(file)?;
            if is_own {
                marked.extend(marker::markers(&bytes).into_iter().map(|marker| marker.name));
            }
            for handshake in report::reports(&bytes, file)? {
                let is_known = foreign.contains(&handshake)
                    || readings.iter().any(|reading| reading.handshake == handshake);
                if !is_own && !is_known {
                    foreign.push(handshake);
                } else if !is_known {
                    let package = artifact.package_id.clone();
                    readings.push(Reading { handshake, package, place: None, state: State::Unchecked });
                }
            }
        }
    }
    let silent = marked.iter().find(|name| {
        let is_named = |handshake: &OwnedHandshake| handshake.as_handshake().coalition.name == name.as_str();
        !foreign.iter().chain(readings.iter().map(|reading| &reading.handshake)).any(is_named)
    });
    match silent {
        None => Ok(readings),
        Some(name) => Err(Failure::broken(format_args!(
            "the build has the coalition `{name}`, and says nothing of its handshake: the crate `coalition` that it \
             depends on is of another version than this command, or another RUSTC_WRAPPER took its place"
        ))),
    }
}

fn rlib(artifact: &Artifact) -> Option<&Utf8PathBuf> {
    artifact.filenames.iter().find(|file| file.extension() == Some("rlib"))
}

/// Where the code of an artifact lies. A procedural macro has none for the build, nor does a build script.
fn files(artifact: &Artifact) -> Vec<&Utf8PathBuf> {
    let kinds = &artifact.target.kind;
    if kinds.iter().any(|kind| matches!(kind, TargetKind::ProcMacro | TargetKind::CustomBuild)) {
        return Vec::new();
    }
    if let Some(rlib) = rlib(artifact) {
        return vec![rlib];
    }
    match &artifact.executable {
        Some(executable) => vec![executable],
        None => artifact.filenames.iter().filter(|file| file.extension() != Some("rmeta")).collect(),
    }
}

/// Finds the block of each coalition, and holds its pins against what the build says.
fn place(readings: &mut [Reading], coalitions: &[Coalition]) {
    for reading in readings {
        let ident = reading.handshake.as_handshake().ident.to_owned();
        let name = reading.name();
        let mut found: Vec<_> = coalitions
            .iter()
            .filter_map(|coalition| Some((coalition, coalition.block.as_ref()?)))
            .filter(|(_, block)| block.name == name && block.const_name == ident)
            .collect();
        if found.iter().any(|(coalition, _)| coalition.package == reading.package) {
            found.retain(|(coalition, _)| coalition.package == reading.package);
        }
        // Two blocks of one name are told apart by what is pinned, where it holds.
        let (root, digest) = (reading.root(), reading.digest());
        let state = |fingerprint: &Pin, handshake: &Pin| match (fingerprint, handshake) {
            (Pin::Frozen(pin), _) if *pin != root => State::Drifted,
            (_, Pin::Frozen(pin)) if *pin != digest => State::Drifted,
            (Pin::Open | Pin::Missing, _) | (_, Pin::Open) => State::Unfrozen,
            (Pin::Frozen(_), Pin::Frozen(_) | Pin::Missing) => State::Frozen,
            _ => State::Unchecked,
        };
        let states =
            found.iter().map(|(coalition, block)| (*coalition, state(&block.fingerprint, &block.handshake)));
        let best =
            states.clone().find(|(_, state)| *state == State::Frozen).or_else(|| states.clone().next());
        if let Some((coalition, state)) = best {
            let (line, column) = (coalition.line, coalition.column);
            reading.place = Some(Place { file: coalition.file.clone(), line, column });
            reading.state = state;
        }
    }
}
