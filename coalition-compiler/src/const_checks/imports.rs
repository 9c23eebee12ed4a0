//! Checks of imports against the rules of their kind.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

use super::call::{Condition, call};
use crate::expand::Expander;
use crate::model::{CheckedCitizen, CheckedCoalition, Origin};
use crate::syntax::path_place;

/// Adds a check for each import, reported at its path.
pub(super) fn rules(coalition: &CheckedCoalition, expander: &Expander, conditions: &mut Vec<Condition>) {
    let krate = expander.krate;
    let mut rule = |kind: &str, origin: &Origin, value: &Ident, named: TokenStream, known: TokenStream| {
        let Origin::Imported(path) = origin else { return };
        let holds = format_ident!("keeps_{kind}");
        conditions.push(Condition {
            check: call(
                krate,
                &format!("check_{kind}"),
                path_place(path).last(),
                None,
                &quote!(&#value #named #known),
            ),
            holds: quote!(#krate::__private::#holds(&#value #known)),
        });
    };
    let none = TokenStream::new;
    for CheckedCitizen { ident, origin, .. } in &coalition.lattices {
        let name = ident.to_string();
        rule("lattice", origin, ident, quote!(, #name), none());
    }
    for organism in &coalition.organisms {
        let (ident, name) = (organism.ident.to_string(), organism.name());
        rule("organism", &organism.origin, &organism.ident, quote!(, #ident, #name), none());
    }
    let has_issuer = coalition.ticket_issuer.is_some();
    for confluence in &coalition.confluences {
        let (ident, is_module) = (confluence.ident.to_string(), confluence.is_module);
        let known = quote!(, #is_module, #has_issuer);
        rule("confluence", &confluence.origin, &confluence.ident, quote!(, #ident), known);
    }
    if let Some(issuer) = &coalition.ticket_issuer {
        rule("ticket_issuer", &issuer.origin, &issuer.ident, none(), none());
    }
}
