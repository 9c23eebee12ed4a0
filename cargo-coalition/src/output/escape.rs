//! Text of others on a terminal. A declaration may come from an imported crate, and nothing in it may move the cursor,
//! turn the direction of a line or begin a line of its own: it would speak in the place of this command.

use camino::Utf8Path;
use coalition_handshake::__private::hidden;

use crate::paths::relative;

/// Text in one line, in which a character that does not show is written as Rust escapes it, as on the handshake page.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if hidden(c) { escaped.extend(c.escape_unicode()) } else { escaped.push(c) }
    }
    escaped
}

/// Text in several lines, each escaped.
pub fn escape_lines(text: &str) -> String {
    text.lines().map(escape).collect::<Vec<_>>().join("\n")
}

/// Returns a path as it is shown: relative to the current folder, if it lies in there, and escaped.
pub fn shown(path: &Utf8Path) -> String {
    escape(relative(path).as_str())
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_does_not_show_is_escaped() {
        assert_eq!(escape("oracle für 𝕏\t\u{1b}[J\n\u{202e}"), r"oracle für 𝕏\u{9}\u{1b}[J\u{a}\u{202e}");
    }
}
