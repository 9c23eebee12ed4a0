//! clap's answers to the command line: help, the version, or an error.

use clap::Error;

use super::layout;
use super::stderr::errln;
use crate::exit::Exit;

/// Prints it, and returns the exit code. clap wraps its help to the terminal, and its errors not.
pub fn print(error: &Error) -> Exit {
    if !error.use_stderr() {
        // A reader that closed the pipe has read enough.
        let _ = error.print();
        return Exit::Fine;
    }
    let text = error.render().ansi().to_string();
    for line in text.trim_end().lines() {
        errln!("{}", layout::wrap(line, 0, layout::width_err()));
    }
    Exit::Usage
}
