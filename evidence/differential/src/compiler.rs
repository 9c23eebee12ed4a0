//! The compiler, called as the library that it is.

use anyhow::{Result, anyhow};
use proc_macro2::{TokenStream, TokenTree};

/// What the compiler says of a block.
#[derive(Debug)]
pub struct Messages(Vec<String>);

impl Messages {
    pub fn of(block: &str) -> Result<Self> {
        // The spans of a thread are kept for ever otherwise.
        proc_macro2::extra::invalidate_current_thread_spans();
        let tokens: TokenStream =
            format!("[::coalition] {block}").parse().map_err(|error| anyhow!("{error}"))?;
        let expansion: Vec<TokenTree> = coalition_compiler::coalition(tokens).into_iter().collect();
        let messages = expansion.windows(3).filter_map(|window| match window {
            [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(group)]
                if name == "compile_error" =>
            {
                Some(syn::parse2::<syn::LitStr>(group.stream()).map(|text| text.value()))
            }
            _ => None,
        });
        Ok(Self(messages.collect::<syn::Result<_>>()?))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the coalition is said to have drifted to this root.
    pub fn drifted_to(&self, root: &str) -> bool {
        let got = format!("got: {root}");
        self.0.iter().any(|message| {
            message.starts_with("coalition `")
                && message.lines().next().is_some_and(|line| line.ends_with(" [C01]"))
                && message.lines().any(|line| line.trim_start() == got)
        })
    }

    /// The codes of the messages.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|message| code(message))
    }
}

/// The code at the end of a message's first line.
pub fn code(message: &str) -> &str {
    let line = message.lines().next().unwrap_or_default();
    line.rsplit_once('[').map_or("", |(_, code)| code.trim_end_matches(']'))
}
