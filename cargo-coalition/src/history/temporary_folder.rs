//! Temporary folders, which a signal removes. What a kill leaves is removed by the next one.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

use crate::interruption::{Undo, Unfinished};
use crate::paths::real;
use crate::source::regular_file;

const PREFIX: &str = "cargo-coalition-revision-";

/// A file in each folder, locked as long as its process lives.
const LOCK: &str = "lock";

pub struct TemporaryFolder {
    pub path: Utf8PathBuf,
    // Dropped in this order: a signal removes the folder until it is gone.
    _lock: File,
    _folder: TempDir,
    _unfinished: Unfinished,
}

impl TemporaryFolder {
    pub fn new() -> io::Result<Self> {
        sweep();
        let (folder, unfinished) = Unfinished::begin(|| {
            let folder = tempfile::Builder::new().prefix(PREFIX).tempdir()?;
            let path = folder.path().to_owned();
            let undo: Undo = Box::new(move || remove(&path));
            io::Result::Ok((folder, undo))
        })?;
        let lock = File::create(folder.path().join(LOCK))?;
        lock.try_lock()?;
        let path = Utf8Path::from_path(folder.path())
            .ok_or_else(|| io::Error::other(format!("{} is not valid UTF-8", folder.path().display())))?;
        Ok(Self { path: real(path), _lock: lock, _folder: folder, _unfinished: unfinished })
    }
}

/// Removes a folder, also if a build script that was just killed is still writing to it.
fn remove(folder: &Path) {
    for _ in 0..10 {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            _ => return,
        }
    }
}

/// Removes the folders of processes that were killed.
fn sweep() {
    for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        let is_folder = || entry.file_type().is_ok_and(|kind| kind.is_dir());
        // One without a lock file is only beginning.
        let is_free = || {
            let lock = regular_file::open(&entry.path().join(LOCK));
            lock.is_ok_and(|lock| lock.into_inner().try_lock().is_ok())
        };
        if is_ours && is_folder() && is_free() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
