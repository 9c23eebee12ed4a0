//! The earlier state: a revision, built in a worktree of its own, or a document.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};
use coalition_core::OwnedHandshake;
use serde::Deserialize;
use tempfile::TempDir;

use crate::command::{Build, Diff};
use crate::exit::{Exit, Failure};
use crate::reading::{self, Read};
use crate::report::style::{NOTE, status_err};
use crate::workspace::Workspace;

/// What is compared with.
pub struct Earlier {
    pub name: String,
    source: Source,
}

enum Source {
    File(Utf8PathBuf),
    /// A commit, and the repository's folder.
    Commit(String, Utf8PathBuf),
}

impl Earlier {
    /// A file that is there is a file; anything else is for git to resolve.
    pub fn find(options: &Diff, workspace: &Workspace) -> Result<Self, Failure> {
        let name = options.against.clone();
        if Path::new(&name).is_file() {
            return Ok(Self { source: Source::File(name.clone().into()), name });
        }
        let root = workspace.root();
        let repository = git(root, &["rev-parse", "--show-toplevel"])
            .map_err(|fault| Failure::usage(format_args!("`{name}` is no file, and git says: {fault}")))?;
        let revision = format!("{name}^{{commit}}");
        let commit = git(root, &["rev-parse", "--verify", "--end-of-options", &revision]).map_err(|_| {
            Failure::usage(format_args!("`{name}` is no file, and no revision of this repository"))
        })?;
        Ok(Self { name, source: Source::Commit(commit, repository.into()) })
    }

    /// Whether it speaks of every coalition, so that one that it does not have is new.
    pub fn is_whole(&self) -> bool {
        matches!(self.source, Source::Commit(..))
    }

    pub fn read(
        &self,
        options: &Diff,
        workspace: &Workspace,
    ) -> Result<Result<Vec<OwnedHandshake>, Exit>, Failure> {
        match &self.source {
            Source::File(file) => document(file).map(Ok),
            Source::Commit(commit, repository) => {
                let worktree = Worktree::add(repository, commit)?;
                worktree.read(&self.name, options, workspace)
            }
        }
    }
}

/// A `handshake.json`, or what `show --json` writes of several coalitions.
fn document(file: &Utf8Path) -> Result<Vec<OwnedHandshake>, Failure> {
    #[derive(Deserialize)]
    struct Envelope {
        coalitions: Vec<Entry>,
    }
    #[derive(Deserialize)]
    struct Entry {
        handshake: OwnedHandshake,
    }
    let cannot = |fault: &dyn std::fmt::Display| Failure::usage(format_args!("cannot read {file}: {fault}"));
    let text = fs::read_to_string(file).map_err(|error| cannot(&error))?;
    if let Ok(envelope) = serde_json::from_str::<Envelope>(&text) {
        return Ok(envelope.coalitions.into_iter().map(|entry| entry.handshake).collect());
    }
    let handshake = serde_json::from_str(&text).map_err(|error| cannot(&error))?;
    Ok(vec![handshake])
}

/// A worktree in a temporary folder, which git forgets again when this is dropped.
struct Worktree<'a> {
    repository: &'a Utf8Path,
    folder: Utf8PathBuf,
    _temporary: TempDir,
}

impl<'a> Worktree<'a> {
    fn add(repository: &'a Utf8Path, commit: &str) -> Result<Self, Failure> {
        let temporary = tempfile::tempdir().map_err(Failure::broken)?;
        let folder = temporary.path().canonicalize().map_err(Failure::broken)?.join("revision");
        let folder = Utf8PathBuf::from_path_buf(folder)
            .map_err(|path| Failure::broken(format_args!("{} is no text", path.display())))?;
        let worktree = Self { repository, folder, _temporary: temporary };
        git(repository, &["worktree", "add", "--quiet", "--detach", worktree.folder.as_str(), commit])
            .map_err(|fault| Failure::broken(format_args!("git cannot check {commit} out: {fault}")))?;
        Ok(worktree)
    }

    fn read(
        &self,
        name: &str,
        options: &Diff,
        workspace: &Workspace,
    ) -> Result<Result<Vec<OwnedHandshake>, Exit>, Failure> {
        let repository = self.repository.canonicalize_utf8().map_err(Failure::broken)?;
        let root = workspace.root().canonicalize_utf8().map_err(Failure::broken)?;
        let within = root.strip_prefix(&repository).map_err(Failure::broken)?;
        let folder = self.folder.join(within);
        let manifest = folder.join("Cargo.toml");
        if !manifest.is_file() {
            // The workspace was not there yet, so none of its coalitions was.
            return Ok(Ok(Vec::new()));
        }
        let lock = folder.join("Cargo.lock");
        if !lock.exists() && root.join("Cargo.lock").is_file() {
            fs::copy(root.join("Cargo.lock"), lock).map_err(Failure::broken)?;
        }
        if !options.look.quiet {
            status_err("Reading", NOTE, format_args!("{name}, in a worktree of its own"));
        }
        let build = earlier(&options.build, &manifest);
        let earlier = Workspace::load(&build)?;
        // Cargo takes the same package in two folders for one, and a source that is older than its last build for
        // unchanged: in a shared target directory the one would pass for the other.
        let target = workspace.target().join("coalition-report").join("revision");
        Ok(match reading::read_into(&target, &build, &earlier, options.look.quiet)? {
            Read::Ended(exit) => Err(exit),
            Read::Readings(readings) => {
                let wanted = |reading: &&reading::Reading| {
                    let package = earlier.package(&reading.package);
                    let is_named = |name: &str| package.is_some_and(|package| package.name == name);
                    let packages = &options.build.packages;
                    !packages.exclude.iter().any(|name| is_named(name))
                        && (packages.package.is_empty() || packages.package.iter().any(|name| is_named(name)))
                };
                Ok(readings.iter().filter(wanted).map(|reading| reading.handshake.clone()).collect())
            }
        })
    }
}

impl Drop for Worktree<'_> {
    fn drop(&mut self) {
        let _ = git(self.repository, &["worktree", "remove", "--force", self.folder.as_str()]);
    }
}

/// The same build of the whole workspace: a package may not have been there, which cargo would refuse.
fn earlier(build: &Build, manifest: &Utf8Path) -> Build {
    let mut earlier = build.clone();
    earlier.packages = clap_cargo::Workspace::default();
    earlier.manifest.manifest_path = Some(manifest.as_std_path().to_owned());
    earlier
}

/// What git prints, or what it has against it.
fn git(folder: &Utf8Path, arguments: &[&str]) -> Result<String, String> {
    let ran = Command::new("git").current_dir(folder).args(arguments).stdin(Stdio::null()).output();
    let output = ran.map_err(|error| format!("git does not run: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}
