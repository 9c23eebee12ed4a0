//! Errors on stderr, in cargo's style.

use anstyle::Style;

use super::escape::escape;
use super::layout;
use super::stderr::errln;
use super::style::{ERROR, NOTE, WARN};
use crate::exit::{Exit, Failure};

/// Prints a failure that was not reported yet, and returns its exit code.
pub fn print(failure: &Failure) -> Exit {
    if let Some(text) = failure.text() {
        error(text);
    }
    failure.exit
}

/// Prints an error.
pub fn error(text: &str) {
    labelled("error", ERROR, text);
}

/// Prints a warning.
pub fn warning(text: &str) {
    labelled("warning", WARN, text);
}

/// Prints advice.
pub fn help(text: &str) {
    labelled("help", NOTE, text);
}

fn labelled(label: &str, style: Style, text: &str) {
    let indents = std::iter::once(label.len() + 2).chain(std::iter::repeat(0));
    let wrap = |(line, indent)| layout::wrap(&escape(line), indent, layout::width_err());
    let lines: Vec<_> = text.lines().zip(indents).map(wrap).collect();
    errln!("{style}{label}{style:#}: {}", lines.join("\n"));
}
