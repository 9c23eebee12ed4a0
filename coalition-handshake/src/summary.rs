//! The text of a component summary: what `expect_components` holds.

use core::fmt::{self, Write as _};
use core::iter;
use core::ops::Range;

use coalition_core::__private::ConstString;
use coalition_core::CoalitionConfig;

use crate::component::{Components, SummaryComponent, SummaryList, component};

/// The maximum width of a line that a tool writes, in columns.
const WIDTH: usize = 100;
/// The indentation of a wrapped value relative to its key, in columns.
const INDENT: usize = 4;
const KEY: &str = "expect_components = \"";

/// The most components for which a message shows the summary.
pub const MOST_IN_A_MESSAGE: usize = 64;
/// The most components for which a tool writes a summary.
pub const MOST_IN_A_BLOCK: usize = 1000;

/// The component summary of a coalition: its components in declared order, in short form. `Display` writes it on one line.
///
/// ```text
/// lattices 87136548 647ce2c7 organisms fee3ec1f:0b35e87b confluences ed0b4362:9c01:77aa
/// ```
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
/// let summary = coalition::ComponentSummary::of(&EURO_FX);
/// assert_eq!(summary.to_string(), "organisms fee3ec1f f9e14aed");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ComponentSummary<'a> {
    config: &'a CoalitionConfig<'a>,
}

impl<'a> ComponentSummary<'a> {
    /// Summarises a coalition, as `expect_components` does. A summary explains a drift and pins nothing.
    ///
    /// A lattice is the first 8 hex digits of its stable id. An organism is that and, if its content hash is pinned, the
    /// first 8 of the hash. A confluence or module is the first 8 of its fingerprint, the first 4 of its content digest
    /// and the first 4 of its ACL digest. The ticket issuer is the first 8 of its fingerprint.
    #[must_use]
    pub const fn of(config: &'a CoalitionConfig<'a>) -> Self {
        Self { config }
    }

    /// Counts the components.
    #[must_use]
    pub const fn len(&self) -> usize {
        let CoalitionConfig { lattices, organisms, confluences, ticket_issuer, .. } = self.config;
        lattices.len() + organisms.len() + confluences.len() + ticket_issuer.is_some() as usize
    }

    /// Returns `true` if there is no component.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the whole entry, `expect_components = "…"`, or `None` if there are more than 1,000 components.
    ///
    /// The entry is for a line that is indented by `indent` columns. A long value is wrapped at 100 columns.
    #[must_use]
    pub const fn entry(&self, indent: usize) -> Option<ComponentsEntry<'a>> {
        if self.len() > MOST_IN_A_BLOCK {
            return None;
        }
        Some(ComponentsEntry { config: self.config, indent })
    }
}

impl fmt::Display for ComponentSummary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self.config, Writer::on_one_line())
    }
}

/// The entry `expect_components = "…"` of a block, wrapped at 100 columns.
#[derive(Clone, Copy, Debug)]
pub struct ComponentsEntry<'a> {
    config: &'a CoalitionConfig<'a>,
    indent: usize,
}

impl fmt::Display for ComponentsEntry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(KEY)?;
        write(f, self.config, Writer::in_an_entry(self.indent))?;
        f.write_char('"')
    }
}

fn write(f: &mut fmt::Formatter<'_>, config: &CoalitionConfig<'_>, mut writer: Writer) -> fmt::Result {
    let counts = [
        config.lattices.len(),
        config.organisms.len(),
        config.confluences.len(),
        config.ticket_issuer.iter().len(),
    ];
    let lists =
        SummaryList::ALL.into_iter().zip(counts).flat_map(|(list, count)| iter::repeat_n(list, count));
    for (index, list) in lists.enumerate() {
        let mut word = ConstString::new();
        writer.push(&mut word, list, &component(config, index));
        f.write_str(word.as_str())?;
    }
    Ok(())
}

/// Appends the entry `expect_components = "…"`, as [`ComponentsEntry`] writes it.
pub const fn push_entry(message: &mut ConstString, components: &Components<'_>, indent: usize) {
    message.push_str(KEY);
    let mut writer = Writer::in_an_entry(indent);
    let mut list = 0;
    while list < SummaryList::ALL.len() {
        let mut rest = components.lists[list];
        while let [component, others @ ..] = rest {
            writer.push(message, SummaryList::ALL[list], component);
            rest = others;
        }
        list += 1;
    }
    message.push_str("\"");
}

/// Writes the words of a summary, with its headings and the white space between them.
struct Writer {
    list: Option<SummaryList>,
    column: usize,
    /// The indentation of a wrapped line. `None` if lines are not wrapped.
    indent: Option<usize>,
}

impl Writer {
    const fn on_one_line() -> Self {
        Self { list: None, column: 0, indent: None }
    }

    const fn in_an_entry(indent: usize) -> Self {
        Self { list: None, column: indent + KEY.len(), indent: Some(indent + INDENT) }
    }

    /// Appends the word of a component, after the heading of its list if it is the first there.
    const fn push(&mut self, message: &mut ConstString, list: SummaryList, component: &SummaryComponent) {
        let is_first = match self.list {
            Some(before) => before as usize != list as usize,
            None => true,
        };
        if is_first {
            if self.list.is_some() {
                self.space(message, list.heading().len());
            }
            message.push_str(list.heading());
            self.column += list.heading().len();
            self.list = Some(list);
        }
        let length = match (list, component.detail) {
            (SummaryList::Confluences, _) => "ed0b4362:9c01:77aa".len(),
            (_, Some(_)) => "fee3ec1f:0b35e87b".len(),
            (_, None) => "87136548".len(),
        };
        self.space(message, length);
        message.push_short(component.id, 8);
        match (list, component.detail) {
            (SummaryList::Confluences, Some(digests)) => {
                message.push_str(":");
                message.push_short(digests >> 16, 4);
                message.push_str(":");
                message.push_short(digests & 0xffff, 4);
            }
            (_, Some(content_hash)) => {
                message.push_str(":");
                message.push_short(content_hash, 8);
            }
            (_, None) => {}
        }
        self.column += length;
    }

    /// Appends a space, or a line break if the next word does not fit on the line with the `",` that ends it.
    const fn space(&mut self, message: &mut ConstString, next: usize) {
        match self.indent {
            Some(indent) if self.column + 1 + next + 2 > WIDTH => {
                message.push_str("\n");
                let mut i = 0;
                while i < indent {
                    message.push_str(" ");
                    i += 1;
                }
                self.column = indent;
            }
            _ => {
                message.push_str(" ");
                self.column += 1;
            }
        }
    }
}

/// A word of a text that is not a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryFault {
    /// The place of the word, in bytes. Empty, at the end of the text, if a word is missing there.
    pub at: Range<usize>,
    /// The form that a summary has in its place, for a message.
    pub expected: &'static str,
}

/// Reads the components of a summary. Its words are separated by any white space.
///
/// # Errors
///
/// Yields the first word that does not belong there, and then ends.
pub fn read_summary(
    text: &str,
) -> impl Iterator<Item = Result<(SummaryList, SummaryComponent), SummaryFault>> + '_ {
    SummaryReader { text, at: 0, list: None, is_headed: false, is_over: false }
}

struct SummaryReader<'a> {
    text: &'a str,
    at: usize,
    list: Option<SummaryList>,
    /// `true` after a heading: the next word is then no heading.
    is_headed: bool,
    is_over: bool,
}

impl SummaryReader<'_> {
    fn word(&mut self) -> Range<usize> {
        let rest = &self.text[self.at..];
        let start = self.at + (rest.len() - rest.trim_start().len());
        let rest = &self.text[start..];
        self.at = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
        start..self.at
    }

    fn component(&mut self) -> Result<Option<(SummaryList, SummaryComponent)>, SummaryFault> {
        loop {
            let at = self.word();
            let word = &self.text[at.clone()];
            if at.is_empty() && !self.is_headed && self.list.is_some() {
                return Ok(None);
            }
            let later = |list: &SummaryList| self.list.is_none_or(|last| *list as usize > last as usize);
            match (SummaryList::ALL.into_iter().find(|list| list.heading() == word), self.list) {
                (Some(list), _) if !self.is_headed && later(&list) => {
                    (self.list, self.is_headed) = (Some(list), true);
                }
                (None, Some(list)) => {
                    let is_second_issuer = list == SummaryList::TicketIssuer && !self.is_headed;
                    if let (Some(component), false) = (read_word(list, word), is_second_issuer) {
                        self.is_headed = false;
                        return Ok(Some((list, component)));
                    }
                    let expected = if is_second_issuer {
                        "the end: a coalition has one ticket issuer"
                    } else {
                        form(list)
                    };
                    return Err(SummaryFault { at, expected });
                }
                (Some(_), Some(list)) if self.is_headed => {
                    return Err(SummaryFault { at, expected: form(list) });
                }
                (Some(_), _) => {
                    let expected = "another heading: each stands once, in the order `lattices`, `organisms`, \
                                    `confluences`, `ticket_issuer`";
                    return Err(SummaryFault { at, expected });
                }
                (None, None) => {
                    let expected =
                        "the first heading: `lattices`, `organisms`, `confluences` or `ticket_issuer`";
                    return Err(SummaryFault { at, expected });
                }
            }
        }
    }
}

impl Iterator for SummaryReader<'_> {
    type Item = Result<(SummaryList, SummaryComponent), SummaryFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let component = self.component().transpose();
        self.is_over = !matches!(component, Some(Ok(_)));
        component
    }
}

/// Returns the form of a component in a list, for a message.
const fn form(list: SummaryList) -> &'static str {
    match list {
        SummaryList::Lattices => "a lattice: the first 8 hex digits of its stable id",
        SummaryList::Organisms => {
            "an organism: the first 8 hex digits of its stable id, and `:` and 8 of its content hash if that is pinned"
        }
        SummaryList::Confluences => {
            "a confluence or module: 8 hex digits of its fingerprint, `:`, 4 of its content digest, `:`, 4 of its ACL digest"
        }
        SummaryList::TicketIssuer => "the ticket issuer: the first 8 hex digits of its fingerprint",
    }
}

fn read_word(list: SummaryList, word: &str) -> Option<SummaryComponent> {
    let mut parts = word.split(':');
    let id = digits(parts.next()?, 8)?;
    let detail = match (list, parts.next()) {
        (SummaryList::Organisms, Some(content_hash)) => Some(digits(content_hash, 8)?),
        (SummaryList::Confluences, content) => Some(digits(content?, 4)? << 16 | digits(parts.next()?, 4)?),
        (_, None) => None,
        (_, Some(_)) => return None,
    };
    parts.next().is_none().then_some(SummaryComponent { id, detail })
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    (text.len() == count && text.bytes().all(is_digit)).then(|| u32::from_str_radix(text, 16).ok())?
}
