//! The coalitions that were asked for by name.

use std::collections::BTreeSet;

use crate::build::read_build::ReadCoalition;
use crate::exit::{Exit, Failure};
use crate::output::escape::escape;
use crate::output::style::{NOTE, status};

/// How many names a message lists.
const NAMED: usize = 8;

/// Those that `name` means, all of them without one.
pub fn select<'r>(
    readings: &'r [ReadCoalition],
    name: Option<&str>,
) -> Result<Vec<&'r ReadCoalition>, Failure> {
    let selected: Vec<_> =
        readings.iter().filter(|reading| name.is_none_or(|name| reading.is_named(name))).collect();
    match name {
        Some(name) if selected.is_empty() => Err(unknown(name, readings.iter().map(ReadCoalition::name))),
        _ => Ok(selected),
    }
}

/// Returns the failure for a name that no coalition has.
pub fn unknown(name: &str, known: impl Iterator<Item = String>) -> Failure {
    let known: BTreeSet<_> = known.map(|name| format!("`{}`", escape(&name))).collect();
    let known = match known.len() {
        0 => "there is none".into(),
        count if count > NAMED => format!("there are {count}, which `cargo coalition check` lists"),
        _ => format!("known: {}", known.into_iter().collect::<Vec<_>>().join(", ")),
    };
    Failure::usage(format_args!("no coalition of this build is named `{}`; {known}", escape(name)))
}

/// There is no coalition.
pub fn none(quiet: bool) -> Exit {
    if !quiet {
        status("Found", NOTE, "no coalition in this build");
    }
    Exit::Different
}
