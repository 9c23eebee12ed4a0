//! Tokens to what was written. A fault is reported and its siblings go on being parsed.

mod assertion;
mod attributes;
mod declaration;
mod entry;
mod slot;
mod tokens;
mod value;

use proc_macro2::TokenStream;
use syn::Path;
use syn::buffer::Cursor;
use syn::parse::{ParseStream, Parser as _};

use crate::diagnostics::Code::C19;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::syntax::{Block, Value};

/// `Block := Declaration*`. Whoever wants to see the tokens themselves has a look before they are parsed.
pub(crate) fn block(tokens: TokenStream, diagnostics: &mut Diagnostics, look: impl FnOnce(Cursor)) -> Block {
    let mut declarations = Vec::new();
    let outcome = (|input: ParseStream| {
        look(input.cursor());
        while !input.is_empty() {
            if let Some(declaration) = declaration::declaration(input, diagnostics)? {
                declarations.push(declaration);
            }
        }
        Ok(())
    })
    .parse2(tokens);
    if let Err(error) = outcome {
        diagnostics.add(unexpected(&error));
    }
    Block { declarations }
}

/// Reads the path and the pin of `assert_fingerprint!`.
pub(crate) fn assertion(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Option<(Path, Value)> {
    let outcome = (|input: ParseStream| assertion::assertion(input, diagnostics)).parse2(tokens);
    outcome.unwrap_or_else(|error| {
        diagnostics.add(unexpected(&error));
        None
    })
}

/// The fault of an error that syn returned.
fn unexpected(error: &syn::Error) -> Diagnostic {
    Diagnostic::new(error.span(), C19, error)
        .help("a declaration is written `kind CONST_NAME = \"name\" { key = value, … }`")
}
