//! Inline markup in a paragraph of a description.
//!
//! Parsing takes linear time for any text: an opening marker without an end is remembered, so its end is searched once.

use core::fmt::{self, Display, Formatter, Write};

use super::super::{Part, Renderer, within};

/// The markup that cannot begin here, because it has no end in the rest of the text or is already open.
#[derive(Clone, Copy, Default)]
pub(super) struct Inline {
    without_code: [bool; 2],
    /// The byte before which emphasis has no end, by its character and the length of its marker.
    without_emphasis: [[usize; 2]; 2],
    /// The byte of the next `<`, or the end of the text.
    tag: usize,
    in_link: bool,
}

impl Inline {
    pub(super) fn write(mut self, text: &str, out: &mut dyn Renderer) -> fmt::Result {
        // Bytes between `written` and `at` are plain text.
        let (mut written, mut at) = (0, 0);
        while let Some(found) = text[at..].find(['\\', '`', '*', '_', '[', '!', '<', '&', '\n', '\r']) {
            at += found;
            let Some((read, element)) = self.element(text, at) else {
                // Skip a whole run of one character.
                let first = text.as_bytes()[at];
                at += if matches!(first, b'`' | b'*' | b'_') { run(&text[at..]) } else { 1 };
                continue;
            };
            plain(&text[written..at], out)?;
            match element {
                Element::Nothing => {}
                Element::Text(text) => out.text(&text)?,
                Element::LineEnd => out.line_end()?,
                Element::Code(code) => out.code(&OneLine(code))?,
                Element::Link(link, inner) => {
                    let inside = Self { in_link: true, ..self.fresh() };
                    match link {
                        Some(link) => within(out, Part::Link(link), |out| inside.write(inner, out))?,
                        None => inside.write(inner, out)?,
                    }
                }
                Element::Emphasis(part, character, count, inner) => {
                    let mut inside = self.fresh();
                    inside.without_emphasis[character][count] = usize::MAX;
                    within(out, part, |out| inside.write(inner, out))?;
                }
            }
            at += read;
            written = at;
        }
        plain(&text[written..], out)
    }

    /// Returns the state for a part of the text: markup that is open stays open, everything else is forgotten.
    fn fresh(self) -> Self {
        let is_open = |until: usize| if until == usize::MAX { until } else { 0 };
        let without_emphasis = self.without_emphasis.map(|counts| counts.map(is_open));
        Self { without_emphasis, in_link: self.in_link, ..Self::default() }
    }

    /// Returns the element that begins at `at`, with its length in bytes.
    fn element<'t>(&mut self, text: &'t str, at: usize) -> Option<(usize, Element<'t>)> {
        let rest = &text[at..];
        match rest.as_bytes()[0] {
            b'\\' => escape(rest),
            b'&' => reference(rest),
            b'`' => self.code(rest),
            b'*' | b'_' => self.emphasis(text, at),
            b'!' | b'[' => self.link(rest),
            b'<' => self.tag(rest),
            _ => {
                let next = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
                Some((rest.len() - next.len(), Element::LineEnd))
            }
        }
    }

    fn code<'t>(&mut self, rest: &'t str) -> Option<(usize, Element<'t>)> {
        let length = run(rest);
        let hopeless = self.without_code.get_mut(length - 1)?;
        if *hopeless {
            return None;
        }
        let mut end = length;
        loop {
            let Some(found) = rest[end..].find('`') else {
                *hopeless = true;
                return None;
            };
            end += found;
            let closing = run(&rest[end..]);
            if closing == length {
                let code = &rest[length..end];
                let inner = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '));
                return Some((end + length, Element::Code(inner.unwrap_or(code))));
            }
            end += closing;
        }
    }

    /// Parses `*emphasis*` and `**bold**` around words. Refuses a tag inside, because a dropped tag could leave nothing.
    fn emphasis<'t>(&mut self, text: &'t str, at: usize) -> Option<(usize, Element<'t>)> {
        let rest = &text[at..];
        let marker = rest.as_bytes()[0];
        let length = run(rest);
        let character = usize::from(marker == b'_');
        let before = text[..at].chars().next_back();
        let after = rest[length..].chars().next();
        let hopeless = self.without_emphasis[character].get_mut(length - 1)?;
        if at < *hopeless || !before.is_none_or(is_between) || after.is_none_or(char::is_whitespace) {
            return None;
        }
        if self.tag <= at {
            self.tag = rest.find('<').map_or(text.len(), |found| at + found);
        }
        let mut end = at + length;
        while let Some(found) = text[end..self.tag].find(char::from(marker)) {
            end += found;
            let closing = run(&text[end..]);
            let inner = &text[at + length..end];
            let is_end = closing == length
                && !inner.ends_with(char::is_whitespace)
                && text[end + closing..].chars().next().is_none_or(is_between);
            if is_end {
                let part = if length == 2 { Part::Strong } else { Part::Emphasis };
                return Some((end + length - at, Element::Emphasis(part, character, length - 1, inner)));
            }
            end += closing;
        }
        *hopeless = self.tag;
        None
    }

    /// Parses `[text](address)`. An image becomes a link to it.
    fn link<'t>(&self, rest: &'t str) -> Option<(usize, Element<'t>)> {
        let bracket = rest.strip_prefix('!').unwrap_or(rest).strip_prefix('[')?;
        let length = bracket.find(['[', ']'])?;
        let (inner, behind) = bracket.split_at(length);
        let address = behind.strip_prefix("](")?;
        let end = address.find(|c: char| matches!(c, '(' | ')' | '[') || c.is_whitespace())?;
        let behind = address[end..].strip_prefix(')')?;
        let link = Some(&address[..end]).filter(|link| !self.in_link && is_web(link));
        Some((rest.len() - behind.len(), Element::Link(link, inner)))
    }

    /// Parses `<https://example.org>`, or drops a tag or a comment. A comment without an end drops the rest of the text.
    fn tag<'t>(&self, rest: &'t str) -> Option<(usize, Element<'t>)> {
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |end| end + "-->".len());
            return Some((end, Element::Nothing));
        }
        let inner = rest.get(1..)?;
        let length = inner.find(['<', '>'])?;
        let (inner, behind) = inner.split_at(length);
        behind.strip_prefix('>')?;
        let read = length + 2;
        let name = inner.strip_prefix('/').unwrap_or(inner);
        if is_web(inner) && !inner.contains(char::is_whitespace) {
            return Some((read, Element::Link(Some(inner).filter(|_| !self.in_link), inner)));
        }
        let is_break = name.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br"))
            && !name[2..].starts_with(|c: char| c.is_ascii_alphanumeric());
        match name.chars().next()? {
            _ if is_break => Some((read, Element::LineEnd)),
            'a'..='z' | 'A'..='Z' | '!' | '?' => Some((read, Element::Nothing)),
            _ => None,
        }
    }
}

enum Element<'t> {
    Nothing,
    Text(&'t str),
    LineEnd,
    Code(&'t str),
    /// A link and its text. The address is `None` if it is not one of the web.
    Link(Option<&'t str>, &'t str),
    /// Emphasis or bold: the part, the index of its character, the index of its length, and the text inside.
    Emphasis(Part<'static>, usize, usize, &'t str),
}

/// Parses a backslash before punctuation or at the end of a line.
fn escape(rest: &str) -> Option<(usize, Element<'_>)> {
    match rest.as_bytes().get(1)? {
        b'\n' | b'\r' => Some((1, Element::Nothing)),
        byte if byte.is_ascii_punctuation() => Some((2, Element::Text(&rest[1..2]))),
        _ => None,
    }
}

/// Parses a character reference by name.
fn reference(rest: &str) -> Option<(usize, Element<'_>)> {
    let known = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&nbsp;", "\u{a0}")];
    let (name, text) = known.into_iter().find(|(name, _)| rest.starts_with(name))?;
    Some((name.len(), Element::Text(text)))
}

/// Returns the number of times that the first byte is repeated.
fn run(text: &str) -> usize {
    let bytes = text.as_bytes();
    bytes.iter().take_while(|byte| **byte == bytes[0]).count()
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation()
}

fn is_web(link: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

fn plain(text: &str, out: &mut dyn Renderer) -> fmt::Result {
    if text.is_empty() { Ok(()) } else { out.text(&OneLine(text)) }
}

/// Text with line ends and tabs replaced by spaces.
struct OneLine<'t>(&'t str);

impl Display for OneLine<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| f.write_char(if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }))
    }
}
