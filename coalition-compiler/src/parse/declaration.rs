//! Declarations, and what to do where one breaks off.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Ident, Lit, Path, Token, Visibility, braced, bracketed, token};

use super::tokens::{equals, expected, found, ident, path, starts_path, text};
use super::value::entries;
use crate::report::Code::{C14, C19};
use crate::report::{Fault, Report};
use crate::syntax::{Attribute, Declaration, Entry, Source};
use crate::vocabulary::Kind;

/// `Declaration := Attribute* Visibility Kind Ident "=" Source Body`
///
/// # Errors
///
/// Every fault is reported here and parsed past; an error is one that syn could not be kept from returning.
pub(super) fn declaration(input: ParseStream, report: &mut Report) -> syn::Result<Option<Declaration>> {
    let attributes = attributes(input, report)?;
    let visibility = input.parse::<Visibility>()?;
    let Some(kind) = ident(input) else {
        if input.is_empty() {
            let place = attributes.last().map_or_else(Span::call_site, |a| a.pound);
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

fn attributes(input: ParseStream, report: &mut Report) -> syn::Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while input.peek(Token![#]) {
        if input.peek2(token::Bracket) {
            attributes.extend(attribute(input, report)?);
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

/// `Attribute := "#" "[" Path … "]"`, where `doc = LitStr` is what `///` stands for.
fn attribute(input: ParseStream, report: &mut Report) -> syn::Result<Option<Attribute>> {
    let pound = input.parse::<Token![#]>()?.span;
    let content;
    bracketed!(content in input);
    let path = content.call(Path::parse_mod_style);
    let mut doc = None;
    if path.as_ref().is_ok_and(|path| path.is_ident("doc")) && content.parse::<Option<Token![=]>>()?.is_some()
    {
        doc = text(&content).filter(|_| content.is_empty());
    }
    content.parse::<TokenStream>()?;
    let Ok(path) = path else {
        let fault = Fault::new(pound, C19, "this attribute cannot be read");
        report.add(fault.help("write `/// …` for a description"));
        return Ok(None);
    };
    Ok(Some(Attribute { pound, path, doc }))
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
        return entries(&content, report).map(Some);
    }
    let missing =
        format_args!("expected `{{ … }}` or `;` after {kind} `{ident}`, found {}", found(input)).to_string();
    let place = if input.is_empty() { ident.span() } else { input.span() };
    report.add(
        Fault::new(place, C19, missing).help("end a declaration with `{ key = value, … }`, or with `;`"),
    );
    Ok(None)
}

/// After a fault, goes on to the end of the declaration, whose keys are still read.
fn resume(input: ParseStream, report: &mut Report) -> syn::Result<Vec<Entry>> {
    while !input.is_empty() && !starts_declaration(input) {
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            return entries(&content, report);
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
