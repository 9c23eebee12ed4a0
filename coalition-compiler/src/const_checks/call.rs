//! Calls of checks, and the spans that they carry.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::expand::Expander;
use crate::model::{Pin, Value};
use crate::tokens::Tokens;

/// A condition for checking the whole coalition, and the check that fails if it does not hold.
pub(super) struct Condition {
    pub(super) check: TokenStream,
    pub(super) holds: TokenStream,
}

/// `Some(*b"…")` or `None`, and the span of what was written.
pub(super) fn specified(pin: Pin, expander: &Expander) -> (Tokens, Span) {
    match pin {
        Pin::Frozen(bytes, span) => {
            let bytes = proc_macro2::Literal::byte_string(&bytes);
            (expander.option(Some(quote!(*#bytes))), span)
        }
        Pin::Unfrozen(span) => (expander.none.clone(), span),
    }
}

/// A call of a check. Every token of the call itself carries the span of what is checked, and so does the panic: rustc
/// points there, and adds no note about a macro. The alias hides no const of the user's from the arguments. `room` is an
/// argument for a const parameter.
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

pub(super) fn span<const N: usize>(id: &Value<N>) -> Span {
    match id {
        Value::Literal(_, span) => *span,
        Value::Path(path) => {
            path.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span())
        }
    }
}
