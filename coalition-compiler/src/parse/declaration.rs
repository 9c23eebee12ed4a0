//! Declarations, and what to do where one breaks off.

use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Lit, Path, Token, Visibility, braced, token};

use super::attributes::attributes;
use super::tokens::{
    conflict, equals, evaluates, expected, found, ident, path, starts_component, starts_path, take_dashes,
    text, with_dashes,
};
use super::value::entries;
use crate::diagnostics::Code::{C08, C14, C19};
use crate::diagnostics::{Diagnostics, Fault};
use crate::syntax::{Declaration, Entry, Source, path_place};
use crate::vocabulary::{Kind, Presence};

/// `Declaration := Attribute* Visibility Kind Ident "=" Source Body`
///
/// # Errors
///
/// Every fault is reported here and parsed past; an error is one that syn could not be kept from returning.
pub(super) fn declaration(
    input: ParseStream,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Option<Declaration>> {
    let attributes = attributes(input, diagnostics)?;
    let visibility = input.parse::<Visibility>()?;
    let Some(mut kind) = ident(input) else {
        if conflict(input, diagnostics)? {
            return Ok(None);
        }
        if input.is_empty() {
            let place = attributes.last().map_or_else(Span::call_site, |a| a.pound);
            diagnostics.add(
                Fault::new(place, C19, "nothing follows this").help("remove it, or write the declaration"),
            );
        } else {
            let fault = expected(input, "a declaration");
            diagnostics.add(if input.peek(Token![;]) || input.peek(Token![,]) {
                fault.help("remove it: a declaration ends with its `}`, or with the one `;` in place of `{ … }`")
            } else {
                fault.help(format_args!(
                    "a declaration is written `kind CONST_NAME = \"name\" {{ key = value, … }}`; kinds are {}",
                    Kind::list()
                ))
            });
            resume(input, diagnostics)?;
        }
        return Ok(None);
    };
    let written = with_dashes(input, &kind);
    if kind != written && Kind::from_name(&written).is_some() {
        let place = kind.span();
        let fault = Fault::new(place, C08, format_args!("there is no kind `{}`", written.replace('_', "-")));
        diagnostics.add(fault.help(format_args!("write `{written}`")));
        take_dashes(input, &mut kind)?;
    }
    // A kind that stands alone, as while it is being written, leaves the declaration after it whole.
    let is_named = input.peek(syn::Ident) && !starts_declaration(input);
    let Some(mut ident) = (if is_named { Some(input.parse::<Ident>()?) } else { None }) else {
        diagnostics.add(match Kind::nearest(&kind.to_string()) {
            Some(kind) => expected(input, "the name of a const").help(format_args!(
                "write `{} CONST_NAME = \"name\" {{ … }}`: the const of that name is what the block emits",
                kind.name()
            )),
            None => Fault::new(kind.span(), C08, format_args!("there is no kind `{kind}`"))
                .help(format_args!("kinds are {}", Kind::list())),
        });
        while !input.is_empty()
            && !input.peek(Token![=])
            && !input.peek(token::Brace)
            && !starts_declaration(input)
        {
            if let TokenTree::Ident(name) = input.parse()? {
                diagnostics.add_unread(name);
            }
        }
        resume(input, diagnostics)?;
        return Ok(None);
    };
    let place = input.span();
    let name = ident.clone();
    if take_dashes(input, &mut ident)? {
        let fault = Fault::new(place, C19, format_args!("expected `=` after `{name}`, found `-`"));
        diagnostics.add(fault.help(format_args!("a const name has no dashes: write `{kind} {ident} = …`")));
    }
    let mut source = source(input, &kind, &ident, diagnostics)?;
    match &source {
        Source::Path(path) if is_struct_literal(input) => {
            diagnostics.add(struct_literal(path, &kind, &ident));
            input.parse::<TokenTree>()?;
            let (source, entries) = (Source::Invalid, Vec::new());
            return Ok(Some(Declaration {
                attributes,
                visibility,
                kind,
                ident,
                source,
                entries,
                whole: false,
            }));
        }
        _ => {}
    }
    let evaluated = matches!(source, Source::Path(_)) && evaluates(input) && !input.peek(token::Brace);
    let body = match source {
        Source::Invalid => None,
        _ => body(input, &kind, &ident, evaluated, diagnostics)?,
    };
    let (entries, whole) = match body {
        Some(body) => body,
        None => (resume(input, diagnostics)?, false),
    };
    if Kind::from_name(&kind.to_string()).is_none() {
        // It may be an item of Rust, which ends so.
        input.parse::<Option<Token![;]>>()?;
    }
    if evaluated {
        // What was read is the head of an expression.
        source = Source::Invalid;
    }
    Ok(Some(Declaration { attributes, visibility, kind, ident, source, entries, whole }))
}

/// `Source := LitStr | Path`
fn source(
    input: ParseStream,
    kind: &Ident,
    ident: &Ident,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Source> {
    let known = Kind::from_name(&kind.to_string()).is_some();
    if !known && !input.peek(Token![=]) {
        // An item of Rust, say: that there is no such kind is all there is to report.
        return Ok(Source::Invalid);
    }
    let write = |found: Fault| {
        found.help(format_args!("write `{kind} {ident} = \"name\"`, or `= path::TO_CONST` to import it"))
    };
    if !equals(input, diagnostics, write)? {
        return Ok(Source::Invalid);
    }
    if let Some(text) = text(input) {
        return Ok(Source::Text(text));
    }
    if starts_path(input) && !starts_declaration(input) {
        return Ok(path(input, diagnostics).map_or(Source::Invalid, Source::Path));
    }
    let fault = Fault::new(
        input.span(),
        if input.peek(Lit) { C14 } else { C19 },
        format_args!("expected the name of {kind} `{ident}`, found {}", found(input)),
    );
    diagnostics.add(fault.help(format_args!(
        "write its name in quotes, `{kind} {ident} = \"name\"`, or the path of a const to import"
    )));
    Ok(Source::Invalid)
}

/// `Body := "{" Entries "}" | ";"` and whether its keys could be read, or nothing where it has another form.
fn body(
    input: ParseStream,
    kind: &Ident,
    ident: &Ident,
    evaluated: bool,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Option<(Vec<Entry>, bool)>> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        return Ok(Some((Vec::new(), true)));
    }
    if input.peek(token::Brace) {
        let content;
        braced!(content in input);
        return entries(&content, diagnostics).map(Some);
    }
    let missing =
        format_args!("expected `{{ … }}` or `;` after {kind} `{ident}`, found {}", found(input)).to_string();
    let place = if input.is_empty() { ident.span() } else { input.span() };
    diagnostics.add(Fault::new(place, C19, missing).help(if evaluated {
        "write its name in quotes, or the path of a const to import: nothing is evaluated here"
    } else {
        "end a declaration with `{ key = value, … }`, or with `;`"
    }));
    Ok(None)
}

/// After a fault, goes on to the end of the declaration, whose keys are still read.
fn resume(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<Vec<Entry>> {
    while !input.is_empty() && !starts_declaration(input) {
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            return Ok(entries(&content, diagnostics)?.0);
        }
        if matches!(input.parse()?, TokenTree::Punct(punct) if punct.as_char() == ';') {
            break;
        }
    }
    Ok(Vec::new())
}

/// The fault of a component that is written as Rust writes its type, with the form that it has here.
fn struct_literal(path: &Path, kind: &Ident, ident: &Ident) -> Fault {
    let fault =
        Fault::new(path_place(path), C19, format_args!("{kind} `{ident}` is written as a struct of Rust"));
    let Some(kind) = Kind::from_name(&kind.to_string()) else { return fault };
    let keys = kind.keys().iter().filter(|key| key.declared == Presence::Required);
    let keys: Vec<&str> = keys.map(|key| key.example).collect();
    let body = if keys.is_empty() { ";".to_owned() } else { format!(" {{ {} }}", keys.join(", ")) };
    fault.help(format_args!("write `{} {ident} = \"name\"{body}`", kind.name()))
}

/// Whether a struct's fields stand here: `{ name: …`.
fn is_struct_literal(input: ParseStream) -> bool {
    let fields = |input: ParseStream| {
        let content;
        braced!(content in input);
        let is_field =
            content.peek(Ident::peek_any) && content.peek2(Token![:]) && !content.peek2(Token![::]);
        let is_literal = is_field || content.peek(Token![..]);
        content.parse::<proc_macro2::TokenStream>()?;
        syn::Result::Ok(is_literal)
    };
    fields(&input.fork()).unwrap_or(false)
}

/// Whether a new declaration begins here: `kind CONST_NAME`, or the attributes and the visibility above one.
fn starts_declaration(input: ParseStream) -> bool {
    input.peek(Token![#]) || input.peek(Token![pub]) || starts_component(input)
}
