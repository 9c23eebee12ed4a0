//! Keys and values.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Lit, Token, braced, bracketed, parenthesized, token};

use super::attributes::refuse_attributes;
use super::tokens::{
    comma, equals, expected, ident, path, skip_to_comma, starts_component, starts_path, text, with_dashes,
};
use crate::report::Code::{C14, C19};
use crate::report::{Fault, Place, Report};
use crate::syntax::{Entry, Value};

/// A value nests three deep at most (`content`, a parameter, its id). Whatever nests deeper is refused before it can
/// use up the stack.
const DEEPEST: usize = 8;

/// `Entries := (Entry ("," Entry)* ","?)?` and `Entry := Ident "=" Value`. `false` where a key could not be read.
pub(super) fn entries(input: ParseStream, report: &mut Report) -> syn::Result<(Vec<Entry>, bool)> {
    entries_within(input, report, DEEPEST)
}

fn entries_within(input: ParseStream, report: &mut Report, depth: usize) -> syn::Result<(Vec<Entry>, bool)> {
    let next = |input: ParseStream| input.peek(Ident::peek_any) && input.peek2(Token![=]);
    let (mut entries, mut whole) = (Vec::new(), true);
    loop {
        refuse_attributes(input, report)?;
        if input.is_empty() {
            return Ok((entries, whole));
        }
        if starts_component(input) {
            report.add(
                expected(input, "a key or `}`")
                    .help("write the `}` that ends the declaration above, in front of this one"),
            );
            input.parse::<TokenStream>()?;
            return Ok((entries, false));
        }
        if let Some(key) = ident(input) {
            let write =
                |found: Fault| found.help(format_args!("write `{} = value`", with_dashes(input, &key)));
            let value = if equals(input, report, write)? {
                value_within(input, report, depth)?
            } else {
                skip_to_comma(input)?;
                Value::Invalid
            };
            let reported = matches!(value, Value::Invalid);
            let ends = comma(input, report, reported, next)?;
            entries.push(Entry { key, value: if ends { value } else { Value::Invalid } });
        } else {
            whole = false;
            report.add(expected(input, "a key").help(if input.peek(Lit) {
                "write `key = value`, the key without quotes"
            } else {
                "write `key = value`, with `,` between two of them"
            }));
            skip_to_comma(input)?;
            comma(input, report, true, next)?;
        }
    }
}

/// `Value := "_" | Lit | Path | Call | "[" (Value ("," Value)* ","?)? "]" | "{" Entries "}"`
pub(crate) fn value(input: ParseStream, report: &mut Report) -> syn::Result<Value> {
    value_within(input, report, DEEPEST)
}

fn value_within(input: ParseStream, report: &mut Report, depth: usize) -> syn::Result<Value> {
    let span = input.span();
    if depth == 0 {
        report.add(
            Fault::new(span, C19, "this nests too deep").help("no value of this language nests so deep"),
        );
        skip_to_comma(input)?;
        return Ok(Value::Invalid);
    }
    if input.peek(Token![_]) {
        input.parse::<Token![_]>()?;
        return Ok(Value::Placeholder(span));
    }
    if input.peek(token::Bracket) {
        let content;
        let bracket = bracketed!(content in input);
        let next = |input: ParseStream| input.peek(Ident::peek_any) || input.peek(Lit);
        let mut values = Vec::new();
        refuse_attributes(&content, report)?;
        while !content.is_empty() {
            let value = value_within(&content, report, depth - 1)?;
            let reported = matches!(value, Value::Invalid);
            let ends = comma(&content, report, reported, next)?;
            values.push(if ends { value } else { Value::Invalid });
            refuse_attributes(&content, report)?;
        }
        return Ok(Value::List(bracket.span.join(), values));
    }
    if input.peek(token::Brace) {
        let content;
        let brace = braced!(content in input);
        return Ok(Value::Map(brace.span.join(), entries_within(&content, report, depth - 1)?.0));
    }
    if input.peek(Ident::peek_any) && input.peek2(token::Paren) {
        return call(input, report, depth);
    }
    if let Some(text) = text(input) {
        return Ok(Value::Text(text));
    }
    if input.peek(Token![-]) && input.peek2(Lit) {
        input.parse::<Token![-]>()?;
        let last = input.parse::<TokenTree>()?.span();
        return Ok(Value::Other(Place::between(span, last), "a negative number"));
    }
    if is_endless_number(input) {
        input.parse::<TokenTree>()?;
        return Ok(Value::Other(span.into(), "a number of more digits than any that is in range"));
    }
    if input.peek(Lit) {
        return Ok(match input.parse::<Lit>()? {
            Lit::Int(literal) => Value::Integer(literal),
            Lit::Bool(literal) => Value::Bool(literal),
            Lit::Float(_) => Value::Other(span.into(), "a floating-point number"),
            Lit::Char(_) => Value::Other(span.into(), "a character"),
            Lit::Byte(_) | Lit::ByteStr(_) => Value::Other(span.into(), "bytes"),
            Lit::Str(_) => Value::Other(span.into(), "text with a suffix"),
            _ => Value::Other(span.into(), "another literal"),
        });
    }
    if starts_path(input) {
        if let Some(path) = path(input, report) {
            return Ok(Value::Path(path));
        }
        // A keyword is no path and is still there: nothing would go on behind it.
        skip_to_comma(input)?;
        return Ok(Value::Invalid);
    }
    let fault = if input.is_empty() || input.peek(Token![,]) {
        Fault::new(span, C19, "expected a value, found nothing")
    } else {
        expected(input, "a value")
    };
    report.add(fault.help("a value is `\"text\"`, an integer, `true`, `false`, `[…]`, `{ … }` or a path"));
    skip_to_comma(input)?;
    Ok(Value::Invalid)
}

/// Whether a number has more digits than any that is in range: syn would read them all, in quadratic time.
fn is_endless_number(input: ParseStream) -> bool {
    const LONGEST: usize = 128;
    input.cursor().literal().is_some_and(|(token, _)| {
        let written = token.to_string();
        written.len() > LONGEST && written.starts_with(|first: char| first.is_ascii_digit())
    })
}

/// `Call := Ident "(" Value ")"`
fn call(input: ParseStream, report: &mut Report, depth: usize) -> syn::Result<Value> {
    let name = input.call(Ident::parse_any)?;
    let content;
    let paren = parenthesized!(content in input);
    if content.is_empty() {
        let fault = Fault::new(paren.span.join(), C14, format_args!("`{name}` lacks its value"));
        report.add(fault.help(format_args!("write `{name}(\"0x…\")`")));
        return Ok(Value::Invalid);
    }
    let argument = value_within(&content, report, depth - 1)?;
    content.parse::<Option<Token![,]>>()?;
    if !content.is_empty() {
        let fault = Fault::new(content.span(), C14, format_args!("`{name}` takes one value"));
        report.add(fault.help(format_args!("write `{name}` once for each of them")));
        content.parse::<TokenStream>()?;
        return Ok(Value::Invalid);
    }
    Ok(Value::Call(name, Box::new(argument)))
}
