//! Escaping of text from a handshake, so that nothing in it is read as markup.

use core::fmt::{self, Display, Formatter, Write};

use crate::block::hidden;

/// Plain text inside a paragraph, a list item or a table cell.
///
/// ASCII punctuation that could be markup is written as a character reference. An invisible character, such as a line
/// break, is written as Rust escapes it.
pub(crate) struct Plain<T>(pub(crate) T);

impl<T: Display> Display for Plain<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(EscapingWriter { f, is_start: false }, "{}", self.0)
    }
}

/// Plain text at the start of a line, where `1.`, `-`, `=` and spaces could be markup too.
pub(super) struct Opening<T>(pub(super) T);

impl<T: Display> Display for Opening<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(EscapingWriter { f, is_start: true }, "{}", self.0)
    }
}

/// Text as inline code. Text that does not fit between two backticks is written as plain text.
pub(crate) struct InlineCode<T>(pub(crate) T);

impl<T: Display> Display for InlineCode<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut simple = Simple { so_far: true, last: ' ' };
        write!(simple, "{}", self.0)?;
        if simple.so_far && simple.last != ' ' {
            write!(f, "`{}`", self.0)
        } else {
            write!(f, "{}", Plain(&self.0))
        }
    }
}

/// The address of a link, to be written between `<` and `>`.
pub(super) struct Address<'a>(pub(super) &'a str);

impl Display for Address<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                // These could end the address, the cell or the line.
                '<' | '>' | '|' | '\\' | '`' | '"' | ' ' | '\0'..='\x1f' | '\x7f' => {
                    write!(f, "%{:02X}", u32::from(c))?;
                }
                c if hidden(c) => {
                    let mut bytes = [0; 4];
                    for byte in c.encode_utf8(&mut bytes).bytes() {
                        write!(f, "%{byte:02X}")?;
                    }
                }
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A line of code. An invisible character is written as Rust escapes it.
pub(super) struct Visible<'a>(pub(super) &'a str);

impl Display for Visible<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| {
            if c != '\t' && hidden(c) { write!(f, "{}", c.escape_unicode()) } else { f.write_char(c) }
        })
    }
}

/// A fence of backticks, longer than any run of backticks in the code that it encloses.
pub(super) struct CodeFence(usize);

impl CodeFence {
    pub(super) fn around(code: &dyn Display) -> Result<Self, fmt::Error> {
        let mut runs = Runs { current: 0, longest: 0 };
        write!(runs, "{code}")?;
        Ok(Self((runs.longest + 1).max(3)))
    }
}

impl Display for CodeFence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (0..self.0).try_for_each(|_| f.write_char('`'))
    }
}

/// A writer that finds the longest run of backticks.
struct Runs {
    current: usize,
    longest: usize,
}

impl Write for Runs {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.current = if byte == b'`' { self.current + 1 } else { 0 };
            self.longest = self.longest.max(self.current);
        }
        Ok(())
    }
}

/// A writer that checks that text fits between two backticks: nothing needs escaping, and no space is lost.
struct Simple {
    so_far: bool,
    last: char,
}

impl Write for Simple {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            let space = c == ' ' && self.last != ' ';
            // `|` ends a table cell even in code, and escaping it with `\` is not portable. `<` is left out so that no
            // Markdown reader finds HTML in the page.
            self.so_far &= space || !(c == ' ' || matches!(c, '`' | '|' | '\\' | '<') || hidden(c));
            self.last = c;
        }
        Ok(())
    }
}

struct EscapingWriter<'f, 'g> {
    f: &'f mut Formatter<'g>,
    is_start: bool,
}

impl Write for EscapingWriter<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut before = ' ';
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let is_in_word = |c: char| c.is_ascii_alphanumeric();
            // An underscore inside a word is never markup.
            if c == '_' && is_in_word(before) && chars.peek().is_some_and(|next| is_in_word(*next)) {
                self.f.write_char(c)?;
            } else {
                self.write_char(c)?;
            }
            before = c;
        }
        Ok(())
    }

    fn write_char(&mut self, c: char) -> fmt::Result {
        if self.is_start && c == ' ' {
            return Ok(());
        }
        let is_start = core::mem::take(&mut self.is_start);
        match c {
            c if is_start && (c.is_ascii_digit() || c.is_ascii_punctuation()) => {
                write!(self.f, "&#{};", u32::from(c))
            }
            ' ' | '-' | '.' | ',' | '/' | ':' | '=' | '\'' | '"' | '(' | ')' | '?' | ';' | '%' | '+' => {
                self.f.write_char(c)
            }
            c if c.is_ascii_punctuation() => write!(self.f, "&#{};", u32::from(c)),
            // `\u{…}`, with its punctuation escaped.
            c if hidden(c) => write!(self.f, "&#92;u&#123;{:x}&#125;", u32::from(c)),
            c => self.f.write_char(c),
        }
    }
}
