//! Git, as far as this command asks it.

use std::process::{Command, Stdio};

use camino::Utf8Path;

/// What git prints, or what it has against it.
pub fn git(folder: &Utf8Path, arguments: &[&str]) -> Result<String, String> {
    run(Command::new("git").current_dir(folder).args(arguments))
}

/// Writes the files of a commit into an empty folder, by an index of its own: the repository does not hear of it, so
/// that nothing is left there whatever becomes of this command.
pub fn check_out(
    repository: &Utf8Path,
    commit: &str,
    folder: &Utf8Path,
    index: &Utf8Path,
) -> Result<(), String> {
    let mut git = Command::new("git");
    git.current_dir(repository).env("GIT_INDEX_FILE", index);
    // What would keep parts of that index, or watch the folder, on the repository's side.
    git.args(["-c", "core.splitIndex=false", "-c", "core.fsmonitor=false"]);
    git.args(["--work-tree", folder.as_str(), "read-tree", "--reset", "-u"]);
    git.args(["--no-recurse-submodules", "--no-sparse-checkout", commit]);
    run(&mut git).map(drop)
}

fn run(git: &mut Command) -> Result<String, String> {
    let output = git.stdin(Stdio::null()).output().map_err(|error| format!("git does not run: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}
