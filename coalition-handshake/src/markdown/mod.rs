//! The handshake page in Markdown.

mod text;

use core::fmt::{self, Display, Formatter};

use crate::Handshake;
use crate::page::{Part, Renderer, render};
use text::{Address, CodeFence, Opening};
pub(super) use text::{InlineCode, Plain};

/// The handshake page in Markdown, from [`Handshake::markdown`]. `Display` writes it.
#[derive(Clone, Copy, Debug)]
pub struct Page<'h, 'a> {
    handshake: &'h Handshake<'a>,
    date: Option<&'h str>,
}

impl<'a> Handshake<'a> {
    /// Returns the handshake page, in Markdown with GitHub's tables (Step 7 of the runbook).
    ///
    /// The page shows the identities, how to reach the operator, the citizens, the confluences, which modules are shipped
    /// and which are not, the ticket issuer, and how to verify it all. Every id is shown in full. The page ends with the
    /// `coalition!` block to paste, with its pins. That block is the only fenced code outside a quote.
    ///
    /// Each description is a quote. Its paragraphs, lists, code, emphasis and links are kept, and its HTML is dropped. All
    /// other text is escaped, so nothing in a handshake can change the rest of the page. The page contains no HTML.
    ///
    /// The block declares exactly this handshake if the handshake keeps the rules of `coalition!`. Every handshake that
    /// the macro emits does.
    ///
    /// ```
    /// # coalition::coalition! {
    /// #     coalition EURO_FX = "signals.euro-fx" {
    /// #         expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
    /// #     }
    /// #     organism EUR_PRICE_FEED = "price-feed.eur" {
    /// #         role = "oracle",
    /// #         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    /// #     }
    /// #     organism USD_PRICE_FEED = "price-feed.usd" {
    /// #         role = "oracle",
    /// #         stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
    /// #     }
    /// # }
    /// let page = EURO_FX_HANDSHAKE.markdown().with_date("2026-11-22").to_string();
    /// assert!(page.starts_with("# signals.euro-fx\n"));
    /// ```
    #[must_use]
    pub const fn markdown(&self) -> Page<'_, 'a> {
        Page { handshake: self, date: None }
    }
}

impl<'h> Page<'h, '_> {
    /// Adds the day on which the coalition was frozen, such as `2026-11-22`. The text is written as given.
    #[must_use]
    pub const fn with_date(mut self, date: &'h str) -> Self {
        self.date = Some(date);
        self
    }
}

impl fmt::Display for Page<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        render(self.handshake, self.date, &mut Markdown { f, place: LinePosition::Page, is_first: true })
    }
}

struct Markdown<'f, 'g> {
    f: &'f mut Formatter<'g>,
    place: LinePosition,
    /// Set before the first value of a fact and the first paragraph of a quote.
    is_first: bool,
}

/// The place at which the next text is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LinePosition {
    Page,
    /// The start of a line in a quote.
    LineStart,
    /// Inside a line of a quote.
    Line,
}

impl Markdown<'_, '_> {
    /// Separates a paragraph, a list or code from the text before it.
    fn apart(&mut self) -> fmt::Result {
        let is_first = core::mem::take(&mut self.is_first);
        match self.place {
            LinePosition::Page => self.f.write_str("\n"),
            _ if is_first => Ok(()),
            _ => self.f.write_str(">\n"),
        }
    }

    /// Begins a line of a quote.
    fn line(&mut self, marker: fmt::Arguments<'_>) -> fmt::Result {
        self.place = LinePosition::LineStart;
        write!(self.f, "> {marker}")
    }

    fn head(&mut self, columns: &[&str]) -> fmt::Result {
        self.f.write_str("\n|")?;
        columns.iter().try_for_each(|column| write!(self.f, " {} |", Plain(column)))?;
        self.f.write_str("\n|")?;
        columns.iter().try_for_each(|_| self.f.write_str("---|"))?;
        self.f.write_str("\n")
    }

    /// Marks the line as begun. Returns whether the next text is at its start, where `-` or `#` would be markup.
    fn go_on(&mut self) -> bool {
        let is_start = self.place == LinePosition::LineStart;
        if is_start {
            self.place = LinePosition::Line;
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
                (self.place, self.is_first) = (LinePosition::LineStart, true);
                self.f.write_str("\n")
            }
            Part::Paragraph => {
                self.apart()?;
                if self.place == LinePosition::Page { Ok(()) } else { self.line(format_args!("")) }
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
                self.place = LinePosition::Page;
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
        write!(self.f, "{}", InlineCode(code))
    }

    fn line_end(&mut self) -> fmt::Result {
        // A tag may be all that the line held, and an empty line would end the paragraph.
        if self.place == LinePosition::LineStart {
            return Ok(());
        }
        self.f.write_str("\n")?;
        self.line(format_args!(""))
    }

    fn code_lines(&mut self, code: &str, indent: usize) -> fmt::Result {
        self.apart()?;
        let fence = CodeFence::around(&code)?;
        writeln!(self.f, "> {fence}")?;
        for line in code.lines() {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            writeln!(self.f, "> {}", text::Visible(&line[spaces.min(indent)..]))?;
        }
        writeln!(self.f, "> {fence}")
    }

    fn block(&mut self, block: &dyn Display) -> fmt::Result {
        let fence = CodeFence::around(block)?;
        write!(self.f, "\n{fence}rust\n{block}{fence}\n")
    }
}
