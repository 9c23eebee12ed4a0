//! A handshake as a file: what an operator publishes.

use std::fmt::Display;

use camino::Utf8Path;
use coalition_handshake::OwnedHandshake;
use serde::Deserialize;

use crate::exit::Failure;
use crate::plain::plain;
use crate::regular_file;

/// The handshakes in a `handshake.json`, or in what `show --json` writes of several coalitions.
pub fn read(file: &Utf8Path) -> Result<Vec<OwnedHandshake>, Failure> {
    #[derive(Deserialize)]
    struct Envelope {
        coalitions: Vec<Entry>,
    }
    #[derive(Deserialize)]
    struct Entry {
        handshake: OwnedHandshake,
    }
    let cannot = |fault: &dyn Display| {
        Failure::usage(format_args!("cannot read {file} as a handshake.json: {}", plain(&fault.to_string())))
    };
    let text = regular_file::read_to_string(file).map_err(|error| cannot(&error))?;
    if let Ok(envelope) = serde_json::from_str::<Envelope>(&text) {
        return Ok(envelope.coalitions.into_iter().map(|entry| entry.handshake).collect());
    }
    let handshake = serde_json::from_str(&text).map_err(|error| cannot(&error))?;
    Ok(vec![handshake])
}
