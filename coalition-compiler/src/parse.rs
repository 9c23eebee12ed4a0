//! Tokens to what was written. A fault is reported and its siblings go on being parsed.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Ident, Lit, LitStr, Path, Token, Visibility, braced, bracketed, parenthesized, token};

use crate::report::Code::{C14, C19};
use crate::report::{Fault, Place, Report};
use crate::syntax::{Block, Declaration, Entry, Source, Value};
use crate::vocabulary::Kind;

/// A value nests three deep at most (`content`, a parameter, its id). Whatever nests deeper is refused before it can
/// use up the stack.
const DEEPEST: usize = 8;

/// `Block := Declaration*`
pub(crate) fn block(tokens: TokenStream, report: &mut Report) -> Block {
    let mut declarations = Vec::new();
    let outcome = (|input: ParseStream| {
        while !input.is_empty() {
            if let Some(declaration) = declaration(input, report)? {
                declarations.push(declaration);
            }
        }
        Ok(())
    })
    .parse2(tokens);
    if let Err(error) = outcome {
        report.add(unexpected(&error));
    }
    Block { declarations }
}

/// `Declaration := Attribute* Visibility Kind Ident "=" Source Body`
///
/// # Errors
///
/// Every fault is reported here and parsed past; an error is one that syn could not be kept from returning.
fn declaration(input: ParseStream, report: &mut Report) -> syn::Result<Option<Declaration>> {
    let attributes = attributes(input, report)?;
    let visibility = input.parse::<Visibility>()?;
    let Some(kind) = ident(input) else {
        if input.is_empty() {
            let place = attributes.last().map_or_else(Span::call_site, |a| a.pound_token.span);
            report.add(
                Fault::new(place, C19, "nothing follows this").help("remove it, or write the declaration"),
            );
        } else {
            report.add(expected(input, "a declaration").help(format_args!(
                "a declaration is written `kind CONST_NAME = \"name\" {{ key = value, … }}`; kinds are {}",
                Kind::list()
            )));
            resume(input, report)?;
        }
        return Ok(None);
    };
    // A kind that stands alone, as while it is being written, leaves the declaration after it whole.
    let is_named = input.peek(syn::Ident) && !starts_declaration(input);
    let Some(ident) = (if is_named { Some(input.parse::<Ident>()?) } else { None }) else {
        let kind =
            Kind::nearest(&kind.to_string()).map_or_else(|| kind.to_string(), |kind| kind.name().into());
        report.add(expected(input, "the name of a const").help(format_args!(
            "write `{kind} CONST_NAME = \"name\" {{ … }}`: the const of that name is what the block emits"
        )));
        resume(input, report)?;
        return Ok(None);
    };
    let source = source(input, &kind, &ident, report)?;
    let entries = match source {
        Source::Invalid => None,
        _ => body(input, &kind, &ident, report)?,
    };
    let whole = entries.is_some();
    let entries = match entries {
        Some(entries) => entries,
        None => resume(input, report)?,
    };
    Ok(Some(Declaration { attributes, visibility, kind, ident, source, entries, whole }))
}

/// `Attribute := "#" "[" … "]"`
fn attributes(input: ParseStream, report: &mut Report) -> syn::Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while input.peek(Token![#]) {
        if input.peek2(token::Bracket) {
            let pound = input.span();
            match Attribute::parse_outer(input) {
                Ok(parsed) => attributes.extend(parsed),
                Err(_) => report.add(
                    Fault::new(pound, C19, "this attribute cannot be read")
                        .help("write `/// …` for a description"),
                ),
            }
        } else {
            report.add(expected(input, "a declaration").help("describe a declaration with `/// …` above it"));
            input.parse::<Token![#]>()?;
            input.parse::<Option<Token![!]>>()?;
            if input.peek(token::Bracket) {
                input.parse::<TokenTree>()?;
            }
        }
    }
    Ok(attributes)
}

/// `Source := LitStr | Path`
fn source(input: ParseStream, kind: &Ident, ident: &Ident, report: &mut Report) -> syn::Result<Source> {
    let known = Kind::nearest(&kind.to_string()).is_some();
    if !known && !input.peek(Token![=]) {
        // An item of Rust, say: that there is no such kind is all there is to report.
        return Ok(Source::Invalid);
    }
    let write = format!("write `{kind} {ident} = \"name\"`, or `= path::TO_CONST` to import it");
    if !equals(input, report, |found| found.help(write))? {
        return Ok(Source::Invalid);
    }
    if let Some(text) = text(input) {
        return Ok(Source::Text(text));
    }
    if starts_path(input) && !starts_declaration(input) {
        return Ok(path(input, report).map_or(Source::Invalid, Source::Path));
    }
    let fault = Fault::new(
        input.span(),
        if input.peek(Lit) { C14 } else { C19 },
        format_args!("expected the name of {kind} `{ident}`, found {}", found(input)),
    );
    report.add(fault.help(format_args!(
        "write its name in quotes, `{kind} {ident} = \"name\"`, or the path of a const to import"
    )));
    Ok(Source::Invalid)
}

/// `Body := "{" Entries "}" | ";"`, or nothing where it has another form.
fn body(
    input: ParseStream,
    kind: &Ident,
    ident: &Ident,
    report: &mut Report,
) -> syn::Result<Option<Vec<Entry>>> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        return Ok(Some(Vec::new()));
    }
    if input.peek(token::Brace) {
        let content;
        braced!(content in input);
        return entries(&content, report, DEEPEST).map(Some);
    }
    let missing =
        format_args!("expected `{{ … }}` or `;` after {kind} `{ident}`, found {}", found(input)).to_string();
    let place = if input.is_empty() { ident.span() } else { input.span() };
    report.add(
        Fault::new(place, C19, missing).help("end a declaration with `{ key = value, … }`, or with `;`"),
    );
    Ok(None)
}

/// `Entries := (Entry ("," Entry)* ","?)?` and `Entry := Ident "=" Value`
fn entries(input: ParseStream, report: &mut Report, depth: usize) -> syn::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    while !input.is_empty() {
        if let Some(key) = ident(input) {
            let value = if equals(input, report, |found| found.help(format_args!("write `{key} = value`")))? {
                value(input, report, depth)?
            } else {
                skip_to_comma(input)?;
                Value::Invalid
            };
            let invalid = matches!(value, Value::Invalid);
            entries.push(Entry { key, value });
            comma(input, report, invalid)?;
        } else {
            report.add(expected(input, "a key").help("write `key = value`, with `,` between two of them"));
            skip_to_comma(input)?;
            comma(input, report, true)?;
        }
    }
    Ok(entries)
}

/// `Value := "_" | Lit | Path | Call | "[" (Value ("," Value)* ","?)? "]" | "{" Entries "}"`
pub(crate) fn value(input: ParseStream, report: &mut Report, depth: usize) -> syn::Result<Value> {
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
        let mut values = Vec::new();
        while !content.is_empty() {
            let value = value(&content, report, depth - 1)?;
            let invalid = matches!(value, Value::Invalid);
            values.push(value);
            comma(&content, report, invalid)?;
        }
        return Ok(Value::List(bracket.span.join(), values));
    }
    if input.peek(token::Brace) {
        let content;
        let brace = braced!(content in input);
        return Ok(Value::Map(brace.span.join(), entries(&content, report, depth - 1)?));
    }
    if input.peek(Ident::peek_any) && input.peek2(token::Paren) {
        return call(input, report, depth);
    }
    if let Some(text) = text(input) {
        return Ok(Value::Text(text));
    }
    if input.peek(Token![-]) && input.peek2(Lit) {
        input.parse::<Token![-]>()?;
        let last = input.parse::<Lit>()?.span();
        return Ok(Value::Other(Place::between(span, last), "a negative number"));
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
        return Ok(path(input, report).map_or(Value::Invalid, Value::Path));
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
    let argument = value(&content, report, depth - 1)?;
    content.parse::<Option<Token![,]>>()?;
    if !content.is_empty() {
        let fault = Fault::new(content.span(), C14, format_args!("`{name}` takes one value"));
        report.add(fault.help(format_args!("write `{name}` once for each of them")));
        content.parse::<TokenStream>()?;
        return Ok(Value::Invalid);
    }
    Ok(Value::Call(name, Box::new(argument)))
}

/// Takes the `=`, or reports what stands there instead.
fn equals(input: ParseStream, report: &mut Report, help: impl FnOnce(Fault) -> Fault) -> syn::Result<bool> {
    if input.peek(Token![=]) && !input.peek(Token![==]) && !input.peek(Token![=>]) {
        input.parse::<Token![=]>()?;
        return Ok(true);
    }
    report.add(help(expected(input, "`=`")));
    Ok(false)
}

/// Takes the comma between two values, or reports that it is missing and goes on behind it.
fn comma(input: ParseStream, report: &mut Report, reported: bool) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Option<Token![,]>>()?.is_some() {
        return Ok(());
    }
    if !reported {
        report.add(expected(input, "`,`").help("write a `,` between two of them"));
    }
    if !(input.peek(Ident::peek_any) && input.peek2(Token![=])) {
        skip_to_comma(input)?;
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(())
}

fn skip_to_comma(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// After a fault, goes on to the end of the declaration, whose keys are still read.
fn resume(input: ParseStream, report: &mut Report) -> syn::Result<Vec<Entry>> {
    while !input.is_empty() && !starts_declaration(input) {
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            return entries(&content, report, DEEPEST);
        }
        if let TokenTree::Punct(punct) = input.parse::<TokenTree>()?
            && punct.as_char() == ';'
        {
            break;
        }
    }
    Ok(Vec::new())
}

/// Whether a new declaration begins here: `kind CONST_NAME`, or the attributes and the visibility above one.
fn starts_declaration(input: ParseStream) -> bool {
    if input.peek(Token![#]) || input.peek(Token![pub]) {
        return true;
    }
    let fork = input.fork();
    ident(&fork).is_some_and(|kind| Kind::from_name(&kind.to_string()).is_some()) && fork.peek(syn::Ident)
}

fn starts_path(input: ParseStream) -> bool {
    input.peek(Ident::peek_any) || input.peek(Token![::])
}

/// A path in the style of a `use`: no generics.
fn path(input: ParseStream, report: &mut Report) -> Option<Path> {
    let path = input.call(Path::parse_mod_style);
    path.map_err(|error| {
        report.add(
            Fault::new(error.span(), C19, error).help("write a path such as `unichain_handshake::MAINNET`"),
        );
    })
    .ok()
}

/// Any identifier, a keyword too: `type = 1` is a parameter like any other.
fn ident(input: ParseStream) -> Option<Ident> {
    // A lone `_` is an identifier to syn's `parse_any`, and a placeholder to this language.
    if input.peek(Token![_]) || !input.peek(Ident::peek_any) {
        return None;
    }
    input.call(Ident::parse_any).ok()
}

/// A string literal without a suffix.
fn text(input: ParseStream) -> Option<LitStr> {
    let fork = input.fork();
    let literal = fork.parse::<LitStr>().ok().filter(|literal| literal.suffix().is_empty())?;
    input.parse::<LitStr>().ok().map(|_| literal)
}

fn expected(input: ParseStream, what: &str) -> Fault {
    Fault::new(input.span(), C19, format_args!("expected {what}, found {}", found(input)))
}

/// The next token, in backticks.
fn found(input: ParseStream) -> String {
    match input.fork().parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) => match group.delimiter() {
            proc_macro2::Delimiter::Brace => "`{`".into(),
            proc_macro2::Delimiter::Bracket => "`[`".into(),
            proc_macro2::Delimiter::Parenthesis => "`(`".into(),
            proc_macro2::Delimiter::None => format!("`{group}`"),
        },
        Ok(token) => format!("`{token}`"),
        Err(_) => "the end".into(),
    }
}

/// What syn refused by itself.
fn unexpected(error: &syn::Error) -> Fault {
    Fault::new(error.span(), C19, error)
        .help("a declaration is written `kind CONST_NAME = \"name\" { key = value, … }`")
}
