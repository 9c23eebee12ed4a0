//! The proc-macro shell of `coalition!`. Users want the crate `coalition`, whose macros hand `$crate` on to these.

#![forbid(unsafe_code)]

use proc_macro::TokenStream;

/// Expands `coalition! { … }`; documented on the facade.
#[doc(hidden)]
#[proc_macro]
pub fn coalition(input: TokenStream) -> TokenStream {
    coalition_compiler::coalition(input.into()).into()
}

/// Expands `assert_fingerprint!(CONFIG, "0x…")`; documented on the facade.
#[doc(hidden)]
#[proc_macro]
pub fn assert_fingerprint(input: TokenStream) -> TokenStream {
    coalition_compiler::assert_fingerprint(input.into()).into()
}
