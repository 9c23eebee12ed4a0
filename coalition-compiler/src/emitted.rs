//! The consts that a coalition adds to those that are declared.

use proc_macro2::Ident;
use quote::format_ident;

/// `NAME_ROOT`
pub(crate) fn root(coalition: &Ident) -> Ident {
    format_ident!("{coalition}_ROOT", span = coalition.span())
}

/// `NAME_HANDSHAKE`
pub(crate) fn handshake(coalition: &Ident) -> Ident {
    format_ident!("{coalition}_HANDSHAKE", span = coalition.span())
}
