//! Paths of files, as this command compares and prints them.

use std::env;

use camino::{Utf8Path, Utf8PathBuf};

/// Returns the path of a file after all links. Two targets may reach the same file by different paths. A path that leads
/// to nothing stays as it is.
pub fn real(path: &Utf8Path) -> Utf8PathBuf {
    let real = dunce::canonicalize(path).ok().and_then(|path| Utf8PathBuf::from_path_buf(path).ok());
    real.unwrap_or_else(|| path.into())
}

/// Returns a path as the user would write it: relative to the current folder, if it lies in there.
pub fn relative(path: &Utf8Path) -> &Utf8Path {
    let here = env::current_dir().ok().and_then(|here| Utf8PathBuf::from_path_buf(here).ok());
    let here = here.map(|here| real(&here));
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path)
}
