//! Checks of `expect_fingerprint` on declared confluences, modules and ticket issuers.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use super::call::{call, specified};
use crate::expand::Expander;
use crate::model::CheckedCoalition;
use crate::tokens::Tokens;
use crate::vocabulary::Kind;

/// Returns a check for each declared confluence, module and ticket issuer with a fingerprint.
pub(super) fn own_fingerprints(coalition: &CheckedCoalition, expander: &Expander) -> Vec<TokenStream> {
    let krate = expander.krate;
    let confluences = coalition.confluences.iter().map(|confluence| {
        (confluence.kind(), &confluence.ident, &confluence.origin, confluence.expect_fingerprint)
    });
    let issuer = coalition.ticket_issuer.iter();
    let issuer =
        issuer.map(|issuer| (Kind::TicketIssuer, &issuer.ident, &issuer.origin, issuer.expect_fingerprint));
    confluences
        .chain(issuer)
        .filter(|(_, _, origin, _)| !origin.is_import())
        .filter_map(|(kind, ident, _, pin)| {
            let owner = format!("{kind} `{ident}`");
            let (specified, span) = specified(pin?, expander);
            let fingerprint = fingerprint(kind, ident, krate);
            let arguments = quote!(#owner, &#fingerprint, #specified);
            Some(call(krate, "check_fingerprint", span, None, &arguments))
        })
        .collect()
}

/// Returns a call that derives a component's fingerprint. By its full path, a user's trait cannot replace it.
pub(super) fn fingerprint(kind: Kind, ident: &Ident, krate: &Tokens) -> TokenStream {
    match kind {
        Kind::TicketIssuer => quote!(#krate::TicketIssuerConfig::fingerprint(&#ident)),
        _ => quote!(#krate::ConfluenceConfig::fingerprint(&#ident)),
    }
}
