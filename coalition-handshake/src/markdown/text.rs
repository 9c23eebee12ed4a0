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
        write!(Escaping(f), "{}", self.0)
    }
}

/// Such text in the type of code.
pub(crate) struct Code<T>(pub(crate) T);

impl<T: Display> Display for Code<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut simple = Simple { so_far: true, last: ' ' };
        write!(simple, "{}", self.0)?;
        if simple.so_far && simple.last != ' ' {
            write!(f, "`{}`", self.0)
        } else {
            write!(f, "<code>{}</code>", Plain(&self.0))
        }
    }
}

/// An `https://` link, shown without its scheme. Any other text is shown as it is.
pub(super) struct Link<'a>(pub(super) &'a str);

impl Display for Link<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Some(shown) = self.0.strip_prefix("https://") else { return write!(f, "{}", Code(self.0)) };
        write!(f, "[{}](<", Plain(shown))?;
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                // What could end the destination, the cell or the line.
                '<' | '>' | '|' | '\\' | '`' | '"' | ' ' | '\0'..='\x1f' | '\x7f' => {
                    write!(f, "%{:02X}", u32::from(c))?;
                }
                c => f.write_char(c)?,
            }
        }
        f.write_str(">)")
    }
}

/// A description: Markdown in a quote, where an open fence or an open element ends with the quote.
pub(super) struct Quote<'a>(pub(super) &'a str);

impl Display for Quote<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0.trim().is_empty() {
            return Ok(());
        }
        f.write_str("\n")?;
        for line in self.0.split(['\n', '\r']) {
            match line.trim_end() {
                "" => f.write_str(">\n")?,
                line => writeln!(f, "> {line}")?,
            }
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
            self.so_far &= space || c.is_ascii_alphanumeric() || "-._/:;=@()[],'\"+!?#%".contains(c);
            self.last = c;
        }
        Ok(())
    }
}

struct Escaping<'f, 'g>(&'f mut Formatter<'g>);

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| self.write_char(c))
    }

    fn write_char(&mut self, c: char) -> fmt::Result {
        match c {
            ' ' | '-' | '.' | ',' | '/' | ':' | '=' => self.0.write_char(c),
            c if c.is_ascii_punctuation() => write!(self.0, "&#{};", u32::from(c)),
            // Written as Rust escapes it: a backslash, and braces around the number.
            c if hidden(c) => write!(self.0, "&#92;u&#123;{:x}&#125;", u32::from(c)),
            c => self.0.write_char(c),
        }
    }
}
