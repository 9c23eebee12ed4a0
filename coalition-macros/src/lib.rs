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

/// Replaces a module by the items of its arguments, `#[items { const A: …; const B: …; }] mod … {}`.
///
/// Where no items may stand, as in an `impl`, rustc refuses the module and never sees the items. That is one error.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn items(items: TokenStream, _module: TokenStream) -> TokenStream {
    items
}

/// Leaves its tokens as they are. Where they are no expression, rustc's error about a procedural macro is shorter than the
/// one about a `macro_rules!` macro, which has advice about the facade's source.
#[doc(hidden)]
#[proc_macro]
pub fn placed(tokens: TokenStream) -> TokenStream {
    tokens
}
