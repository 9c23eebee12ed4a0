//! The files of a handshake: compared, and written where they changed.

use std::io::Write as _;

use camino::Utf8Path;
use serde::Serialize;
use tempfile::NamedTempFile;

use crate::exit::Failure;
use crate::source::regular_file;

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

/// Puts a file in its place as a whole, where it changed.
pub fn write(file: &Utf8Path, text: &str) -> Result<Fate, Failure> {
    if check(file, text) == Fate::Fresh {
        return Ok(Fate::Fresh);
    }
    let folder = file.parent().unwrap_or(Utf8Path::new("."));
    let written = std::fs::create_dir_all(folder).and_then(|()| {
        let mut new = tempfile::Builder::new();
        // Who may read it is for the umask to say, as with any file: pages are published.
        #[cfg(unix)]
        let new = {
            use std::os::unix::fs::PermissionsExt as _;
            new.permissions(std::fs::Permissions::from_mode(0o666))
        };
        #[cfg(not(unix))]
        let new = &mut new;
        let mut new: NamedTempFile = new.tempfile_in(folder)?;
        new.write_all(text.as_bytes())?;
        new.as_file().sync_all()?;
        new.persist(file).map_err(|error| error.error)
    });
    written.map(|_| Fate::Written).map_err(|error| Failure::file("write", file, error))
}
