//! This command in the place of rustc: it asks the facade for the handshakes, and passes everything else on.

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use crate::exit::Failure;

/// Set where cargo runs this command as rustc's wrapper. It holds the wrapper that was there before.
const BEFORE: &str = "CARGO_COALITION_WRAPS";

/// Has cargo run rustc by way of this command.
pub fn install(cargo: &mut Command) -> Result<(), Failure> {
    let this = env::current_exe().map_err(Failure::broken)?;
    // The wrapper of the environment, or else of a configuration file. What is wrong with those, cargo says.
    let before = cargo_config2::Config::load().ok().and_then(|config| config.build.rustc_wrapper);
    cargo.env("RUSTC_WRAPPER", this).env(BEFORE, before.unwrap_or_default());
    Ok(())
}

/// Runs rustc where this command was called as its wrapper.
pub fn run() -> Option<ExitCode> {
    let before = env::var_os(BEFORE)?;
    let mut words: Vec<OsString> = env::args_os().skip(1).collect();
    // A build script may call this command for itself.
    if words.first().is_none_or(|first| first == "coalition") {
        return None;
    }
    without_lto(&mut words);
    if is_facade(&words) {
        words.extend(["--cfg".into(), "coalition_report".into()]);
    }
    if !before.is_empty() {
        words.insert(0, before);
    }
    let ended = Command::new(&words[0]).args(&words[1..]).env_remove(BEFORE).status();
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
    fn what_is_not_about_link_time_stays() {
        let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        let mut called =
            words("rustc --crate-name lto -C lto -C opt-level=3 -C lto=fat -C linker-plugin-lto");
        super::without_lto(&mut called);
        assert_eq!(called, words("rustc --crate-name lto -C opt-level=3"));
    }
}
