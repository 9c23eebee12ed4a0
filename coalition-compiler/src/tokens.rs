//! Tokens that are written more than once.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Some tokens, taken apart. They are copied into a stream as they are, where a stream that is put into a stream is
/// several calls into rustc.
#[derive(Clone, Default)]
pub(crate) struct Tokens(pub(crate) Vec<TokenTree>);

impl Tokens {
    /// The same tokens, with the same meaning, at another place.
    pub(crate) fn located_at(&self, place: Span) -> Self {
        let mut trees = self.clone();
        for tree in &mut trees.0 {
            tree.set_span(tree.span().located_at(place));
        }
        trees
    }

    /// `path::name`, behind a path.
    pub(crate) fn join(&self, name: &str) -> Self {
        let colons = [Punct::new(':', Spacing::Joint), Punct::new(':', Spacing::Alone)];
        let name = TokenTree::from(Ident::new(name, Span::call_site()));
        let behind = colons.into_iter().map(TokenTree::from).chain([name]);
        Self(self.0.iter().cloned().chain(behind).collect())
    }

    /// Appends `name: value,`.
    pub(crate) fn field(&mut self, name: &str, value: Self) {
        let [colon, comma] = [':', ','].map(|c| TokenTree::from(Punct::new(c, Spacing::Alone)));
        self.0.extend([Ident::new(name, Span::call_site()).into(), colon]);
        self.0.extend(value.0);
        self.0.push(comma);
    }

    /// `path(…)`, `path { … }`, behind a path.
    pub(crate) fn group(mut self, delimiter: Delimiter, tokens: TokenStream) -> Self {
        self.0.push(Group::new(delimiter, tokens).into());
        self
    }
}

impl From<TokenStream> for Tokens {
    fn from(tokens: TokenStream) -> Self {
        Self(tokens.into_iter().collect())
    }
}

impl ToTokens for Tokens {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
