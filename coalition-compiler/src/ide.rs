//! References for editors: the user's own kinds, keys and spanned names, which they complete, explain and follow.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;

use crate::tokens::Tokens;
use crate::vocabulary::Kind;

/// Lists the words of every declaration for `$crate::__private::block!`, which refers rust-analyzer to their
/// documentation:
///
/// ```ignore
/// lattice    lattice    { stable_id content_hash } []
/// confluence confluence { spans acl }              [ETHEREUM_MAINNET UNICHAIN_MAINNET]
/// ```
///
/// The first word is the user's, the second is the kind that it is likely to mean: its keys complete also where it is
/// misspelt. Names are those of `spans`.
///
/// This reads tokens, not what was parsed: an editor asks while a declaration is being written. It must come first in
/// the expansion. rust-analyzer expands once as the file stands and once with a word put in at the cursor, and looks
/// in both for the same offset; a message before it, or a root, would differ in length.
pub(crate) fn words(block: Cursor) -> TokenStream {
    let mut words = Tokens::default();
    let mut declaration: Option<Words> = None;
    let mut previous = PreviousToken::Nothing;
    for (token, rest) in tokens(block) {
        let before = previous;
        previous = PreviousToken::from(&token);
        match token {
            // After a kind comes its const name, and after a kind without a name the next declaration.
            Token::Word(word, text) if starts(before, &text, rest) => {
                if let Some(before) = declaration.replace(Words::new(word, &text)) {
                    before.push(&mut words);
                }
                previous = PreviousToken::Kind;
            }
            Token::Group(Delimiter::Brace, body) => {
                if let Some(mut declaration) = declaration.take() {
                    declaration.read(body);
                    declaration.push(&mut words);
                }
            }
            _ => {}
        }
    }
    if let Some(declaration) = declaration {
        declaration.push(&mut words);
    }
    words.into()
}

/// A token, as far as it matters here which one it is.
enum Token<'b> {
    /// An identifier and its text, which rustc is asked for once.
    Word(Ident, String),
    Group(Delimiter, Cursor<'b>),
    Punct(char),
    Literal,
}

/// Each token with the tokens after it. They are read where syn keeps them for the parser: a second look at a stream
/// would be as many calls into rustc.
fn tokens(mut cursor: Cursor<'_>) -> impl Iterator<Item = (Token<'_>, Cursor<'_>)> {
    std::iter::from_fn(move || {
        let (token, rest) = if let Some((word, rest)) = cursor.ident() {
            let text = word.to_string();
            (Token::Word(word, text), rest)
        } else if let Some((inside, delimiter, _, rest)) = cursor.any_group() {
            (Token::Group(delimiter, inside), rest)
        } else {
            match cursor.token_tree()? {
                (TokenTree::Punct(punct), rest) => (Token::Punct(punct.as_char()), rest),
                (_, rest) => (Token::Literal, rest),
            }
        };
        cursor = rest;
        Some((token, rest))
    })
}

/// The context before a token, as far as it tells what the token is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PreviousToken {
    /// The beginning, or the end of what came before: `,`, `;`, a literal, a block.
    Nothing,
    /// The word that a declaration begins with.
    Kind,
    /// Any other word.
    Word,
    /// A token that something has to follow: `=`, `::`, `#`.
    Open,
}

impl From<&Token<'_>> for PreviousToken {
    fn from(token: &Token) -> Self {
        match token {
            Token::Word(_, text) if text == "pub" => Self::Nothing,
            Token::Word(..) => Self::Word,
            Token::Punct(',' | ';') | Token::Literal | Token::Group(..) => Self::Nothing,
            Token::Punct(_) => Self::Open,
        }
    }
}

/// Returns `true` if a word at the level of the block is the kind of a declaration.
fn starts(before: PreviousToken, word: &str, rest: Cursor) -> bool {
    let named = rest.ident().is_some();
    match before {
        PreviousToken::Nothing => word != "pub" && word != "_",
        _ if named => Kind::from_name(word).is_some(),
        PreviousToken::Word => rest.punct().is_none(),
        PreviousToken::Kind | PreviousToken::Open => false,
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
    fn new(kind: Ident, text: &str) -> Self {
        let nearest = Kind::nearest(text);
        let meant = nearest.map_or_else(|| kind.clone(), |kind| Ident::new(kind.name(), Span::call_site()));
        Self { kind, meant, keys: Vec::new(), names: Vec::new() }
    }

    /// Reads `{ key = value, … }`, where commas and values may yet be missing.
    fn read(&mut self, body: Cursor) {
        let mut previous = PreviousToken::Nothing;
        let mut key_is_spans = false;
        for (token, _) in tokens(body) {
            let before = previous;
            previous = PreviousToken::from(&token);
            match token {
                Token::Word(word, text) if before != PreviousToken::Open && text != "_" => {
                    key_is_spans = text == "spans";
                    self.keys.push(word);
                }
                Token::Group(_, list) if key_is_spans && before == PreviousToken::Open => {
                    self.names.extend(names(list));
                }
                _ => {}
            }
        }
    }

    fn push(self, words: &mut Tokens) {
        let list = |delimiter, words: Vec<Ident>| {
            Group::new(delimiter, words.into_iter().map(TokenTree::from).collect()).into()
        };
        let Self { kind, meant, keys, names } = self;
        let (keys, names) = (list(Delimiter::Brace, keys), list(Delimiter::Bracket, names));
        words.0.extend([kind.into(), meant.into(), keys, names]);
    }
}

/// The const names of a list. A path is none.
fn names(list: Cursor) -> Vec<Ident> {
    let mut names = Vec::new();
    let mut after_colon = false;
    for (token, rest) in tokens(list) {
        let before_colon = rest.punct().is_some_and(|(punct, _)| punct.as_char() == ':');
        let is_path = after_colon || before_colon;
        after_colon = matches!(token, Token::Punct(':'));
        match token {
            Token::Word(name, text) if text != "_" && !is_path => names.push(name),
            _ => {}
        }
    }
    names
}
