//! The syntax tree of a block, with spans. Nothing in it is checked yet.

use proc_macro2::{Literal, Span};
use syn::{Ident, LitBool, LitInt, Path, Visibility};

use crate::diagnostics::{Diagnostic, TokenRange};
use crate::excerpt::shorten;
use crate::text::Text;

/// The largest number of characters of a text that a description quotes. An `MR_TD` of 98 is quoted whole.
const LONGEST_TEXT: usize = 100;

/// `coalition! { … }`: the declarations in the order written.
pub(crate) struct Block {
    pub(crate) declarations: Vec<Declaration>,
}

/// `[doc comments] kind CONST_NAME = source { key = value, … }`
pub(crate) struct Declaration {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) kind: Ident,
    pub(crate) ident: Ident,
    pub(crate) source: Source,
    pub(crate) entries: Vec<Entry>,
    /// `true` if it could be read to its end.
    pub(crate) whole: bool,
}

/// `#[path …]`. syn's own attribute holds a whole expression of Rust, which nests as deep as anyone writes it.
pub(crate) struct Attribute {
    pub(crate) pound: Span,
    pub(crate) path: Path,
    /// The text of a doc comment. `None` of any other attribute.
    pub(crate) doc: Option<Text>,
}

impl Declaration {
    /// The lines of its doc comments.
    pub(crate) fn docs(&self) -> Vec<Text> {
        self.attributes.iter().filter_map(|attribute| attribute.doc.clone()).collect()
    }
}

/// The source of a declaration, after its `=`.
pub(crate) enum Source {
    /// A string declares the component here.
    Text(Text),
    /// A path imports a const.
    Path(Path),
    /// Something else, which was reported.
    Invalid,
}

/// `key = value`
pub(crate) struct Entry {
    pub(crate) key: Ident,
    /// The fault of another token in place of the `=`, or within the key. It is reported unless the key is unknown.
    pub(crate) fault: Option<Diagnostic>,
    pub(crate) value: Value,
}

/// The value of an entry, after its `=`.
pub(crate) enum Value {
    /// `_`
    Placeholder(Span),
    /// `"…"`
    Text(Text),
    /// `500`
    Integer(LitInt),
    /// `true`
    Bool(LitBool),
    /// `unichain_handshake::MAINNET`, `self`
    Path(Path),
    /// `[…]`
    List(Span, Vec<Value>),
    /// `{ … }`
    Map(Span, Vec<Entry>),
    /// `id("0x…")`
    Call(Ident, Box<Value>),
    /// A literal that no key takes, with what it is.
    Literal(Literal, &'static str),
    /// Any other value, with what it is.
    Other(TokenRange, &'static str),
    /// Something that was reported already.
    Invalid,
}

impl Value {
    pub(crate) fn place(&self) -> TokenRange {
        match self {
            Self::Placeholder(span) | Self::List(span, _) | Self::Map(span, _) => (*span).into(),
            Self::Text(literal) => literal.span().into(),
            Self::Integer(literal) => literal.span().into(),
            Self::Bool(literal) => literal.span().into(),
            Self::Path(path) => path_place(path),
            Self::Call(name, _) => name.span().into(),
            Self::Literal(literal, _) => literal.span().into(),
            Self::Other(place, _) => *place,
            Self::Invalid => Span::call_site().into(),
        }
    }

    /// The value in a few words, for "expected …, found …".
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Placeholder(_) => "`_`".into(),
            Self::Text(literal) => format!("the text `{:?}`", shorten(literal.value(), LONGEST_TEXT)),
            Self::Integer(literal) => format!("the integer `{literal}`"),
            Self::Bool(literal) => format!("`{}`", literal.value),
            Self::Path(path) => format!("`{}`", path_text(path)),
            Self::List(..) => "a list".into(),
            Self::Map(..) => "a block".into(),
            Self::Call(name, _) => format!("`{name}(…)`"),
            Self::Literal(_, what) | Self::Other(_, what) => (*what).into(),
            Self::Invalid => "something else".into(),
        }
    }
}

/// Returns the tokens from the first to the last segment of a path.
pub(crate) fn path_place(path: &Path) -> TokenRange {
    let first = match &path.leading_colon {
        Some(colon) => colon.spans[0],
        None => path.segments.first().map_or_else(Span::call_site, |segment| segment.ident.span()),
    };
    TokenRange::between(first, path.segments.last().map_or(first, syn::spanned::Spanned::span))
}

/// A path as its author wrote it.
pub(crate) fn path_text(path: &Path) -> String {
    let segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    format!("{}{}", if path.leading_colon.is_some() { "::" } else { "" }, segments.join("::"))
}
