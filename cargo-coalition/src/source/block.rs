//! The blocks of `coalition!` in a source file, as they are written: names, places and pins.
//!
//! The names and the pins are read here. Only a build says if a pin holds.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use crate::source::source_file::SourceFile;

/// One `coalition!` block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceBlock {
    /// The coalition's name, such as `ethereum.superchain`.
    pub name: String,
    pub const_name: String,
    /// The bytes of the const name in its file.
    pub const_bytes: Range<usize>,
    /// The number of blocks before it in its file. It stays the same when a pin is written.
    pub index: usize,
    /// The bytes between the delimiters of the invocation, those included.
    pub bytes: Range<usize>,
    pub body: BlockBody,
    pub fingerprint: PinValue,
    pub handshake: PinValue,
    /// The bytes of the entry `expect_fingerprint = …`, from its key to the end of its value.
    pub pin_bytes: Option<Range<usize>>,
    /// Every pin that has an entry: of the coalition, of its handshake, and of what is declared in the block.
    pub pins: Vec<PlacedPin>,
    /// The entry `expect_components = "…"`.
    pub components: Option<BlockEntry>,
    /// `true` if it stands under a `#[cfg]`, or in the arguments of another macro. Then the file alone does not tell
    /// whether it is built.
    pub conditional: bool,
}

/// An entry of a block, `key = "text"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockEntry {
    /// The bytes from its key to the end of its value.
    pub bytes: Range<usize>,
    /// The text between the quotes, if it has no escapes.
    pub text: Option<String>,
}

/// A pin with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedPin {
    pub of: Pinned,
    pub pin: PinValue,
    /// The bytes of its value.
    pub bytes: Range<usize>,
}

/// The subject of a pin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pinned {
    Coalition,
    Handshake,
    /// A confluence, a module or the ticket issuer, declared in the block.
    Part {
        /// The words of its declaration, such as ``module `atlas` ``.
        subject: String,
        const_name: String,
    },
}

/// The part of a block after the coalition's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockBody {
    /// `;` at this byte.
    Semicolon(usize),
    /// `{ … }`, from the byte of the brace to behind the other one.
    Braces(Range<usize>),
}

/// A pin as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinValue {
    Missing,
    /// `_`
    Open,
    /// The text between the quotes.
    Frozen(String),
    /// Something that is no pin.
    Other,
}

impl PinValue {
    pub fn frozen(&self) -> Option<&str> {
        match self {
            Self::Frozen(value) => Some(value),
            _ => None,
        }
    }
}

/// The deepest nesting that is searched. A block that stands deeper is found if a build expands it.
const DEEPEST: usize = 256;

/// The blocks of a file, in their order. A file that is no Rust has none.
pub fn blocks(source: &SourceFile) -> Vec<SourceBlock> {
    let (mark, code) = source.code();
    let mut blocks = Vec::new();
    // The tokens of a large file cost more than a look at its text.
    if code.contains("coalition")
        && let Ok(tokens) = code.parse::<TokenStream>()
    {
        walk(tokens, 0, false, mark, &mut blocks);
    }
    for (index, block) in blocks.iter_mut().enumerate() {
        block.index = index;
    }
    blocks
}

/// Returns `true` if a file calls a macro of the crate `coalition`, be it in the body of another macro.
pub fn has_calls(source: &SourceFile) -> bool {
    source.code().1.parse().is_ok_and(|tokens| calls(tokens, 0))
}

fn calls(tokens: TokenStream, depth: usize) -> bool {
    if depth > DEEPEST {
        return false;
    }
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_macro = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "coalition" || ident == "assert_fingerprint");
    tokens.windows(2).any(|pair| is_macro(&pair[0]) && is_punct(Some(&pair[1]), '!'))
        || tokens
            .iter()
            .any(|token| matches!(token, TokenTree::Group(group) if calls(group.stream(), depth + 1)))
}

/// Looks for blocks wherever one may stand: among items, in functions, in the arguments of other macros.
fn walk(tokens: TokenStream, depth: usize, conditional: bool, mark: usize, blocks: &mut Vec<SourceBlock>) {
    if depth > DEEPEST {
        return;
    }
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut all = conditional;
    let mut item = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket && is_cfg(group) => {
                if is_punct(at.checked_sub(1).and_then(|at| tokens.get(at)), '!') {
                    all = true;
                } else {
                    item = true;
                }
            }
            TokenTree::Group(group) => {
                let is_invocation = is_punct(at.checked_sub(1).and_then(|at| tokens.get(at)), '!');
                match read(group, all || item, mark).filter(|_| is_invocation) {
                    Some(block) => blocks.push(block),
                    // The body of a macro is no block yet.
                    None if is_macro_rules(&tokens[..at]) => {}
                    None => walk(group.stream(), depth + 1, all || item || is_invocation, mark, blocks),
                }
                item &= group.delimiter() != Delimiter::Brace;
            }
            TokenTree::Punct(punct) if matches!(punct.as_char(), ';' | ',') => item = false,
            _ => {}
        }
    }
}

fn is_cfg(group: &Group) -> bool {
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(ident)) if ident == "cfg")
}

/// `macro_rules! NAME`
fn is_macro_rules(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Ident(word), bang, TokenTree::Ident(_)] if word == "macro_rules" && is_punct(Some(bang), '!'))
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

/// `[doc comments] [visibility] coalition CONST_NAME = "name"` at the head of an invocation makes it a block, whatever
/// name the macro was imported by.
fn read(group: &Group, conditional: bool, mark: usize) -> Option<SourceBlock> {
    let mut tokens = group.stream().into_iter().peekable();
    while is_punct(tokens.peek(), '#') {
        tokens.next();
        tokens.next_if(|token| matches!(token, TokenTree::Group(_)))?;
    }
    if tokens.next_if(|token| matches!(token, TokenTree::Ident(ident) if ident == "pub")).is_some() {
        tokens.next_if(|token| matches!(token, TokenTree::Group(_)));
    }
    ident(tokens.next()).filter(|kind| kind == "coalition")?;
    let const_name = ident(tokens.next())?;
    is_punct(tokens.next().as_ref(), '=').then_some(())?;
    let name = text(&tokens.next()?)?;
    let shift = |bytes: Range<usize>| bytes.start + mark..bytes.end + mark;
    let (body, entries) = match tokens.next()? {
        TokenTree::Punct(punct) if punct.as_char() == ';' => {
            (BlockBody::Semicolon(shift(punct.span().byte_range()).start), TokenStream::new())
        }
        TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
            (BlockBody::Braces(shift(body.span().byte_range())), body.stream())
        }
        _ => return None,
    };
    let entries: Vec<TokenTree> = entries.into_iter().collect();
    let declarations: Vec<TokenTree> = tokens.collect();
    let own = [(Pinned::Coalition, "expect_fingerprint"), (Pinned::Handshake, "expect_handshake")];
    let own = own.into_iter().filter_map(|(of, key)| placed(of, &entries, key));
    let pins = own.chain(declarations.windows(5).filter_map(part));
    let pins = pins.map(|found| PlacedPin { bytes: shift(found.bytes), ..found });
    Some(SourceBlock {
        name,
        index: 0,
        pins: pins.collect(),
        const_bytes: shift(const_name.span().byte_range()),
        const_name: const_name.to_string(),
        bytes: shift(group.span().byte_range()),
        body,
        fingerprint: pin(&entries, "expect_fingerprint"),
        handshake: pin(&entries, "expect_handshake"),
        pin_bytes: bytes(&entries, "expect_fingerprint").map(shift),
        components: bytes(&entries, "expect_components").map(|found| BlockEntry {
            bytes: shift(found),
            text: pin(&entries, "expect_components").frozen().map(Into::into),
        }),
        conditional,
    })
}

/// `kind CONST_NAME = "name" { … expect_fingerprint = …, … }`
fn part(declaration: &[TokenTree]) -> Option<PlacedPin> {
    let [TokenTree::Ident(kind), TokenTree::Ident(const_name), equals, name, TokenTree::Group(body)] =
        declaration
    else {
        return None;
    };
    is_punct(Some(equals), '=').then_some(())?;
    let subject = format!("{} `{}`", kind.to_string().replace('_', " "), text(name)?);
    let entries: Vec<TokenTree> = body.stream().into_iter().collect();
    let const_name = const_name.to_string();
    placed(Pinned::Part { subject, const_name }, &entries, "expect_fingerprint")
}

/// The pin at a key.
fn placed(of: Pinned, entries: &[TokenTree], key: &str) -> Option<PlacedPin> {
    let value = entry(entries, key)?.last()?.span().byte_range();
    Some(PlacedPin { of, pin: pin(entries, key), bytes: value })
}

/// The tokens of `key = value`.
fn entry<'e>(entries: &'e [TokenTree], key: &str) -> Option<&'e [TokenTree]> {
    let mut entries = entries.split(|token| is_punct(Some(token), ','));
    entries.find(|entry| matches!(entry.first(), Some(TokenTree::Ident(ident)) if ident == key))
}

/// The bytes of `key = value`.
fn bytes(entries: &[TokenTree], key: &str) -> Option<Range<usize>> {
    let entry = entry(entries, key)?;
    Some(entry.first()?.span().byte_range().start..entry.last()?.span().byte_range().end)
}

/// The value of `key = value`.
fn pin(entries: &[TokenTree], key: &str) -> PinValue {
    match entry(entries, key) {
        None => PinValue::Missing,
        Some([_, equals, TokenTree::Ident(value)]) if is_punct(Some(equals), '=') && value == "_" => {
            PinValue::Open
        }
        Some([_, equals, value]) if is_punct(Some(equals), '=') => {
            text(value).map_or(PinValue::Other, PinValue::Frozen)
        }
        Some(_) => PinValue::Other,
    }
}

fn ident(token: Option<TokenTree>) -> Option<Ident> {
    match token {
        Some(TokenTree::Ident(ident)) => Some(ident),
        _ => None,
    }
}

/// A string literal in its plain form. Names and pins need no escapes.
fn text(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    let literal = literal.to_string();
    let text = literal.strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains('\\')).then(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::{BlockBody, PinValue, SourceBlock, blocks};
    use crate::source::source_file::SourceFile;

    fn read(text: &str) -> (SourceFile, Vec<SourceBlock>) {
        let source = SourceFile { path: "a.rs".into(), text: text.into() };
        let found = blocks(&source);
        (source, found)
    }

    #[test]
    fn bytes_are_those_of_the_file() {
        let (source, found) = read(
            "\u{feff}// ünï\r\nuse coalition::coalition as declare;\r\ndeclare! {\r\n/// dö\r\npub(crate) coalition \
             ÄB = \"ä.b\" { expect_handshake = _, expect_fingerprint = \"0x1\" }\r\n}\r\n",
        );
        let [block] = found.as_slice() else { panic!("one block, not {found:?}") };
        assert_eq!((block.name.as_str(), block.const_name.as_str()), ("ä.b", "ÄB"));
        assert_eq!(&source.text[block.const_bytes.clone()], "ÄB");
        assert!(source.text[block.bytes.clone()].starts_with('{'));
        let BlockBody::Braces(braces) = &block.body else { panic!("braces") };
        assert!(source.text[braces.clone()].starts_with("{ expect_handshake"));
        assert_eq!(
            (&block.fingerprint, &block.handshake),
            (&PinValue::Frozen("0x1".into()), &PinValue::Open)
        );
        assert!(!block.conditional);
    }

    #[test]
    fn a_block_may_stand_anywhere() {
        let (_, found) = read(
            r#"
            coalition!(coalition A = "a.a";);
            #[cfg(feature = "b")] coalition::coalition! { coalition B = "b.b" {} }
            mod c { fn c() { coalition::coalition! { coalition C = "c.c"; } } }
            #[cfg(test)] mod d { mod e { ::coalition::coalition! { coalition D = "d.d" { expect_fingerprint = 1 } } } }
            whatever! { coalition! [ coalition E = "e.e"; ] }
            macro_rules! later { () => { coalition! { coalition H = "h.h"; } } }
            // coalition! { coalition F = "f.f"; }
            const G: &str = "coalition! { coalition G = \"g.g\"; }";
            "#,
        );
        let names: Vec<_> =
            found.iter().map(|block| (block.const_name.as_str(), block.conditional)).collect();
        assert_eq!(names, [("A", false), ("B", true), ("C", false), ("D", true), ("E", true)]);
        assert_eq!(found[3].fingerprint, PinValue::Other);
    }

    #[test]
    fn a_call_is_found_within_a_macro() {
        let has_calls = |text: &str| super::has_calls(&read(text).0);
        assert!(has_calls(
            "macro_rules! later { () => { coalition::coalition! { coalition A = \"a.a\"; } } }"
        ));
        assert!(has_calls("const _: () = { coalition::assert_fingerprint!(A, \"0x\"); };"));
        assert!(!has_calls(
            "//! See `coalition!`.\nuse coalition::coalition;\nfn f() { println!(\"coalition!\") }"
        ));
    }
}
