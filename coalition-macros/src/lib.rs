//! The procedural macros that expand `coalition!` and `assert_fingerprint!`.
//!
//! Use the crate `coalition` instead. Its macros call these, and pass their `$crate`.

#![forbid(unsafe_code)]

use proc_macro::TokenStream;

/// Expands `coalition! { … }`, which the crate `coalition` documents.
#[doc(hidden)]
#[proc_macro]
pub fn coalition(input: TokenStream) -> TokenStream {
    coalition_compiler::coalition(input.into()).into()
}

/// Expands `assert_fingerprint!(CONFIG, "0x…")`, which the crate `coalition` documents.
#[doc(hidden)]
#[proc_macro]
pub fn assert_fingerprint(input: TokenStream) -> TokenStream {
    coalition_compiler::assert_fingerprint(input.into()).into()
}

/// Replaces a module by the items in its arguments: `#[items { const A: …; const B: …; }] mod … {}`.
///
/// If items are not allowed there, as in an `impl`, rustc refuses the module and reports one error.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn items(items: TokenStream, _module: TokenStream) -> TokenStream {
    items
}

/// Returns its tokens unchanged.
///
/// If they are not an expression, rustc's error about a procedural macro is shorter than the one about a `macro_rules!`
/// macro, which gives advice about this library's source.
#[doc(hidden)]
#[proc_macro]
pub fn placed(tokens: TokenStream) -> TokenStream {
    tokens
}
