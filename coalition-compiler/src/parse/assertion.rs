//! The arguments of `assert_fingerprint!`.

use proc_macro2::TokenStream;
use syn::parse::ParseStream;
use syn::{Path, Token};

use super::slot::Slot;
use super::tokens::{expected, starts_path};
use super::value::value_of;
use crate::diagnostics::Code::C19;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::syntax::{Value, path_place};

/// `Assertion := Path "," Value ","?`, or nothing if it has another form.
pub(super) fn assertion(
    input: ParseStream,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Option<(Path, Value)>> {
    let assertion = arguments(input, diagnostics)?;
    input.parse::<TokenStream>()?;
    match assertion {
        Ok(assertion) => Ok(Some(assertion)),
        Err(fault) => {
            diagnostics.add(fault.help(format_args!("write {}", Slot::Assertion.form())));
            Ok(None)
        }
    }
}

fn arguments(
    input: ParseStream,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Result<(Path, Value), Diagnostic>> {
    let path = if starts_path(input) { input.call(Path::parse_mod_style).ok() } else { None };
    let Some(path) = path else { return Ok(Err(expected(input, "the path of a const"))) };
    if input.is_empty() {
        return Ok(Err(Diagnostic::new(path_place(&path), C19, "expected a fingerprint after the path")));
    }
    if input.parse::<Option<Token![,]>>()?.is_none() {
        return Ok(Err(expected(input, "`,`")));
    }
    let value = value_of(Slot::Assertion, input, diagnostics)?;
    input.parse::<Option<Token![,]>>()?;
    let is_whole = input.is_empty() || matches!(value, Value::Invalid);
    Ok(if is_whole { Ok((path, value)) } else { Err(expected(input, "nothing after the fingerprint")) })
}
