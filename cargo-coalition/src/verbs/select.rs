//! The coalitions that were asked for by name.

use crate::build::read_build::ReadCoalition;
use crate::exit::{Exit, Failure};
use crate::output::style::{NOTE, status};

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

/// Nothing is called so.
pub fn unknown(name: &str, known: impl Iterator<Item = String>) -> Failure {
    let mut known: Vec<_> = known.map(|name| format!("`{name}`")).collect();
    known.dedup();
    let known = if known.is_empty() { "none".into() } else { known.join(", ") };
    Failure::usage(format_args!("no coalition of this build is named `{name}`; it has {known}"))
}

/// There is no coalition.
pub fn none(quiet: bool) -> Exit {
    if !quiet {
        status("Found", NOTE, "no coalition in this build");
    }
    Exit::Different
}
