//! Values.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Lit, Token, braced, bracketed, parenthesized, token};

use super::attributes::refuse_attributes;
use super::entry::{Body, comma, entries};
use super::slot::Slot;
use super::tokens::{evaluates, expected, path, skip_to_comma, starts_component, starts_path, text};
use crate::diagnostics::Code::{C14, C19};
use crate::diagnostics::{Diagnostic, Diagnostics, TokenRange};
use crate::syntax::Value;
use crate::text::{Text, id_in};

/// The value of a key, up to its comma. An expression of Rust and a value in the wrong bracket are one fault
/// each, which says how the key is written.
pub(super) fn value_of(slot: Slot, input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<Value> {
    let (start, place) = (input.fork(), input.span());
    if input.is_empty() || input.peek(Token![,]) {
        let fault = Diagnostic::new(place, C19, "expected a value, found nothing");
        diagnostics.add(fault.help(format_args!("write {}", slot.form())));
        return Ok(Value::Invalid);
    }
    if !starts_expression(input) {
        let value = value_in(slot, slot.bracket(), input, diagnostics)?;
        if !evaluates(input) || matches!(value, Value::Invalid) && !evaluates_after_word(&start) {
            return Ok(value);
        }
    }
    skip_to_comma(input)?;
    let id = first_id(&start).filter(|_| slot.bracket().is_none());
    diagnostics.add(expression(slot, place, id));
    Ok(Value::Invalid)
}

/// The fault of an expression of Rust in place of a value. It may hold an id.
fn expression(slot: Slot, place: impl Into<TokenRange>, id: Option<String>) -> Diagnostic {
    let form = id.map_or_else(|| slot.form(), |id| slot.with_id(&id));
    Diagnostic::new(place, C19, format_args!("`{}` takes a value, found an expression", slot.name()))
        .help(format_args!("write {form}: nothing is evaluated here"))
}

/// `Value := "_" | Lit | Path | Call | "[" (Value ("," Value)* ","?)? "]" | "{" Entries "}"`, in the bracket that is given
/// if it has one. No list holds a list, and no block a block.
fn value_in(
    slot: Slot,
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
        return Ok(Value::List(bracket.span.join(), list(slot, &content, diagnostics)?));
    }
    if input.peek(token::Brace) && bracket == Some(Delimiter::Brace) {
        let content;
        let brace = braced!(content in input);
        return Ok(Value::Map(brace.span.join(), entries(Body::Content, &content, diagnostics)?.0));
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
        return Ok(Value::Other(TokenRange::between(span, last), "a negative number"));
    }
    if is_endless_number(input) {
        return Ok(Value::Literal(input.parse()?, "a number of more digits than any that is in range"));
    }
    if input.peek(Lit) {
        return literal(input);
    }
    if starts_path(input) {
        if let Some(path) = path(input, diagnostics) {
            return Ok(Value::Path(path));
        }
        // A keyword is not a path. It is skipped, because nothing after it would be read otherwise.
        skip_to_comma(input)?;
        return Ok(Value::Invalid);
    }
    diagnostics.add(expected(input, "a value").help(format_args!("write {}", slot.form())));
    skip_to_comma(input)?;
    Ok(Value::Invalid)
}

/// `(Value ("," Value)* ","?)?`
fn list(slot: Slot, input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<Vec<Value>> {
    let next = |input: ParseStream| input.peek(Ident::peek_any) || input.peek(Lit);
    let (mut values, mut has_kinds) = (Vec::new(), false);
    refuse_attributes(input, diagnostics)?;
    while !input.is_empty() {
        if starts_component(input) {
            // `lattice ETHEREUM_MAINNET`, and so for each of them.
            if !std::mem::replace(&mut has_kinds, true) {
                diagnostics.add(expected(input, "a value").help(format_args!("write {}", slot.form())));
            }
            input.call(Ident::parse_any)?;
        }
        let value = value_in(slot, None, input, diagnostics)?;
        let reported = matches!(value, Value::Invalid);
        let ends = comma(slot, input, diagnostics, reported, next)?;
        values.push(if ends { value } else { Value::Invalid });
        refuse_attributes(input, diagnostics)?;
    }
    Ok(values)
}

/// A literal that is no text.
fn literal(input: ParseStream) -> syn::Result<Value> {
    let what = match input.fork().parse::<Lit>()? {
        Lit::Int(_) => return input.parse().map(Value::Integer),
        Lit::Bool(_) => return input.parse().map(Value::Bool),
        Lit::Float(_) => "a floating-point number",
        Lit::Char(_) => "a character",
        Lit::Byte(_) | Lit::ByteStr(_) => "bytes",
        Lit::CStr(_) => "a C string",
        Lit::Str(_) => "text with a suffix",
        _ => "another literal",
    };
    Ok(Value::Literal(input.parse::<Literal>()?, what))
}

/// Returns `true` if a number has more digits than any in range. syn would read them all, in quadratic time.
fn is_endless_number(input: ParseStream) -> bool {
    const LONGEST: usize = 128;
    input.cursor().literal().is_some_and(|(token, _)| {
        let written = token.to_string();
        written.len() > LONGEST && written.starts_with(|first: char| first.is_ascii_digit())
    })
}

/// Returns `true` if an operator of Rust is in front of a value: `&ID`, `*ID`, `!true`.
fn starts_expression(input: ParseStream) -> bool {
    input.peek(Token![&]) || input.peek(Token![*]) || input.peek(Token![!]) || input.peek(Token![|])
}

/// Returns `true` if a macro is called here, or an operator follows the first word.
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
            TokenTree::Literal(literal) => Text::read(literal).and_then(|text| id_in(text.value())),
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
        return Ok(Value::Call(name, Box::new(Value::Other(paren.span.join().into(), "nothing"))));
    }
    let (word, start) = (name.to_string(), content.fork());
    let slot = Slot::Argument(&word);
    let argument = if content.peek(Ident::peek_any) && content.peek2(token::Paren) {
        // No value is a call of a call, which could nest deep enough to use up the stack.
        let name = content.call(Ident::parse_any)?;
        content.parse::<TokenTree>()?;
        Value::Other(name.span().into(), "a call")
    } else {
        value_in(slot, None, &content, diagnostics)?
    };
    let is_reported = matches!(argument, Value::Invalid);
    let is_expression = evaluates(&content);
    content.parse::<Option<Token![,]>>()?;
    if content.is_empty() {
        return Ok(Value::Call(name, Box::new(argument)));
    }
    if !is_reported && is_expression {
        diagnostics.add(expression(slot, start.span(), first_id(&start)));
    } else if !is_reported {
        let fault = Diagnostic::new(content.span(), C14, format_args!("`{name}` takes one value"));
        diagnostics.add(fault.help(format_args!("write {} once for each of them", slot.form())));
    }
    content.parse::<TokenStream>()?;
    Ok(Value::Invalid)
}
