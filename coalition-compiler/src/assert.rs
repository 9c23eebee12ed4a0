//! `assert_fingerprint!`: the check for a configuration that comes whole from elsewhere.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

use crate::check::id;
use crate::diagnostics::Diagnostics;
use crate::model::Pin;
use crate::parse;
use crate::syntax;
use crate::tokens::Tokens;

/// Expands `Path "," Value ","?`:
///
/// ```ignore
/// const _: () = {
///     const fn __coalition_assertion<T: $crate::__private::HasFingerprint>(_: &T) -> T::Assertion { T::ASSERTION }
///     let __coalition_config = &path::TO_CONFIG;
///     let __coalition_assertion = __coalition_assertion(__coalition_config);
///     __coalition_assertion.check(__coalition_config, …)
/// };
/// ```
///
/// The type of the const decides which check that is. Every token of the call carries the span of the literal, so that
/// rustc points there when it panics. The tokens before it carry the span of the path, for a type that has no fingerprint.
pub(crate) fn expand(tokens: TokenStream, krate: &Tokens) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let assertion = parse::assertion(tokens, &mut diagnostics).and_then(|(config, pin)| {
        let pin = id::pin(&pin, "assert_fingerprint!", &mut diagnostics)?;
        Some((config, pin))
    });
    match diagnostics.barrier(assertion) {
        Some((config, pin)) => call(&config, pin, krate),
        None => diagnostics.to_tokens(),
    }
}

fn call(config: &Path, pin: Pin, krate: &Tokens) -> TokenStream {
    let (specified, span) = match pin {
        Pin::Frozen(bytes, span) => {
            let bytes = Literal::byte_string(&bytes);
            (quote!(#krate::__private::Some(*#bytes)), span)
        }
        Pin::Unfrozen(span) => (quote!(#krate::__private::None), span),
    };
    let at = syntax::path_place(config).last();
    let bound = krate.located_at(at).join("__private").join("HasFingerprint");
    // rustc shows the bound beside the const, so it has a span in the user's file.
    let assertion = quote_spanned! {at=>
        const fn __coalition_assertion<T: #bound>(_: &T) -> T::Assertion {
            T::ASSERTION
        }
        let __coalition_config = &#config;
        let __coalition_assertion = __coalition_assertion(__coalition_config);
    };
    let config = Ident::new("__coalition_config", at);
    let binding = Ident::new("__coalition_assertion", span);
    let call = quote_spanned!(span=> #binding.check(#config, #specified));
    // So has the item, in case rustc allows no item in this place.
    quote_spanned!(Span::call_site().located_at(at)=> const _: () = { #assertion #call };)
}
