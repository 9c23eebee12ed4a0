//! A handshake as a file: what an operator publishes.

use std::fmt::Display;
use std::io::{Error, stdin};

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::Package;
use coalition_handshake::OwnedHandshake;
use serde::Deserialize;

use crate::exit::Failure;
use crate::output::escape::escape;
use crate::source::regular_file;

/// Returns the folder of a package's handshake, beside its Cargo.toml.
pub fn folder(package: &Package) -> Utf8PathBuf {
    package.manifest_path.with_file_name("handshake")
}

/// The handshakes in a `handshake.json`, or in what `show --json` writes of several coalitions.
pub fn read(file: &Utf8Path) -> Result<Vec<OwnedHandshake>, Failure> {
    let text = regular_file::read_to_string(file);
    parse(file.as_str(), text)
}

/// Such handshakes from standard input.
pub fn read_stdin() -> Result<Vec<OwnedHandshake>, Failure> {
    parse("standard input", regular_file::read_to_end(stdin().lock()))
}

fn parse(file: &str, text: Result<String, Error>) -> Result<Vec<OwnedHandshake>, Failure> {
    #[derive(Deserialize)]
    struct PublishedList {
        coalitions: Vec<PublishedEntry>,
    }
    #[derive(Deserialize)]
    struct PublishedEntry {
        handshake: OwnedHandshake,
    }
    let cannot = |fault: &dyn Display| {
        Failure::usage(format_args!("cannot read {file} as a handshake.json: {}", escape(&fault.to_string())))
    };
    let text = text.map_err(|error| cannot(&error))?;
    if let Ok(envelope) = serde_json::from_str::<PublishedList>(&text) {
        return Ok(envelope.coalitions.into_iter().map(|entry| entry.handshake).collect());
    }
    let handshake = serde_json::from_str(&text).map_err(|error| cannot(&error))?;
    Ok(vec![handshake])
}
