//! Lines that hold an id, which takes 66 columns of a terminal that may have 80.

use anstream::adapter::strip_str;

use crate::output::stdout::outln;

/// The columns of the terminal. There is no limit if stdout is none.
pub fn width() -> Option<usize> {
    terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| width.0.into())
}

/// Returns `true` if a line of this many columns fits the terminal.
pub fn fits(columns: usize) -> bool {
    width().is_none_or(|width| columns <= width)
}

/// Counts the columns of a text, without its colours.
pub fn columns(text: &str) -> usize {
    strip_str(text).map(|part| part.chars().count()).sum()
}

/// Prints a value behind its label, or below it, set in by this much, if the line would be too long.
pub fn labelled(label: &str, value: &str, indent: usize) {
    if value.contains('\n') || fits(columns(label) + 1 + columns(value)) {
        outln!("{label} {value}");
    } else {
        outln!("{label}");
        outln!("{:indent$}{value}", "");
    }
}
