//! What an editor completes, explains and follows: the user's own kinds, keys and spanned names, as references.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::trees::Trees;
use crate::vocabulary::Kind;

/// Hands every declaration to `$crate::__private::ide!`, which refers rust-analyzer to the documentation of each word,
/// and swallows one token where rustc expands:
///
/// ```ignore
/// $crate::__private::ide! { {
///     lattice    lattice    { stable_id content_hash } []
///     confluence confluence { spans acl }              [ETHEREUM_MAINNET UNICHAIN_MAINNET]
/// } }
/// ```
///
/// The first word is the user's, the second is the kind that it is likely to mean: its keys complete also where it is
/// misspelt. Names are those of `spans`.
///
/// This reads tokens, not what was parsed: an editor asks while a declaration is being written. It must come first in
/// the expansion. rust-analyzer expands once as the file stands and once with a word put in at the cursor, and looks
/// in both for the same offset; a message before it, or a root, would differ in length.
pub(crate) fn expand(block: &TokenStream, krate: &Trees) -> TokenStream {
    let mut words = TokenStream::new();
    let mut declaration: Option<Words> = None;
    let tokens: Vec<TokenTree> = block.clone().into_iter().collect();
    let mut previous = Previous::Nothing;
    for (at, token) in tokens.iter().enumerate() {
        let before = previous;
        previous = Previous::from(token);
        match token {
            // After a kind comes its const name, and behind a kind that lacks its name the next declaration.
            TokenTree::Ident(word) if starts(before, word, tokens.get(at + 1)) => {
                words.extend(declaration.replace(Words::new(word)).map(Words::into_tokens));
                previous = Previous::Kind;
            }
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
                if let Some(mut declaration) = declaration.take() {
                    declaration.read(body.stream());
                    words.extend(declaration.into_tokens());
                }
            }
            _ => {}
        }
    }
    words.extend(declaration.map(Words::into_tokens));
    quote!(#krate::__private::ide! { { #words } })
}

/// What stands before a token, as far as it tells what the token is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Previous {
    /// The beginning, or the end of what came before: `,`, `;`, a literal, a block.
    Nothing,
    /// The word that a declaration begins with.
    Kind,
    /// Any other word.
    Word,
    /// A token that something has to follow: `=`, `::`, `#`.
    Open,
}

impl From<&TokenTree> for Previous {
    fn from(token: &TokenTree) -> Self {
        match token {
            TokenTree::Ident(word) if word == "pub" => Self::Nothing,
            TokenTree::Ident(_) => Self::Word,
            TokenTree::Punct(punct) if !matches!(punct.as_char(), ',' | ';') => Self::Open,
            TokenTree::Punct(_) | TokenTree::Literal(_) | TokenTree::Group(_) => Self::Nothing,
        }
    }
}

/// Whether a word at the level of the block is the kind of a declaration.
fn starts(before: Previous, word: &Ident, next: Option<&TokenTree>) -> bool {
    let named = matches!(next, Some(TokenTree::Ident(_)));
    match before {
        Previous::Nothing => word != "pub" && word != "_",
        _ if named => Kind::from_name(&word.to_string()).is_some(),
        Previous::Word => !matches!(next, Some(TokenTree::Punct(_))),
        Previous::Kind | Previous::Open => false,
    }
}

/// The words of one declaration.
struct Words {
    kind: Ident,
    meant: Ident,
    keys: Vec<Ident>,
    names: Vec<Ident>,
}

impl Words {
    fn new(kind: &Ident) -> Self {
        let mut meant = kind.clone();
        if let Some(kind) = Kind::nearest(&kind.to_string()) {
            meant = Ident::new(kind.name(), Span::call_site());
        }
        Self { kind: kind.clone(), meant, keys: Vec::new(), names: Vec::new() }
    }

    /// Reads `{ key = value, … }`, where commas and values may yet be missing.
    fn read(&mut self, body: TokenStream) {
        let mut previous = Previous::Nothing;
        let mut key_is_spans = false;
        for token in body {
            match &token {
                TokenTree::Ident(word) if previous != Previous::Open && word != "_" => {
                    key_is_spans = word == "spans";
                    self.keys.push(word.clone());
                }
                TokenTree::Group(list) if key_is_spans && previous == Previous::Open => {
                    self.names.extend(names(list.stream()));
                }
                _ => {}
            }
            previous = Previous::from(&token);
        }
    }

    fn into_tokens(self) -> TokenStream {
        let Self { kind, meant, keys, names } = self;
        quote!(#kind #meant { #(#keys)* } [#(#names)*])
    }
}

/// The const names of a list. A path is none.
fn names(list: TokenStream) -> Vec<Ident> {
    let tokens: Vec<TokenTree> = list.into_iter().collect();
    let is_colon =
        |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    let mut names = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Ident(name) = token
            && name != "_"
            && !(at > 0 && is_colon(tokens.get(at - 1)) || is_colon(tokens.get(at + 1)))
        {
            names.push(name.clone());
        }
    }
    names
}
