//! Ids: `"0x"` and two hex digits a byte, in lower case.

use crate::diagnostics::Code::{C04, C05, C06, C14, C16};
use crate::diagnostics::{Diagnostics, Fault};
use crate::model;
use crate::syntax::Value;
use crate::text::{Text, quoted};

/// An id of `N` bytes, or the path of a const that holds one. `what` names it in messages: `` `stable_id` ``.
pub(super) fn id<const N: usize>(
    value: &Value,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<model::Value<N>> {
    match value {
        Value::Text(literal) => match bytes(literal, what) {
            Ok(bytes) => Some(model::Value::Literal(bytes, literal.span())),
            Err(fault) => {
                diagnostics.add(copied::<N>(fault, literal.value()));
                None
            }
        },
        Value::Path(path) if !["self", "Self", "None"].iter().any(|word| path.is_ident(word)) => {
            Some(model::Value::Path(path.clone()))
        }
        Value::Invalid => None,
        Value::Placeholder(span) => {
            let fault = Fault::new(*span, C14, format_args!("{what} is left open with `_`"));
            diagnostics
                .add(fault.help(format_args!("copy the value that its operator publishes, {}", form(N))));
            None
        }
        other => {
            let found = other.describe();
            let fault = Fault::new(other.place(), C14, format_args!("{what} takes an id, found {found}"));
            let inner = match other {
                Value::Call(_, inner) => inner.as_ref(),
                other => other,
            };
            diagnostics.add(match inner {
                Value::Text(text) if read::<N>(text.value()).is_ok() => {
                    fault.help(format_args!("write `\"{}\"`", text.value()))
                }
                _ => fault.help(format_args!("write it in quotes, {}", form(N))),
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
                let text = literal.value();
                diagnostics.add(if is_placeholder(text) {
                    unfrozen(fault)
                } else {
                    copied::<32>(fault, text)
                });
                None
            }
        },
        Value::Invalid => None,
        other => {
            let found = other.describe();
            let fault =
                Fault::new(other.place(), C14, format_args!("{what} takes a frozen value, found {found}"));
            diagnostics
                .add(fault.help(format_args!("write it out, {}, or `_` until it is frozen", form(32))));
            None
        }
    }
}

fn form(bytes: usize) -> String {
    format!("`\"0x…\"` with {} hex digits", bytes * 2)
}

/// Reads the one way to write an id, or returns the first fault of a literal: it often explains the others.
fn bytes<const N: usize>(literal: &Text, what: &str) -> Result<[u8; N], Fault> {
    let text = literal.value();
    Err(match read(text) {
        Ok(bytes) if bytes == [0; N] => {
            Fault::new(literal.span(), C16, format_args!("{what} is the all-zero id"))
        }
        Ok(bytes) => return Ok(bytes),
        Err(IdFault::Prefix) => {
            Fault::new(literal.span(), C06, format_args!("{what} does not begin with `0x`"))
        }
        Err(IdFault::Digit(position, found)) => Fault::new(
            literal.span(),
            C05,
            format_args!(
                "{what} has {} at position {position}, which is not a lower-case hex digit",
                quoted(found)
            ),
        )
        .caret(text, position),
        Err(IdFault::Length(digits)) => Fault::new(
            literal.span(),
            C04,
            format_args!("{what} has {digits} hex digits, which makes no id: an id here has {}", N * 2),
        ),
    })
}

/// What to do about an id, which its operator publishes.
fn copied<const N: usize>(fault: Fault, text: &str) -> Fault {
    let mended = mend(text);
    match read::<N>(&mended) {
        Ok(bytes) if bytes == [0; N] => {
            fault.help("copy the id that its operator publishes: no operator publishes zeros")
        }
        Ok(_) => fault.help(format_args!("write `\"{mended}\"`")),
        Err(_) => fault.help(format_args!("copy the whole value from its operator: {}", form(N))),
    }
}

/// What to do about a pin that is left open, since nobody has frozen it yet.
fn unfrozen(fault: Fault) -> Fault {
    fault
        .help("operators: write `_`, without quotes, as long as it is not frozen; the next build says the value")
        .help("integrators: copy the value from the operator's handshake page")
}

/// Whether a text stands for a value that is still to come: `""`, `"_"`, `"0x00…"`, `"TODO"`, `"0x..."`.
fn is_placeholder(text: &str) -> bool {
    // A word is shorter than half an id, and no word begins with as many hex digits.
    const WORD: usize = 32;
    const DIGITS: usize = 8;
    let mended = mend(text);
    let digits = &mended["0x".len()..];
    let begins = digits.bytes().take_while(u8::is_ascii_hexdigit).count();
    digits.bytes().all(|digit| digit == b'0')
        || begins < digits.len() && begins < DIGITS && digits.chars().count() < WORD
}

enum IdFault {
    Prefix,
    /// The position counts characters from one, the `0x` included.
    Digit(usize, char),
    Length(usize),
}

fn read<const N: usize>(text: &str) -> Result<[u8; N], IdFault> {
    let digits = text.strip_prefix("0x").ok_or(IdFault::Prefix)?;
    if let Some(at) = digits.bytes().position(|digit| !matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        let (before, rest) = digits.split_at(at);
        return Err(IdFault::Digit(before.len() + 3, rest.chars().next().unwrap_or_default()));
    }
    let mut bytes = [0; N];
    hex::decode_to_slice(digits, &mut bytes).map_err(|_| IdFault::Length(digits.len()))?;
    Ok(bytes)
}

/// What its author may have meant: with `0x`, in lower case, without the separators that are common elsewhere.
fn mend(text: &str) -> String {
    let lower = text.trim().to_ascii_lowercase();
    let digits = lower.strip_prefix("0x").unwrap_or(&lower);
    let digits: String =
        digits.chars().filter(|&c| !matches!(c, '_' | '-' | ':') && !c.is_whitespace()).collect();
    format!("0x{digits}")
}
