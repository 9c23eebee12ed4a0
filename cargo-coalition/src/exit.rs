//! The exit codes, and the failures that end a verb. Scripts read the exit codes, so none ever changes its meaning.

use std::fmt;
use std::process::ExitCode;

use camino::Utf8Path;

/// An exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything is as it should be.
    Fine,
    /// A coalition drifted, is not frozen or was not found, something changed, or a published file is stale.
    Different,
    /// The command line is wrong, or a question cannot be asked.
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

/// The reason why a verb ended early.
#[derive(Debug)]
pub struct Failure {
    pub exit: Exit,
    /// `None` if the user was told already.
    text: Option<String>,
}

impl Failure {
    /// The command line is wrong.
    pub fn usage(text: impl fmt::Display) -> Self {
        Self { exit: Exit::Usage, text: Some(text.to_string()) }
    }

    /// Something outside this command went wrong.
    pub fn broken(text: impl fmt::Display) -> Self {
        Self { exit: Exit::Broken, text: Some(text.to_string()) }
    }

    /// A file could not be read or written.
    pub fn file(verb: &str, file: &Utf8Path, why: impl fmt::Display) -> Self {
        Self::broken(format_args!("cannot {verb} {file}: {why}"))
    }

    /// The verb ended, and the user was told why.
    pub fn reported(exit: Exit) -> Self {
        Self { exit, text: None }
    }

    /// Returns `true` if the user was told already.
    pub fn is_reported(&self) -> bool {
        self.text.is_none()
    }

    /// Returns the text for the user, unless the user was told already.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}
