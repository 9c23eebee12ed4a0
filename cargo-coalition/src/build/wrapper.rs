//! This command as rustc's wrapper: cargo runs it for each crate of a build that is judged or read.
//!
//! Both variables reach build scripts, and so any cargo that those run. What is done to rustc therefore depends on
//! where rustc writes: into the target directory of this command, or anywhere else, where nothing is changed.

use std::env;
use std::ffi::OsString;
use std::iter;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, ExitCode};

use camino::Utf8Path;

use crate::build::rustc;
use crate::build::rustc_args::{is_metadata, remove, value};
use crate::exit::Failure;
use crate::paths::real;

/// The wrapper for every crate that cargo would run otherwise.
const BEFORE: &str = "CARGO_COALITION_WRAPS";
/// The wrapper for the workspace's members that cargo would run otherwise. Cargo may run both, this one within the other.
const BEFORE_MEMBERS: &str = "CARGO_COALITION_WRAPS_MEMBERS";
/// The target directory of this command, and the purpose of its build.
const TARGET: &str = "CARGO_COALITION_TARGET";
const PURPOSE: &str = "CARGO_COALITION_PURPOSE";

/// The purpose of a build of this command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildPurpose {
    /// It says which blocks were expanded, and has every check.
    Check,
    /// It says what is declared, frozen or not. It has no check, and no code is generated from it.
    Read,
}

impl BuildPurpose {
    pub fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Read => "read",
        }
    }

    /// The `cfg` of the facade.
    fn cfg(self) -> &'static str {
        match self {
            Self::Check => CFGS[0],
            Self::Read => CFGS[1],
        }
    }
}

const CFGS: [&str; 2] = ["coalition_check", "coalition_read"];

/// Has cargo build for a purpose, in a target directory of this command's own.
///
/// In a target directory that checkouts share, cargo takes their members for the same. But it tells members apart by
/// the path of the wrapper that they are built with, and this command has a path through each checkout.
pub fn wrap(
    mut cargo: Command,
    purpose: BuildPurpose,
    target: &Utf8Path,
    checkout: Option<&Utf8Path>,
) -> Result<Command, Failure> {
    let this = env::current_exe().and_then(dunce::canonicalize).map_err(Failure::broken)?;
    cargo.arg("--target-dir").arg(target);
    // Cargo may keep what is built in another directory than the target directory.
    cargo.arg("--config").arg(format!("build.build-dir={}", toml_edit::value(target.as_str())));
    cargo.env(TARGET, target).env(PURPOSE, purpose.name());
    cargo.env("RUSTC_WRAPPER", &this).env(BEFORE, configured(|build| build.rustc_wrapper));
    cargo.env(
        "RUSTC_WORKSPACE_WRAPPER",
        checkout.map_or_else(|| this.clone(), |root| through(real(root).as_std_path(), &this)),
    );
    cargo.env(BEFORE_MEMBERS, configured(|build| build.rustc_workspace_wrapper));
    Ok(cargo)
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
    let purpose = purpose(&words);
    let is_listened_to = role == BEFORE_MEMBERS || is_path_dependency(&words);
    if let Some(purpose) = purpose {
        if role == BEFORE {
            prepare(&mut words, purpose);
        }
        if is_listened_to {
            words.extend(["--force-warn".into(), "deprecated".into()]);
        }
    }
    let rustc = words.clone();
    if !before.is_empty() {
        words.insert(0, before);
    }
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).env_remove(role);
    if let (Some(purpose), true) = (purpose, is_listened_to) {
        let is_read = role == BEFORE_MEMBERS && purpose == BuildPurpose::Read;
        return Some(rustc::run(command, &rustc, is_read));
    }
    Some(match command.status() {
        Ok(status) => {
            status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Err(error) => rustc::does_not_run(&words[0], &error),
    })
}

/// Returns `true` if cargo passes on the warnings of this crate although it is not a member of the workspace. It caps the
/// lints of all others, and runs the members' wrapper for members.
fn is_path_dependency(words: &[OsString]) -> bool {
    let is_member = env::var_os("RUSTC_WORKSPACE_WRAPPER").as_ref() == words.first();
    !is_member && value(words, "--cap-lints").is_none()
}

/// The purpose of this call of rustc, if it writes into the target directory of this command. What a build script
/// builds lies deeper, below the folder `out` that cargo gives it.
fn purpose(words: &[OsString]) -> Option<BuildPurpose> {
    let target = env::var_os(TARGET)?;
    let purpose = env::var_os(PURPOSE)?;
    let out = value(words, "--out-dir")?;
    let below = Path::new(out).strip_prefix(target).ok()?;
    if below.parent().is_some_and(|above| above.iter().any(|folder| folder == "out")) {
        return None;
    }
    [BuildPurpose::Check, BuildPurpose::Read].into_iter().find(|known| purpose == known.name())
}

/// Has the facade be what the purpose needs, whatever others ask of it. Without a check it is metadata alone: what a
/// build script or a procedural macro is linked with has every check.
fn prepare(words: &mut Vec<OsString>, purpose: BuildPurpose) {
    for cfg in CFGS {
        remove(words, "--cfg", |value| value == cfg);
    }
    // Places are those of the files.
    remove(words, "--remap-path-prefix", |_| true);
    if is_facade(words) && (purpose == BuildPurpose::Check || is_metadata(words)) {
        words.extend(["--cfg".into(), purpose.cfg().into()]);
    }
}

/// `rustc --crate-name coalition … ` for the package of that name, however others rename it.
fn is_facade(words: &[OsString]) -> bool {
    value(words, "--crate-name").is_some_and(|name| name == "coalition")
        && env::var_os("CARGO_PKG_NAME").is_some_and(|package| package == "coalition")
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    fn words(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

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
    fn nothing_that_is_inherited_takes_the_place_of_the_purpose() {
        let mut called = words(
            "rustc --crate-name a --cfg coalition_read --cfg feature=\"b\" --cfg=coalition_read --remap-path-prefix \
             a=b --remap-path-prefix=c=d",
        );
        super::prepare(&mut called, super::BuildPurpose::Check);
        assert_eq!(called, words("rustc --crate-name a --cfg feature=\"b\""));
    }
}
