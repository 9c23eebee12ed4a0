//! The consts that a block emits: their names, and the spans of their tokens.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Visibility;

/// `NAME_ROOT`
pub(crate) fn root(coalition: &Ident) -> Ident {
    format_ident!("{coalition}_ROOT", span = coalition.span())
}

/// `NAME_HANDSHAKE`
pub(crate) fn handshake(coalition: &Ident) -> Ident {
    format_ident!("{coalition}_HANDSHAKE", span = coalition.span())
}

/// `pub const NAME: Type = value;`. rustc underlines a whole item where its name is taken, so each of the item's own tokens
/// carries the place of the name. They stay tokens of a macro, so that rustc does not warn about a const that is not used.
pub(crate) fn item(
    visibility: &Visibility,
    name: &Ident,
    ty: &TokenStream,
    value: &impl ToTokens,
) -> TokenStream {
    let place = Span::call_site().located_at(name.span());
    let visibility = located_at(visibility, place);
    quote_spanned!(place=> #visibility const #name: #ty = #value;)
}

/// A visibility at another place. Names within its parentheses keep their spans, which say what they mean.
fn located_at(visibility: &Visibility, place: Span) -> TokenStream {
    let relocate = |tree| match tree {
        TokenTree::Group(group) => {
            let mut group = Group::new(group.delimiter(), group.stream());
            group.set_span(place);
            group.into()
        }
        mut tree => {
            tree.set_span(place);
            tree
        }
    };
    visibility.to_token_stream().into_iter().map(relocate).collect()
}
