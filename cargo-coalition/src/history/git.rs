//! Git, as far as this command asks it.

use std::process::Command;

use camino::Utf8Path;

use crate::interruption::Running;

/// Returns git's output, or its error message.
pub fn git(folder: &Utf8Path, arguments: &[&str]) -> Result<String, String> {
    run(command().current_dir(folder).args(arguments))
}

/// Writes the files of a commit into an empty folder, by an index of its own: the repository does not hear of it, so
/// that nothing is left there whatever becomes of this command.
pub fn check_out(
    repository: &Utf8Path,
    commit: &str,
    folder: &Utf8Path,
    index: &Utf8Path,
) -> Result<(), String> {
    let mut git = command();
    git.current_dir(repository).env("GIT_INDEX_FILE", index);
    // These settings would write to the repository: parts of the index, or a watcher of the folder.
    git.args(["-c", "core.splitIndex=false", "-c", "core.fsmonitor=false"]);
    git.args(["--work-tree", folder.as_str(), "read-tree", "--reset", "-u"]);
    git.args(["--no-recurse-submodules", "--no-sparse-checkout", commit]);
    run(&mut git).map(drop)
}

/// The variables that `git rev-parse --local-env-vars` lists, without those of git's configuration. Git sets some of them
/// for hooks, where they name another repository than that of the folder, or another part of it.
const REPOSITORY: [&str; 14] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// A git that looks for its repository from the current folder.
fn command() -> Command {
    let mut git = Command::new("git");
    for name in REPOSITORY {
        git.env_remove(name);
    }
    git
}

fn run(git: &mut Command) -> Result<String, String> {
    let output = Running::output(git).map_err(|error| format!("git does not run: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}
