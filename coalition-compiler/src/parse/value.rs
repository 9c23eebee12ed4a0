//! Keys and values.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Lit, Token, braced, bracketed, parenthesized, token};

use super::attributes::refuse_attributes;
use super::tokens::{
    comma, conflict, equals, evaluates, expected, ident, path, skip_declarations, skip_to_comma,
    starts_component, starts_path, take_dashes, text,
};
use crate::diagnostics::Code::{C14, C19};
use crate::diagnostics::{Diagnostics, Fault, Place};
use crate::syntax::{Entry, Value};
use crate::text::Text;
use crate::vocabulary::{bracket, form};

/// `Entries := (Entry ("," Entry)* ","?)?` and `Entry := Ident "=" Value`. `false` where a key could not be read.
pub(super) fn entries(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<(Vec<Entry>, bool)> {
    let next = |input: ParseStream| input.peek(Ident::peek_any) && input.peek2(Token![=]);
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
        } else if let Some(mut key) = ident(input) {
            let dash = input.span();
            let has_dashes = take_dashes(input, &mut key)?;
            let name = key.unraw().to_string();
            let form = form(&name).unwrap_or_else(|| format!("`{name} = value`"));
            if has_dashes {
                let fault = Fault::new(dash, C19, "expected `=`, found `-`");
                diagnostics.add(fault.help(format_args!("a key has no dashes: write {form}")));
            }
            let write = |found: Fault| found.help(format_args!("write {form}"));
            let value = if equals(input, diagnostics, write)? {
                value_of(&name, input, diagnostics)?
            } else {
                skip_to_comma(input)?;
                Value::Invalid
            };
            let reported = matches!(value, Value::Invalid);
            let ends = comma(input, diagnostics, reported, next)?;
            entries.push(Entry { key, value: if ends { value } else { Value::Invalid } });
        } else {
            // What follows the first of them may be the rest of it.
            if std::mem::replace(&mut whole, false) {
                diagnostics.add(expected(input, "a key").help(if input.peek(Lit) {
                    "write `key = value`, the key without quotes"
                } else {
                    "write `key = value`, with `,` between two of them"
                }));
            }
            skip_to_comma(input)?;
            comma(input, diagnostics, true, next)?;
        }
    }
}

/// The value of a key, up to its comma. An expression of Rust, and what stands in another bracket than the key takes, are
/// one fault each, that says how the key is written.
fn value_of(key: &str, input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<Value> {
    let (start, place) = (input.fork(), input.span());
    if input.is_empty() || input.peek(Token![,]) {
        let fault = Fault::new(place, C19, "expected a value, found nothing");
        diagnostics.add(fault.help(match form(key) {
            Some(form) => format!("write {form}"),
            None => "a value is `\"text\"`, an integer, `true`, `false` or `id(\"0x…\")`".into(),
        }));
        return Ok(Value::Invalid);
    }
    if !starts_expression(input) {
        let value = value_in(bracket(key), input, diagnostics)?;
        if !evaluates(input) || matches!(value, Value::Invalid) && !evaluates_after_word(&start) {
            return Ok(value);
        }
    }
    skip_to_comma(input)?;
    let id = first_id(&start).filter(|_| bracket(key).is_none());
    let form = match (form(key), id) {
        (_, Some(id)) => format!("write `{key} = \"{id}\"`"),
        (Some(form), None) => format!("write {form}"),
        (None, None) => "write the value out, as `\"text\"`, `500`, `true` or `id(\"0x…\")`".into(),
    };
    let fault = Fault::new(place, C19, format_args!("`{key}` takes a value, found an expression"));
    diagnostics.add(fault.help(format_args!("{form}: nothing is evaluated here")));
    Ok(Value::Invalid)
}

/// `Value := "_" | Lit | Path | Call | "[" (Value ("," Value)* ","?)? "]" | "{" Entries "}"`
pub(crate) fn value(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<Value> {
    value_in(None, input, diagnostics)
}

/// A value, in the bracket that is given if it has one. No list holds a list, and no block a block.
fn value_in(
    bracket: Option<Delimiter>,
    input: ParseStream,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Value> {
    let span = input.span();
    if input.peek(Token![_]) {
        input.parse::<Token![_]>()?;
        return Ok(Value::Placeholder(span));
    }
    if input.peek(token::Bracket) && bracket == Some(Delimiter::Bracket) {
        let content;
        let bracket = bracketed!(content in input);
        let next = |input: ParseStream| input.peek(Ident::peek_any) || input.peek(Lit);
        let mut values = Vec::new();
        refuse_attributes(&content, diagnostics)?;
        while !content.is_empty() {
            let value = value_in(None, &content, diagnostics)?;
            let reported = matches!(value, Value::Invalid);
            let ends = comma(&content, diagnostics, reported, next)?;
            values.push(if ends { value } else { Value::Invalid });
            refuse_attributes(&content, diagnostics)?;
        }
        return Ok(Value::List(bracket.span.join(), values));
    }
    if input.peek(token::Brace) && bracket == Some(Delimiter::Brace) {
        let content;
        let brace = braced!(content in input);
        return Ok(Value::Map(brace.span.join(), entries(&content, diagnostics)?.0));
    }
    if input.peek(Ident::peek_any) && input.peek2(token::Paren) {
        return call(input, diagnostics);
    }
    if input.peek(token::Bracket) || input.peek(token::Brace) || input.peek(token::Paren) {
        let group = input.parse::<Group>()?;
        let what = match group.delimiter() {
            Delimiter::Bracket => "a list",
            Delimiter::Brace => "a block",
            _ => "a value in parentheses",
        };
        return Ok(Value::Other(group.span().into(), what));
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
        if let Some(path) = path(input, diagnostics) {
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
    diagnostics
        .add(fault.help("a value is `\"text\"`, an integer, `true`, `false`, `[…]`, `{ … }` or a path"));
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

/// Whether an operator of Rust stands in front of a value: `&ID`, `*ID`, `!true`.
fn starts_expression(input: ParseStream) -> bool {
    input.peek(Token![&]) || input.peek(Token![*]) || input.peek(Token![!]) || input.peek(Token![|])
}

/// Whether a macro is called here, or an operator stands behind the first word.
fn evaluates_after_word(input: ParseStream) -> bool {
    let input = input.fork();
    input.parse::<TokenTree>().is_ok() && evaluates(&input)
}

/// The id in an expression such as `UniqueId::from_hex("0x…")`.
fn first_id(input: ParseStream) -> Option<String> {
    // An id stands no deeper, and a deeper search could use up the stack.
    const DEEPEST: usize = 8;
    fn find(tokens: TokenStream, depth: usize) -> Option<String> {
        tokens.into_iter().find_map(|token| match token {
            TokenTree::Group(group) if depth < DEEPEST => find(group.stream(), depth + 1),
            TokenTree::Literal(literal) => {
                let text = Text::read(literal)?;
                let digits = text.value().strip_prefix("0x")?;
                let is_id =
                    matches!(digits.len(), 64 | 96) && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                is_id.then(|| text.value().to_owned())
            }
            _ => None,
        })
    }
    let input = input.fork();
    let mut tokens = Vec::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.push(input.parse::<TokenTree>().ok()?);
    }
    find(tokens.into_iter().collect(), 0)
}

/// `Call := Ident "(" Value ")"`
fn call(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<Value> {
    let name = input.call(Ident::parse_any)?;
    let content;
    let paren = parenthesized!(content in input);
    if content.is_empty() {
        let fault = Fault::new(paren.span.join(), C14, format_args!("`{name}` lacks its value"));
        diagnostics.add(fault.help(format_args!("write `{name}(\"0x…\")`")));
        return Ok(Value::Invalid);
    }
    let argument = if content.peek(Ident::peek_any) && content.peek2(token::Paren) {
        // No value is a call of a call, which could nest deep enough to use up the stack.
        let name = content.call(Ident::parse_any)?;
        content.parse::<TokenTree>()?;
        Value::Other(name.span().into(), "a call")
    } else {
        value_in(None, &content, diagnostics)?
    };
    content.parse::<Option<Token![,]>>()?;
    if !content.is_empty() {
        let fault = Fault::new(content.span(), C14, format_args!("`{name}` takes one value"));
        diagnostics.add(fault.help(format_args!("write `{name}` once for each of them")));
        content.parse::<TokenStream>()?;
        return Ok(Value::Invalid);
    }
    Ok(Value::Call(name, Box::new(argument)))
}
