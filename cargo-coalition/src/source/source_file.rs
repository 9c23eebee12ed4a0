//! A source file: its bytes, and the text in them.

use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};

use crate::source::regular_file;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub path: Utf8PathBuf,
    pub text: String,
}

impl SourceFile {
    pub fn read(path: &Utf8Path) -> std::io::Result<Self> {
        Ok(Self { path: path.to_owned(), text: regular_file::read_to_string(path)? })
    }

    /// The text behind a byte order mark, and the bytes of that.
    pub fn code(&self) -> (usize, &str) {
        match self.text.strip_prefix(BYTE_ORDER_MARK) {
            Some(code) => (BYTE_ORDER_MARK.len(), code),
            None => (0, &self.text),
        }
    }

    /// The byte at which a line and column begin, both counted from 1, the column in characters.
    pub fn offset(&self, line: usize, column: usize) -> Option<usize> {
        let (mark, code) = self.code();
        let above: usize = code.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let text = code.get(above..)?.split('\n').next()?;
        let within = text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(column.checked_sub(1)?)?;
        Some(mark + above + within)
    }

    /// The line and the column of a byte, both counted from 1, the column in characters.
    pub fn position(&self, at: usize) -> (usize, usize) {
        let (mark, code) = self.code();
        let before = &code[..at - mark];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        (line, column)
    }

    /// The bytes of the whole lines that a range touches, without the last line's end.
    pub fn lines(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.text[..range.start].rfind('\n').map_or(self.code().0, |at| at + 1);
        let end = self.text[range.end..].find('\n').map_or(self.text.len(), |at| range.end + at);
        start..start + self.text[start..end].trim_end_matches('\r').len()
    }

    /// How this file ends its lines.
    pub fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

#[cfg(test)]
mod tests {
    use super::SourceFile;

    fn source(text: &str) -> SourceFile {
        SourceFile { path: "a.rs".into(), text: text.into() }
    }

    #[test]
    fn an_offset_is_that_of_the_file_on_the_disk() {
        let source = source("\u{feff}// é\r\né = _\r\n");
        let at = source.text.find('_').unwrap();
        assert_eq!(source.offset(2, 5), Some(at));
        assert_eq!(source.position(at), (2, 5));
        assert_eq!(source.offset(1, 1), Some(3));
        assert_eq!(source.offset(0, 1), None);
        assert_eq!(source.offset(2, 99), None);
    }

    #[test]
    fn lines_are_whole() {
        let source = source("\u{feff}ab\r\ncd\r\n");
        assert_eq!(&source.text[source.lines(&(4..5))], "ab");
        assert_eq!(&source.text[source.lines(&(7..8))], "cd");
        assert_eq!(source.line_end(), "\r\n");
    }
}
