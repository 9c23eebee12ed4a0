//! Ids: `"0x"` and two hex digits a byte, in lower case.

use coalition_checks::__private::wording::ZERO_ID;
use coalition_core::__private::parse_hex;
use coalition_core::ParseIdError;

use crate::diagnostics::Code::{C04, C05, C06, C14, C16};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model;
use crate::syntax::Value;
use crate::text::{Text, id_in, quoted};
use crate::vocabulary;

/// An id of `N` bytes, or the path of a const that holds one. `what` names it in messages: `` `stable_id` ``.
pub(super) fn id<const N: usize>(
    value: &Value,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<model::BytesOrPath<N>> {
    match value {
        Value::Text(literal) => match bytes(literal, what) {
            Ok(bytes) => Some(model::BytesOrPath::Literal(bytes, literal.span())),
            Err(fault) => {
                diagnostics.add(corrected::<N>(fault, literal.value(), copied::<N>));
                None
            }
        },
        Value::Path(path) if !["self", "Self", "None"].iter().any(|word| path.is_ident(word)) => {
            Some(model::BytesOrPath::Path(path.clone()))
        }
        Value::Invalid => None,
        Value::Placeholder(span) => {
            let fault = Diagnostic::new(*span, C14, format_args!("{what} is left open with `_`"));
            diagnostics
                .add(fault.help(format_args!("copy the value that its operator publishes, {}", form(N))));
            None
        }
        other => {
            let found = other.describe();
            let fault =
                Diagnostic::new(other.place(), C14, format_args!("{what} takes an id, found {found}"));
            let inner = match other {
                Value::Call(_, inner) => inner.as_ref(),
                other => other,
            };
            let written = match inner {
                Value::Text(text) => text.value().to_owned(),
                Value::Integer(literal) => literal.to_string(),
                Value::Literal(literal, _) => literal.to_string(),
                _ => String::new(),
            };
            diagnostics.add(match id_in(&written).filter(|id| read::<N>(id).is_ok()) {
                Some(id) => fault.help(format_args!("write `\"{id}\"`")),
                None => fault.help(format_args!("copy the value that its operator publishes, {}", form(N))),
            });
            None
        }
    }
}

/// The value of a pin, `expect_fingerprint` or `expect_handshake`: 32 bytes that are written out, or `_`.
pub(crate) fn pin(value: &Value, key: &str, diagnostics: &mut Diagnostics) -> Option<model::Pin> {
    let what = format!("`{key}`");
    match value {
        Value::Placeholder(span) => Some(model::Pin::Unfrozen(*span)),
        Value::Text(literal) => match bytes(literal, &what) {
            Ok(bytes) => Some(model::Pin::Frozen(bytes, literal.span())),
            Err(fault) => {
                diagnostics.add(corrected::<32>(fault, literal.value(), unfrozen));
                None
            }
        },
        Value::Invalid => None,
        other => {
            let found = other.describe();
            let fault = Diagnostic::new(
                other.place(),
                C14,
                format_args!("{what} takes a frozen value, found {found}"),
            );
            diagnostics.add(match vocabulary::form(key) {
                Some(form) => fault.help(format_args!("write {form}")),
                None => fault.help(format_args!("write {}, or `_` until it is frozen", form(32))),
            });
            None
        }
    }
}

fn form(bytes: usize) -> String {
    format!("`\"0x…\"` with {} hex digits", bytes * 2)
}

/// Reads the one way to write an id, or returns the first fault of a literal: it often explains the others.
fn bytes<const N: usize>(literal: &Text, what: &str) -> Result<[u8; N], Diagnostic> {
    let text = literal.value();
    Err(match read(text) {
        Ok(bytes) if bytes == [0; N] => {
            Diagnostic::new(literal.span(), C16, format_args!("{what}{}", ZERO_ID.found))
        }
        Ok(bytes) => return Ok(bytes),
        Err(IdFault::Prefix) => {
            Diagnostic::new(literal.span(), C06, format_args!("{what} does not begin with `0x`"))
        }
        Err(IdFault::Digit(position, found)) => Diagnostic::new(
            literal.span(),
            C05,
            format_args!(
                "{what} has {} at position {position}, which is not a lower-case hex digit",
                quoted(found)
            ),
        )
        .caret(text, position),
        Err(IdFault::Length(digits)) => Diagnostic::new(
            literal.span(),
            C04,
            format_args!("{what} has {digits} hex digits instead of {}", N * 2),
        ),
    })
}

/// The id that was meant, if it is there, otherwise what else to do.
fn corrected<const N: usize>(
    fault: Diagnostic,
    text: &str,
    otherwise: fn(Diagnostic, bool) -> Diagnostic,
) -> Diagnostic {
    let meant = tidy(text);
    match read::<N>(&meant) {
        Ok(bytes) if bytes == [0; N] => otherwise(fault, true),
        Ok(_) => fault.help(format_args!("write `\"{meant}\"`")),
        Err(_) => otherwise(fault, false),
    }
}

/// The help for an id, which its operator publishes.
fn copied<const N: usize>(fault: Diagnostic, is_zero: bool) -> Diagnostic {
    if is_zero {
        return fault.help(ZERO_ID.help);
    }
    fault.help(format_args!("copy the value that its operator publishes, {}", form(N)))
}

/// The help for an open pin, which nobody has frozen yet.
fn unfrozen(fault: Diagnostic, _: bool) -> Diagnostic {
    fault
        .help("operators: write `_`, without quotes, until it is frozen; the next build says the value")
        .help("integrators: copy the value from the operator's handshake page")
}

enum IdFault {
    Prefix,
    /// The position counts characters from one, the `0x` included.
    Digit(usize, char),
    Length(usize),
}

fn read<const N: usize>(text: &str) -> Result<[u8; N], IdFault> {
    parse_hex(text).map_err(|error| match error {
        ParseIdError::Length { digits, .. } => IdFault::Length(digits),
        ParseIdError::Digit { position } => {
            IdFault::Digit(position, text.chars().nth(position - 1).unwrap_or_default())
        }
        // Nobody can see a character such as U+200B.
        _ => match text.chars().next().filter(|first| !first.is_ascii()) {
            Some(first) => IdFault::Digit(1, first),
            None => IdFault::Prefix,
        },
    })
}

/// Returns the id that the author may have meant: with one `0x`, in lower case, without separators.
fn tidy(text: &str) -> String {
    let word: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let word = word.to_ascii_lowercase();
    format!("0x{}", word.trim_start_matches("0x"))
}
