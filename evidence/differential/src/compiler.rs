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
        let mut messages = Vec::new();
        read(coalition_compiler::coalition(tokens), &mut messages)?;
        Ok(Self(messages))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the notes of the coalition's drift to this root. `None` if there is no message of it.
    pub fn drifted_to(&self, root: &str) -> Option<Vec<String>> {
        let got = format!("got: {root}");
        let is_drift = |message: &&String| {
            message.starts_with("coalition `")
                && code(message) == "C01"
                && message.lines().any(|line| line.trim_start() == got)
        };
        self.0.iter().find(is_drift).map(|message| notes(message))
    }

    /// The codes of the messages.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|message| code(message))
    }
}

/// Returns the notes of a message.
pub fn notes(message: &str) -> Vec<String> {
    message.lines().filter_map(|line| line.trim_start().strip_prefix("note: ")).map(str::to_owned).collect()
}

/// The code at the end of a message's first line.
pub fn code(message: &str) -> &str {
    let line = message.lines().next().unwrap_or_default();
    line.rsplit_once('[').map_or("", |(_, code)| code.trim_end_matches(']'))
}

/// Reads the text of each `compile_error!`, however deep it stands.
fn read(expansion: TokenStream, messages: &mut Vec<String>) -> Result<()> {
    let mut is_error = false;
    for token in expansion {
        match token {
            TokenTree::Ident(name) => is_error = name == "compile_error",
            TokenTree::Group(group) if is_error => {
                messages.push(syn::parse2::<syn::LitStr>(group.stream())?.value());
                is_error = false;
            }
            TokenTree::Group(group) => read(group.stream(), messages)?,
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    Ok(())
}
