//! Writing files: all edits of one at once, atomically, and back again where the build does not verify them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::NamedTempFile;

use crate::exit::Failure;
use crate::plan::{Change, Plan};
use crate::workspace::real;

/// The files that were written, as they were before the first edit and as they were left.
#[derive(Default)]
pub struct Written {
    files: BTreeMap<Utf8PathBuf, (String, String)>,
}

impl Written {
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Writes all changes of a plan. A file that changed since it was read is not touched.
    pub fn apply(&mut self, plan: &Plan) -> Result<(), Failure> {
        let mut by_file: BTreeMap<&Utf8Path, Vec<&Change>> = BTreeMap::new();
        for change in &plan.changes {
            by_file.entry(&change.finding.at.file).or_default().push(change);
        }
        for (file, mut changes) in by_file {
            let before = &plan.sources[file].text;
            let mut text = before.clone();
            // From the end on, so that what is still to be edited stays where it is.
            changes.sort_by_key(|change| std::cmp::Reverse(change.edit.bytes.start));
            for change in changes {
                text.replace_range(change.edit.bytes.clone(), &change.edit.text);
            }
            replace(file, before, &text)?;
            self.files.entry(file.to_owned()).or_insert_with(|| (before.clone(), String::new())).1 = text;
        }
        Ok(())
    }

    /// Puts every file back that nobody has written to since.
    pub fn undo(&self) -> Result<(), Failure> {
        self.files.iter().try_for_each(|(file, (before, after))| replace(file, after, before))
    }
}

/// Replaces a file that has the text `before`, at once and as a whole.
pub fn replace(file: &Utf8Path, before: &str, after: &str) -> Result<(), Failure> {
    // A link stays one: the file that it leads to is replaced.
    let file = real(file);
    if fs::read_to_string(&file).map_err(|error| cannot("read", &file, error))? != before {
        return Err(cannot("write", &file, "it was edited meanwhile"));
    }
    let permissions = fs::metadata(&file).map_err(|error| cannot("read", &file, error))?.permissions();
    if permissions.readonly() {
        return Err(cannot("write", &file, "it is read-only"));
    }
    let folder = file.parent().unwrap_or(Utf8Path::new("."));
    let written = NamedTempFile::new_in(folder).and_then(|mut temporary| {
        temporary.write_all(after.as_bytes())?;
        temporary.as_file().set_permissions(permissions)?;
        temporary.as_file().sync_all()?;
        temporary.persist(&file).map_err(|error| error.error)
    });
    written.map(drop).map_err(|error| cannot("write", &file, error))
}

pub fn cannot(what: &str, file: &Utf8Path, why: impl std::fmt::Display) -> Failure {
    Failure::broken(format_args!("cannot {what} {file}: {why}"))
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
        assert!(replace(&file, "before", "after").is_err());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "theirs");
        replace(&file, "theirs", "after").unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "after");
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    }
}
