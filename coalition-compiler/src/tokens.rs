//! Tokens that are written more than once.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// A buffer of tokens. Appending it to a stream copies the tokens, but appending a stream costs several calls into rustc.
#[derive(Clone, Default)]
pub(crate) struct Tokens(pub(crate) Vec<TokenTree>);

impl Tokens {
    /// Returns the same tokens, resolved in the same way, but located at another place.
    pub(crate) fn located_at(&self, place: Span) -> Self {
        let mut trees = self.clone();
        for tree in &mut trees.0 {
            tree.set_span(tree.span().located_at(place));
        }
        trees
    }

    /// Returns `path::name`, for a path.
    pub(crate) fn join(&self, name: &str) -> Self {
        let colons = [Punct::new(':', Spacing::Joint), Punct::new(':', Spacing::Alone)];
        let mut path = self.clone();
        path.0.extend(colons.map(TokenTree::from));
        path.0.push(Ident::new(name, Span::call_site()).into());
        path
    }

    /// Appends `name: value,`.
    pub(crate) fn field(&mut self, name: &str, value: impl Into<Self>) {
        self.0.extend([Ident::new(name, Span::call_site()).into(), punct(':', Span::call_site())]);
        self.0.append(&mut value.into().0);
        self.0.push(punct(',', Span::call_site()));
    }

    /// Appends `#[doc = text]`.
    pub(crate) fn doc(&mut self, text: Literal) {
        let place = Span::call_site();
        let doc = [Ident::new("doc", place).into(), punct('=', place), TokenTree::from(text)];
        let doc = Group::new(Delimiter::Bracket, TokenStream::from_iter(doc));
        self.0.extend([punct('#', place), doc.into()]);
    }

    /// Returns `path(…)` or `path { … }`, for a path.
    pub(crate) fn group(mut self, delimiter: Delimiter, tokens: impl Into<TokenStream>) -> Self {
        self.0.push(Group::new(delimiter, tokens.into()).into());
        self
    }
}

/// Returns a punctuation mark that is not joined with the next one.
pub(crate) fn punct(mark: char, place: Span) -> TokenTree {
    let mut punct = Punct::new(mark, Spacing::Alone);
    punct.set_span(place);
    punct.into()
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

impl From<Tokens> for TokenStream {
    fn from(tokens: Tokens) -> Self {
        Self::from_iter(tokens.0)
    }
}

impl From<Literal> for Tokens {
    fn from(literal: Literal) -> Self {
        Self(vec![literal.into()])
    }
}
