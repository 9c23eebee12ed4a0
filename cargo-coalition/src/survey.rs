//! Every coalition of the build, with its state: the blocks as they are written, joined with what the build says.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::{PackageId, TargetKind};
use serde::Serialize;
use walkdir::WalkDir;

use crate::block::{Block, blocks, has_calls};
use crate::build::Outcome;
use crate::finding::Finding;
use crate::source::Source;
use crate::unreached;
use crate::workspace::{Workspace, real};

/// What a build says about a coalition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Its pins hold.
    Frozen,
    /// A pin is not written yet.
    Unfrozen,
    /// A pin does not hold.
    Drifted,
    /// This build does not say.
    Unchecked,
}

/// A coalition, or a configuration that is held against a fingerprint of its own.
pub struct Coalition {
    pub name: String,
    /// Absent where no block was found: `assert_fingerprint!`, or a macro that writes the block.
    pub block: Option<Block>,
    pub package: PackageId,
    pub file: Utf8PathBuf,
    pub line: usize,
    pub column: usize,
    pub state: State,
    /// Why the build does not say.
    pub reason: Option<String>,
    pub findings: Vec<Finding>,
}

impl Coalition {
    /// Whether `name` is its name or the name of its const.
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.block.as_ref().is_some_and(|block| block.const_name == name)
    }

    /// Whether the build has nothing against it.
    pub fn is_fine(&self) -> bool {
        matches!(self.state, State::Frozen | State::Unchecked)
    }
}

/// Every coalition, by file and place.
pub fn survey(workspace: &Workspace, outcome: &Outcome) -> Vec<Coalition> {
    let mut findings = outcome.findings.clone();
    let mut coalitions = Vec::new();
    for (file, package) in files(workspace, outcome) {
        let Ok(source) = Source::read(&file) else { continue };
        let is_built = outcome.built.iter().any(|built| built.files.contains(&file));
        for block in blocks(&source) {
            let (own, others) = findings.into_iter().partition(|finding: &Finding| {
                finding.at.file == file && contains(&block, finding.at.bytes.start)
            });
            findings = others;
            let (line, column) = source.position(block.const_bytes.start);
            let unreached = || unreached::reason(&file, &package, workspace, outcome);
            let (state, reason) = judge(&block, &own, is_built, unreached);
            let (name, file, package) = (block.name.clone(), file.clone(), package.clone());
            coalitions.push(Coalition {
                name,
                block: Some(block),
                package,
                file,
                line,
                column,
                state,
                reason,
                findings: own,
            });
        }
    }
    for finding in findings {
        coalitions.push(Coalition {
            name: finding.coalition().unwrap_or(&finding.subject).into(),
            block: None,
            package: finding.package.clone(),
            file: finding.at.file.clone(),
            line: finding.at.line,
            column: finding.at.column,
            state: if finding.code.is_unfrozen() { State::Unfrozen } else { State::Drifted },
            reason: None,
            findings: vec![finding],
        });
    }
    coalitions.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    coalitions
}

/// Whether the sources have something that is checked and not listed where it holds: a configuration by hand, or a block
/// that a macro writes.
pub fn has_unlisted(workspace: &Workspace) -> bool {
    let files = files(workspace, &Outcome::default());
    files.iter().any(|(file, _)| Source::read(file).is_ok_and(|source| has_calls(&source)))
}

fn contains(block: &Block, at: usize) -> bool {
    block.bytes.contains(&at)
}

fn judge(
    block: &Block,
    findings: &[Finding],
    is_built: bool,
    unreached: impl FnOnce() -> String,
) -> (State, Option<String>) {
    if findings.iter().any(|finding| !finding.code.is_unfrozen()) {
        (State::Drifted, None)
    } else if !findings.is_empty() {
        (State::Unfrozen, None)
    } else if !is_built {
        (State::Unchecked, Some(unreached()))
    } else if block.fingerprint.frozen().is_none() {
        // An unfrozen coalition cannot be built: where nothing was said, it is not part of the build.
        (State::Unchecked, Some("this build leaves it out".into()))
    } else if block.conditional {
        (State::Unchecked, Some("a `#[cfg]` or a macro around it may leave it out of this build".into()))
    } else {
        (State::Frozen, None)
    }
}

/// The files in which blocks are looked for: those that were built, those that findings are in, and those that lie
/// with a target of the packages that were asked for, whether they were built or not.
fn files(workspace: &Workspace, outcome: &Outcome) -> BTreeSet<(Utf8PathBuf, PackageId)> {
    let mut files = BTreeSet::new();
    let mut known = BTreeSet::new();
    let mut add = |file: Utf8PathBuf, package: &PackageId| {
        let file = real(&file);
        if workspace.owns(&file) && known.insert(file.clone()) {
            files.insert((file, package.clone()));
        }
    };
    for finding in &outcome.findings {
        add(finding.at.file.clone(), &finding.package);
    }
    for built in &outcome.built {
        if !built.target.kind.contains(&TargetKind::CustomBuild) {
            // What a crate includes as text is recorded too.
            let sources = built.files.iter().filter(|file| file.extension() == Some("rs"));
            sources.for_each(|file| add(file.clone(), &built.package));
        }
    }
    for package in workspace.selected() {
        for target in &package.targets {
            let kept_apart = [TargetKind::Test, TargetKind::Bench, TargetKind::Example];
            let is_apart = target.kind.iter().any(|kind| kept_apart.contains(kind));
            let folder = target.src_path.parent().filter(|folder| {
                !is_apart && !target.kind.contains(&TargetKind::CustomBuild) && folder.ends_with("src")
            });
            match folder {
                Some(folder) => sources(folder).for_each(|file| add(file, &package.id)),
                None => add(target.src_path.clone(), &package.id),
            }
        }
    }
    files
}

fn sources(folder: &Utf8Path) -> impl Iterator<Item = Utf8PathBuf> {
    WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok())
        .filter(|path| path.extension() == Some("rs"))
}
