//! The place of an expansion. A block is written as an item; anywhere else it gets one error, at the user's own line.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote_spanned;

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
/// block refuses as a whole. Each token of the module carries the span `place`, so that rustc points there.
///
/// The calls are placed there too. After a fault, rustc may say that it ignores the items, and advise a `;` after the call.
/// Then the calls are placed at the `$crate` of the facade, which a `;` follows, so that rustc gives no advice.
pub(crate) fn expand(
    words: &TokenStream,
    diagnostics: &Diagnostics,
    items: TokenStream,
    place: Option<Span>,
    krate: &Tokens,
) -> TokenStream {
    let facade = krate.0.last().map(TokenTree::span);
    let call_place = if diagnostics.is_empty() { place } else { facade };
    let span = call_place.map_or_else(Span::call_site, |call| Span::call_site().located_at(call));
    let path = krate.located_at(span);
    let faults = diagnostics.to_tokens();
    let module = place.map(|place| module(items, place, krate));
    let placed = quote_spanned!(span=> #path::__private::placed::coalition! { #faults #module });
    quote_spanned!(span=> #path::__private::block! { { #words } #placed })
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
