//! Text from a handshake, so that nothing in it is read as markup.

use core::fmt::{self, Display, Formatter, Write};

use crate::block::hidden;

/// Text that stands for itself in a paragraph, a list item or the cell of a table.
///
/// ASCII punctuation that Markdown could read is written as a character reference, which is never markup, not even
/// a cell's border. A character that does not show, a line break for one, is written as Rust escapes it.
pub(crate) struct Plain<T>(pub(crate) T);

impl<T: Display> Display for Plain<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(Escaping { f, is_start: false }, "{}", self.0)
    }
}

/// Such text at the start of a line, where more could be read as markup: `1.`, `-`, `=` and spaces.
pub(super) struct Opening<T>(pub(super) T);

impl<T: Display> Display for Opening<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(Escaping { f, is_start: true }, "{}", self.0)
    }
}

/// Text in the type of code. Text that cannot stand between two backticks is shown in plain type.
pub(crate) struct Code<T>(pub(crate) T);

impl<T: Display> Display for Code<T> {
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

/// The address of a link, between `<` and `>`.
pub(super) struct Address<'a>(pub(super) &'a str);

impl Display for Address<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                // What could end the address, the cell or the line.
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

/// A line of code, in which a character that does not show is written as Rust escapes it.
pub(super) struct Visible<'a>(pub(super) &'a str);

impl Display for Visible<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| {
            if c != '\t' && hidden(c) { write!(f, "{}", c.escape_unicode()) } else { f.write_char(c) }
        })
    }
}

/// A line of backticks that is longer than any run of backticks between two of it.
pub(super) struct Fence(usize);

impl Fence {
    pub(super) fn around(code: &dyn Display) -> Result<Self, fmt::Error> {
        let mut runs = Runs { current: 0, longest: 0 };
        write!(runs, "{code}")?;
        Ok(Self((runs.longest + 1).max(3)))
    }
}

impl Display for Fence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (0..self.0).try_for_each(|_| f.write_char('`'))
    }
}

/// Measures runs of backticks in what is written to it.
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

/// Whether nothing between two backticks needs to be escaped, and no space is lost there.
struct Simple {
    so_far: bool,
    last: char,
}

impl Write for Simple {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            let space = c == ' ' && self.last != ' ';
            // A border of a table ends a cell in code too, and a backslash before one is not code. Without `<` no reader
            // of Markdown, however simple, finds HTML in the page.
            self.so_far &= space || !(c == ' ' || matches!(c, '`' | '|' | '\\' | '<') || hidden(c));
            self.last = c;
        }
        Ok(())
    }
}

struct Escaping<'f, 'g> {
    f: &'f mut Formatter<'g>,
    is_start: bool,
}

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut before = ' ';
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let is_in_word = |c: char| c.is_ascii_alphanumeric();
            // Within a word it marks nothing.
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
            // Written as Rust escapes it: a backslash, and braces around the number.
            c if hidden(c) => write!(self.f, "&#92;u&#123;{:x}&#125;", u32::from(c)),
            c => self.f.write_char(c),
        }
    }
}
