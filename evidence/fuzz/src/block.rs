//! What must hold of the expansion of any block.

use proc_macro2::{TokenStream, TokenTree};

/// Expands a block, where it is one of Rust tokens at all, which rustc sees to before a macro is called.
pub fn expansion(block: &str) -> Option<TokenStream> {
    // The spans of a thread are kept for ever otherwise.
    proc_macro2::extra::invalidate_current_thread_spans();
    let tokens: TokenStream = format!("[::coalition] {block}").parse().ok()?;
    Some(coalition_compiler::coalition(tokens))
}

/// The text of every `compile_error!` of an expansion.
pub fn messages(expansion: &TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = expansion.clone().into_iter().collect();
    tokens
        .windows(3)
        .filter_map(|window| match window {
            [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(group)]
                if name == "compile_error" =>
            {
                Some(syn::parse2::<syn::LitStr>(group.stream()).expect("a message").value())
            }
            _ => None,
        })
        .collect()
}

/// Expands a block and holds the result against what every result must be: items of Rust, and either messages, each
/// with a code and with what to write instead, or the root.
///
/// # Panics
///
/// Where it is not.
pub fn expand(block: &str) {
    let Some(expansion) = expansion(block) else { return };
    let messages = messages(&expansion);
    let file = syn::parse2::<syn::File>(expansion).expect("items of Rust");
    for message in &messages {
        let first = message.lines().next().unwrap_or_default();
        let (_, code) = first.rsplit_once(" [C").expect("a code");
        assert!(code.len() == 3 && code.ends_with(']'), "{message}");
        assert!(message.contains("\nhelp: "), "{message}");
    }
    let is_root = |item: &syn::Item| matches!(item, syn::Item::Const(item) if item.ident.to_string().ends_with("_ROOT"));
    assert!(
        !messages.is_empty() || file.items.iter().any(is_root),
        "neither a message nor a result: {block}"
    );
}
