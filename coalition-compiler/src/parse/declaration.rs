//! Declarations, and what to do where one breaks off.

use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Lit, Path, Token, Visibility, braced, token};

use super::attributes::attributes;
use super::entry::{Body, entries};
use super::tokens::{
    conflict, equals, evaluates, expected, found, ident, path, starts_component, starts_path,
    starts_with_keyword, take_dashes, take_keyword, text, with_dashes,
};
use crate::diagnostics::Code::{C08, C14, C19};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::syntax::{Attribute, Declaration, Entry, Source, path_place};
use crate::vocabulary::{Kind, MODULES, Presence};

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
    let Some(mut kind) = kind(input, &attributes, diagnostics)? else { return Ok(None) };
    let is_item = refuse_word(input, &mut kind, diagnostics);
    let Some(ident) = const_name(input, &kind, diagnostics)? else { return Ok(None) };
    let mut declaration = Declaration {
        attributes,
        visibility,
        kind,
        ident,
        source: Source::Invalid,
        entries: Vec::new(),
        whole: false,
    };
    let Declaration { kind, ident, .. } = &declaration;
    let is_known = Kind::from_name(&kind.to_string()).is_some();
    if !is_known && !input.peek(Token![=]) {
        // It may be an item of Rust: that there is no such kind is all there is to report.
        diagnostics.add_nameless();
        skip_declaration(input)?;
        return Ok(Some(declaration));
    }
    let source = source(input, kind, ident, diagnostics)?;
    match &source {
        Source::Path(path) if is_struct_literal(input) => {
            diagnostics.add(struct_literal(path, kind, ident));
            input.parse::<TokenTree>()?;
            return Ok(Some(declaration));
        }
        _ => {}
    }
    let evaluated = !matches!(source, Source::Invalid) && evaluates(input) && !input.peek(token::Brace);
    let body = match source {
        Source::Invalid => None,
        _ => body(input, kind, ident, evaluated, diagnostics)?,
    };
    (declaration.entries, declaration.whole) = match body {
        Some(body) => body,
        None => (rest(input, diagnostics)?, false),
    };
    if is_item || !is_known {
        input.parse::<Option<Token![;]>>()?;
    }
    if !evaluated {
        // Otherwise it is the head of an expression.
        declaration.source = source;
    }
    Ok(Some(declaration))
}

/// The word that a declaration begins with.
fn kind(
    input: ParseStream,
    attributes: &[Attribute],
    diagnostics: &mut Diagnostics,
) -> syn::Result<Option<Ident>> {
    let Some(mut kind) = ident(input) else {
        if conflict(input, diagnostics)? {
            return Ok(None);
        }
        if input.is_empty() {
            let place = attributes.last().map_or_else(Span::call_site, |a| a.pound);
            diagnostics.add(
                Diagnostic::new(place, C19, "nothing follows this")
                    .help("remove it, or write the declaration"),
            );
            diagnostics.add_nameless();
        } else if input.peek(Token![;]) || input.peek(Token![,]) {
            diagnostics.add(
                expected(input, "a declaration").help(
                    "remove it: a declaration ends with its `}`, or with the one `;` in place of `{ … }`",
                ),
            );
            input.parse::<TokenTree>()?;
        } else {
            diagnostics.add(expected(input, "a declaration").help(format_args!(
                "a declaration is written `kind CONST_NAME = \"name\" {{ key = value, … }}`; kinds are {}",
                Kind::list()
            )));
            diagnostics.add_nameless();
            skip_declaration(input)?;
        }
        return Ok(None);
    };
    let written = with_dashes(input, &kind);
    if kind != written && Kind::from_name(&written).is_some() {
        let place = kind.span();
        let fault =
            Diagnostic::new(place, C08, format_args!("there is no kind `{}`", written.replace('_', "-")));
        diagnostics.add(fault.help(format_args!("write `{written}`")));
        take_dashes(input, &mut kind)?;
    }
    Ok(Some(kind))
}

/// Reports a word in front of the kind, as in an item of Rust: `let coalition …`.
fn refuse_word(input: ParseStream, kind: &mut Ident, diagnostics: &mut Diagnostics) -> bool {
    let is_word = starts_component(input) && Kind::nearest(&kind.to_string()).is_none();
    if let Some(next) = is_word.then(|| ident(input)).flatten() {
        let fault = Diagnostic::new(kind.span(), C08, format_args!("there is no kind `{kind}`"));
        diagnostics.add(fault.help(format_args!("remove it: the declaration begins with `{next}`")));
        *kind = next;
    }
    is_word
}

/// The name of the const that a declaration emits.
fn const_name(input: ParseStream, kind: &Ident, diagnostics: &mut Diagnostics) -> syn::Result<Option<Ident>> {
    let stands_here = |input: ParseStream| input.peek(syn::Ident) && !starts_declaration(input);
    if stands_here(input) {
        let mut ident = input.parse::<Ident>()?;
        let (place, first) = (input.span(), ident.clone());
        if take_dashes(input, &mut ident)? {
            let fault = Diagnostic::new(place, C19, format_args!("expected `=` after `{first}`, found `-`"));
            diagnostics
                .add(fault.help(format_args!("a const name has no dashes: write `{kind} {ident} = …`")));
        }
        return Ok(Some(ident));
    }
    let Some(meant) = Kind::nearest(&kind.to_string()) else {
        let fault = Diagnostic::new(kind.span(), C08, format_args!("there is no kind `{kind}`"));
        diagnostics.add(fault.help(format_args!("kinds are {}", Kind::list())));
        diagnostics.add_nameless();
        skip_declaration(input)?;
        return Ok(None);
    };
    diagnostics.add(expected(input, "the name of a const").help(format_args!(
        "write `{} CONST_NAME = \"{}\" …`: the block emits a const of that name",
        meant.name(),
        example(meant)
    )));
    // `lattice pub NAME`, `lattice const NAME`
    let fork = input.fork();
    if starts_with_keyword(&fork) {
        take_keyword(&fork)?;
        if stands_here(&fork) {
            take_keyword(input)?;
            return input.parse().map(Some);
        }
    }
    // A kind that stands alone, as while it is being written, leaves the declaration after it whole.
    diagnostics.add_nameless();
    skip_declaration(input)?;
    Ok(None)
}

/// `Source := LitStr | Path`
fn source(
    input: ParseStream,
    kind: &Ident,
    ident: &Ident,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Source> {
    if !equals(input)? {
        if !input.peek(Token![:]) || input.peek(Token![::]) {
            // The word that was read may not be a name.
            diagnostics.add_nameless();
        }
        diagnostics.add(expected(input, "`=`").help(format_args!("write {}", declared(kind, ident))));
        return Ok(Source::Invalid);
    }
    if let Some(text) = text(input) {
        return Ok(Source::Text(text));
    }
    let is_none = input.peek(syn::Ident) && input.fork().parse::<Ident>()? == "None";
    let is_self = (input.peek(Token![self]) || input.peek(Token![Self])) && !input.peek2(Token![::]);
    if starts_path(input) && !starts_declaration(input) && !is_none && !is_self {
        return Ok(path(input, diagnostics).map_or(Source::Invalid, Source::Path));
    }
    if Kind::nearest(&kind.to_string()).is_none() {
        // It is no declaration, but another item or statement, which is reported at its kind.
        return Ok(Source::Invalid);
    }
    let fault = Diagnostic::new(
        input.span(),
        if input.peek(Lit) { C14 } else { C19 },
        format_args!("expected the name of {kind} `{ident}`, found {}", found(input)),
    );
    diagnostics.add(fault.help(format_args!("write {}", declared(kind, ident))));
    Ok(Source::Invalid)
}

/// Returns the beginning of a declaration: `lattice ETHEREUM_MAINNET = "name"`.
fn declared(kind: &Ident, ident: &Ident) -> String {
    let name = Kind::from_name(&kind.to_string()).map_or("name", example);
    let module = ident.to_string().to_lowercase();
    let name = if *kind == "module" && MODULES.contains(&module.as_str()) { &module } else { name };
    let import = if *kind == "coalition" { "" } else { ", or the path of a const to import" };
    format!("`{kind} {ident} = \"{name}\"`{import}")
}

/// Returns the example of a component's name in a message.
fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::Coalition => "name.space",
        Kind::Module => "atlas",
        _ => "name",
    }
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
        return entries(Body::Declaration, &content, diagnostics).map(Some);
    }
    let missing =
        format_args!("expected `{{ … }}` or `;` after {kind} `{ident}`, found {}", found(input)).to_string();
    let place = if input.is_empty() { ident.span() } else { input.span() };
    let fault = Diagnostic::new(place, C19, missing);
    diagnostics.add(if evaluated {
        fault.help(format_args!("write {}: nothing is evaluated here", declared(kind, ident)))
    } else {
        fault.help("end a declaration with `{ key = value, … }`, or with `;`")
    });
    Ok(None)
}

/// Goes on to the end of a declaration after a fault. Its keys are still read, if that is what its last braces hold.
fn rest(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<Vec<Entry>> {
    let is_first = input.peek(token::Brace);
    while !input.is_empty() && !starts_declaration(input) {
        if input.peek(token::Brace) && is_last(input)? && !is_first {
            let content;
            braced!(content in input);
            let (entries, _) = entries(Body::Declaration, &content, diagnostics)?;
            input.parse::<Option<Token![;]>>()?;
            return Ok(entries);
        }
        if skip_one(input)? {
            break;
        }
    }
    Ok(Vec::new())
}

/// Goes on to the end of a declaration of which nothing can be read.
fn skip_declaration(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !starts_declaration(input) && !skip_one(input)? {}
    Ok(())
}

/// Skips a token. `true` if it ends a declaration.
fn skip_one(input: ParseStream) -> syn::Result<bool> {
    let ends = input.peek(token::Brace) && is_last(input)?;
    let token = input.parse::<TokenTree>()?;
    if ends {
        input.parse::<Option<Token![;]>>()?;
    }
    let is_semicolon = matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
    Ok(ends || is_semicolon && !input.peek(token::Brace))
}

/// Returns `true` if the declaration ends after the next braces.
fn is_last(input: ParseStream) -> syn::Result<bool> {
    let after = input.fork();
    after.parse::<TokenTree>()?;
    Ok(after.is_empty() || after.peek(Token![;]) || starts_declaration(&after) || after.peek(syn::Ident))
}

/// The fault of a component that is written as Rust writes its type, with the form that it has here.
fn struct_literal(path: &Path, kind: &Ident, ident: &Ident) -> Diagnostic {
    let fault = Diagnostic::new(
        path_place(path),
        C19,
        format_args!("{kind} `{ident}` is written as a struct of Rust"),
    );
    let Some(kind) = Kind::from_name(&kind.to_string()) else { return fault };
    let keys = kind.keys().iter().filter(|key| key.declared == Presence::Required);
    let keys: Vec<&str> = keys.map(|key| key.example).collect();
    let body = if keys.is_empty() { ";".to_owned() } else { format!(" {{ {} }}", keys.join(", ")) };
    fault.help(format_args!("write `{} {ident} = \"{}\"{body}`", kind.name(), example(kind)))
}

/// Returns `true` if the fields of a struct are next: `{ name: …`.
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

/// Returns `true` if a declaration begins here: `kind CONST_NAME`, or the attributes and the visibility above one.
fn starts_declaration(input: ParseStream) -> bool {
    input.peek(Token![#]) || input.peek(Token![pub]) || starts_component(input)
}
