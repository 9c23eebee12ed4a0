//! The end of this command by a signal: cargo ends with it, and what is unfinished is undone.

use std::io;
use std::process::{self, Child, Command, ExitStatus, Output, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::exit::Failure;

/// The exit code of a command that a signal ended, as shells have it.
const INTERRUPTED: i32 = 130;

/// Undoes something that is unfinished.
pub type Undo = Box<dyn FnOnce() + Send>;

static STATE: Mutex<Unended> = Mutex::new(Unended { unfinished: Vec::new(), is_complete: false });

struct Unended {
    /// Everything that is unfinished, the oldest first, each with a number of its own.
    unfinished: Vec<(usize, Undo)>,
    /// `true` once only a report is left, so that a signal comes too late.
    is_complete: bool,
}

impl Unended {
    fn add(&mut self, undo: Undo) -> Unfinished {
        let number = self.unfinished.last().map_or(0, |(last, _)| last + 1);
        self.unfinished.push((number, undo));
        Unfinished(number)
    }
}

/// Has SIGINT, SIGTERM and SIGHUP end this command in order.
pub fn handle() -> Result<(), Failure> {
    ctrlc::set_handler(interrupt).map_err(Failure::broken)
}

/// Undoes everything that is unfinished, the newest first, and ends this command.
fn interrupt() {
    // Locked until the end: nothing else begins or is finished from here on.
    let mut state = lock();
    if state.is_complete {
        return;
    }
    while let Some((_, undo)) = state.unfinished.pop() {
        undo();
    }
    process::exit(INTERRUPTED);
}

/// Something that is undone if a signal comes before this is dropped.
#[must_use]
pub struct Unfinished(usize);

impl Unfinished {
    pub fn new(undo: Undo) -> Self {
        lock().add(undo)
    }

    /// Begins something. A signal comes before it or after it.
    pub fn begin<T, E>(begin: impl FnOnce() -> Result<(T, Undo), E>) -> Result<(T, Self), E> {
        let mut state = lock();
        let (value, undo) = begin()?;
        Ok((value, state.add(undo)))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        lock().unfinished.retain(|(number, _)| *number != self.0);
    }
}

/// Does something that no signal cuts in two.
pub fn whole<T>(act: impl FnOnce() -> T) -> T {
    let _state = lock();
    act()
}

/// Does the last thing of a verb that a signal could have undone. If it succeeds, only a report is left.
pub fn complete<T, E>(act: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let mut state = lock();
    let done = act()?;
    state.is_complete = true;
    Ok(done)
}

fn lock() -> MutexGuard<'static, Unended> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A program that does not outlive this command, unless this command is killed.
pub struct Running {
    pub child: Child,
    _unfinished: Unfinished,
}

impl Running {
    pub fn start(command: &mut Command) -> io::Result<Self> {
        let (child, unfinished) = Unfinished::begin(|| platform::spawn(command))?;
        Ok(Self { child, _unfinished: unfinished })
    }

    /// Waits until it ends.
    pub fn wait(mut self) -> io::Result<ExitStatus> {
        let status = self.child.wait()?;
        end_with(status);
        Ok(status)
    }

    /// Runs a program to its end, and returns what it says.
    pub fn output(command: &mut Command) -> io::Result<Output> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let Self { child, _unfinished } = Self::start(command)?;
        let output = child.wait_with_output()?;
        end_with(output.status);
        Ok(output)
    }
}

/// Ends this command if a signal ended a program that it ran: a terminal sends one to both.
fn end_with(status: ExitStatus) {
    if platform::was_interrupted(status) {
        interrupt();
    }
}

#[cfg(unix)]
mod platform {
    use std::io::{self, IsTerminal as _, stdin};
    use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
    use std::process::{Child, Command, ExitStatus};

    use rustix::process::{Pid, Signal, kill_process, kill_process_group};

    /// Starts a program. On a terminal it may have to ask for a password, and the terminal sends it signals. Elsewhere it
    /// gets a process group, so that all that it starts in turn is ended.
    pub fn spawn(command: &mut Command) -> io::Result<(Child, super::Undo)> {
        let has_group = !stdin().is_terminal();
        if has_group {
            command.process_group(0);
        }
        let child = command.spawn()?;
        let pid = Pid::from_child(&child);
        let kill = if has_group { kill_process_group } else { kill_process };
        Ok((
            child,
            Box::new(move || {
                let _ = kill(pid, Signal::KILL);
            }),
        ))
    }

    pub fn was_interrupted(status: ExitStatus) -> bool {
        let signals = [Signal::INT, Signal::TERM, Signal::HUP];
        status.signal().is_some_and(|signal| signals.iter().any(|known| known.as_raw() == signal))
    }
}

#[cfg(not(unix))]
mod platform {
    use std::io;
    use std::process::{Child, Command, ExitStatus};

    /// Starts a program. The console sends it the same signals.
    pub fn spawn(command: &mut Command) -> io::Result<(Child, super::Undo)> {
        Ok((command.spawn()?, Box::new(|| ())))
    }

    pub fn was_interrupted(_: ExitStatus) -> bool {
        false
    }
}
