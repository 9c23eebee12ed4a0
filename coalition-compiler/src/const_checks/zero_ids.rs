//! Checks that ids and measurements by path are not all-zero.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::call::{Condition, call, span};
use crate::expand::Expander;
use crate::model::{
    BytesOrPath, CheckedCitizen, CheckedCoalition, CheckedParameter, CheckedRequirement, CheckedValue, Id,
    ProfileValue,
};
use crate::vocabulary::Kind;

/// Adds a check for each id and measurement that a declared component takes by path.
pub(super) fn by_path(coalition: &CheckedCoalition, expander: &Expander, conditions: &mut Vec<Condition>) {
    let krate = expander.krate;
    let mut not_zero = |what: &str, span: Span, value: &TokenStream| {
        conditions.push(Condition {
            check: call(krate, "not_zero", span, None, &quote!(#what, #value.is_zero())),
            holds: quote!(!#value.is_zero()),
        });
    };
    for (kind, citizens) in [("lattice", &coalition.lattices), ("organism", &coalition.organisms)] {
        for CheckedCitizen { ident, stable_id, content_hash, .. } in
            citizens.iter().filter(|citizen| !citizen.origin.is_import())
        {
            if let Some(id @ BytesOrPath::Path(_)) = stable_id {
                not_zero(&format!("`stable_id` of {kind} `{ident}`"), span(id), &quote!(#ident.stable_id));
            }
            if let Some(id @ BytesOrPath::Path(_)) = content_hash {
                let what = format!("`content_hash` of {kind} `{ident}`");
                not_zero(&what, span(id), &quote_id(id, expander));
            }
        }
    }
    let acls = coalition.confluences.iter().map(|confluence| {
        (format!("{} `{}`", confluence.kind(), confluence.ident), &*confluence.content, &confluence.acl)
    });
    let issuer = coalition.ticket_issuer.iter();
    let issuer = issuer.map(|issuer| ("the ticket issuer".to_owned(), &[][..], &issuer.acl));
    for (owner, content, acl) in acls.chain(issuer) {
        for CheckedParameter { key, value } in content {
            if let CheckedValue::Id(id @ BytesOrPath::Path(_)) = value {
                not_zero(&format!("parameter `{key}` of {owner}"), span(id), &quote_id(id, expander));
            }
        }
        for requirement in acl {
            let (key, span, value) = match requirement {
                CheckedRequirement::RecogniseIssuer(id @ BytesOrPath::Path(_)) => {
                    ("recognise_issuer", span(id), quote_id(id, expander))
                }
                CheckedRequirement::RequireValidator(id @ BytesOrPath::Path(_)) => {
                    ("require_validator", span(id), quote_id(id, expander))
                }
                CheckedRequirement::RequireMrtd(mrtd @ BytesOrPath::Path(path)) => {
                    ("require_mrtd", span(mrtd), expander.typed(&quote!(MrTd), path))
                }
                _ => continue,
            };
            not_zero(&format!("`{key}` of {owner}"), span, &value);
        }
    }
}

fn quote_id(id: &Id, expander: &Expander) -> TokenStream {
    let id = expander.id(id);
    quote!(#id)
}

/// Returns the checks of ids by path that only the handshake page shows. They are not part of a configuration.
pub(super) fn profiles<'a>(coalition: &'a CheckedCoalition, expander: &Expander) -> Vec<TokenStream> {
    let citizens = |kind: Kind, citizens: &'a [CheckedCitizen]| {
        citizens.iter().map(move |citizen| (kind, &citizen.ident, &citizen.profile))
    };
    let confluences = coalition.confluences.iter();
    citizens(Kind::Lattice, &coalition.lattices)
        .chain(citizens(Kind::Organism, &coalition.organisms))
        .chain(confluences.map(|confluence| (confluence.kind(), &confluence.ident, &confluence.profile)))
        .flat_map(|(kind, ident, profile)| profile.0.iter().map(move |entry| (kind, ident, entry)))
        .filter_map(|(kind, ident, (key, value))| {
            let ProfileValue::Id(id @ BytesOrPath::Path(_)) = value else { return None };
            let (what, value) = (format!("`{key}` of {kind} `{ident}`"), expander.id(id));
            Some(call(expander.krate, "not_zero", span(id), None, &quote!(#what, #value.is_zero())))
        })
        .collect()
}
