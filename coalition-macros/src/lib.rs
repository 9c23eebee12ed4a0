//! The procedural macros that expand `coalition!` and `assert_fingerprint!`.
//!
//! Use the crate `coalition` instead. Its macros call these, and pass their `$crate`.

#![forbid(unsafe_code)]

use proc_macro::{TokenStream, TokenTree};

/// Completes the error `expected type, found doc comment …`.
const DOC: &str = "/// `coalition!` block: write it as an item or a statement";

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

/// Returns its tokens, with a doc comment before a module.
///
/// Outside of item position, rustc reports an error. About a procedural macro it is shorter than about a `macro_rules!`
/// macro, where rustc advises users to edit this library. In a type, rustc would report the module's attribute and its
/// keyword. A doc comment gets one error, which shows its text.
#[doc(hidden)]
#[proc_macro]
pub fn placed(tokens: TokenStream) -> TokenStream {
    let first = tokens.clone().into_iter().next();
    let is_module = matches!(first, Some(TokenTree::Punct(mark)) if mark.as_char() == '#');
    let doc = if is_module { DOC.parse().unwrap_or_default() } else { TokenStream::new() };
    [doc, tokens].into_iter().collect()
}
