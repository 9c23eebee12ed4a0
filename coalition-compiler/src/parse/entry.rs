//! Keys: `key = value, …`

use proc_macro2::Delimiter;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Lit, Token};

use super::attributes::refuse_attributes;
use super::slot::Slot;
use super::tokens::{
    conflict, equals, evaluates, expected, ident, skip_declarations, skip_to_comma, starts_component,
    starts_with_keyword, take_dashes, take_keyword, text,
};
use super::value::value_of;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::excerpt::shorten;
use crate::syntax::{Entry, Value};
use crate::vocabulary::{self, form, is_key};

/// The most characters of a value that a message repeats.
const LONGEST_VALUE: usize = 40;

/// The owner of some entries.
#[derive(Clone, Copy)]
pub(super) enum Body {
    Declaration,
    Content,
}

impl Body {
    fn slot(self, key: &str) -> Slot<'_> {
        match self {
            Self::Declaration => Slot::Key(key),
            Self::Content => Slot::Parameter(key),
        }
    }
}

/// `Entries := (Entry ("," Entry)* ","?)?`. `false` if a key could not be read.
pub(super) fn entries(
    body: Body,
    input: ParseStream,
    diagnostics: &mut Diagnostics,
) -> syn::Result<(Vec<Entry>, bool)> {
    let (mut entries, mut whole) = (Vec::new(), true);
    loop {
        refuse_attributes(input, diagnostics)?;
        if input.is_empty() {
            return Ok((entries, whole));
        }
        if starts_component(input) {
            diagnostics.add(
                expected(input, "a key or `}`")
                    .help("write the `}` that ends the declaration above, in front of this one"),
            );
            skip_declarations(input, diagnostics)?;
            return Ok((entries, false));
        }
        if conflict(input, diagnostics)? {
            whole = false;
            continue;
        }
        let is_statement = refuse_keyword(input, diagnostics)?;
        if let Some(key) = ident(input) {
            entries.push(entry(key, body, is_statement, input, diagnostics)?);
            if entries.last().is_some_and(is_first_of_a_bare_list) {
                skip_words(input)?;
            }
        } else {
            // Later ones may belong to the first.
            if std::mem::replace(&mut whole, false) {
                diagnostics.add(no_key(input));
            }
            skip_to_comma(input)?;
            input.parse::<Option<Token![,]>>()?;
        }
    }
}

/// `Entry := Ident "=" Value`, up to its comma.
fn entry(
    mut key: Ident,
    body: Body,
    is_statement: bool,
    input: ParseStream,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Entry> {
    let before = diagnostics.count();
    let mut fault = None;
    let mut has_equals = equals(input)?;
    if !has_equals {
        let found = expected(input, "`=`");
        let has_dashes = take_dashes(input, &mut key)?;
        let has_spaces = !has_dashes && take_second_word(input, &mut key)?;
        let name = key.unraw().to_string();
        let start = input.fork();
        let has_separator = skip_separator(input)?;
        let form = written(body.slot(&name), &name, input);
        fault = Some(found.help(match (has_dashes, has_spaces) {
            (true, _) => format!("a key has no dashes: write {form}"),
            (_, true) => format!("a key has no spaces: write {form}"),
            _ => format!("write {form}"),
        }));
        has_equals = (has_dashes || has_spaces) && equals(&start)?;
        if !has_equals && !has_separator && starts_entry(input) {
            // The key alone, and no comma after it.
            return Ok(Entry { key, fault, value: Value::Invalid });
        }
    }
    let name = key.unraw().to_string();
    let slot = body.slot(&name);
    let count = diagnostics.count();
    let mut value = if has_equals || !input.is_empty() && !input.peek(Token![,]) {
        value_of(slot, input, diagnostics)?
    } else {
        Value::Invalid
    };
    if !has_equals {
        // A fault in it may follow from the missing `=`.
        let is_wrong = diagnostics.take_back(count) || matches!(value, Value::Other(..));
        value = if is_wrong { Value::Invalid } else { value };
    }
    // A statement of Rust ends with `;`.
    let reported = is_statement || matches!(value, Value::Invalid);
    let next = |input: ParseStream| {
        let is_known = || ident(&input.fork()).is_some_and(|word| is_key(&word.to_string()));
        starts_entry(input) || is_known()
    };
    let ends = comma(slot, input, diagnostics, reported, next)?;
    if diagnostics.count() > before && slot.is_unknown() {
        // That there is no such key is all there is to report.
        diagnostics.take_back(before);
    }
    Ok(Entry { key, fault, value: if ends { value } else { Value::Invalid } })
}

/// Returns `true` for `spans = MAINNET`, whose brackets are missing. That is one fault for all its words.
fn is_first_of_a_bare_list(entry: &Entry) -> bool {
    matches!(entry.value, Value::Path(_))
        && vocabulary::bracket(&entry.key.to_string()) == Some(Delimiter::Bracket)
}

/// Skips `UNICHAIN, ZORA,`.
fn skip_words(input: ParseStream) -> syn::Result<()> {
    loop {
        let fork = input.fork();
        let is_word = ident(&fork).is_some_and(|word| !is_key(&word.to_string()));
        if !is_word || !(fork.is_empty() || fork.peek(Token![,])) {
            return Ok(());
        }
        skip_to_comma(input)?;
        input.parse::<Option<Token![,]>>()?;
    }
}

/// Returns how an entry is written, with its own value if that is short.
fn written(slot: Slot, name: &str, input: ParseStream) -> String {
    match (slot, input.cursor().literal()) {
        (Slot::Parameter(_), Some((value, _))) => {
            format!("`{name} = {}`", shorten(&value.to_string(), LONGEST_VALUE))
        }
        (Slot::Parameter(_), None) if input.is_empty() || input.peek(Token![,]) => format!("`{name} = true`"),
        (Slot::Parameter(_), None) => format!("`{name} = value`"),
        _ => slot.form(),
    }
}

/// The fault of a token that is no key.
fn no_key(input: ParseStream) -> Diagnostic {
    let quoted = text(&input.fork());
    let fault = expected(input, "a key");
    match quoted.map(|text| form(text.value()).unwrap_or_else(|| "`key = value`".into())) {
        Some(form) => fault.help(format_args!("write {form}, the key without quotes")),
        None if input.peek(Lit) => fault.help("write `key = value`, the key without quotes"),
        None => fault.help("write `key = value`, with `,` between two of them"),
    }
}

/// Reports a keyword of Rust in front of a key: `let`, `const`, `pub`.
fn refuse_keyword(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<bool> {
    let fork = input.fork();
    let is_keyword = starts_with_keyword(input) && take_keyword(&fork).is_ok() && starts_entry(&fork);
    if is_keyword {
        diagnostics.add(expected(input, "a key").help("remove it: an entry is written `key = value`"));
        take_keyword(input)?;
    }
    Ok(is_keyword)
}

/// Takes the second word of a known key that was written with a space.
fn take_second_word(input: ParseStream, first: &mut Ident) -> syn::Result<bool> {
    if !input.peek(syn::Ident) {
        return Ok(false);
    }
    let name = format!("{first}_{}", input.fork().parse::<Ident>()?);
    let is_known = is_key(&name);
    if is_known {
        *first = Ident::new(&name, first.span());
        input.parse::<Ident>()?;
    }
    Ok(is_known)
}

/// Skips what is written in place of a `=`: `:`, `=>`, `==`, `:=`, `->`.
fn skip_separator(input: ParseStream) -> syn::Result<bool> {
    let stands_here = || {
        input
            .cursor()
            .punct()
            .is_some_and(|(punct, _)| matches!(punct.as_char(), ':' | '=' | '>' | '-' | '~'))
    };
    let has_separator = stands_here();
    while stands_here() {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(has_separator)
}

/// Returns `true` if `key =` is next.
fn starts_entry(input: ParseStream) -> bool {
    input.peek(Ident::peek_any)
        && input.peek2(Token![=])
        && !input.peek2(Token![==])
        && !input.peek2(Token![=>])
}

/// Takes the comma after a value, or reports that it is missing and goes on where `next` says that another sibling begins,
/// otherwise after the next comma. `false` if the value may go on, so that it was read in part.
pub(super) fn comma(
    slot: Slot,
    input: ParseStream,
    diagnostics: &mut Diagnostics,
    reported: bool,
    next: fn(ParseStream) -> bool,
) -> syn::Result<bool> {
    refuse_attributes(input, diagnostics)?;
    if input.is_empty() || input.parse::<Option<Token![,]>>()?.is_some() || starts_component(input) {
        return Ok(true);
    }
    let (is_semicolon, is_next) = (input.peek(Token![;]), next(input));
    if !reported {
        let fault = expected(input, "`,`");
        diagnostics.add(if is_semicolon {
            fault.help("write a `,` in its place")
        } else if is_next && !evaluates(input) {
            fault.help("write a `,` in front of it")
        } else {
            fault.help(format_args!("write {}", slot.form()))
        });
    }
    if input.parse::<Option<Token![;]>>()?.is_none() && !is_next {
        skip_to_comma(input)?;
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(is_semicolon || is_next)
}
