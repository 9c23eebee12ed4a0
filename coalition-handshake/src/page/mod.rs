//! The structure of the handshake page: which parts it has, and in which order.
//!
//! The Markdown page and the HTML page are two renderings of this one structure. A part says what it is, never how it
//! looks, and all that a rendering is given is text: it escapes everything.

mod citizens;
mod description;
mod identities;
mod services;
mod verify;

use core::fmt::{self, Display};

use crate::Handshake;
use crate::block::Block;

/// Writes the page in one format.
///
/// Each part is opened and closed, and encloses what is written between the two.
#[allow(clippy::missing_errors_doc, reason = "each fails if it cannot be written")]
pub trait Renderer {
    /// Begins a part.
    fn open(&mut self, part: Part<'_>) -> fmt::Result;
    /// Ends the part that was opened last.
    fn close(&mut self, part: Part<'_>) -> fmt::Result;
    /// Writes text.
    fn text(&mut self, text: &dyn Display) -> fmt::Result;
    /// Writes text in the type of code.
    fn code(&mut self, code: &dyn Display) -> fmt::Result;
    /// Ends a line of a description, within a paragraph.
    fn line_end(&mut self) -> fmt::Result;
    /// Writes the lines of a description that are code, without this many spaces before each.
    fn code_lines(&mut self, code: &str, indent: usize) -> fmt::Result;
    /// Writes the block to paste.
    fn block(&mut self, block: &dyn Display) -> fmt::Result;
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// The heading of the page.
    Title,
    /// The links to the sections, each a [`Part::Entry`].
    Contents,
    /// A link to a section.
    Entry(Section),
    /// The heading of a section.
    Section(Section),
    /// The heading of a component with this const name.
    Component(&'a str),
    /// A paragraph.
    Paragraph,
    /// Numbered steps, each a [`Part::Step`].
    Steps,
    /// The step with this number.
    Step(usize),
    /// What is known of one thing, each a [`Part::Fact`]. The two words head the labels and the values.
    Facts(&'a str, &'a str),
    /// What this label stands for, in one [`Part::Value`] or more.
    Fact(&'a str),
    /// A value of a fact.
    Value,
    /// Rows with these columns, each a [`Part::Row`].
    Table(&'a [&'a str]),
    /// The citizens: rows with these columns, whose values are too long for a table on most screens.
    Cards(&'a [&'a str]),
    /// A row of a table, or a card.
    Row,
    /// What stands in this column of a row.
    Cell(&'a str),
    /// A description, which its operator wrote.
    Quote,
    /// A list in a description, numbered or not, of [`Part::Item`]s.
    List(bool),
    /// A point of a list, with its number if it has one.
    Item(Option<u32>),
    /// Words in strong type.
    Strong,
    /// Words in emphasis.
    Emphasis,
    /// A link to this address, which begins with `https://`, `http://` or `mailto:`.
    Link(&'a str),
}

/// The sections, in the order of [`Section::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The lattices and organisms.
    Citizens,
    /// The confluences.
    Confluences,
    /// The modules.
    Modules,
    /// The ticket issuer.
    TicketIssuer,
    /// How to verify.
    Verify,
    /// The block to paste.
    Block,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 6] =
        [Self::Citizens, Self::Confluences, Self::Modules, Self::TicketIssuer, Self::Verify, Self::Block];

    /// Returns its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Citizens => "Citizens",
            Self::Confluences => "Confluences",
            Self::Modules => "Modules",
            Self::TicketIssuer => "Ticket issuer",
            Self::Verify => "How to verify",
            Self::Block => "The block to paste",
        }
    }

    /// Returns the id of its heading, which is the one that GitHub gives to the title.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Citizens => "citizens",
            Self::Confluences => "confluences",
            Self::Modules => "modules",
            Self::TicketIssuer => "ticket-issuer",
            Self::Verify => "how-to-verify",
            Self::Block => "the-block-to-paste",
        }
    }
}

/// Writes the page of a handshake. `date` is the day on which the coalition was frozen.
///
/// # Errors
///
/// Fails if the renderer does.
pub fn render(handshake: &Handshake<'_>, date: Option<&str>, out: &mut dyn Renderer) -> fmt::Result {
    let root = handshake.coalition.coalition_root();
    identities::identities(out, handshake, root, date)?;
    within(out, Part::Contents, |out| {
        Section::ALL
            .iter()
            .try_for_each(|section| within(out, Part::Entry(*section), |out| out.text(&section.title())))
    })?;
    section(out, Section::Citizens)?;
    citizens::citizens(out, handshake)?;
    section(out, Section::Confluences)?;
    services::confluences(out, handshake, root)?;
    section(out, Section::Modules)?;
    services::modules(out, handshake, root)?;
    section(out, Section::TicketIssuer)?;
    services::ticket_issuer(out, handshake, root)?;
    section(out, Section::Verify)?;
    verify::verify(out, handshake)?;
    section(out, Section::Block)?;
    out.block(&Block(handshake))
}

fn section(out: &mut dyn Renderer, section: Section) -> fmt::Result {
    within(out, Part::Section(section), |out| out.text(&section.title()))
}

/// Writes a part and what it encloses.
fn within(
    out: &mut dyn Renderer,
    part: Part<'_>,
    content: impl FnOnce(&mut dyn Renderer) -> fmt::Result,
) -> fmt::Result {
    out.open(part)?;
    content(out)?;
    out.close(part)
}

/// A piece of a value or a paragraph.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Text(&'a dyn Display),
    Code(&'a dyn Display),
    /// An `https://` link, shown without its scheme. Any other text is shown as it is.
    Link(&'a str),
}

fn pieces(out: &mut dyn Renderer, pieces: &[Piece<'_>]) -> fmt::Result {
    pieces.iter().try_for_each(|piece| match *piece {
        Piece::Text(text) => out.text(text),
        Piece::Code(code) => out.code(code),
        Piece::Link(link) => match link.strip_prefix("https://") {
            Some(shown) => within(out, Part::Link(link), |out| out.text(&shown)),
            None => out.code(&link),
        },
    })
}

fn paragraph(out: &mut dyn Renderer, content: &[Piece<'_>]) -> fmt::Result {
    within(out, Part::Paragraph, |out| pieces(out, content))
}

/// Writes a fact that has one value.
fn fact(out: &mut dyn Renderer, label: &str, content: &[Piece<'_>]) -> fmt::Result {
    within(out, Part::Fact(label), |out| value(out, content))
}

fn value(out: &mut dyn Renderer, content: &[Piece<'_>]) -> fmt::Result {
    within(out, Part::Value, |out| pieces(out, content))
}

/// Writes a value for each item, or what stands for none.
fn values<T>(
    out: &mut dyn Renderer,
    label: &str,
    items: impl IntoIterator<Item = T>,
    none: &str,
    each: impl Fn(&mut dyn Renderer, T) -> fmt::Result,
) -> fmt::Result {
    within(out, Part::Fact(label), |out| {
        let mut is_empty = true;
        for item in items {
            is_empty = false;
            within(out, Part::Value, |out| each(out, item))?;
        }
        if is_empty { value(out, &[Piece::Text(&none)]) } else { Ok(()) }
    })
}
