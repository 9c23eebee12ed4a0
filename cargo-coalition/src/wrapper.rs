//! This command in the place of rustc, or before it: cargo runs it as rustc's wrapper, and it passes everything on.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, iter};

use camino::Utf8Path;

use crate::exit::Failure;
use crate::workspace::real;

/// Set where cargo runs this command as the wrapper for every crate. It holds the wrapper that was there before.
const BEFORE: &str = "CARGO_COALITION_WRAPS";

/// The same for the wrapper of the workspace's members. Cargo may run both, this one within the other.
const BEFORE_MEMBERS: &str = "CARGO_COALITION_WRAPS_MEMBERS";

/// Has cargo ask the facade for the handshakes.
pub fn ask_for_handshakes(cargo: &mut Command) -> Result<(), Failure> {
    let this = env::current_exe().map_err(Failure::broken)?;
    cargo.env("RUSTC_WRAPPER", this).env(BEFORE, configured(|build| build.rustc_wrapper));
    Ok(())
}

/// Has cargo keep what it builds of the workspace's members apart from what it builds of other checkouts of them.
///
/// In a target directory that checkouts share, cargo takes their members for the same, and a source that is older than
/// the last build for unchanged: one would pass for the other. But it tells members apart by the path of the wrapper
/// that they are built with, and this command has a path through each checkout. Dependencies are shared as ever.
pub fn keep_apart(cargo: &mut Command, root: &Utf8Path) -> Result<(), Failure> {
    let this = env::current_exe().and_then(dunce::canonicalize).map_err(Failure::broken)?;
    let wrapper = through(real(root).as_std_path(), &this);
    let before = configured(|build| build.rustc_workspace_wrapper);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", wrapper).env(BEFORE_MEMBERS, before);
    Ok(())
}

/// The path of a file that leads through a folder: down into it, up again, and on. On Windows none leads to another
/// drive.
fn through(folder: &Path, file: &Path) -> PathBuf {
    let up = folder.ancestors().skip(1).map(|_| Path::new(".."));
    let down = file
        .iter()
        .skip_while(|part| !matches!(Path::new(part).components().next(), Some(Component::Normal(_))));
    let path: PathBuf = iter::once(folder).chain(up).chain(down.map(Path::new)).collect();
    if path.exists() { path } else { file.into() }
}

/// A wrapper of the environment, or else of a configuration file. What is wrong with those, cargo says.
fn configured(which: impl FnOnce(cargo_config2::BuildConfig) -> Option<PathBuf>) -> PathBuf {
    cargo_config2::Config::load().ok().and_then(|config| which(config.build)).unwrap_or_default()
}

/// Runs rustc where this command was called as its wrapper.
pub fn run() -> Option<ExitCode> {
    let (role, before) =
        [BEFORE, BEFORE_MEMBERS].into_iter().find_map(|role| Some((role, env::var_os(role)?)))?;
    let mut words: Vec<OsString> = env::args_os().skip(1).collect();
    // A build script may call this command for itself.
    if words.first().is_none_or(|first| first == "coalition") {
        return None;
    }
    if role == BEFORE {
        without_lto(&mut words);
        if is_facade(&words) {
            words.extend(["--cfg".into(), "coalition_report".into()]);
        }
    }
    if !before.is_empty() {
        words.insert(0, before);
    }
    let ended = Command::new(&words[0]).args(&words[1..]).env_remove(role).status();
    Some(match ended {
        Ok(status) => {
            status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Err(error) => {
            eprintln!("error: {} does not run: {error}", words[0].display());
            ExitCode::FAILURE
        }
    })
}

/// Link-time optimisation would keep libraries as bitcode, in which no bytes are to be found.
fn without_lto(words: &mut Vec<OsString>) {
    let is_lto = |word: &OsString| {
        let word = word.to_string_lossy();
        word == "linker-plugin-lto" || word == "lto" || word.starts_with("lto=")
    };
    while let Some(at) = words.windows(2).position(|pair| pair[0] == "-C" && is_lto(&pair[1])) {
        words.drain(at..at + 2);
    }
}

/// `rustc --crate-name coalition … ` for the package of that name, however others rename it.
fn is_facade(words: &[OsString]) -> bool {
    let is_named = words.windows(2).any(|pair| pair[0] == "--crate-name" && pair[1] == "coalition");
    is_named && env::var_os("CARGO_PKG_NAME").is_some_and(|package| package == "coalition")
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    #[test]
    fn a_path_leads_through_a_folder() {
        let file = dunce::canonicalize(std::env::current_exe().unwrap()).unwrap();
        let folder = dunce::canonicalize(std::env::temp_dir()).unwrap();
        let path = super::through(&folder, &file);
        assert!(path.starts_with(&folder), "{path:?}");
        assert_eq!(dunce::canonicalize(path).unwrap(), file);
        assert_eq!(super::through(std::path::Path::new("/no/such/folder"), &file), file);
    }

    #[test]
    fn what_is_not_about_link_time_stays() {
        let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        let mut called =
            words("rustc --crate-name lto -C lto -C opt-level=3 -C lto=fat -C linker-plugin-lto");
        super::without_lto(&mut called);
        assert_eq!(called, words("rustc --crate-name lto -C opt-level=3"));
    }
}
