//! Exit codes for systemd. A failure that lasts until the operator acts is not worth a restart.

use std::error::Error;
use std::fmt;
use std::process::ExitCode;

/// A failure that lasts until the operator acts.
#[derive(Debug)]
pub struct Lasting(Box<dyn Error>);

impl Lasting {
    /// Returns the exit code: `EX_CONFIG` of sysexits.h, which the units name in `RestartPreventExitStatus`.
    pub fn code() -> ExitCode {
        ExitCode::from(78)
    }
}

impl fmt::Display for Lasting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for Lasting {}

/// Marks the failure of a result as one that lasts.
pub trait OrLasting<T> {
    fn lasting(self) -> Result<T, Box<dyn Error>>;
}

impl<T, E: Into<Box<dyn Error>>> OrLasting<T> for Result<T, E> {
    fn lasting(self) -> Result<T, Box<dyn Error>> {
        self.map_err(|fault| Lasting(fault.into()).into())
    }
}
