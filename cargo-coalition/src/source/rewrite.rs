//! Rewrites of files: all edits of one at once, and atomically.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::Builder;

use crate::exit::Failure;
use crate::paths::real;
use crate::source::regular_file;
use crate::source::source_file::SourceFile;

/// How the name of a file begins until it is complete and takes its place.
const TEMPORARY: &str = ".coalition-freeze-";

/// A text to write in place of some bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    pub bytes: Range<usize>,
    pub text: String,
}

/// A file with its text before and after. One that is to be created has none before.
#[derive(Clone, Debug)]
pub struct Rewrite {
    pub file: Utf8PathBuf,
    pub before: Option<String>,
    pub after: String,
}

impl Rewrite {
    /// Carries out all edits of a file.
    pub fn of(source: &SourceFile, mut edits: Vec<&TextEdit>) -> Self {
        let mut after = source.text.clone();
        // From the end, so that the places of the other edits stay valid.
        edits.sort_by_key(|edit| std::cmp::Reverse((edit.bytes.start, edit.bytes.end)));
        for edit in edits {
            after.replace_range(edit.bytes.clone(), &edit.text);
        }
        Self { file: source.path.clone(), before: Some(source.text.clone()), after }
    }

    /// Writes the file. One that was edited since it was read is left as it is.
    pub fn write(&self) -> Result<(), Failure> {
        replace(&self.file, self.before.as_deref(), Some(&self.after))
    }
}

/// The text of a file, where there is one.
pub fn read(file: &Utf8Path) -> Result<Option<String>, Failure> {
    match regular_file::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::file("read", file, error)),
    }
}

/// Replaces, creates or removes a file that has the text `before`, atomically.
pub fn replace(file: &Utf8Path, before: Option<&str>, after: Option<&str>) -> Result<(), Failure> {
    // A link stays one: the file that it leads to is replaced.
    let file = &real(file);
    if read(file)?.as_deref() != before {
        return Err(Failure::file("write", file, "it was edited meanwhile"));
    }
    match after {
        Some(after) => write(file, after)?,
        None if before.is_some() => {
            fs::remove_file(file).map_err(|error| Failure::file("remove", file, error))?;
        }
        None => return Ok(()),
    }
    // After a power cut the folder has the old file or the new one. From here on it has the new one.
    sync(file.parent().unwrap_or(Utf8Path::new(".")))
}

/// Writes a whole file, atomically. A file that exists keeps its permissions.
pub fn write(file: &Utf8Path, text: &str) -> Result<(), Failure> {
    let permissions = fs::metadata(file).ok().map(|metadata| metadata.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(Failure::file("write", file, "it is read-only"));
    }
    let folder = file.parent().unwrap_or(Utf8Path::new("."));
    let mut new = Builder::new();
    new.prefix(TEMPORARY);
    // The umask decides who may read a new file, as for any other program.
    #[cfg(unix)]
    new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let written = new.tempfile_in(folder).and_then(|mut new| {
        new.write_all(text.as_bytes())?;
        if let Some(permissions) = permissions {
            new.as_file().set_permissions(permissions)?;
        }
        new.as_file().sync_all()?;
        new.persist(file).map_err(|error| error.error)
    });
    written.map(drop).map_err(|error| Failure::file("write", file, error))
}

/// Removes what an interrupted write left beside a file.
pub fn sweep(file: &Utf8Path) {
    let entries = file.parent().and_then(|folder| folder.read_dir_utf8().ok());
    for entry in entries.into_iter().flatten().flatten() {
        if entry.file_name().starts_with(TEMPORARY) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Makes the names in a folder durable. Only Unix opens a folder for that.
pub fn sync(folder: &Utf8Path) -> Result<(), Failure> {
    if cfg!(unix) {
        let synced = fs::File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(|error| Failure::file("write", folder, error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use camino::Utf8Path;

    use super::replace;

    #[test]
    fn what_was_edited_meanwhile_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("a.rs");
        std::fs::write(&file, "theirs").unwrap();
        assert!(replace(&file, Some("before"), Some("after")).is_err());
        assert!(replace(&file, None, Some("after")).is_err());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "theirs");
        replace(&file, Some("theirs"), Some("after")).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "after");
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        replace(&file, Some("after"), None).unwrap();
        replace(&file, None, Some("created")).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "created");
    }
}
