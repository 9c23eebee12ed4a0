//! `content`: the parameters of a confluence or a module.

use std::collections::HashMap;

use proc_macro2::Span;
use syn::LitInt;
use syn::ext::IdentExt as _;

use super::id;
use crate::diagnostics::Code::{C09, C14};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::{CheckedParameter, CheckedValue};
use crate::syntax::{Entry, Value};
use crate::text::id_in;

/// `{ key = value, … }`, sorted by key as the digest wants it.
pub(super) fn content(value: &Value, owner: &str, diagnostics: &mut Diagnostics) -> Vec<CheckedParameter> {
    let Some(entries) = map(value, diagnostics) else { return Vec::new() };
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut parameters = Vec::new();
    for entry in entries {
        let key = entry.key.unraw().to_string();
        if let Some(fault) = &entry.fault {
            diagnostics.add(fault.clone());
        }
        if let Some(first) = seen.insert(key.clone(), entry.key.span()) {
            let line = first.start().line;
            let found = format!("`content` of {owner} has the parameter `{key}` twice");
            let help = format!("keep one of them; the first is on line {line}");
            diagnostics.add(Diagnostic::new(entry.key.span(), C09, found).help(help));
        } else if let Some(value) = parameter(&key, &entry.value, diagnostics) {
            parameters.push(CheckedParameter { key, value });
        }
    }
    parameters.sort_by(|a, b| a.key.cmp(&b.key));
    parameters
}

fn map<'a>(value: &'a Value, diagnostics: &mut Diagnostics) -> Option<&'a [Entry]> {
    match value {
        Value::Map(_, entries) => Some(entries),
        Value::Invalid => None,
        other => {
            let fault = Diagnostic::new(
                other.place(),
                C14,
                format_args!("`content` takes a block of parameters, found {}", other.describe()),
            );
            diagnostics.add(fault.help("write `content = { window_ms = 500 }`"));
            None
        }
    }
}

fn parameter(key: &str, value: &Value, diagnostics: &mut Diagnostics) -> Option<CheckedValue> {
    let what = format!("parameter `{key}`");
    match value {
        Value::Bool(literal) => Some(CheckedValue::Bool(literal.value)),
        Value::Integer(literal) => integer(literal, &what, diagnostics).map(CheckedValue::U64),
        Value::Text(literal) => Some(CheckedValue::Text(literal.value().to_owned())),
        Value::Call(name, value) if name == "id" => id::id(value, &what, diagnostics).map(CheckedValue::Id),
        Value::Invalid => None,
        Value::Path(path) if !path.is_ident("self") => {
            let path = crate::syntax::path_text(path);
            let fault = Diagnostic::new(
                value.place(),
                C14,
                format_args!("{what} takes a value, found the path `{path}`"),
            );
            diagnostics.add(match path.to_ascii_lowercase().as_str() {
                "true" | "yes" => fault.help(format_args!("write `{key} = true`")),
                "false" | "no" => fault.help(format_args!("write `{key} = false`")),
                "none" | "null" => fault.help(format_args!("leave `{key}` out if it has no value")),
                _ => fault.help(format_args!("if it is the const of an id, write `{key} = id({path})`")),
            });
            None
        }
        other => {
            let fault = Diagnostic::new(
                other.place(),
                C14,
                format_args!("{what} takes text, an integer, a boolean or an id, found {}", other.describe()),
            );
            diagnostics.add(fault.help("write `\"text\"`, `500`, `true` or `id(\"0x…\")`"));
            None
        }
    }
}

/// An unsigned 64-bit integer.
fn integer(literal: &LitInt, what: &str, diagnostics: &mut Diagnostics) -> Option<u64> {
    if let Some(id) = id_in(&literal.to_string()) {
        let fault = Diagnostic::new(literal.span(), C14, format_args!("{what} is an id without quotes"));
        diagnostics.add(fault.help(format_args!("write `id(\"{id}\")`")));
        return None;
    }
    let found = match literal.suffix() {
        "" | "u64" => match literal.base10_parse::<u64>() {
            Ok(value) => return Some(value),
            Err(_) => format!("{what} is out of range"),
        },
        suffix => format!("{what} is an integer with the suffix `{suffix}`"),
    };
    diagnostics.add(
        Diagnostic::new(literal.span(), C14, found)
            .help(format_args!("write an integer from 0 to {}, with no suffix but `u64`", u64::MAX)),
    );
    None
}
