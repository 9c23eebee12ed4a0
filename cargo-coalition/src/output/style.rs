//! Colours, those of cargo.

use anstyle::Style;
use clap_cargo::style;

use crate::output::layout;
use crate::output::stderr::errln;
use crate::output::stdout::outln;

pub const ERROR: Style = style::ERROR;
pub const WARN: Style = style::WARN;
pub const GOOD: Style = style::GOOD;
pub const NOTE: Style = style::NOTE;
pub const BOLD: Style = Style::new().bold();
pub const DIM: Style = Style::new().dimmed();

/// Prints a status line to stderr, beside the lines of cargo. See [`status`].
pub fn status_err(word: &str, style: Style, text: impl std::fmt::Display) {
    let text = layout::wrap(&text.to_string(), 13, layout::width_err());
    errln!("{style}{word:>12}{style:#} {text}");
}

/// Prints a status line as cargo does: a word set to the right, then a text.
pub fn status(word: &str, style: Style, text: impl std::fmt::Display) {
    let text = layout::wrap(&text.to_string(), 13, layout::width());
    outln!("{style}{word:>12}{style:#} {text}");
}
