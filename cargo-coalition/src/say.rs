//! What is written to stdout.

use std::fmt;
use std::io::{Error, ErrorKind, Write as _};
use std::sync::OnceLock;

/// Why something could not be written. It is said at the end: a freeze that cannot be shown is carried out all the same,
/// or put back, and never left halfway.
static FAULT: OnceLock<Error> = OnceLock::new();

/// Prints a line.
macro_rules! say {
    () => { $crate::say::text(format_args!("\n")) };
    ($format:literal $($values:tt)*) => {
        $crate::say::text(format_args!("{}\n", format_args!($format $($values)*)))
    };
}
pub(crate) use say;

/// Prints a text as it is.
pub fn text(text: fmt::Arguments<'_>) {
    match anstream::stdout().write_fmt(text) {
        // Whoever stopped reading has read enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            FAULT.get_or_init(|| error);
        }
        _ => {}
    }
}

/// The first error of what was to be printed.
pub fn fault() -> Option<&'static Error> {
    FAULT.get()
}
