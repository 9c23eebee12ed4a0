//! Descriptions: what an operator wrote in a doc comment, read as a small part of Markdown.
//!
//! A rendering is given the text and its structure, never the operator's own markup. So whatever a description opens
//! ends with it, and a rendering that escapes text passes no HTML on. What is read: paragraphs, lists, code, headings (as
//! strong type), strong type, emphasis and links. Tags and comments of HTML are left out. All else is text.

mod inline;
mod lines;

use core::fmt;

use super::{Part, Renderer, within};
use inline::Inline;
use lines::{Line, Lines, line};

/// Whether there is anything to show.
pub(super) fn is_shown(description: &str) -> bool {
    !description.trim().is_empty()
}

/// Writes a description in a quote of its own.
pub(super) fn description(out: &mut dyn Renderer, text: &str) -> fmt::Result {
    if !is_shown(text) {
        return Ok(());
    }
    within(out, Part::Quote, |out| {
        let mut blocks = Blocks { text, out, pending: None, list: None, after_blank: true };
        blocks.read()?;
        blocks.end_list()
    })
}

/// A paragraph or a point of a list of which more lines may follow.
struct Pending {
    start: usize,
    end: usize,
    part: Part<'static>,
}

struct Blocks<'t, 'o> {
    text: &'t str,
    out: &'o mut dyn Renderer,
    pending: Option<Pending>,
    /// Whether the list that is open is numbered.
    list: Option<bool>,
    /// Whether the line before is blank, or there is none.
    after_blank: bool,
}

impl Blocks<'_, '_> {
    fn read(&mut self) -> fmt::Result {
        let mut lines = Lines::of(self.text);
        while let Some((start, text)) = lines.next() {
            let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
            let is_code = self.after_blank && self.list.is_none() && indent >= 4;
            let found = if is_code { Line::Verbatim } else { line(text) };
            self.after_blank = found == Line::Blank;
            match found {
                Line::Blank => self.end_block()?,
                Line::Fence(fence) => {
                    let from = lines.at();
                    let mut end = from;
                    while let Some((_, text)) = lines.next() {
                        if fence.is_closed_by(text) {
                            break;
                        }
                        end = lines.at();
                    }
                    self.code(from, end, indent)?;
                }
                Line::Verbatim => {
                    let is_more = |text: &str| {
                        if is_code { text.starts_with("    ") } else { line(text) == Line::Verbatim }
                    };
                    let mut end = lines.at();
                    while lines.peek().is_some_and(|(_, text)| is_more(text)) {
                        lines.next();
                        end = lines.at();
                    }
                    self.code(start, end, if is_code { 4 } else { 0 })?;
                }
                Line::Comment => {
                    self.end_list()?;
                    // It may go on over blank lines, and to the end.
                    match self.text[start..].find("-->") {
                        Some(length) => lines.skip_to(start + length + "-->".len()),
                        None => return Ok(()),
                    }
                }
                Line::Rule => self.end_list()?,
                Line::Heading(at) => {
                    self.end_list()?;
                    let heading = &self.text[start + at..start + text.len()];
                    let heading = heading.trim_end_matches(['#', ' ', '\t']).trim();
                    if heading.is_empty() {
                        continue;
                    }
                    let inline = Inline::default();
                    within(self.out, Part::Paragraph, |out| {
                        // A tag is left out, and could leave nothing.
                        if heading.contains('<') {
                            return inline.write(heading, out);
                        }
                        within(out, Part::Strong, |out| inline.write(heading, out))
                    })?;
                }
                Line::Item(number, at) => {
                    let list = number.is_some();
                    if self.list == Some(list) {
                        self.end_block()?;
                    } else {
                        self.end_list()?;
                        self.list = Some(list);
                        self.out.open(Part::List(list))?;
                    }
                    self.begin(Part::Item(number), start + at, start + text.len());
                }
                Line::Text => match &mut self.pending {
                    Some(pending) => pending.end = start + text.len(),
                    None => {
                        self.end_list()?;
                        self.begin(Part::Paragraph, start + indent, start + text.len());
                    }
                },
            }
        }
        Ok(())
    }

    fn begin(&mut self, part: Part<'static>, start: usize, end: usize) {
        self.pending = Some(Pending { start, end, part });
    }

    fn code(&mut self, start: usize, end: usize, indent: usize) -> fmt::Result {
        self.end_list()?;
        self.out.code_lines(self.text[start..end].trim_end_matches(['\n', '\r']), indent)
    }

    fn end_block(&mut self) -> fmt::Result {
        let Some(Pending { start, end, part }) = self.pending.take() else { return Ok(()) };
        // A quote within the description is a paragraph of it.
        let text =
            self.text[start..end].trim_end().trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        if text.is_empty() {
            return Ok(());
        }
        within(self.out, part, |out| Inline::default().write(text, out))
    }

    fn end_list(&mut self) -> fmt::Result {
        self.end_block()?;
        self.list.take().map_or(Ok(()), |list| self.out.close(Part::List(list)))
    }
}
