//! The component summary.

use coalition_handshake::__private::read_summary;

use super::text::text;
use crate::diagnostics::Code::C20;
use crate::diagnostics::{Diagnostics, Fault};
use crate::excerpt::shorten;
use crate::model::FrozenComponents;
use crate::syntax::Value;

/// The most characters of a word that a message shows.
const LONGEST_WORD: usize = 40;

/// `expect_components = "lattices … organisms …"`
pub(super) fn components(value: &Value, diagnostics: &mut Diagnostics) -> Option<FrozenComponents> {
    let literal = text(value, "expect_components", "`expect_components`", diagnostics)?;
    let (written, span) = (literal.value(), literal.span());
    let mut lists = [const { Vec::new() }; 4];
    for component in read_summary(written) {
        match component {
            Ok((list, component)) => lists[list as usize].push(component),
            Err(fault) => {
                let position = written[..fault.at.start].chars().count() + 1;
                let found = match &written[fault.at] {
                    "" => "ends".to_owned(),
                    word => format!("has `{}`", shorten(word, LONGEST_WORD)),
                };
                let found =
                    format!("`expect_components` {found} at position {position}, which is not a summary");
                diagnostics.add(
                    Fault::new(span, C20, found)
                        .caret(written, position)
                        .help(format_args!("expected here: {}", fault.expected))
                        .help("operators: `cargo coalition freeze` writes it; or remove the key")
                        .help("integrators: copy it from the operator's handshake page"),
                );
                return None;
            }
        }
    }
    Some(FrozenComponents { lists, span })
}
