//! The compiler of `coalition!`: tokens in, tokens out, and a message for every fault.
//!
//! This is an ordinary library, so that it can be tested without rustc. Users want the crate `coalition`.

#![forbid(unsafe_code)]

mod assert;
mod check;
mod const_checks;
mod derive;
mod diagnostics;
mod drift;
mod emitted;
mod excerpt;
mod expand;
mod fallback;
mod handshake;
mod ide;
mod lower;
mod model;
mod parse;
mod placement;
mod purpose;
mod rustdoc;
mod syntax;
mod text;
mod tokens;

mod vocabulary;

use proc_macro2::{TokenStream, TokenTree};

pub use diagnostics::Code;
use diagnostics::Diagnostics;
use purpose::Purpose;
use tokens::Tokens;
pub use vocabulary::{Key, Kind, Presence, ProfileKey};

/// Expands one `coalition!` block.
///
/// The input begins with a bracketed path to the facade, `[$crate;]`, which the facade's own macro hands on so that
/// renamed and re-exported crates work. A fault never panics: it becomes a `compile_error!` at the tokens at fault.
#[must_use]
pub fn coalition(input: TokenStream) -> TokenStream {
    let (krate, tokens) = split_facade(input);
    let (krate, purpose) = Purpose::split(krate);
    let mut diagnostics = Diagnostics::default();

    let mut words = TokenStream::new();
    let block = parse::block(tokens, &mut diagnostics, |tokens| words = ide::words(tokens));
    let place = block.declarations.first().map(|first| first.kind.span());
    let declared = check::check(&block, &mut diagnostics);
    let Some(declared) = diagnostics.barrier(declared) else {
        let names = fallback::expand(&block, &krate);
        return placement::expand(&words, &diagnostics, names, place, &krate);
    };
    let coalition = lower::lower(&declared);
    let derived = coalition.as_ref().map(derive::derive);

    let items = expand::expand(&declared, derived.as_ref(), &krate);
    let handshake = handshake::expand(&declared, &krate);
    let evidence = purpose.evidence(&declared);
    if purpose == Purpose::Read {
        let items = TokenStream::from_iter([items, handshake, evidence, purpose::read(&declared, &krate)]);
        return placement::expand(&words, &diagnostics, items, place, &krate);
    }
    // Of an imported confluence a pin says the fingerprint alone, so rustc compares what it is made of.
    let compared = coalition.as_ref().zip(derived.as_ref()).filter(|_| !declared.imports_a_confluence());
    drift::check(&declared, compared, &mut diagnostics);
    let checks = const_checks::expand(&declared, compared.is_some(), diagnostics.is_empty(), &krate);
    let items = TokenStream::from_iter([items, handshake, evidence, checks]);
    placement::expand(&words, &diagnostics, items, place, &krate)
}

/// Expands one `assert_fingerprint!(path::TO_CONFIG, "0x…")`, which begins with `[$crate;]` as a block does.
#[must_use]
pub fn assert_fingerprint(input: TokenStream) -> TokenStream {
    let (krate, tokens) = split_facade(input);
    let (krate, purpose) = Purpose::split(krate);
    match purpose {
        Purpose::Read => purpose::read_assertion(&krate),
        Purpose::Build | Purpose::Check => assert::expand(tokens, &krate),
    }
}

/// Splits `[$crate;] declarations…`.
fn split_facade(input: TokenStream) -> (Tokens, TokenStream) {
    let mut tokens = input.into_iter();
    match tokens.next() {
        Some(TokenTree::Group(facade)) => (facade.stream().into(), tokens.collect()),
        first => (quote::quote!(::coalition).into(), first.into_iter().chain(tokens).collect()),
    }
}
