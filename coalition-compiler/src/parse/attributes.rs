//! Attributes, doc comments among them: above a declaration, and where none belongs.

use proc_macro2::{Span, TokenStream};
use syn::parse::ParseStream;
use syn::{Path, Token, bracketed, token};

use super::tokens::{expected, skip_line, text};
use crate::diagnostics::Code::{C09, C19};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::syntax::{Attribute, path_text};

/// The attributes above a declaration.
pub(super) fn attributes(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while input.peek(Token![#]) {
        if input.peek2(token::Bracket) {
            let pound = input.parse::<Token![#]>()?.span;
            attributes.extend(attribute(pound, input, diagnostics)?);
        } else if input.peek2(Token![!]) && input.peek3(token::Bracket) {
            let pound = input.parse::<Token![#]>()?.span;
            input.parse::<Token![!]>()?;
            if let Some(inner) = attribute(pound, input, diagnostics)? {
                diagnostics.add(match &inner.doc {
                    Some(_) => Diagnostic::new(pound, C19, "`//!` describes no declaration")
                        .help("write `///` above the declaration that it describes, or `//`"),
                    None => Diagnostic::new(
                        pound,
                        C09,
                        format_args!("`#![{}]` in a block", path_text(&inner.path)),
                    )
                    .help("remove it, or write it at the top of the file"),
                });
            }
        } else {
            let fault = expected(input, "a declaration");
            diagnostics
                .add(fault.help("a comment begins with `//`; describe a declaration with `/// …` above it"));
            // It was meant as a comment, up to the end of its line.
            skip_line(input)?;
        }
    }
    Ok(attributes)
}

/// Reports attributes before or after a key or a value. Only declarations have attributes.
pub(super) fn refuse_attributes(input: ParseStream, diagnostics: &mut Diagnostics) -> syn::Result<()> {
    while input.peek(Token![#])
        && (input.peek2(token::Bracket) || input.peek2(Token![!]) && input.peek3(token::Bracket))
    {
        let pound = input.parse::<Token![#]>()?.span;
        input.parse::<Option<Token![!]>>()?;
        if let Some(attribute) = attribute(pound, input, diagnostics)? {
            diagnostics.add(match &attribute.doc {
                Some(_) => Diagnostic::new(pound, C09, "a doc comment within a declaration")
                    .help("move it above the declaration that it describes, or write `//`"),
                None => {
                    Diagnostic::new(pound, C09, format_args!("`#[{}]` on a key", path_text(&attribute.path)))
                        .help("remove it: one declaration has one fingerprint in every build")
                }
            });
        }
    }
    Ok(())
}

/// `Attribute := "#" "[" Path … "]"`, where `doc = LitStr` is what `///` stands for; after the `#`.
fn attribute(
    pound: Span,
    input: ParseStream,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Option<Attribute>> {
    let content;
    bracketed!(content in input);
    let path = content.call(Path::parse_mod_style);
    let mut doc = None;
    if path.as_ref().is_ok_and(|path| path.is_ident("doc")) && content.parse::<Option<Token![=]>>()?.is_some()
    {
        doc = text(&content).filter(|_| content.is_empty());
    }
    content.parse::<TokenStream>()?;
    let Ok(path) = path else {
        let fault = Diagnostic::new(pound, C19, "this attribute cannot be read");
        diagnostics.add(fault.help("write `/// …` for a description"));
        return Ok(None);
    };
    Ok(Some(Attribute { pound, path, doc }))
}
