//! Every coalition of the build, with its state: the blocks as they are written, joined with what the build says.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::{PackageId, TargetKind};
use serde::Serialize;
use walkdir::WalkDir;

use crate::build::cargo_check::{BuildOutcome, Expanded};
use crate::build::diagnostic::{Finding, PinCode, Span};
use crate::build::unchecked;
use crate::build::workspace::Workspace;
use crate::paths::real;
use crate::source::block::{SourceBlock, blocks, has_calls};
use crate::source::source_file::SourceFile;

/// The state of a coalition, as a build says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Its pins hold.
    Frozen,
    /// A pin is not written yet.
    Unfrozen,
    /// Its pins hold, and `expect_components` is not the summary of what they froze.
    Stale,
    /// A pin does not hold.
    Drifted,
    /// This build does not say.
    Unchecked,
}

/// A coalition, or a configuration that `assert_fingerprint!` compares with a fingerprint.
pub struct Coalition {
    pub name: String,
    /// Absent if no block is found: `assert_fingerprint!`, or a macro or a build script writes the block.
    pub block: Option<SourceBlock>,
    pub package: PackageId,
    pub file: Utf8PathBuf,
    pub line: usize,
    pub column: usize,
    pub state: State,
    /// Why the build does not say.
    pub reason: Option<String>,
    pub findings: Vec<Finding>,
    /// The fingerprints in other blocks of its name in its package, such as those for another `cfg`. `None` is one that is
    /// not frozen.
    pub twins: Vec<Option<String>>,
}

impl Coalition {
    /// Returns `true` if `name` is its name or the name of its const.
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.block.as_ref().is_some_and(|block| block.const_name == name)
    }

    /// Returns `true` if this finding is about it.
    pub fn has(&self, finding: &Finding) -> bool {
        self.findings.iter().any(|own| own.at == finding.at)
    }

    /// Returns `true` if no pin of it is wrong, as far as the build says.
    pub fn is_fine(&self) -> bool {
        matches!(self.state, State::Frozen | State::Unchecked)
    }
}

/// Every coalition, by file and place.
pub fn coalitions(workspace: &Workspace, outcome: &BuildOutcome) -> Vec<Coalition> {
    let mut findings = outcome.findings.clone();
    let mut expanded: Vec<&Expanded> = outcome.expanded.iter().collect();
    let mut found = Vec::new();
    for (file, package) in files(workspace, outcome) {
        let Ok(source) = SourceFile::read(&file) else { continue };
        for block in blocks(&source) {
            let own = take(&mut findings, |finding| {
                finding.at.file == file && block.bytes.contains(&finding.at.bytes.start)
            });
            let evidence = take(&mut expanded, |expanded| {
                expanded.at.file == file && expanded.at.bytes == block.const_bytes
            });
            let (line, column) = source.position(block.const_bytes.start);
            let (state, reason) = match (state(&own), is_verified(&evidence, outcome)) {
                (Some(state), _) => (state, None),
                (None, true) => (State::Frozen, None),
                (None, false) => (
                    State::Unchecked,
                    Some(unchecked::reason(&file, &package, &evidence, workspace, outcome)),
                ),
            };
            let (name, file, package) = (block.name.clone(), file.clone(), package.clone());
            found.push(Coalition {
                name,
                block: Some(block),
                package,
                file,
                line,
                column,
                state,
                reason,
                findings: own,
                twins: Vec::new(),
            });
        }
    }
    // A macro or a build script may write a block, which no source shows.
    while let Some(first) = expanded.first().copied() {
        let evidence = take(&mut expanded, |other| (&other.at, &other.name) == (&first.at, &first.name));
        let is_found = findings.iter().any(|finding| finding.coalition() == Some(&first.name));
        if is_verified(&evidence, outcome) || !is_found {
            let reason = || unchecked::reason(&first.at.file, &first.package, &evidence, workspace, outcome);
            let (state, reason) = if is_verified(&evidence, outcome) {
                (State::Frozen, None)
            } else {
                (State::Unchecked, Some(reason()))
            };
            found.push(written_elsewhere(&first.name, &first.package, &first.at, state, reason));
        }
    }
    for finding in findings {
        let name = finding.coalition().unwrap_or(&finding.subject);
        let state = state(slice::from_ref(&finding)).unwrap_or(State::Drifted);
        let mut coalition = written_elsewhere(name, &finding.package, &finding.at, state, None);
        coalition.findings = vec![finding];
        found.push(coalition);
    }
    found.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    introduce_twins(&mut found);
    found
}

/// Lets each block know those that have its name.
fn introduce_twins(coalitions: &mut [Coalition]) {
    let mut namesakes: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, coalition) in coalitions.iter().enumerate().filter(|(_, coalition)| coalition.block.is_some()) {
        let key = (coalition.package.repr.clone(), coalition.name.clone());
        namesakes.entry(key).or_default().push(at);
    }
    for places in namesakes.values() {
        for at in places {
            let others = places.iter().filter(|other| *other != at);
            let blocks = others.filter_map(|other| coalitions[*other].block.as_ref());
            coalitions[*at].twins = blocks.map(|block| block.fingerprint.frozen().map(Into::into)).collect();
        }
    }
}

/// A coalition of which no block is found.
fn written_elsewhere(
    name: &str,
    package: &PackageId,
    at: &Span,
    state: State,
    reason: Option<String>,
) -> Coalition {
    Coalition {
        name: name.into(),
        block: None,
        package: package.clone(),
        file: at.file.clone(),
        line: at.line,
        column: at.column,
        state,
        reason,
        findings: Vec::new(),
        twins: Vec::new(),
    }
}

/// Takes what is meant out of a list.
fn take<T>(list: &mut Vec<T>, is_meant: impl Fn(&T) -> bool) -> Vec<T> {
    let (taken, left) = std::mem::take(list).into_iter().partition(is_meant);
    *list = left;
    taken
}

/// The state that findings say.
fn state(findings: &[Finding]) -> Option<State> {
    let is_unfrozen = |finding: &Finding| finding.code.is_unfrozen();
    match findings {
        [] => None,
        _ if findings.iter().all(is_unfrozen) => Some(State::Unfrozen),
        _ if findings.iter().all(|finding| finding.code == PinCode::C20) => Some(State::Stale),
        _ => Some(State::Drifted),
    }
}

/// Returns `true` if the compiler expanded a block with its checks and built the target, so that the checks hold.
fn is_verified(evidence: &[&Expanded], outcome: &BuildOutcome) -> bool {
    evidence
        .iter()
        .any(|expanded| expanded.is_checked && outcome.has_built(&expanded.package, &expanded.target))
}

/// Returns `true` if the sources have something that is checked but not listed if it holds, such as
/// `assert_fingerprint!`.
pub fn has_unlisted(workspace: &Workspace) -> bool {
    let files = files(workspace, &BuildOutcome::default());
    files.iter().any(|(file, _)| SourceFile::read(file).is_ok_and(|source| has_calls(&source)))
}

/// The files in which blocks are looked for: those that were built, those that findings are in, and those that lie
/// with a target of the packages that were asked for, whether they were built or not.
fn files(workspace: &Workspace, outcome: &BuildOutcome) -> BTreeSet<(Utf8PathBuf, PackageId)> {
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
    for expanded in &outcome.expanded {
        add(expanded.at.file.clone(), &expanded.package);
    }
    for built in &outcome.built {
        // rustc also records files that a crate includes as text.
        let sources = built.files.iter().filter(|file| file.extension() == Some("rs"));
        sources.for_each(|file| add(file.clone(), &built.package));
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
