//! The component summary.

use coalition_handshake::__private::read_summary;

use crate::diagnostics::Code::{C14, C20};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::excerpt::shorten;
use crate::model::FrozenComponents;
use crate::syntax::Value;

/// The most characters of a word that a message shows.
const LONGEST_WORD: usize = 40;

/// `expect_components = "lattices … organisms …"`
pub(super) fn components(value: &Value, diagnostics: &mut Diagnostics) -> Option<FrozenComponents> {
    let literal = match value {
        Value::Text(literal) if !literal.value().trim().is_empty() => literal,
        Value::Invalid => return None,
        other => {
            let found = match other {
                Value::Text(_) => "is empty".into(),
                other => format!("takes text, found {}", other.describe()),
            };
            diagnostics.add(rewritten(Diagnostic::new(
                other.place(),
                C14,
                format_args!("`expect_components` {found}"),
            )));
            return None;
        }
    };
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
                let found = Diagnostic::new(span, C20, found).caret(written, position);
                diagnostics.add(rewritten(found.help(format_args!("expected here: {}", fault.expected))));
                return None;
            }
        }
    }
    Some(FrozenComponents { lists, span })
}

/// The help for a summary, which nobody writes by hand.
fn rewritten(fault: Diagnostic) -> Diagnostic {
    fault
        .help("operators: `cargo coalition freeze` writes it; or remove the key")
        .help("integrators: copy it from the operator's handshake page")
}
