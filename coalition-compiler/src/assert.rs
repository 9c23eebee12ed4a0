//! `assert_fingerprint!`: the check for a configuration that comes whole from elsewhere.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, Path, Token};

use crate::check::id;
use crate::model::Pin;
use crate::parse;
use crate::report::Code::C19;
use crate::report::{Fault, Report};
use crate::trees::Trees;

/// Expands `Path "," Value ","?`:
///
/// ```ignore
/// const _: () = { let __coalition_config = &path::TO_CONFIG; __coalition_config.assert_fingerprint(…) };
/// ```
///
/// The type of the const decides which method that is. Every token of the call carries the span of the literal, so
/// that rustc points there when it panics.
pub(crate) fn expand(tokens: TokenStream, krate: &Trees) -> TokenStream {
    let mut report = Report::default();
    let assertion = |input: ParseStream| {
        let config = input.call(Path::parse_mod_style)?;
        if input.is_empty() {
            return Err(Error::new_spanned(&config, "expected a fingerprint after the path"));
        }
        input.parse::<Token![,]>()?;
        let pin = parse::value(input, &mut report)?;
        input.parse::<Option<Token![,]>>()?;
        Ok((config, pin))
    };
    match assertion.parse2(tokens) {
        Ok((config, pin)) => {
            let pin = id::pin(&pin, "assert_fingerprint!", &mut report);
            match report.barrier(pin) {
                Some(pin) => call(&config, pin, krate),
                None => report.to_tokens(),
            }
        }
        Err(error) => {
            report.add(
                Fault::new(error.span(), C19, &error)
                    .help("write `assert_fingerprint!(path::TO_CONFIG, \"0x…\");`"),
            );
            report.to_tokens()
        }
    }
}

fn call(config: &Path, pin: Pin, krate: &Trees) -> TokenStream {
    let (specified, span) = match pin {
        Pin::Frozen(bytes, span) => {
            let bytes = Literal::byte_string(&bytes);
            (quote!(#krate::__private::Some(*#bytes)), span)
        }
        Pin::Unfrozen(span) => (quote!(#krate::__private::None), span),
    };
    // A pattern would match against a const of the user's, so this name is not one that a user chooses.
    let binding = Ident::new("__coalition_config", span);
    let call = quote_spanned!(span=> #binding.assert_fingerprint(#specified));
    quote!(const _: () = { let #binding = &#config; #call };)
}
