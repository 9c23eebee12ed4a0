//! Properties of the expansion of any block.

use proc_macro2::{TokenStream, TokenTree};

/// Expands a block, if the text is valid Rust tokens. rustc ensures that before it calls a macro.
pub fn expansion(block: &str) -> Option<TokenStream> {
    // Otherwise proc-macro2 keeps the spans of this thread forever.
    proc_macro2::extra::invalidate_current_thread_spans();
    let tokens: TokenStream = format!("[::coalition] {block}").parse().ok()?;
    Some(coalition_compiler::coalition(tokens))
}

/// Returns the text of every `compile_error!` in an expansion, at any depth.
pub fn messages(expansion: &TokenStream) -> Vec<String> {
    let mut messages = Vec::new();
    let mut is_error = false;
    for token in expansion.clone() {
        match token {
            TokenTree::Ident(name) => is_error = name == "compile_error",
            TokenTree::Group(group) if is_error => {
                messages.push(syn::parse2::<syn::LitStr>(group.stream()).expect("a message").value());
                is_error = false;
            }
            TokenTree::Group(group) => messages.extend(self::messages(&group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    messages
}

/// Returns `true` if an expansion has a `const …_ROOT` at any depth.
fn has_root(expansion: &TokenStream) -> bool {
    let mut is_const = false;
    expansion.clone().into_iter().any(|token| match token {
        TokenTree::Ident(name) => {
            let is_root = is_const && name.to_string().ends_with("_ROOT");
            is_const = name == "const";
            is_root
        }
        TokenTree::Group(group) => has_root(&group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Expands a block and checks the result: Rust items, and either the root or messages that each have a code and a help
/// line.
///
/// # Panics
///
/// Panics if the result is anything else.
pub fn expand(block: &str) {
    let Some(expansion) = expansion(block) else { return };
    let messages = messages(&expansion);
    let has_root = has_root(&expansion);
    syn::parse2::<syn::File>(expansion).expect("items of Rust");
    for message in &messages {
        let first = message.lines().next().unwrap_or_default();
        let (_, code) = first.rsplit_once(" [C").expect("a code");
        assert!(code.len() == 3 && code.ends_with(']'), "{message}");
        assert!(message.contains("\nhelp: "), "{message}");
    }
    assert!(!messages.is_empty() || has_root, "neither a message nor a result: {block}");
}
