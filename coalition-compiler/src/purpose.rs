//! The purpose of a build: `cargo coalition` has the facade say it, by a word after `$crate;`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::emitted;
use crate::model::CheckedCoalition;
use crate::tokens::Tokens;

/// The purpose of a build.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Any build of a user's.
    Build,
    /// `cargo coalition` judges this build. It has every check, and says which blocks were expanded.
    Check,
    /// `cargo coalition` reads this build. It has no check, so no code can be generated from it.
    Read,
}

impl Purpose {
    /// Splits `$crate;`, `$crate; check` and `$crate; read`.
    pub(crate) fn split(mut facade: Tokens) -> (Tokens, Self) {
        let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
        let end = facade.0.iter().position(is_end).unwrap_or(facade.0.len());
        let purpose = match facade.0.get(end + 1) {
            Some(TokenTree::Ident(word)) if word == "check" => Self::Check,
            Some(TokenTree::Ident(word)) if word == "read" => Self::Read,
            _ => Self::Build,
        };
        facade.0.truncate(end);
        (facade, purpose)
    }

    /// Says that a block was expanded, by a warning about a deprecated macro at the name of its const:
    ///
    /// ```ignore
    /// const _: () = {
    ///     #[deprecated(note = "coalition-expanded checked name")]
    ///     macro_rules! __coalition_expanded { () => {} }
    ///     __coalition_expanded! {}
    /// };
    /// ```
    ///
    /// Cargo keeps a warning, and repeats it until it builds the crate again.
    pub(crate) fn evidence(self, coalition: &CheckedCoalition) -> TokenStream {
        let checked = match self {
            Self::Build => return TokenStream::new(),
            Self::Check => "checked",
            Self::Read => "unchecked",
        };
        let ident = &coalition.ident;
        let note = format!("coalition-expanded {checked} {}", coalition.name.value());
        quote_spanned! {ident.span()=>
            const _: () = {
                #[deprecated(note = #note)]
                macro_rules! __coalition_expanded { () => {} }
                __coalition_expanded! {}
            };
        }
    }
}

/// Has the handshake said by an error as soon as code is generated:
///
/// ```ignore
/// const _: () = {
///     use $crate::__private::read::*;
///     struct Read<T>(T);
///     impl<T> Read<T> {
///         const STOP: NeverLinked = panic_with_handshake::<{ panic_length(&NAME_HANDSHAKE) }>(&NAME_HANDSHAKE);
///         fn read() { Self::STOP }
///     }
///     #[used]
///     static READ: fn() = Read::<()>::read;
/// };
/// ```
///
/// rustc evaluates the const of a generic `impl` only when it generates code. So metadata can be made from this
/// expansion, on which other crates are checked, and nothing else.
pub(crate) fn read(coalition: &CheckedCoalition, krate: &Tokens) -> TokenStream {
    let span = coalition.ident.span();
    let handshake = emitted::handshake(&coalition.ident);
    let stop = quote_spanned!(span=> panic_with_handshake::<{ panic_length(&#handshake) }>(&#handshake));
    never_linked(&stop, span, krate)
}

/// Stops the build as soon as code is generated from an `assert_fingerprint!` without its check.
pub(crate) fn read_assertion(krate: &Tokens) -> TokenStream {
    let stop = quote::quote!(panic_unchecked());
    never_linked(&stop, Span::call_site(), krate)
}

fn never_linked(stop: &TokenStream, span: Span, krate: &Tokens) -> TokenStream {
    quote_spanned! {span=>
        const _: () = {
            use #krate::__private::read::*;
            struct Read<T>(T);
            impl<T> Read<T> {
                const STOP: NeverLinked = #stop;
                fn read() { Self::STOP }
            }
            #[used]
            static READ: fn() = Read::<()>::read;
        };
    }
}
