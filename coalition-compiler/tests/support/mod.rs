//! Runs the compiler without rustc and reads its messages back.

#![allow(dead_code, reason = "each test uses its part")]

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::LitStr;

/// The expansion of a block.
pub fn expand(block: &str) -> TokenStream {
    let tokens: TokenStream = block.parse().expect("a block of Rust tokens");
    coalition_compiler::coalition([facade()].into_iter().chain(tokens).collect())
}

/// Returns the tokens that the facade puts before a block.
pub fn facade() -> TokenTree {
    let path: TokenStream = "::coalition".parse().expect("a path");
    Group::new(Delimiter::Bracket, path).into()
}

/// The text of every `compile_error!` of an expansion.
pub fn messages(block: &str) -> Vec<String> {
    compile_errors(expand(block)).into_iter().map(|(text, ..)| text).collect()
}

/// The value that a message says.
#[track_caller]
pub fn got(message: &str) -> &str {
    message.lines().find_map(|line| line.trim().strip_prefix("got: ")).expect("a value")
}

/// The text of every `compile_error!` of an expansion, and the spans of its first and its last token.
pub fn compile_errors(expansion: TokenStream) -> Vec<(String, Span, Span)> {
    let tokens: Vec<TokenTree> = expansion.into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        match at.checked_sub(2).map(|at| &tokens[at]) {
            Some(TokenTree::Ident(name)) if name == "compile_error" => {
                let text: LitStr = syn::parse2(group.stream()).expect("a message");
                found.push((text.value(), name.span(), group.span()));
            }
            _ => found.extend(compile_errors(group.stream())),
        }
    }
    found
}

/// An id of one repeated hex digit pair.
pub fn id(pair: &str) -> String {
    format!("0x{}", pair.repeat(32))
}
