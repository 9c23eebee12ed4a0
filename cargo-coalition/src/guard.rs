//! A build that makes no check is nothing to judge by.
//!
//! Under `--cfg coalition_report` the facade holds nothing against a pin. This command sets it for the builds that it
//! reads, and holds the pins against those itself. Whoever sets it for every build switches off what `check` listens to.

use std::{env, fs};

use cargo_config2::Walk;
use memchr::memmem;

use crate::build::Outcome;
use crate::exit::Failure;

const SWITCH: &str = "coalition_report";

/// A word of a macro that only such a facade has. Other crates expand that macro, so what the facade was built into
/// holds its words, whatever way the `cfg` came by: a variable, a configuration file, an argument, a wrapper.
const ONLY_THERE: &[u8] = b"encoding_len";

/// Refuses a build whose facade makes no check.
pub fn refuse(outcome: &Outcome) -> Result<(), Failure> {
    let facades = outcome.artifacts.iter().filter(|artifact| artifact.target.name == "coalition");
    for file in facades.flat_map(|facade| &facade.filenames).filter(|file| file.extension() == Some("rmeta"))
    {
        let bytes =
            fs::read(file).map_err(|error| Failure::broken(format_args!("cannot read {file}: {error}")))?;
        if memmem::find(&bytes, ONLY_THERE).is_some() {
            let places = places();
            let places =
                if places.is_empty() { "the flags that rustc is given".into() } else { places.join(", ") };
            return Err(Failure::usage(format_args!(
                "this build has `--cfg {SWITCH}`, which switches every check off, so it cannot say what is frozen: \
                 remove it from {places}"
            )));
        }
    }
    Ok(())
}

/// Where the `cfg` is written: variables of the environment, and the configuration files that cargo reads here.
fn places() -> Vec<String> {
    let variables = env::vars_os().filter(|(_, value)| value.to_string_lossy().contains(SWITCH));
    let mut places: Vec<String> = variables.map(|(name, _)| name.to_string_lossy().into_owned()).collect();
    if let Ok(here) = env::current_dir() {
        let is_there = |text: String| text.contains(SWITCH);
        let files = Walk::new(&here).filter(|file| fs::read_to_string(file).is_ok_and(is_there));
        places.extend(files.map(|file| file.display().to_string()));
    }
    places
}
