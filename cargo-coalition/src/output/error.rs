//! Errors on stderr, in cargo's style.

use super::escape::escape_lines;
use super::style::ERROR;
use crate::exit::{Exit, Failure};

/// Prints a failure that was not reported yet, and returns its exit code.
pub fn print(failure: &Failure) -> Exit {
    if let Some(text) = failure.text() {
        anstream::eprintln!("{ERROR}error{ERROR:#}: {}", escape_lines(text));
    }
    failure.exit
}
