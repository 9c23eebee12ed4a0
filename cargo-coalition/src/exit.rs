//! How the command ends. Scripts read these numbers: none is given another meaning.

use std::fmt;
use std::process::ExitCode;

use crate::report::style::ERROR;

/// The exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything is as it should be.
    Fine,
    /// A coalition drifted or is not frozen, something changed, a page is stale, or there is none.
    Different,
    /// The command was called wrongly, needs an answer that nobody is there to give, or was to judge by a build that makes
    /// no check.
    Usage,
    /// The build failed for another reason, or a file could not be read or written.
    Broken,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Different => 1,
            Exit::Usage => 2,
            Exit::Broken => 101,
        })
    }
}

/// Why a verb could not be carried out.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    text: String,
}

impl Failure {
    /// The command was called wrongly.
    pub fn usage(text: impl fmt::Display) -> Self {
        Self { exit: Exit::Usage, text: text.to_string() }
    }

    /// Something outside the command stands in its way.
    pub fn broken(text: impl fmt::Display) -> Self {
        Self { exit: Exit::Broken, text: text.to_string() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<Exit> for Failure {
    /// What failed was said already.
    fn from(exit: Exit) -> Self {
        Self { exit, text: String::new() }
    }
}

/// Says what failed, in cargo's manner.
pub fn explain(failure: &Failure) -> Exit {
    if !failure.text.is_empty() {
        anstream::eprintln!("{ERROR}error{ERROR:#}: {failure}");
    }
    failure.exit
}
