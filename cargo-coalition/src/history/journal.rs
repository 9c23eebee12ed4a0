//! The journal of a freeze. It holds every file that the freeze writes, as it was and as it becomes, from before the first
//! write until after the last one. A freeze that was killed is thereby finished or taken back by the next verb.
//!
//! It lies in a folder in the workspace's root, which `cargo clean` does not remove and git ignores.

use std::fs::{self, File, TryLockError};

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use crate::build::workspace::Workspace;
use crate::exit::Failure;
use crate::output::escape::{escape, shown};
use crate::output::style::{NOTE, WARN, status_err};
use crate::source::rewrite::{self, Rewrite};

const FOLDER: &str = ".coalition-freeze";

/// A journal on the disk. No other freeze of this workspace runs until it is closed.
pub struct FreezeJournal {
    root: Utf8PathBuf,
    content: Content,
    is_stored_as_verified: bool,
    _lock: File,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Content {
    /// `true` once a build verified the values. Then an interrupted freeze is finished, otherwise it is taken back.
    verified: bool,
    files: Vec<JournalEntry>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct JournalEntry {
    /// Relative to the workspace's root, if it lies there.
    path: Utf8PathBuf,
    before: Option<String>,
    /// The texts that the freeze writes, the last one last.
    after: Vec<String>,
}

impl FreezeJournal {
    /// Opens an empty one.
    pub fn open(root: &Utf8Path) -> Result<Self, Failure> {
        let folder = root.join(FOLDER);
        if let Err(error) = fs::create_dir(&folder)
            && error.kind() != std::io::ErrorKind::AlreadyExists
        {
            return Err(Failure::file("create", &folder, error));
        }
        let lock = lock(&folder)?;
        rewrite::write(&folder.join(".gitignore"), "*\n").inspect_err(|_| drop(remove(&folder)))?;
        Ok(Self { root: root.into(), content: Content::default(), is_stored_as_verified: false, _lock: lock })
    }

    /// Records files and then writes them.
    pub fn write(&mut self, rewrites: &[Rewrite]) -> Result<(), Failure> {
        for rewrite in rewrites {
            let path = rewrite.file.strip_prefix(&self.root).unwrap_or(&rewrite.file).to_owned();
            match self.content.files.iter_mut().find(|entry| entry.path == path) {
                Some(entry) => entry.after.push(rewrite.after.clone()),
                None => self.content.files.push(JournalEntry {
                    path,
                    before: rewrite.before.clone(),
                    after: vec![rewrite.after.clone()],
                }),
            }
        }
        self.store()?;
        rewrites.iter().try_for_each(Rewrite::write)
    }

    /// Writes what belongs to values that a build verified, and closes the journal.
    pub fn finish(mut self, rewrites: &[Rewrite]) -> Result<(), Failure> {
        self.content.verified = true;
        if let Err(failure) = self.write(rewrites) {
            self.take_back()?;
            return Err(failure);
        }
        self.close()
    }

    /// Puts every file back that nobody else wrote to, and closes the journal.
    pub fn take_back(mut self) -> Result<(), Failure> {
        // On a full disk the journal cannot be written again, and need not be.
        self.content.verified = false;
        if self.is_stored_as_verified {
            self.store()?;
        }
        let edited = self.content.put_back(&self.root)?;
        self.close()?;
        match edited.as_slice() {
            [] => Ok(()),
            edited => Err(Failure::broken(format_args!(
                "{} edited meanwhile, and left as it is: see which pins stand there",
                list(edited)
            ))),
        }
    }

    fn store(&mut self) -> Result<(), Failure> {
        let folder = self.root.join(FOLDER);
        let text = serde_json::to_string(&self.content).map_err(Failure::broken)?;
        rewrite::write(&folder.join("journal.json"), &text)?;
        self.is_stored_as_verified = self.content.verified;
        rewrite::sync(&folder)?;
        rewrite::sync(&self.root)
    }

    fn close(self) -> Result<(), Failure> {
        remove(&self.root.join(FOLDER))
    }
}

impl Content {
    /// Puts the files back, and returns those that somebody edited since.
    fn put_back(&self, root: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Failure> {
        let mut edited = Vec::new();
        for JournalEntry { path, before, after } in &self.files {
            let file = root.join(path);
            let found = rewrite::read(&file)?;
            if found.as_ref().is_some_and(|found| after.contains(found)) {
                rewrite::replace(&file, found.as_deref(), before.as_deref())?;
            } else if found != *before {
                edited.push(path.clone());
            }
        }
        Ok(edited)
    }

    /// Writes the last text of each file, and returns those that somebody edited since.
    fn complete(&self, root: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Failure> {
        let mut edited = Vec::new();
        for JournalEntry { path, before, after } in &self.files {
            let file = root.join(path);
            let found = rewrite::read(&file)?;
            if found == *before {
                rewrite::replace(&file, found.as_deref(), after.last().map(String::as_str))?;
            } else if found.as_ref() != after.last() {
                edited.push(path.clone());
            }
        }
        Ok(edited)
    }
}

/// Finishes or takes back a freeze that was killed, and says what it did.
pub fn recover(workspace: &Workspace) -> Result<(), Failure> {
    let root = workspace.root();
    let folder = root.join(FOLDER);
    if folder.symlink_metadata().is_err() {
        return Ok(());
    }
    let _lock = lock(&folder)?;
    let path = folder.join("journal.json");
    // Without a journal nothing was written yet, or everything was.
    let Some(text) = rewrite::read(&path)? else { return remove(&folder) };
    let content: Content = serde_json::from_str(&text).map_err(|error| {
        Failure::file("read", &path, format_args!("{error}; remove the folder to leave every file as it is"))
    })?;
    for entry in &content.files {
        let file = root.join(&entry.path);
        if !workspace.may_write(&file) {
            return Err(Failure::file(
                "write",
                &file,
                "an interrupted freeze names it, and it is outside the workspace",
            ));
        }
        rewrite::sweep(&file);
    }
    let names: Vec<_> = content.files.iter().map(|entry| entry.path.clone()).collect();
    let edited = if content.verified {
        let edited = content.complete(root)?;
        status_err(
            "Finished",
            NOTE,
            format_args!("the freeze that was interrupted after its build: {}", list(&names)),
        );
        edited
    } else {
        let edited = content.put_back(root)?;
        let what = "the freeze that was interrupted before a build verified it is taken back";
        status_err("Restored", NOTE, format_args!("{}: {what}", list(&names)));
        edited
    };
    for path in edited {
        let file = root.join(path);
        status_err(
            "Edited",
            WARN,
            format_args!("{} since the freeze was interrupted: it stays as it is", shown(&file)),
        );
    }
    remove(&folder)
}

/// Locks the folder for this process. The system unlocks it if the process is killed.
fn lock(folder: &Utf8Path) -> Result<File, Failure> {
    let is_folder = folder.symlink_metadata().is_ok_and(|metadata| metadata.is_dir());
    if !is_folder {
        return Err(Failure::file("write", folder, "it is not a folder"));
    }
    let path = folder.join("lock");
    let is_link = path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    if is_link {
        return Err(Failure::file("write", &path, "it is a link"));
    }
    let file = File::options().create(true).append(true).open(&path);
    let file = file.map_err(|error| Failure::file("write", &path, error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::Error(error)) => Err(Failure::file("lock", &path, error)),
        Err(TryLockError::WouldBlock) => Err(Failure::broken(format_args!(
            "another `cargo coalition freeze` is at work in {}: wait until it ends",
            folder.parent().unwrap_or(folder)
        ))),
    }
}

/// Removes the journal first: without it, what is left of the folder says nothing.
fn remove(folder: &Utf8Path) -> Result<(), Failure> {
    let journal = folder.join("journal.json");
    if journal.exists() {
        fs::remove_file(&journal).map_err(|error| Failure::file("remove", &journal, error))?;
        rewrite::sync(folder)?;
    }
    rewrite::sweep(&journal);
    for name in [".gitignore", "lock"] {
        let _ = fs::remove_file(folder.join(name));
    }
    let _ = fs::remove_dir(folder);
    Ok(())
}

fn list(paths: &[Utf8PathBuf]) -> String {
    paths.iter().map(|path| escape(path.as_str())).collect::<Vec<_>>().join(", ")
}
