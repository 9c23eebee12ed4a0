//! The structure of the handshake page, which the Markdown page and the HTML page share.
//!
//! A part names its meaning, never its looks. Everything else is text, which a renderer escapes.

mod citizens;
mod description;
mod identities;
mod services;
mod verify;

use core::fmt::{self, Display};

use crate::Handshake;
use crate::block::PastedBlock;

/// A format of the page. Each part encloses everything that is written between its `open` and its `close`.
#[allow(clippy::missing_errors_doc, reason = "each fails if it cannot be written")]
pub trait Renderer {
    /// Begins a part.
    fn open(&mut self, part: Part<'_>) -> fmt::Result;
    /// Ends the part that was opened last.
    fn close(&mut self, part: Part<'_>) -> fmt::Result;
    /// Writes text.
    fn text(&mut self, text: &dyn Display) -> fmt::Result;
    /// Writes inline code.
    fn code(&mut self, code: &dyn Display) -> fmt::Result;
    /// Ends a line inside a paragraph of a description.
    fn line_end(&mut self) -> fmt::Result;
    /// Writes a code block of a description, with `indent` leading spaces removed from each line.
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
    /// Facts about one thing, each a [`Part::Fact`]. The two words are the headings of labels and values.
    Facts(&'a str, &'a str),
    /// A fact with this label, and one [`Part::Value`] or more.
    Fact(&'a str),
    /// A value of a fact.
    Value,
    /// A table with these columns. Each row is a [`Part::Row`].
    Table(&'a [&'a str]),
    /// The citizens, as rows with these columns. Their values are too long for a table on most screens.
    Cards(&'a [&'a str]),
    /// A row of a table, or a card.
    Row,
    /// The cell of a row in this column.
    Cell(&'a str),
    /// A description by the operator.
    Quote,
    /// A list of [`Part::Item`]s in a description: `true` if it is numbered.
    List(bool),
    /// An item of a list, with its number in a numbered list.
    Item(Option<u32>),
    /// Words in bold.
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
    /// The steps by which an integrator verifies the page.
    Verify,
    /// The block to paste.
    Block,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 6] =
        [Self::Citizens, Self::Confluences, Self::Modules, Self::TicketIssuer, Self::Verify, Self::Block];

    /// Returns the heading.
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

    /// Returns the id of the heading, the same that GitHub derives from the title.
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
    out.block(&PastedBlock(handshake))
}

fn section(out: &mut dyn Renderer, section: Section) -> fmt::Result {
    within(out, Part::Section(section), |out| out.text(&section.title()))
}

/// Writes a part and its content.
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
    /// An `https://` link, shown without its scheme. Any other text is shown as code.
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

/// Writes a value for each item, or `none` if there are no items.
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
