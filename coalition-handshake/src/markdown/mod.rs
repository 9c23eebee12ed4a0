//! The handshake page in Markdown.

mod text;

use core::fmt::{self, Display, Formatter};

use crate::Handshake;
use crate::page::{Part, Renderer, render};
use text::{Address, Fence, Opening};
pub(super) use text::{Code, Plain};

/// The handshake page in Markdown: what [`Handshake::markdown`] returns, written by `Display`.
#[derive(Clone, Copy, Debug)]
pub struct Page<'h, 'a> {
    handshake: &'h Handshake<'a>,
    date: Option<&'h str>,
}

impl<'a> Handshake<'a> {
    /// Returns the page to publish, in Markdown with the tables of GitHub: Step 7 of the operators' runbook.
    ///
    /// The page names the identities, how to reach the operator, the citizens in Step 1's columns, the confluences, the
    /// modules that are shipped and those that are not, the ticket issuer and how to verify. It ends with the
    /// `coalition!` block to paste, with its pins filled in: the page's only fenced code outside a quote. Every id stands
    /// in full.
    ///
    /// Each description stands in a quote. Its paragraphs, lists, code, emphasis and links are kept, and HTML is left out.
    /// All other text is escaped, so that nothing from a handshake acts on the rest of the page, which has no HTML.
    ///
    /// The block declares this very handshake if the handshake keeps the rules of `coalition!`, as one that the macro
    /// emitted does, and if every spanned citizen of a confluence without an `import` is one of the coalition's, with its
    /// pins.
    #[must_use]
    pub const fn markdown(&self) -> Page<'_, 'a> {
        Page { handshake: self, date: None }
    }
}

impl<'h> Page<'h, '_> {
    /// Adds the day on which the coalition was frozen, such as `2026-11-22`. It is written as it is passed in.
    #[must_use]
    pub const fn with_date(mut self, date: &'h str) -> Self {
        self.date = Some(date);
        self
    }
}

impl fmt::Display for Page<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        render(self.handshake, self.date, &mut Markdown { f, place: Place::Page, is_first: true })
    }
}

struct Markdown<'f, 'g> {
    f: &'f mut Formatter<'g>,
    place: Place,
    /// Whether the next value is the first of its fact, or the next paragraph the first of its quote.
    is_first: bool,
}

/// Where text is about to stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Page,
    /// At the start of a line of a quote.
    LineStart,
    /// Within such a line.
    Line,
}

impl Markdown<'_, '_> {
    /// Begins a paragraph, a list or code: apart from what stands before.
    fn apart(&mut self) -> fmt::Result {
        let is_first = core::mem::take(&mut self.is_first);
        match self.place {
            Place::Page => self.f.write_str("\n"),
            _ if is_first => Ok(()),
            _ => self.f.write_str(">\n"),
        }
    }

    /// Begins a line of a quote.
    fn line(&mut self, marker: fmt::Arguments<'_>) -> fmt::Result {
        self.place = Place::LineStart;
        write!(self.f, "> {marker}")
    }

    fn head(&mut self, columns: &[&str]) -> fmt::Result {
        self.f.write_str("\n|")?;
        columns.iter().try_for_each(|column| write!(self.f, " {} |", Plain(column)))?;
        self.f.write_str("\n|")?;
        columns.iter().try_for_each(|_| self.f.write_str("---|"))?;
        self.f.write_str("\n")
    }

    /// Notes that the line goes on. What stands at its start is no list, heading or rule.
    fn go_on(&mut self) -> bool {
        let is_start = self.place == Place::LineStart;
        if is_start {
            self.place = Place::Line;
        }
        is_start
    }
}

impl Renderer for Markdown<'_, '_> {
    fn open(&mut self, part: Part<'_>) -> fmt::Result {
        match part {
            Part::Title => self.f.write_str("# "),
            Part::Section(_) => self.f.write_str("\n## "),
            Part::Component(_) => self.f.write_str("\n### "),
            Part::Contents | Part::Steps => self.f.write_str("\n"),
            Part::Entry(_) => self.f.write_str("- ["),
            Part::Step(number) => write!(self.f, "{number}. "),
            Part::Facts(label, value) => self.head(&[label, value]),
            Part::Fact(label) => {
                self.is_first = true;
                write!(self.f, "| {label} | ")
            }
            Part::Value => {
                if core::mem::take(&mut self.is_first) {
                    Ok(())
                } else {
                    self.f.write_str("| | ")
                }
            }
            Part::Table(columns) | Part::Cards(columns) => self.head(columns),
            Part::Row => self.f.write_str("|"),
            Part::Cell(_) => self.f.write_str(" "),
            Part::Quote => {
                (self.place, self.is_first) = (Place::LineStart, true);
                self.f.write_str("\n")
            }
            Part::Paragraph => {
                self.apart()?;
                if self.place == Place::Page { Ok(()) } else { self.line(format_args!("")) }
            }
            Part::List(_) => self.apart(),
            Part::Item(None) => self.line(format_args!("- ")),
            Part::Item(Some(number)) => self.line(format_args!("{number}. ")),
            Part::Strong | Part::Emphasis => {
                self.go_on();
                self.f.write_str(if part == Part::Strong { "**" } else { "*" })
            }
            Part::Link(_) => {
                self.go_on();
                self.f.write_str("[")
            }
        }
    }

    fn close(&mut self, part: Part<'_>) -> fmt::Result {
        match part {
            Part::Contents
            | Part::Steps
            | Part::Facts(..)
            | Part::Fact(_)
            | Part::Table(_)
            | Part::Cards(_)
            | Part::List(_) => Ok(()),
            Part::Title
            | Part::Section(_)
            | Part::Component(_)
            | Part::Step(_)
            | Part::Row
            | Part::Paragraph
            | Part::Item(_) => self.f.write_str("\n"),
            Part::Entry(section) => writeln!(self.f, "](#{})", section.id()),
            Part::Value => self.f.write_str(" |\n"),
            Part::Cell(_) => self.f.write_str(" |"),
            Part::Quote => {
                self.place = Place::Page;
                Ok(())
            }
            Part::Strong => self.f.write_str("**"),
            Part::Emphasis => self.f.write_str("*"),
            Part::Link(address) => write!(self.f, "](<{}>)", Address(address)),
        }
    }

    fn text(&mut self, text: &dyn Display) -> fmt::Result {
        if self.go_on() { write!(self.f, "{}", Opening(text)) } else { write!(self.f, "{}", Plain(text)) }
    }

    fn code(&mut self, code: &dyn Display) -> fmt::Result {
        self.go_on();
        write!(self.f, "{}", Code(code))
    }

    fn line_end(&mut self) -> fmt::Result {
        // Nothing may be left of a line, and an empty one would end the paragraph.
        if self.place == Place::LineStart {
            return Ok(());
        }
        self.f.write_str("\n")?;
        self.line(format_args!(""))
    }

    fn code_lines(&mut self, code: &str, indent: usize) -> fmt::Result {
        self.apart()?;
        let fence = Fence::around(&code)?;
        writeln!(self.f, "> {fence}")?;
        for line in code.lines() {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            writeln!(self.f, "> {}", text::Visible(&line[spaces.min(indent)..]))?;
        }
        writeln!(self.f, "> {fence}")
    }

    fn block(&mut self, block: &dyn Display) -> fmt::Result {
        let fence = Fence::around(block)?;
        write!(self.f, "\n{fence}rust\n{block}{fence}\n")
    }
}
