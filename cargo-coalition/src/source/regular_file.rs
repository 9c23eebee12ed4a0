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

/// The longest text that is read.
const MOST: u64 = 256 << 20;

/// Reads a regular file of at most 256 MiB as text.
pub fn read_to_string(path: impl AsRef<Path>) -> Result<String> {
    read_to_end(open(path.as_ref())?)
}

/// Reads a text of at most 256 MiB.
pub fn read_to_end(reader: impl Read) -> Result<String> {
    let mut text = String::new();
    if reader.take(MOST + 1).read_to_string(&mut text)? as u64 > MOST {
        return Err(Error::new(ErrorKind::FileTooLarge, "it is longer than 256 MiB"));
    }
    Ok(text)
}
