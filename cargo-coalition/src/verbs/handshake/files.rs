//! The files of a handshake: compared, and written where they changed.

use camino::Utf8Path;
use serde::Serialize;

use crate::exit::Failure;
use crate::paths::real;
use crate::source::{regular_file, rewrite};

/// The state of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Fresh,
    Written,
    Missing,
    Stale,
    /// It is there, and no coalition's any more.
    LeftOver,
}

impl Fate {
    pub fn is_fine(self) -> bool {
        matches!(self, Self::Fresh | Self::Written)
    }
}

/// Compares a file with what it should be. Git may have turned its line ends.
pub fn check(file: &Utf8Path, text: &str) -> Fate {
    match regular_file::read_to_string(file) {
        Ok(found) if found.replace("\r\n", "\n") == text.replace("\r\n", "\n") => Fate::Fresh,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Fate::Missing,
        Ok(_) | Err(_) => Fate::Stale,
    }
}

/// Writes a file if it changed.
pub fn write(file: &Utf8Path, text: &str) -> Result<Fate, Failure> {
    if check(file, text) == Fate::Fresh {
        return Ok(Fate::Fresh);
    }
    let folder = file.parent().unwrap_or(Utf8Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, error))?;
    rewrite::write(&real(file), text)?;
    Ok(Fate::Written)
}
