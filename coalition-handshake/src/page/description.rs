//! Descriptions: an operator's doc comments, read as a small subset of Markdown.
//!
//! The subset: paragraphs, lists, code, headings (shown in bold), bold, emphasis and links. HTML tags and comments are
//! dropped. Everything else is text.
//!
//! A renderer gets text and structure, never the operator's markup. So nothing that a description opens stays open after
//! it, and a renderer that escapes text emits none of its HTML.

mod inline;
mod lines;

use core::fmt;

use super::{Part, Renderer, within};
use inline::Inline;
use lines::{DescriptionLine, DescriptionLines, line};

/// Returns whether a description has anything to show.
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

/// A paragraph or list item that may continue on the next line.
struct Pending {
    start: usize,
    end: usize,
    part: Part<'static>,
}

struct Blocks<'t, 'o> {
    text: &'t str,
    out: &'o mut dyn Renderer,
    pending: Option<Pending>,
    /// The open list, if any: `true` if it is numbered.
    list: Option<bool>,
    /// Set at the start and after a blank line.
    after_blank: bool,
}

impl Blocks<'_, '_> {
    fn read(&mut self) -> fmt::Result {
        let mut lines = DescriptionLines::of(self.text);
        while let Some((start, text)) = lines.next() {
            let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
            let is_code = self.after_blank && self.list.is_none() && indent >= 4;
            let found = if is_code { DescriptionLine::Verbatim } else { line(text) };
            self.after_blank = found == DescriptionLine::Blank;
            match found {
                DescriptionLine::Blank => self.end_block()?,
                DescriptionLine::Fence(fence) => {
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
                DescriptionLine::Verbatim => {
                    let is_more = |text: &str| {
                        if is_code {
                            text.starts_with("    ")
                        } else {
                            line(text) == DescriptionLine::Verbatim
                        }
                    };
                    let mut end = lines.at();
                    while lines.peek().is_some_and(|(_, text)| is_more(text)) {
                        lines.next();
                        end = lines.at();
                    }
                    self.code(start, end, if is_code { 4 } else { 0 })?;
                }
                DescriptionLine::Comment => {
                    self.end_list()?;
                    // A comment may contain blank lines, and may have no end.
                    match self.text[start..].find("-->") {
                        Some(length) => lines.skip_to(start + length + "-->".len()),
                        None => return Ok(()),
                    }
                }
                DescriptionLine::Rule => self.end_list()?,
                DescriptionLine::Heading(at) => {
                    self.end_list()?;
                    let heading = &self.text[start + at..start + text.len()];
                    let heading = heading.trim_end_matches(['#', ' ', '\t']).trim();
                    if heading.is_empty() {
                        continue;
                    }
                    let inline = Inline::default();
                    within(self.out, Part::Paragraph, |out| {
                        // A dropped tag could leave nothing to show in bold.
                        if heading.contains('<') {
                            return inline.write(heading, out);
                        }
                        within(out, Part::Strong, |out| inline.write(heading, out))
                    })?;
                }
                DescriptionLine::Item(number, at) => {
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
                DescriptionLine::Text => match &mut self.pending {
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
        // A quote in a description is shown as a plain paragraph.
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
