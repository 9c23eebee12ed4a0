//! Lines of a description, and the blocks that they begin.

/// An iterator over the lines of a text, each with the byte at which it begins.
pub(super) struct DescriptionLines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> DescriptionLines<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Returns the byte at which the next line begins.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    pub(super) fn peek(&self) -> Option<(usize, &'t str)> {
        Self { ..*self }.next()
    }

    pub(super) fn next(&mut self) -> Option<(usize, &'t str)> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let end = match rest.as_bytes().get(length..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        self.at += length + end;
        Some((start, &rest[..length]))
    }
}

/// The block that a line begins. A `usize` is the byte in the line at which its content begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DescriptionLine {
    Blank,
    Fence(Fence),
    /// A row of a table, which is shown as code.
    Verbatim,
    Comment,
    /// A thematic break, or the underline of a heading.
    Rule,
    Heading(usize),
    Item(Option<u32>, usize),
    Text,
}

/// The run of characters that opens lines of code.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fence {
    character: char,
    length: usize,
}

impl Fence {
    pub(super) fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.length && line.chars().all(|c| c == self.character)
    }
}

pub(super) fn line(text: &str) -> DescriptionLine {
    let trimmed = text.trim_start();
    let indent = text.len() - trimmed.len();
    let Some(first) = trimmed.chars().next() else { return DescriptionLine::Blank };
    let run = trimmed.len() - trimmed.trim_start_matches(first).len();
    let is_spaced = |at: usize| trimmed[at..].chars().next().is_none_or(char::is_whitespace);
    match first {
        // Backticks that close on the same line are inline code.
        '`' | '~' if run >= 3 && (first == '~' || !trimmed[run..].contains('`')) => {
            DescriptionLine::Fence(Fence { character: first, length: run })
        }
        '|' => DescriptionLine::Verbatim,
        '<' if trimmed.starts_with("<!--") => DescriptionLine::Comment,
        '=' | '-' | '*' | '_' if is_rule(trimmed, first) => DescriptionLine::Rule,
        '#' if run <= 6 && is_spaced(run) => DescriptionLine::Heading(indent + run),
        '-' | '*' | '+' if run == 1 && is_spaced(1) => DescriptionLine::Item(None, indent + 1),
        '0'..='9' => {
            let digits = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            match trimmed[..digits].parse() {
                Ok(number)
                    if digits <= 9 && trimmed[digits..].starts_with(['.', ')']) && is_spaced(digits + 1) =>
                {
                    DescriptionLine::Item(Some(number), indent + digits + 1)
                }
                _ => DescriptionLine::Text,
            }
        }
        _ => DescriptionLine::Text,
    }
}

fn is_rule(line: &str, character: char) -> bool {
    let mut count = 0;
    line.chars().all(|c| {
        count += usize::from(c == character);
        c == character || c.is_whitespace()
    }) && count >= 3
}
