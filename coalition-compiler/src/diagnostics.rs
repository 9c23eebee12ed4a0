//! Diagnostics of a block, collected so that one build reports them all.

use std::fmt::{self, Write as _};

use coalition_core::__private::ConstString;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use crate::excerpt::{Excerpt, around, shorten};
use crate::text::quoted;

/// The most characters of a line of a message: a line of the compiler's own with the longest values in it, two `MR_TD`s
/// or a dozen names, is shorter. What is longer repeats a text of the user's that nobody reads.
const LONGEST_LINE: usize = 640;

/// The codes of the messages that the compiler writes. Tools read them: a code is never given another meaning.
///
/// Two more are written by rustc, which evaluates the checks of an expansion: C13, an imported const that differs from
/// its pin, and C18, a handshake digest that differs from `expect_handshake`. Their words are in `coalition-checks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The fingerprint differs from `expect_fingerprint`.
    C01,
    /// `expect_fingerprint` is missing.
    C02,
    /// `expect_fingerprint = _`.
    C03,
    /// An id of the wrong length.
    C04,
    /// A character that is not a lower-case hex digit.
    C05,
    /// An id without `0x`.
    C06,
    /// The same id, name or const name twice.
    C07,
    /// An unknown key or kind.
    C08,
    /// A key that is missing, given twice, or not for this source; an attribute.
    C09,
    /// A name in `spans` that is not a citizen of this block.
    C10,
    /// A name outside the grammar.
    C11,
    /// A module's name on a confluence, an unknown module, a module twice.
    C12,
    /// A value of the wrong type, an integer out of range.
    C14,
    /// No citizen at all; a confluence that spans fewer than two.
    C15,
    /// The all-zero id.
    C16,
    /// `recognise_issuer(self)` on a confluence, or without a ticket issuer.
    C17,
    /// A token or a declaration that has no place here.
    C19,
    /// `expect_components` is not a summary, or not that of what is frozen.
    C20,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// The tokens at fault: from the first to the last of them.
#[derive(Clone, Copy)]
pub(crate) struct TokenRange {
    first: Span,
    last: Span,
}

impl TokenRange {
    pub(crate) fn between(first: Span, last: Span) -> Self {
        Self { first, last }
    }

    pub(crate) fn last(self) -> Span {
        self.last
    }
}

impl From<Span> for TokenRange {
    fn from(span: Span) -> Self {
        Self { first: span, last: span }
    }
}

/// The message about one fault: its tokens, what was found, and what to write instead.
#[derive(Clone)]
#[must_use = "a diagnostic is reported by `Diagnostics::add`"]
pub(crate) struct Diagnostic {
    place: TokenRange,
    text: String,
}

impl Diagnostic {
    pub(crate) fn new(place: impl Into<TokenRange>, code: Code, found: impl fmt::Display) -> Self {
        Self { place: place.into(), text: format!("{} [{code}]", one_line(found)) }
    }

    /// Takes a whole message of const evaluation, with its code and its `help:` lines.
    pub(crate) fn from_const_evaluation(place: impl Into<TokenRange>, message: &ConstString) -> Self {
        Self { place: place.into(), text: message.as_str().to_owned() }
    }

    pub(crate) fn note(self, text: impl fmt::Display) -> Self {
        self.line("note: ", text)
    }

    pub(crate) fn help(self, text: impl fmt::Display) -> Self {
        self.line("help: ", text)
    }

    /// Adds the nearest known word to the fault of an unknown one, and names a character that only looks like ASCII.
    pub(crate) fn unknown(self, word: &str, nearest: Option<impl fmt::Display>) -> Self {
        let fault = match word.chars().find(|c| !c.is_ascii()) {
            Some(c) => self.note(format_args!(
                "it holds {}, which is no ASCII letter, whatever it looks like",
                quoted(c)
            )),
            None => self,
        };
        match nearest {
            Some(nearest) => fault.help(format_args!("did you mean `{nearest}`?")),
            None => fault,
        }
    }

    /// Shows a literal, or what stands around the fault in a long one, with a caret under its character `position`,
    /// counted from one.
    pub(crate) fn caret(self, literal: &str, position: usize) -> Self {
        let Excerpt { shown, column } = around(literal, position);
        // A character without a width would move the caret.
        let shown =
            shown.replace(|c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}'), "·");
        self.line("  ", shown).line("  ", " ".repeat(column - 1) + "^")
    }

    fn line(mut self, head: &str, text: impl fmt::Display) -> Self {
        let _ = write!(self.text, "\n{head}{}", one_line(text));
        self
    }

    /// `::core::compile_error! { "…" }`, whose tokens carry the span at fault: rustc then points there and adds no note
    /// about a macro. The text does not: rust-analyzer would take it for the word that is being completed.
    fn to_tokens(&self) -> TokenStream {
        let TokenRange { first, last } = self.place;
        let colon = |spacing| {
            let mut punct = Punct::new(':', spacing);
            punct.set_span(first);
            TokenTree::from(punct)
        };
        let mut bang = Punct::new('!', Spacing::Alone);
        bang.set_span(first);
        let message = Literal::string(&self.text);
        let mut group = Group::new(Delimiter::Brace, TokenTree::from(message).into());
        group.set_span(last);
        [
            colon(Spacing::Joint),
            colon(Spacing::Alone),
            Ident::new("core", first).into(),
            colon(Spacing::Joint),
            colon(Spacing::Alone),
            Ident::new("compile_error", first).into(),
            bang.into(),
            group.into(),
        ]
        .into_iter()
        .collect()
    }
}

/// Text of the user's in a message cannot end its line: a tool would not find the code, a person would be misled. Nor
/// does it fill the screen.
fn one_line(text: impl fmt::Display) -> String {
    let mut text = text.to_string();
    if text.contains(char::is_control) {
        let shown = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
        text = text.chars().map(shown).collect();
    }
    shorten(&text, LONGEST_LINE).into_owned()
}

/// The diagnostics so far.
#[derive(Default)]
pub(crate) struct Diagnostics {
    faults: Vec<Diagnostic>,
    /// The const names of declarations that could not be read. They count as declared.
    unread: Vec<Ident>,
    /// `true` if the const name of a declaration could not be read. It may be any name that is not declared.
    nameless: bool,
    /// `true` if the block holds markers of a merge conflict, so that nothing in it is sure.
    conflict: bool,
}

impl Diagnostics {
    pub(crate) fn add(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    pub(crate) fn add_unread(&mut self, name: Ident) {
        self.unread.push(name);
    }

    pub(crate) fn unread(&self) -> &[Ident] {
        &self.unread
    }

    pub(crate) fn add_nameless(&mut self) {
        self.nameless = true;
    }

    pub(crate) fn has_nameless(&self) -> bool {
        self.nameless
    }

    /// Reports the first marker of a merge conflict.
    pub(crate) fn add_conflict(&mut self, marker: Diagnostic) {
        if !std::mem::replace(&mut self.conflict, true) {
            self.add(marker.help("keep one side of the merge conflict, and remove its markers"));
        }
    }

    pub(crate) fn has_conflict(&self) -> bool {
        self.conflict
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// Returns the number of faults that were found so far.
    pub(crate) fn count(&self) -> usize {
        self.faults.len()
    }

    /// Takes back every fault after the first `count`, because they follow from another. `true` if there were any.
    pub(crate) fn take_back(&mut self, count: usize) -> bool {
        let had_any = self.faults.len() > count;
        self.faults.truncate(count);
        had_any
    }

    /// The barrier after a phase: its result passes only where no fault was found so far.
    pub(crate) fn barrier<T>(&self, result: Option<T>) -> Option<T> {
        result.filter(|_| self.is_empty())
    }

    /// The messages, from the top of the block to its end, in one macro call: `::core::concat!` expands all of its
    /// arguments, so that all are reported where an expression stands, too.
    pub(crate) fn to_tokens(&self) -> TokenStream {
        let mut faults: Vec<&Diagnostic> = self.faults.iter().collect();
        faults.sort_by_key(|fault| {
            let start = fault.place.first.start();
            (start.line, start.column)
        });
        match faults.as_slice() {
            [] => TokenStream::new(),
            [fault] => fault.to_tokens(),
            faults => {
                let messages = faults.iter().map(|fault| fault.to_tokens());
                quote!(::core::concat! { #(#messages),* })
            }
        }
    }
}
