//! JSON documents on stdout.

use serde::Serialize;

use super::stdout::outln;
use crate::exit::Failure;

/// The version of the JSON documents. It changes when a reader of the old form would misread the new one.
pub const FORMAT: u32 = 1;

/// Prints one document, and nothing else.
pub fn print(document: &impl Serialize) -> Result<(), Failure> {
    outln!("{}", serde_json::to_string_pretty(document).map_err(Failure::broken)?);
    Ok(())
}
