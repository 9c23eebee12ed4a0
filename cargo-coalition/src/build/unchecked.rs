//! The reason why a build does not say whether a block is frozen.

use std::collections::BTreeSet;

use camino::Utf8Path;
use cargo_metadata::{PackageId, Target, TargetKind};

use crate::build::cargo_check::{BuildOutcome, Expanded};
use crate::build::diagnostic::Finding;
use crate::build::workspace::Workspace;
use crate::paths::real;

/// The reason for a block in this file of this package, with what the build says of its expansion.
pub fn reason(
    file: &Utf8Path,
    package: &PackageId,
    evidence: &[&Expanded],
    workspace: &Workspace,
    outcome: &BuildOutcome,
) -> String {
    let targets: Vec<_> = workspace.selected().flat_map(|package| &package.targets).collect();
    if !outcome.has_tests && targets.iter().any(|target| is_tests(target) && real(&target.src_path) == file) {
        return "it is a test's, which `--all-targets` builds".into();
    }
    if evidence.is_empty() && (outcome.passed || is_whole(package, workspace, outcome)) {
        return match outcome.built.iter().any(|built| built.files.iter().any(|built| built == file)) {
            false => "this build does not reach it".into(),
            true if outcome.has_tests => "this build leaves it out".into(),
            true => "this build leaves it out; `--all-targets` builds tests too".into(),
        };
    }
    let causes = causes(package, outcome);
    let because = if causes.is_empty() { "" } else { ", because of " };
    format!("its package did not build{because}{causes}")
}

fn is_tests(target: &Target) -> bool {
    target.kind.iter().any(|kind| matches!(kind, TargetKind::Test | TargetKind::Bench))
}

/// Returns `true` if each selected target of the package was built.
fn is_whole(id: &PackageId, workspace: &Workspace, outcome: &BuildOutcome) -> bool {
    let is_asked_for = |target: &&Target| {
        !target.kind.contains(&TargetKind::CustomBuild) && (outcome.has_tests || !is_tests(target))
    };
    let is_built = |target: &Target| outcome.has_built(id, target);
    // A library may be built, and fail as its own test.
    outcome.findings.iter().all(|finding| finding.package != *id)
        && workspace
            .package(id)
            .is_some_and(|package| package.targets.iter().filter(is_asked_for).all(is_built))
}

/// Returns the pins that keep a package from being built: its own, or else those of dependencies. Returns none if the
/// build has other errors as well, because any of them may be the cause.
fn causes(package: &PackageId, outcome: &BuildOutcome) -> String {
    let subjects = |is_meant: &dyn Fn(&Finding) -> bool| {
        let meant = outcome.findings.iter().filter(|finding| is_meant(finding));
        meant.map(|finding| finding.subject.as_str()).collect::<BTreeSet<_>>()
    };
    let mut causes = subjects(&|finding| finding.package == *package);
    if causes.is_empty() && outcome.errors.is_empty() {
        causes = subjects(&|_| true);
    }
    causes.into_iter().collect::<Vec<_>>().join(", ")
}
