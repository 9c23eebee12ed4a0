//! The pieces that declarations and values are read with.

use proc_macro2::{Delimiter, Literal, Punct, Spacing, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Lifetime, Path, Token, Visibility};

use crate::diagnostics::Code::C19;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::text::Text;
use crate::vocabulary::Kind;

/// Takes a `=`, and returns `true` if there was one.
pub(super) fn equals(input: ParseStream) -> syn::Result<bool> {
    let stands_here = input.peek(Token![=]) && !input.peek(Token![==]) && !input.peek(Token![=>]);
    if stands_here {
        input.parse::<Token![=]>()?;
    }
    Ok(stands_here)
}

/// Returns `true` if the next token makes an expression, or a call of a macro, of the tokens before it.
pub(super) fn evaluates(input: ParseStream) -> bool {
    match input.fork().parse() {
        Ok(TokenTree::Punct(punct)) => !matches!(punct.as_char(), ';' | ',' | '#'),
        Ok(TokenTree::Group(group)) => group.delimiter() != Delimiter::None,
        _ => false,
    }
}

/// Returns `true` if the `kind CONST_NAME` of a declaration is next.
pub(super) fn starts_component(input: ParseStream) -> bool {
    // In `the lattice lattice A` the first is a word of a comment.
    let is_kind = |word: Option<Ident>| word.is_some_and(|word| Kind::from_name(&word.to_string()).is_some());
    let ends_a_line = || {
        let fork = input.fork();
        ident(&fork).is_some() && is_kind(ident(&fork)) && fork.peek(syn::Ident)
    };
    input.peek(Ident::peek_any)
        && input.peek2(syn::Ident)
        && is_kind(ident(&input.fork()))
        && !(input.peek3(syn::Ident) && ends_a_line())
}

/// Records the const names of the declarations that begin in tokens that are skipped.
pub(super) fn skip_declarations(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<()> {
    while !input.is_empty() {
        if starts_component(input) {
            ident(input);
            diagnostics.add_unread(input.parse()?);
        } else {
            input.parse::<TokenTree>()?;
        }
    }
    Ok(())
}

/// Reports the marker of a merge conflict, such as `<<<<<<< HEAD`, and skips its line.
pub(super) fn conflict(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<bool> {
    let marker = found(input);
    let marker = marker.trim_matches('`');
    let is_marker =
        ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|known| marker.starts_with(known));
    if is_marker {
        diagnostics.add_conflict(expected(input, "a key or a declaration"));
        skip_line(input)?;
    }
    Ok(is_marker)
}

/// Skips the tokens up to the end of the line.
pub(super) fn skip_line(input: ParseStream) -> syn::Result<()> {
    let line = input.span().start().line;
    while !input.is_empty() && input.span().start().line == line {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Takes the dashes in an identifier, as no identifier of Rust has them: `stable-id` is `stable_id`.
pub(super) fn take_dashes(input: ParseStream, first: &mut Ident) -> syn::Result<bool> {
    if !input.peek(Token![-]) {
        return Ok(false);
    }
    let name = with_dashes(input, first);
    let has_dashes = *first != name;
    while has_dashes && input.peek(Token![-]) && input.peek2(Ident::peek_any) {
        input.parse::<Token![-]>()?;
        ident(input);
    }
    if has_dashes {
        *first = Ident::new(&name, first.span());
    }
    Ok(has_dashes)
}

/// An identifier that was written with dashes, as no identifier of Rust is, with `_` in place of them.
pub(super) fn with_dashes(input: ParseStream, first: &Ident) -> String {
    let (mut name, fork) = (first.to_string(), input.fork());
    while fork.peek(Token![-]) && fork.peek2(Ident::peek_any) {
        let _ = fork.parse::<Token![-]>();
        name.extend(ident(&fork).map(|part| format!("_{part}")));
    }
    name
}

pub(super) fn skip_to_comma(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Returns `true` if a path begins here. A keyword of Rust begins none, except those that name a module.
pub(super) fn starts_path(input: ParseStream) -> bool {
    input.peek(syn::Ident)
        || input.peek(Token![::])
        || input.peek(Token![self])
        || input.peek(Token![Self])
        || input.peek(Token![super])
        || input.peek(Token![crate])
}

/// A path in the style of a `use`: no generics.
pub(super) fn path(input: ParseStream, diagnostics: &mut Diagnostics) -> Option<Path> {
    const HELP: &str = "write a path such as `unichain_handshake::MAINNET`";
    match input.call(Path::parse_mod_style) {
        Ok(path) => {
            let module = path.get_ident().filter(|word| *word == "super" || *word == "crate");
            if let Some(module) = module {
                let found = format!("`{module}` is a module, and no const of it");
                diagnostics.add(Diagnostic::new(module.span(), C19, found).help(HELP));
            }
            module.is_none().then_some(path)
        }
        Err(error) => {
            diagnostics.add(Diagnostic::new(error.span(), C19, error).help(HELP));
            None
        }
    }
}

/// Any identifier, a keyword too: `type = 1` is a parameter like any other.
pub(super) fn ident(input: ParseStream) -> Option<Ident> {
    // A lone `_` is an identifier to syn's `parse_any`, and a placeholder to this language.
    if input.peek(Token![_]) || !input.peek(Ident::peek_any) {
        return None;
    }
    input.call(Ident::parse_any).ok()
}

/// Returns `true` if a keyword of Rust is next, as in front of a Rust item's name.
pub(super) fn starts_with_keyword(input: ParseStream) -> bool {
    input.peek(Ident::peek_any) && !input.peek(syn::Ident) && !input.peek(Token![_])
}

/// Takes that keyword. A visibility, such as `pub(crate)`, is taken as a whole.
pub(super) fn take_keyword(input: ParseStream) -> syn::Result<()> {
    if matches!(input.parse()?, Visibility::Inherited) {
        ident(input);
    }
    Ok(())
}

/// A string literal without a suffix.
pub(super) fn text(input: ParseStream) -> Option<Text> {
    let text = input.cursor().literal().and_then(|(token, _)| Text::read(token))?;
    input.parse::<Literal>().ok().map(|_| text)
}

pub(super) fn expected(input: ParseStream, what: &str) -> Diagnostic {
    Diagnostic::new(input.span(), C19, format_args!("expected {what}, found {}", found(input)))
}

/// The next token, in backticks.
pub(super) fn found(input: ParseStream) -> String {
    if let Ok(lifetime) = input.fork().parse::<Lifetime>() {
        return format!("`{lifetime}`");
    }
    match input.fork().parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) => match group.delimiter() {
            Delimiter::Brace => "`{`".into(),
            Delimiter::Bracket => "`[`".into(),
            Delimiter::Parenthesis => "`(`".into(),
            Delimiter::None => format!("`{group}`"),
        },
        Ok(TokenTree::Punct(_)) => {
            let (fork, mut written) = (input.fork(), String::new());
            while let Ok(punct) = fork.parse::<Punct>() {
                written.push(punct.as_char());
                if punct.spacing() == Spacing::Alone {
                    break;
                }
            }
            format!("`{written}`")
        }
        Ok(token) => format!("`{token}`"),
        Err(_) => "the end".into(),
    }
}
