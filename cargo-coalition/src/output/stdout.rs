//! Printing to stdout.

use std::fmt;
use std::io::{Error, ErrorKind, Write as _};
use std::sync::OnceLock;

/// The first error. It is reported at the end: a freeze that cannot be printed is completed or taken back all the same.
static ERROR: OnceLock<Error> = OnceLock::new();

/// Prints a line.
macro_rules! outln {
    () => { $crate::output::stdout::print(format_args!("\n")) };
    ($format:literal $($values:tt)*) => {
        $crate::output::stdout::print(format_args!("{}\n", format_args!($format $($values)*)))
    };
}
pub(crate) use outln;

/// Prints a text as it is.
pub fn print(text: fmt::Arguments<'_>) {
    match anstream::stdout().write_fmt(text) {
        // A reader that closed the pipe has read enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            ERROR.get_or_init(|| error);
        }
        _ => {}
    }
}

/// Returns the first error of printing.
pub fn error() -> Option<&'static Error> {
    ERROR.get()
}
