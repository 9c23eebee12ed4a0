//! The pieces that declarations and values are read with.

use proc_macro2::{Delimiter, Literal, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Path, Token};

use crate::report::Code::C19;
use crate::report::{Fault, Report};
use crate::text::Text;

/// Takes the `=`, or reports what stands there instead.
pub(super) fn equals(
    input: ParseStream,
    report: &mut Report,
    help: impl FnOnce(Fault) -> Fault,
) -> syn::Result<bool> {
    if input.peek(Token![=]) && !input.peek(Token![==]) && !input.peek(Token![=>]) {
        input.parse::<Token![=]>()?;
        return Ok(true);
    }
    report.add(help(expected(input, "`=`")));
    Ok(false)
}

/// Takes the comma between two values, or reports that it is missing and goes on behind it.
pub(super) fn comma(input: ParseStream, report: &mut Report, reported: bool) -> syn::Result<()> {
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

pub(super) fn skip_to_comma(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

pub(super) fn starts_path(input: ParseStream) -> bool {
    input.peek(Ident::peek_any) || input.peek(Token![::])
}

/// A path in the style of a `use`: no generics.
pub(super) fn path(input: ParseStream, report: &mut Report) -> Option<Path> {
    let path = input.call(Path::parse_mod_style);
    path.map_err(|error| {
        report.add(
            Fault::new(error.span(), C19, error).help("write a path such as `unichain_handshake::MAINNET`"),
        );
    })
    .ok()
}

/// Any identifier, a keyword too: `type = 1` is a parameter like any other.
pub(super) fn ident(input: ParseStream) -> Option<Ident> {
    // A lone `_` is an identifier to syn's `parse_any`, and a placeholder to this language.
    if input.peek(Token![_]) || !input.peek(Ident::peek_any) {
        return None;
    }
    input.call(Ident::parse_any).ok()
}

/// A string literal without a suffix.
pub(super) fn text(input: ParseStream) -> Option<Text> {
    let text = input.cursor().literal().and_then(|(token, _)| Text::read(token))?;
    input.parse::<Literal>().ok().map(|_| text)
}

pub(super) fn expected(input: ParseStream, what: &str) -> Fault {
    Fault::new(input.span(), C19, format_args!("expected {what}, found {}", found(input)))
}

/// The next token, in backticks.
pub(super) fn found(input: ParseStream) -> String {
    match input.fork().parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) => match group.delimiter() {
            Delimiter::Brace => "`{`".into(),
            Delimiter::Bracket => "`[`".into(),
            Delimiter::Parenthesis => "`(`".into(),
            Delimiter::None => format!("`{group}`"),
        },
        Ok(token) => format!("`{token}`"),
        Err(_) => "the end".into(),
    }
}
