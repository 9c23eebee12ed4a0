//! Messages in expansions, for several tests.

use proc_macro2::{TokenStream, TokenTree};

/// Returns the text of every `compile_error!` in an expansion, at any depth.
pub fn messages(expansion: TokenStream) -> Vec<String> {
    let mut messages = Vec::new();
    let mut is_error = false;
    for token in expansion {
        match token {
            TokenTree::Ident(name) => is_error = name == "compile_error",
            TokenTree::Group(group) if is_error => {
                messages.push(group.stream().to_string());
                is_error = false;
            }
            TokenTree::Group(group) => messages.extend(self::messages(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    messages
}
