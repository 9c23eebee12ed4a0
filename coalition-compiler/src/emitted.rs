//! The consts that a block emits: their names, and the spans of their tokens.

use proc_macro2::{Group, Ident, Span, TokenTree};
use quote::{ToTokens, format_ident};
use syn::Visibility;

use crate::tokens::{Tokens, punct};

/// `NAME_ROOT`
pub(crate) fn root(coalition: &Ident) -> Ident {
    format_ident!("{coalition}_ROOT", span = coalition.span())
}

/// `NAME_HANDSHAKE`
pub(crate) fn handshake(coalition: &Ident) -> Ident {
    format_ident!("{coalition}_HANDSHAKE", span = coalition.span())
}

/// Returns `pub const NAME: Type = value;`.
///
/// If the name is taken, rustc underlines the whole item, so each token of the item has the place of the name. They are still
/// tokens of a macro, so rustc does not warn about an unused const.
pub(crate) fn item(
    visibility: &Visibility,
    name: &Ident,
    ty: impl Into<Tokens>,
    value: impl Into<Tokens>,
) -> Tokens {
    let place = Span::call_site().located_at(name.span());
    let mut item = located_at(visibility, place);
    item.0.extend([Ident::new("const", place).into(), name.clone().into(), punct(':', place)]);
    item.0.append(&mut ty.into().0);
    item.0.push(punct('=', place));
    item.0.append(&mut value.into().0);
    item.0.push(punct(';', place));
    item
}

/// Returns a visibility at another place. Names in its parentheses keep their spans, which decide how they resolve.
fn located_at(visibility: &Visibility, place: Span) -> Tokens {
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
    Tokens(visibility.to_token_stream().into_iter().map(relocate).collect())
}
