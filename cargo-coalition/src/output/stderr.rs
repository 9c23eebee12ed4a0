//! Printing to stderr. If nobody reads it any more, there is nobody to tell, and the verb goes on.

use std::fmt;
use std::io::Write as _;

/// Prints a line to stderr.
macro_rules! errln {
    () => { $crate::output::stderr::print(format_args!("\n")) };
    ($format:literal $($values:tt)*) => {
        $crate::output::stderr::print(format_args!("{}\n", format_args!($format $($values)*)))
    };
}
pub(crate) use errln;

/// Prints a text as it is.
pub fn print(text: fmt::Arguments<'_>) {
    let mut stderr = anstream::stderr();
    let _ = stderr.write_fmt(text).and_then(|()| stderr.flush());
}
