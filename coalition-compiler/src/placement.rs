//! The place of an expansion. A block is written as an item; anywhere else it gets one error, at the user's own line.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use crate::diagnostics::Diagnostics;
use crate::tokens::Tokens;

/// Puts the items of a block into one macro call:
///
/// ```ignore
/// $crate::__private::block! {
///     { words }
///     $crate::__private::placed::coalition! {
///         ::core::compile_error! { "…" }
///         #[$crate::__private::items { const ETHEREUM_MAINNET: … = …; … }] mod coalition {}
///     }
/// }
/// ```
///
/// What is placed begins with a fault, if there is one: it is an expression, too, and is reported wherever the block
/// stands. Without a fault it begins with a module, which is no expression, and which an `impl`, a `trait` or an `extern`
/// block refuses as a whole. Each token of the module carries the span `place`, so that rustc points there. The calls
/// carry the span of the call in the facade, behind which stands a `;`, so that rustc advises none.
pub(crate) fn expand(
    words: &TokenStream,
    diagnostics: &Diagnostics,
    items: TokenStream,
    place: Option<Span>,
    krate: &Tokens,
) -> TokenStream {
    let private = krate.located_at(Span::call_site()).join("__private");
    let faults = diagnostics.to_tokens();
    let module = place.map(|place| module(items, place, krate));
    quote!(#private::block! { { #words } #private::placed::coalition! { #faults #module } })
}

fn module(items: TokenStream, place: Span, krate: &Tokens) -> TokenStream {
    let macro_name = krate.join("__private").join("items").group(Delimiter::Brace, items);
    let group = |delimiter, tokens| {
        let mut group = Group::new(delimiter, tokens);
        group.set_span(place);
        TokenTree::from(group)
    };
    let mut pound = Punct::new('#', Spacing::Alone);
    pound.set_span(place);
    TokenStream::from_iter([
        pound.into(),
        group(Delimiter::Bracket, macro_name.0.into_iter().collect()),
        Ident::new("mod", place).into(),
        Ident::new("coalition", place).into(),
        group(Delimiter::Brace, TokenStream::new()),
    ])
}
