//! Text, and the list that some keys take.

use crate::diagnostics::Code::C14;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::syntax::Value;
use crate::text::{Text, quoted};
use crate::vocabulary::form;

/// Text that is not empty. `key` is the key that it belongs to, `what` names it in a message.
pub(super) fn text(value: &Value, key: &str, what: &str, diagnostics: &mut Diagnostics) -> Option<Text> {
    let fault = match value {
        Value::Text(literal) if !literal.value().trim().is_empty() => return Some(literal.clone()),
        Value::Text(literal) => Diagnostic::new(literal.span(), C14, format_args!("{what} is empty")),
        Value::Invalid => return None,
        other => {
            Diagnostic::new(other.place(), C14, format_args!("{what} takes text, found {}", other.describe()))
        }
    };
    diagnostics.add(fault.help(format_args!("write it in quotes: {}", form(key).unwrap_or_default())));
    None
}

/// `[value, …]`, a list of `what`.
pub(super) fn items<'a>(
    value: &'a Value,
    key: &str,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'a [Value]> {
    match value {
        Value::List(_, values) => Some(values),
        Value::Invalid => None,
        other => {
            let found = format!("`{key}` takes a list of {what}, found {}", other.describe());
            let form = form(key).unwrap_or_default();
            diagnostics.add(Diagnostic::new(other.place(), C14, found).help(format_args!("write {form}")));
            None
        }
    }
}

/// `peers = ["…", …]`: one at least, none of them empty.
pub(super) fn peers(value: &Value, diagnostics: &mut Diagnostics) -> Vec<Text> {
    let Some(values) = items(value, "peers", "text", diagnostics) else {
        return Vec::new();
    };
    if values.is_empty() {
        diagnostics.add(
            Diagnostic::new(value.place(), C14, "`peers` is empty").help("name a peer, or remove the key"),
        );
    }
    // If one is no text, the others are none for the same reason.
    values.iter().map_while(|value| text(value, "peers", "a peer", diagnostics)).collect()
}

/// The value of a link: `https://` and a host, without white space.
pub(super) fn link(value: &Value, key: &str, diagnostics: &mut Diagnostics) -> Option<Text> {
    let link = text(value, key, &format!("`{key}`"), diagnostics)?;
    let value = link.value();
    let host =
        value.strip_prefix("https://").unwrap_or_default().split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((before, c)) = value.chars().enumerate().find(|(_, c)| c.is_whitespace() || c.is_control()) {
        let (found, position) = (quoted(c), before + 1);
        let found = format!("`{key}` has {found} at position {position}, which no link has");
        let fault = Diagnostic::new(link.span(), C14, found).caret(value, position);
        diagnostics
            .add(fault.help("a link has no white space and no control characters: `%20` stands for a space"));
        return None;
    }
    if host.is_empty() {
        let fault = Diagnostic::new(link.span(), C14, format_args!("`{key}` takes an `https://` link"));
        let help = match value.strip_prefix("http://") {
            Some(rest) => format!("write `{key} = \"https://{rest}\"`"),
            None => format!("write the whole link: `{key} = \"https://example.org/{key}\"`"),
        };
        diagnostics.add(fault.help(help));
        return None;
    }
    Some(link)
}
