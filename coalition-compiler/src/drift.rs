//! Compares the derived fingerprints with the frozen ones.

use coalition_checks::__private::pin_message::{self, PinWords as Words};
use coalition_checks::__private::{BlockNames, push_notes, room};
use coalition_core::__private::ConstString;
use coalition_core::UniqueId;
use coalition_handshake::__private::{Components, SummaryComponent};
use proc_macro2::Span;

use crate::derive::Identities;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::lower::{Bytes32, FoldedCoalition};
use crate::model::{self, CheckedCitizen, CheckedConfluence, Origin, Pin, Spans};

/// Reports every fingerprint that is not the frozen one, or not frozen at all. `derived` is `None` if a message needs what
/// only rustc sees, which then makes the checks.
pub(crate) fn check(
    declared: &model::CheckedCoalition,
    derived: Option<(&FoldedCoalition, &Identities)>,
    diagnostics: &mut Diagnostics,
) {
    let Some((coalition, identities)) = derived else {
        if declared.expect_fingerprint.is_none() {
            let name = declared.name.value();
            diagnostics.add(missing(declared.ident.span(), name, None, &Components::NONE));
        }
        return;
    };
    let lists = components(coalition, identities);
    let components = Components { lists: lists.each_ref().map(Vec::as_slice) };
    own_pin(declared, &identities.root, &components, diagnostics);
    // The pin of an import is checked by rustc, which alone sees the const.
    for (confluence, identity) in declared.confluences.iter().zip(&identities.confluences) {
        if let Origin::Declared(_) = confluence.origin {
            let owner = format!("{} `{}`", confluence.kind(), confluence.ident);
            component_pin(&owner, confluence.expect_fingerprint, &identity.fingerprint, diagnostics);
        }
    }
    if let (Some(issuer), Some(fingerprint)) = (&declared.ticket_issuer, &identities.ticket_issuer) {
        if let Origin::Declared(_) = issuer.origin {
            let owner = format!("ticket issuer `{}`", issuer.ident);
            component_pin(&owner, issuer.expect_fingerprint, fingerprint, diagnostics);
        }
    }
}

/// C02. Nothing is `got` if only rustc can derive the coalition.
pub(crate) fn missing(
    span: Span,
    name: &str,
    got: Option<&UniqueId>,
    components: &Components<'_>,
) -> Diagnostic {
    Diagnostic::from_const_evaluation(span, &pin_message::missing(name, got, components))
}

/// The pin and the summary of the coalition itself.
fn own_pin(
    declared: &model::CheckedCoalition,
    root: &Bytes32,
    components: &Components<'_>,
    diagnostics: &mut Diagnostics,
) {
    let (name, got) = (declared.name.value(), UniqueId::from_bytes(*root));
    let frozen = declared.expect_components.as_ref();
    let (message, span) = match declared.expect_fingerprint {
        None => {
            diagnostics.add(missing(declared.ident.span(), name, Some(&got), components));
            return;
        }
        Some(Pin::Unfrozen(span)) => (pin_message::unfrozen_coalition(name, &got, components), span),
        Some(Pin::Frozen(specified, span)) if specified != *root => {
            let notes = frozen.map(|frozen| notes(declared, &frozen.borrow(), components));
            let specified = UniqueId::from_bytes(specified);
            (pin_message::drifted_coalition(name, &got, &specified, notes.as_ref()), span)
        }
        Some(Pin::Frozen(..)) => match frozen.filter(|frozen| !frozen.borrow().same(components)) {
            Some(frozen) => (pin_message::stale_components(components), frozen.span),
            None => return,
        },
    };
    diagnostics.add(Diagnostic::from_const_evaluation(span, &message));
}

/// The notes on what is not as it was frozen.
fn notes(
    declared: &model::CheckedCoalition,
    frozen: &Components<'_>,
    components: &Components<'_>,
) -> ConstString {
    let idents =
        |citizens: &[CheckedCitizen]| citizens.iter().map(|citizen| citizen.ident.to_string()).collect();
    let (lattices, organisms): (Vec<String>, Vec<String>) =
        (idents(&declared.lattices), idents(&declared.organisms));
    let confluences: Vec<(String, bool)> = declared
        .confluences
        .iter()
        .map(|confluence| (confluence.ident.to_string(), confluence.is_module))
        .collect();
    let mut message = ConstString::new();
    let names = BlockNames {
        lattices: &lattices.iter().map(String::as_str).collect::<Vec<_>>(),
        organisms: &organisms.iter().map(|ident| (ident.as_str(), "")).collect::<Vec<_>>(),
        confluences: &confluences.iter().map(|(ident, is)| (ident.as_str(), *is)).collect::<Vec<_>>(),
    };
    let mut room = vec![0; room(frozen, components.count())];
    push_notes(&mut message, frozen, components, &names, &default_spans(declared), &mut room);
    message
}

/// Returns the indices of the modules without `spans`. They follow every edit of a citizen.
pub(crate) fn default_spans(declared: &model::CheckedCoalition) -> Vec<usize> {
    let confluences = declared.confluences.iter().enumerate();
    let is_default = |(_, confluence): &(usize, &CheckedConfluence)| {
        matches!((&confluence.origin, &confluence.spans), (Origin::Declared(_), Spans::All))
    };
    confluences.filter(is_default).map(|(index, _)| index).collect()
}

/// The pin of a component. `owner` names it.
fn component_pin(owner: &str, pin: Option<Pin>, got: &Bytes32, diagnostics: &mut Diagnostics) {
    let got_id = UniqueId::from_bytes(*got);
    let (message, span) = match pin {
        Some(Pin::Unfrozen(span)) => (pin_message::unfrozen((owner, ""), &got_id, &Words::FINGERPRINT), span),
        Some(Pin::Frozen(specified, span)) if specified != *got => {
            let specified = UniqueId::from_bytes(specified);
            (pin_message::drifted((owner, ""), &got_id, &specified, "", &Words::FINGERPRINT), span)
        }
        _ => return,
    };
    diagnostics.add(Diagnostic::from_const_evaluation(span, &message));
}

/// Shortens the components of a coalition.
fn components(coalition: &FoldedCoalition, identities: &Identities) -> [Vec<SummaryComponent>; 4] {
    let lattices = coalition.lattices.iter();
    let lattices =
        lattices.map(|lattice| SummaryComponent { id: short(&lattice.stable_id), ..SummaryComponent::NONE });
    let organisms = coalition.organisms.iter().map(|organism| SummaryComponent {
        id: short(&organism.stable_id),
        detail: organism.content_hash.as_ref().map(short),
    });
    let confluences = identities.confluences.iter().map(|identity| SummaryComponent {
        id: short(&identity.fingerprint),
        detail: identity.digests.map(|[content, acl]| short(&content) & 0xffff_0000 | short(&acl) >> 16),
    });
    let ticket_issuer = identities.ticket_issuer.iter();
    let ticket_issuer = ticket_issuer
        .map(|fingerprint| SummaryComponent { id: short(fingerprint), ..SummaryComponent::NONE });
    [lattices.collect(), organisms.collect(), confluences.collect(), ticket_issuer.collect()]
}

fn short(bytes: &Bytes32) -> u32 {
    let [a, b, c, d, ..] = *bytes;
    u32::from_be_bytes([a, b, c, d])
}
