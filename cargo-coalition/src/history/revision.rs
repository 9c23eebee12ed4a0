//! A git revision, built in a temporary folder.

use std::fmt::Display;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use coalition_core::UniqueId;
use coalition_handshake::OwnedHandshake;

use crate::build::read_build::{self, ReadCoalition};
use crate::build::workspace::Workspace;
use crate::command::Build;
use crate::exit::Failure;
use crate::history::git::{check_out, git};
use crate::history::path_deps::redirect;
use crate::history::temporary_folder::TemporaryFolder;
use crate::output::escape::{escape, shown};
use crate::output::style::{NOTE, status_err};

/// A commit of the workspace's repository.
pub struct Revision {
    /// As it was asked for.
    pub name: String,
    commit: String,
    repository: Utf8PathBuf,
}

impl Revision {
    /// Finds the commit that git resolves `name` to.
    pub fn find(name: &str, workspace: &Workspace) -> Result<Self, Failure> {
        let root = workspace.root();
        let repository = git(root, &["rev-parse", "--show-toplevel"])
            .map_err(|fault| no_revision(name, format_args!("git says: {fault}")))?;
        let revision = format!("{name}^{{commit}}");
        let commit = git(root, &["rev-parse", "--verify", "--end-of-options", &revision])
            .map_err(|_| no_revision(name, "not a revision of this repository"))?;
        Ok(Self { name: name.into(), commit, repository: repository.into() })
    }

    /// The last revision in which this pin came to stand in a source, where git has one.
    pub fn that_froze(pin: UniqueId, workspace: &Workspace) -> Option<Self> {
        let pin = &pin.to_string();
        let root = workspace.root();
        let repository = git(root, &["rev-parse", "--show-toplevel"]).ok()?;
        let log = git(root, &["log", "--format=%H", &format!("-S{pin}"), "--", "*.rs"]).ok()?;
        // A revision that took the pin away is listed too.
        let holds = |commit: &&str| {
            git(root, &["grep", "--quiet", "--fixed-strings", "-e", pin, commit, "--", "*.rs"]).is_ok()
        };
        let commit = log.lines().find(holds)?;
        Some(Self { name: commit.get(..12)?.into(), commit: commit.into(), repository: repository.into() })
    }

    /// Every coalition of the packages that were asked for, as this revision declares it.
    pub fn read(
        &self,
        build: &Build,
        workspace: &Workspace,
        quiet: bool,
    ) -> Result<Vec<OwnedHandshake>, Failure> {
        Checkout::of(&self.repository, &self.commit)?.read(&self.name, build, workspace, quiet)
    }
}

/// Returns the text of a file in the last commit.
pub fn committed_text(file: &Utf8Path, workspace: &Workspace) -> Option<String> {
    let folder = file.parent().unwrap_or_else(|| workspace.root());
    git(folder, &["show", &format!("HEAD:./{}", file.file_name()?)]).ok()
}

fn no_revision(name: &str, why: impl Display) -> Failure {
    Failure::usage(format_args!(
        "`{name}` is not a file, and {why}\n\ncommit the state to compare with, or name another by `--against`, a revision \
         or a handshake.json"
    ))
}

/// The files of a commit, in a temporary folder.
struct Checkout<'a> {
    repository: &'a Utf8Path,
    folder: Utf8PathBuf,
    _temporary: TemporaryFolder,
}

impl<'a> Checkout<'a> {
    fn of(repository: &'a Utf8Path, commit: &str) -> Result<Self, Failure> {
        let temporary = TemporaryFolder::new().map_err(Failure::broken)?;
        let folder = temporary.path.join("revision");
        fs::create_dir(&folder).map_err(Failure::broken)?;
        check_out(repository, commit, &folder, &temporary.path.join("index"))
            .map_err(|fault| Failure::broken(format_args!("git cannot check {commit} out: {fault}")))?;
        Ok(Self { repository, folder, _temporary: temporary })
    }

    fn read(
        &self,
        name: &str,
        build: &Build,
        workspace: &Workspace,
        quiet: bool,
    ) -> Result<Vec<OwnedHandshake>, Failure> {
        let repository = self.repository.canonicalize_utf8().map_err(Failure::broken)?;
        let root = workspace.root().canonicalize_utf8().map_err(Failure::broken)?;
        let within = root.strip_prefix(&repository).map_err(Failure::broken)?;
        let folder = self.folder.join(within);
        let manifest = folder.join("Cargo.toml");
        if !manifest.is_file() {
            // The workspace was not there yet, so none of its coalitions was.
            let manifest = escape(within.join("Cargo.toml").as_str());
            status_err(
                "Absent",
                NOTE,
                format_args!("{manifest} in {name}, which therefore has no coalition"),
            );
            return Ok(Vec::new());
        }
        let lock = folder.join("Cargo.lock");
        if !lock.exists() && root.join("Cargo.lock").is_file() {
            fs::copy(root.join("Cargo.lock"), lock).map_err(Failure::broken)?;
        }
        if !quiet {
            status_err("Reading", NOTE, format_args!("{name}, in a temporary folder"));
        }
        for path in redirect(&self.folder, &repository)? {
            // Said in any case: what is read is not the revision alone.
            status_err(
                "Taking",
                NOTE,
                format_args!("{} as it is now: {name} does not hold it", shown(&path)),
            );
        }
        let whole = whole(build, &manifest);
        let earlier = Workspace::open(&whole)?;
        // Cargo takes the same package in two folders for one, and a source that is older than its last build for
        // unchanged: in a shared target directory the one would pass for the other.
        let target = workspace.target().join("coalition").join("revision");
        let readings = read_build::read_into(&target, &whole, &earlier, quiet)?;
        let wanted = |reading: &ReadCoalition| {
            let package = earlier.package(&reading.package);
            let is_named = |name: &str| package.is_some_and(|package| package.name == name);
            let packages = &build.packages;
            !packages.exclude.iter().any(|name| is_named(name))
                && (packages.package.is_empty() || packages.package.iter().any(|name| is_named(name)))
        };
        Ok(readings.into_iter().filter(wanted).map(|reading| reading.handshake).collect())
    }
}

/// The same build of the whole workspace: a package may not have been there, which cargo would refuse.
fn whole(build: &Build, manifest: &Utf8Path) -> Build {
    let mut whole = build.clone();
    whole.packages = clap_cargo::Workspace::default();
    whole.manifest.manifest_path = Some(manifest.as_std_path().to_owned());
    whole
}
