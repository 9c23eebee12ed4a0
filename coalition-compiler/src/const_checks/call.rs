//! Calls of the checks in `coalition-checks`, with the user's spans.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::expand::Expander;
use crate::model::{BytesOrPath, Pin};
use crate::tokens::Tokens;

/// A check, and the condition under which it passes. The whole coalition is checked only if every condition holds.
pub(super) struct Condition {
    pub(super) check: TokenStream,
    pub(super) holds: TokenStream,
}

/// Returns the value of a pin as `Some(*b"…")`, or `None` if it is `_`, and the pin's span.
pub(super) fn specified(pin: Pin, expander: &Expander) -> (Tokens, Span) {
    match pin {
        Pin::Frozen(bytes, span) => {
            let bytes = proc_macro2::Literal::byte_string(&bytes);
            (expander.option(Some(quote!(*#bytes))), span)
        }
        Pin::Unfrozen(span) => (expander.none.clone(), span),
    }
}

/// Returns a call of a check. `room` is the argument of its const parameter.
///
/// All tokens of the call have the span of the checked value, so rustc's error points there and has no note about a macro.
/// The function is renamed, so that it shadows no const of the user's.
pub(super) fn call(
    krate: &Tokens,
    check: &str,
    span: Span,
    room: Option<usize>,
    arguments: &TokenStream,
) -> TokenStream {
    let function = format_ident!("{check}");
    let alias = Ident::new(&format!("__coalition_{check}"), span);
    let room = room.map(|room| quote!(::<#room>));
    let call = quote_spanned!(span=> #alias #room (#arguments));
    quote!({ use #krate::__private::#function as #alias; #call })
}

pub(super) fn span<const N: usize>(id: &BytesOrPath<N>) -> Span {
    match id {
        BytesOrPath::Literal(_, span) => *span,
        BytesOrPath::Path(path) => {
            path.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span())
        }
    }
}
