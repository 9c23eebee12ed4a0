//! The writes of a freeze: all of them or none, also when a signal ends the command.

use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

use crate::exit::Failure;
use crate::history::journal::Journal;
use crate::output::error;
use crate::output::style::{NOTE, status_err};
use crate::source::rewrite::Rewrite;

/// The exit code of a command that a signal ended, as shells have it.
const INTERRUPTED: i32 = 130;

pub struct Transaction {
    root: Utf8PathBuf,
    stage: Arc<Mutex<Stage>>,
}

enum Stage {
    /// Nothing is written.
    Idle,
    /// Something is written, and may have to be put back.
    Open(Journal),
    /// Everything is written, so that a signal comes too late.
    Done,
}

impl Transaction {
    /// From here on SIGINT, SIGTERM and SIGHUP put every file back.
    pub fn new(root: &Utf8Path) -> Result<Self, Failure> {
        let stage = Arc::new(Mutex::new(Stage::Idle));
        let shared = Arc::clone(&stage);
        ctrlc::set_handler(move || interrupt(&mut lock(&shared))).map_err(Failure::broken)?;
        Ok(Self { root: root.into(), stage })
    }

    /// Writes files, to be verified by a build.
    pub fn write(&self, rewrites: &[Rewrite]) -> Result<(), Failure> {
        let mut stage = lock(&self.stage);
        if matches!(*stage, Stage::Idle) {
            *stage = Stage::Open(Journal::open(&self.root)?);
        }
        match &mut *stage {
            Stage::Open(journal) => journal.write(rewrites),
            Stage::Idle | Stage::Done => Ok(()),
        }
    }

    /// Writes what follows from what was verified. From here on nothing is put back.
    pub fn finish(&self, rewrites: &[Rewrite]) -> Result<(), Failure> {
        if !rewrites.is_empty() {
            self.write(&[])?;
        }
        let mut stage = lock(&self.stage);
        match std::mem::replace(&mut *stage, Stage::Done) {
            Stage::Open(journal) => journal.finish(rewrites).inspect_err(|_| restored()),
            Stage::Idle | Stage::Done => Ok(()),
        }
    }

    /// Puts every file back.
    pub fn take_back(&self) -> Result<(), Failure> {
        take_back(&mut lock(&self.stage))
    }
}

fn lock(stage: &Mutex<Stage>) -> MutexGuard<'_, Stage> {
    stage.lock().unwrap_or_else(PoisonError::into_inner)
}

fn take_back(stage: &mut Stage) -> Result<(), Failure> {
    if let Stage::Open(journal) = std::mem::replace(stage, Stage::Idle) {
        journal.take_back()?;
        restored();
    }
    Ok(())
}

fn restored() {
    status_err("Restored", NOTE, "every file as it was");
}

fn interrupt(stage: &mut Stage) {
    if matches!(stage, Stage::Done) {
        return;
    }
    if let Err(failure) = take_back(stage) {
        error::print(&failure);
    }
    process::exit(INTERRUPTED);
}
