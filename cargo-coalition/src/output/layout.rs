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

/// Breaks a text into lines at its spaces, if the terminal is too narrow for it. It begins at a column, and further lines
/// are indented by that many. Commands and paths in it stay whole only if they have no space.
pub fn wrap(text: &str, indent: usize, width: Option<usize>) -> String {
    let Some(width) = width else { return text.into() };
    let mut wrapped = String::new();
    let mut column = indent;
    for (at, word) in text.split(' ').enumerate() {
        let word_columns = columns(word);
        let is_first = at == 0;
        if !is_first && column + 1 + word_columns > width {
            wrapped.push('\n');
            wrapped.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if !is_first {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += word_columns;
    }
    wrapped
}

/// The columns of the terminal that stderr is.
pub fn width_err() -> Option<usize> {
    terminal_size::terminal_size_of(std::io::stderr()).map(|(width, _)| width.0.into())
}

/// Prints a value behind its label, or below it, set in by this much, if the line would be too long.
pub fn labelled(label: &str, value: &str, indent: usize) {
    if value.contains('\n') || fits(columns(label) + 1 + columns(value)) {
        outln!("{label} {value}");
    } else {
        outln!("{}", wrap(label, 0, width()));
        outln!("{:indent$}{value}", "");
    }
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn a_text_breaks_at_its_spaces() {
        let text = "one two \u{1b}[1mthree\u{1b}[0m four";
        assert_eq!(wrap(text, 2, None), text);
        assert_eq!(wrap(text, 2, Some(80)), text);
        assert_eq!(wrap(text, 2, Some(9)), "one two\n  \u{1b}[1mthree\u{1b}[0m\n  four");
        assert_eq!(wrap("  set in", 0, Some(9)), "  set in");
        assert_eq!(wrap("0123456789 a", 2, Some(5)), "0123456789\n  a");
        assert_eq!(wrap("", 2, Some(5)), "");
    }
}
