//! The writes of a freeze: all of them or none, also when a signal ends the command.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

use crate::exit::Failure;
use crate::history::journal::FreezeJournal;
use crate::interruption::{Unfinished, complete, whole};
use crate::output::error;
use crate::output::style::{NOTE, status_err};
use crate::source::rewrite::Rewrite;

pub struct Transaction {
    root: Utf8PathBuf,
    /// The journal, once something is written that may have to be put back.
    journal: SharedJournal,
    _unfinished: Unfinished,
}

type SharedJournal = Arc<Mutex<Option<FreezeJournal>>>;

impl Transaction {
    /// From here on a signal puts every file back.
    pub fn new(root: &Utf8Path) -> Self {
        let journal = SharedJournal::default();
        let shared = Arc::clone(&journal);
        let undo = move || {
            if let Err(failure) = take_back(&mut lock(&shared)) {
                error::print(&failure);
            }
        };
        Self { root: root.into(), journal, _unfinished: Unfinished::new(Box::new(undo)) }
    }

    /// Writes files, to be verified by a build.
    pub fn write(&self, rewrites: &[Rewrite]) -> Result<(), Failure> {
        whole(|| {
            let mut journal = lock(&self.journal);
            let journal = match &mut *journal {
                Some(journal) => journal,
                none => none.insert(FreezeJournal::open(&self.root)?),
            };
            journal.write(rewrites)
        })
    }

    /// Writes what follows from what was verified. From here on nothing is put back.
    pub fn finish(&self, rewrites: &[Rewrite]) -> Result<(), Failure> {
        if !rewrites.is_empty() {
            self.write(&[])?;
        }
        complete(|| match lock(&self.journal).take() {
            Some(journal) => journal.finish(rewrites).inspect_err(|_| restored()),
            None => Ok(()),
        })
    }

    /// Puts every file back.
    pub fn take_back(&self) -> Result<(), Failure> {
        whole(|| take_back(&mut lock(&self.journal)))
    }
}

fn lock(journal: &Mutex<Option<FreezeJournal>>) -> MutexGuard<'_, Option<FreezeJournal>> {
    journal.lock().unwrap_or_else(PoisonError::into_inner)
}

fn take_back(journal: &mut Option<FreezeJournal>) -> Result<(), Failure> {
    if let Some(journal) = journal.take() {
        journal.take_back()?;
        restored();
    }
    Ok(())
}

fn restored() {
    status_err("Restored", NOTE, "every file as it was");
}
