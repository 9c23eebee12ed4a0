//! Opening files that the caller or a repository names. A pipe or a device may never end, so only regular files are read,
//! and no further than their size when they were opened.

use std::fs::{self, File};
use std::io::{Error, ErrorKind, Read, Result, Take};
use std::path::Path;

/// Opens a regular file, up to its current size.
pub fn open(path: &Path) -> Result<Take<File>> {
    // Before it is opened: opening a pipe waits for its other end.
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        let what = if metadata.is_dir() { "a folder" } else { "a pipe or a device" };
        return Err(Error::new(ErrorKind::InvalidInput, format!("it is {what}, not a regular file")));
    }
    Ok(File::open(path)?.take(metadata.len()))
}

/// Reads a regular file as text.
pub fn read_to_string(path: impl AsRef<Path>) -> Result<String> {
    let mut text = String::new();
    open(path.as_ref())?.read_to_string(&mut text)?;
    Ok(text)
}
