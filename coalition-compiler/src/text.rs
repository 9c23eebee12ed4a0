//! String literals.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt as _};
use syn::Lit;

/// A string literal without a suffix: its token and its value.
///
/// `syn::LitStr` parses its token each time it is asked for the value. Most users run the macro unoptimised.
#[derive(Clone)]
pub(crate) struct Text {
    token: Literal,
    value: String,
}

impl Text {
    pub(crate) fn new(value: String, span: Span) -> Self {
        let mut token = Literal::string(&value);
        token.set_span(span);
        Self { token, value }
    }

    /// Reads a token. Returns `None` if it is another literal.
    pub(crate) fn read(token: Literal) -> Option<Self> {
        let written = token.to_string();
        let between_quotes = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let is_plain = |text: &str| ![b'\\', b'\r'].iter().any(|byte| text.as_bytes().contains(byte));
        let value = match between_quotes {
            Some(text) if is_plain(text) => text.to_owned(),
            // syn would read its digits.
            _ if written.starts_with(|first: char| first.is_ascii_digit()) => return None,
            // Something is escaped, a line ends in two characters, or it is another literal.
            _ => match Lit::new(token.clone()) {
                Lit::Str(literal) if literal.suffix().is_empty() => literal.value(),
                _ => return None,
            },
        };
        Some(Self { token, value })
    }

    pub(crate) fn value(&self) -> &str {
        &self.value
    }

    pub(crate) fn token(&self) -> &Literal {
        &self.token
    }

    pub(crate) fn span(&self) -> Span {
        self.token.span()
    }
}

impl ToTokens for Text {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.token.clone());
    }
}

/// Quotes a character for a message. A character outside ASCII may look like another or be invisible, so its code point
/// follows it.
pub(crate) fn quoted(c: char) -> String {
    let shown = c.escape_debug();
    if c.is_ascii() { format!("`{shown}`") } else { format!("`{shown}` (U+{:04X})", u32::from(c)) }
}

/// The id of 32 or 48 bytes in a token or a text, as an id is written: in `0x…`, `b"0x…"`, `"…"`.
pub(crate) fn id_in(written: &str) -> Option<String> {
    written.split(|c: char| !c.is_ascii_alphanumeric()).find_map(|word| {
        let word = word.to_ascii_lowercase();
        let digits = word.strip_prefix("0x").unwrap_or(&word);
        let is_id = matches!(digits.len(), 64 | 96) && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_id.then(|| format!("0x{digits}"))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Text;

    /// Returns the value that syn reads, and the value that this file reads.
    fn both(written: &str) -> (Option<String>, Option<String>) {
        let literal =
            syn::parse_str::<syn::LitStr>(written).ok().filter(|literal| literal.suffix().is_empty());
        let token = written.parse().ok();
        (
            literal.map(|literal| literal.value()),
            token.and_then(Text::read).map(|text| text.value().to_owned()),
        )
    }

    #[test]
    fn is_read_as_syn_reads_it() {
        for written in [
            r#""plain""#,
            r#""""#,
            r#""\x41\u{1f980}\n\"""#,
            "\"a\r\nb\"",
            "\"a \\\n   b\"",
            "r\"\\\"",
            "r#\"a\"b\"#",
            "\"suffix\"s",
            "b\"bytes\"",
            "c\"c\"",
            "'c'",
            "0x41",
            "1.5",
        ] {
            let (syn, here) = both(written);
            assert_eq!(syn, here, "{written}");
        }
    }

    proptest! {
        #[test]
        fn is_what_was_put_into_the_literal(value in any::<String>()) {
            let token = proc_macro2::Literal::string(&value);
            prop_assert_eq!(both(&token.to_string()), (Some(value.clone()), Some(value)));
        }
    }
}
