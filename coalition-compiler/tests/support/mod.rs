//! Runs the compiler without rustc and reads its messages back.

#![allow(dead_code, reason = "each test uses its part")]

use proc_macro2::{TokenStream, TokenTree};

/// The expansion of a block.
pub fn expand(block: &str) -> TokenStream {
    let tokens: TokenStream = block.parse().expect("a block of Rust tokens");
    coalition_compiler::coalition([facade()].into_iter().chain(tokens).collect())
}

fn facade() -> TokenTree {
    let path: TokenStream = "::coalition".parse().expect("a path");
    proc_macro2::Group::new(proc_macro2::Delimiter::Bracket, path).into()
}

/// The text of every `compile_error!` of an expansion.
pub fn messages(block: &str) -> Vec<String> {
    let tokens: Vec<TokenTree> = expand(block).into_iter().collect();
    tokens
        .windows(3)
        .filter_map(|window| match window {
            [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(group)]
                if name == "compile_error" =>
            {
                let literal = syn::parse2::<syn::LitStr>(group.stream()).expect("a message");
                Some(literal.value())
            }
            _ => None,
        })
        .collect()
}

/// An id of one repeated hex digit pair.
pub fn id(pair: &str) -> String {
    format!("0x{}", pair.repeat(32))
}
