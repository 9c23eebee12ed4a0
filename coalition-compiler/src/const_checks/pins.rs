//! Checks of imports against their pins.

use quote::quote;
use syn::Ident;

use super::call::{Condition, call, span, specified};
use super::fingerprints::fingerprint;
use crate::expand::Expander;
use crate::model::{CheckedCitizen, CheckedCoalition, Pin};
use crate::vocabulary::Kind;

/// Adds a check for each pin of an imported citizen, confluence or module.
pub(super) fn pins(coalition: &CheckedCoalition, expander: &Expander, conditions: &mut Vec<Condition>) {
    for (kind, citizens) in [("lattice", &coalition.lattices), ("organism", &coalition.organisms)] {
        for citizen in citizens.iter().filter(|citizen| citizen.origin.is_import()) {
            citizen_pins(citizen, kind, expander, conditions);
        }
    }
    for confluence in coalition.confluences.iter().filter(|confluence| confluence.origin.is_import()) {
        let (kind, ident) = (confluence.kind(), &confluence.ident);
        let pin = confluence.expect_fingerprint;
        conditions.extend(pin.map(|pin| fingerprint_pin(kind, ident, pin, expander)));
    }
}

/// Adds a check for the pin of an imported ticket issuer.
pub(super) fn ticket_issuer_pin(
    coalition: &CheckedCoalition,
    expander: &Expander,
    conditions: &mut Vec<Condition>,
) {
    let issuer = coalition.ticket_issuer.as_ref().filter(|issuer| issuer.origin.is_import());
    conditions.extend(issuer.and_then(|issuer| {
        let pin = issuer.expect_fingerprint?;
        Some(fingerprint_pin(Kind::TicketIssuer, &issuer.ident, pin, expander))
    }));
}

/// Adds checks for the pins of a citizen.
///
/// A root covers an organism's content hash too. So a pinned organism has the content hash that is written here, or none.
fn citizen_pins(citizen: &CheckedCitizen, kind: &str, expander: &Expander, conditions: &mut Vec<Condition>) {
    let (krate, ident) = (expander.krate, &citizen.ident);
    let what = |key: &str| format!("`{key}` of {kind} `{ident}`");
    if let Some(id) = &citizen.stable_id {
        let (what, pin) = (what("stable_id"), expander.id(id));
        conditions.push(Condition {
            check: call(krate, "pinned_id", span(id), None, &quote!(#what, &#ident.stable_id, &#pin)),
            holds: quote!(#krate::__private::same_id(&#ident.stable_id, &#pin)),
        });
    }
    let at = match (&citizen.content_hash, &citizen.stable_id) {
        (Some(id), _) => id,
        (None, Some(id)) if kind == "organism" => id,
        _ => return,
    };
    let pin = expander.option(citizen.content_hash.as_ref().map(|id| expander.id(id)));
    let what = what("content_hash");
    conditions.push(Condition {
        check: call(
            krate,
            "pinned_content_hash",
            span(at),
            None,
            &quote!(#what, &#ident.content_hash, &#pin),
        ),
        holds: quote!(#krate::__private::same_content_hash(&#ident.content_hash, &#pin)),
    });
}

fn fingerprint_pin(kind: Kind, ident: &Ident, pin: Pin, expander: &Expander) -> Condition {
    let krate = expander.krate;
    let owner = format!("{kind} `{ident}`");
    let (specified, span) = specified(pin, expander);
    let fingerprint = fingerprint(kind, ident, krate);
    Condition {
        check: call(krate, "pinned_fingerprint", span, None, &quote!(#owner, &#fingerprint, #specified)),
        holds: quote!(#krate::__private::same_fingerprint(&#fingerprint, #specified)),
    }
}
