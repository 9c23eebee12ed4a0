//! The embedded checks: what rustc evaluates because only rustc can, or because it is a second opinion.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::emitted;
use crate::expand::Expander;
use crate::model::{Citizen, Coalition, Id, Origin, Pin, ProfileValue, Value};
use crate::syntax::path_place;
use crate::trees::Trees;
use crate::vocabulary::Kind;

/// Expands the checks of a block that keeps every rule.
///
/// ```ignore
/// // One for each pin of an import, at the pin:
/// const _: () = $crate::__private::pinned_id("`stable_id` of lattice `UNICHAIN`", &UNICHAIN.stable_id, &…);
/// // One for each id by path that no configuration holds, at the path:
/// const _: () = $crate::__private::not_zero("`ticket_root` of lattice `UNICHAIN`", &…);
/// // And for the whole, where the root was derived while expanding:
/// const _: () = if … { $crate::__private::agree(&ETH_SUPERCHAIN, &ETH_SUPERCHAIN_ROOT) };
/// // Or, with values in it that only rustc sees, at the literal of `expect_fingerprint`:
/// const _: () = if … { $crate::__private::check(&ETH_SUPERCHAIN, Some(…), &$crate::__private::Names { … }) };
/// ```
///
/// The whole is checked where the pins hold, and where it is not known to have drifted: a pin that fails explains a
/// drift, and would be reported twice.
pub(crate) fn expand(coalition: &Coalition, derived: bool, sound: bool, krate: &Trees) -> TokenStream {
    let expander = Expander::new(coalition, krate);
    let pins = pins(coalition, &expander);
    let hold = match pins.as_slice() {
        [] => None,
        pins => {
            let hold = pins.iter().map(|pin| &pin.holds);
            Some(quote!(if #(#hold)&&*))
        }
    };
    let (config, root) = (&coalition.ident, emitted::root(&coalition.ident));
    // Each is a const of its own: rustc's lint against long evaluation counts the steps of each.
    let mut whole = Vec::new();
    let only_rustc_sees = !derived || has_imports(coalition) || pins_by_path(coalition);
    match coalition.expect_fingerprint {
        _ if !sound => {}
        Some(pin) if only_rustc_sees => {
            let names = names(coalition, krate);
            let (specified, span) = specified(pin, &expander);
            whole.push(call(krate, "check", span, &quote!(&#config, #specified, &#names)));
            // The names of imported lattices are the only ones that were not seen while expanding.
            if coalition.lattices.iter().any(|lattice| lattice.origin.is_import())
                && !coalition.organisms.is_empty()
            {
                whole.push(call(krate, "check_names", span, &quote!(&#config, &#names)));
            }
        }
        _ => whole.push(quote!(#krate::__private::agree(&#config, &#root))),
    }
    let handshake = coalition.expect_handshake.map(|pin| handshake(coalition, pin, &expander));
    match (coalition.expect_handshake, coalition.expect_fingerprint) {
        // One that is not frozen yet says its value in any case.
        (Some(Pin::Unfrozen(_)), _) => whole.extend(handshake),
        (Some(Pin::Frozen(..)), Some(pin)) if sound => {
            // A fingerprint that drifted explains the drift of the digest, which is then not reported.
            let (specified, _) = specified(pin, &expander);
            let drifted = only_rustc_sees.then(
                || quote!(if #krate::__private::same_fingerprint(&#krate::CoalitionConfig::coalition_root(&#config), #specified)),
            );
            whole.push(quote!(#drifted { #handshake }));
        }
        _ => {}
    }
    let whole = whole.into_iter().map(|check| match &hold {
        Some(hold) => quote!(#hold { #check }),
        None => check,
    });
    let own = if derived { Vec::new() } else { own_fingerprints(coalition, &expander) };
    let pins = pins.iter().map(|pin| pin.check.clone());
    let checks = pins.chain(profiles(coalition, &expander)).chain(own).chain(whole);
    quote!(#(const _: () = #checks;)*)
}

/// The check of the handshake digest, which only rustc derives.
fn handshake(coalition: &Coalition, pin: Pin, expander: &Expander) -> TokenStream {
    let (krate, handshake) = (expander.krate, emitted::handshake(&coalition.ident));
    let (specified, span) = specified(pin, expander);
    call(krate, "check_handshake", span, &quote!(&#handshake, #specified))
}

/// Whether a component comes by path.
fn has_imports(coalition: &Coalition) -> bool {
    let citizens = coalition.lattices.iter().chain(&coalition.organisms).map(|citizen| &citizen.origin);
    let confluences = coalition.confluences.iter().map(|confluence| &confluence.origin);
    let issuer = coalition.ticket_issuer.iter().map(|issuer| &issuer.origin);
    citizens.chain(confluences).chain(issuer).any(Origin::is_import)
}

/// Whether a lattice pins its content hash by path: a value of the configuration that the root does not need.
fn pins_by_path(coalition: &Coalition) -> bool {
    let by_path = |lattice: &Citizen| matches!(lattice.content_hash, Some(Value::Path(_)));
    coalition.lattices.iter().any(by_path)
}

/// The checks of ids by path that serve people alone. The rules of a configuration do not reach them.
fn profiles<'a>(coalition: &'a Coalition, expander: &Expander) -> Vec<TokenStream> {
    let citizens = |kind: Kind, citizens: &'a [Citizen]| {
        citizens.iter().map(move |citizen| (kind, &citizen.ident, &citizen.profile))
    };
    let confluences = coalition.confluences.iter();
    citizens(Kind::Lattice, &coalition.lattices)
        .chain(citizens(Kind::Organism, &coalition.organisms))
        .chain(confluences.map(|confluence| (confluence.kind(), &confluence.ident, &confluence.profile)))
        .flat_map(|(kind, ident, profile)| profile.0.iter().map(move |entry| (kind, ident, entry)))
        .filter_map(|(kind, ident, (key, value))| {
            let ProfileValue::Id(id @ Value::Path(_)) = value else { return None };
            let (what, value) = (format!("`{key}` of {kind} `{ident}`"), expander.id(id));
            Some(call(expander.krate, "not_zero", span(id), &quote!(#what, &#value)))
        })
        .collect()
}

/// A pin of an import: the check that reports it, and the condition under which it holds.
struct Pinned {
    check: TokenStream,
    holds: TokenStream,
}

fn pins(coalition: &Coalition, expander: &Expander) -> Vec<Pinned> {
    let mut pins = Vec::new();
    for (kind, citizens) in [("lattice", &coalition.lattices), ("organism", &coalition.organisms)] {
        for citizen in citizens.iter().filter(|citizen| citizen.origin.is_import()) {
            citizen_pins(citizen, kind, expander, &mut pins);
        }
    }
    for confluence in coalition.confluences.iter().filter(|confluence| confluence.origin.is_import()) {
        let owner = format!("{} `{}`", confluence.kind(), confluence.ident);
        pins.extend(
            confluence
                .expect_fingerprint
                .map(|pin| fingerprint_pin(&owner, confluence.kind(), &confluence.ident, pin, expander)),
        );
    }
    rules(coalition, expander, &mut pins);
    for issuer in coalition.ticket_issuer.iter().filter(|issuer| issuer.origin.is_import()) {
        let owner = format!("ticket issuer `{}`", issuer.ident);
        pins.extend(
            issuer
                .expect_fingerprint
                .map(|pin| fingerprint_pin(&owner, Kind::TicketIssuer, &issuer.ident, pin, expander)),
        );
    }
    pins
}

/// The rules that each import keeps by itself, at its path.
fn rules(coalition: &Coalition, expander: &Expander, pins: &mut Vec<Pinned>) {
    let krate = expander.krate;
    let mut rule = |kind: &str, origin: &Origin, value: &Ident, named: TokenStream, known: TokenStream| {
        let Origin::Imported(path) = origin else { return };
        let holds = format_ident!("keeps_{kind}");
        pins.push(Pinned {
            check: call(
                krate,
                &format!("check_{kind}"),
                path_place(path).last(),
                &quote!(&#value #named #known),
            ),
            holds: quote!(#krate::__private::#holds(&#value #known)),
        });
    };
    let none = TokenStream::new;
    for Citizen { ident, origin, .. } in &coalition.lattices {
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

/// The pins of a citizen. An organism that pins its stable id is pinned whole: its content hash is folded too, and is
/// the one that is written, or none.
fn citizen_pins(citizen: &Citizen, kind: &str, expander: &Expander, pins: &mut Vec<Pinned>) {
    let (krate, ident) = (expander.krate, &citizen.ident);
    let what = |key: &str| format!("`{key}` of {kind} `{ident}`");
    if let Some(id) = &citizen.stable_id {
        let (what, pin) = (what("stable_id"), expander.id(id));
        pins.push(Pinned {
            check: call(krate, "pinned_id", span(id), &quote!(#what, &#ident.stable_id, &#pin)),
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
    pins.push(Pinned {
        check: call(krate, "pinned_content_hash", span(at), &quote!(#what, &#ident.content_hash, &#pin)),
        holds: quote!(#krate::__private::same_content_hash(&#ident.content_hash, &#pin)),
    });
}

fn fingerprint_pin(owner: &str, kind: Kind, ident: &Ident, pin: Pin, expander: &Expander) -> Pinned {
    let krate = expander.krate;
    let (specified, span) = specified(pin, expander);
    let fingerprint = fingerprint(kind, ident, krate);
    Pinned {
        check: call(krate, "pinned_fingerprint", span, &quote!(#owner, &#fingerprint, #specified)),
        holds: quote!(#krate::__private::same_fingerprint(&#fingerprint, #specified)),
    }
}

/// The fingerprint of a component. Its path leaves no room for a method of the user's.
fn fingerprint(kind: Kind, ident: &Ident, krate: &Trees) -> TokenStream {
    match kind {
        Kind::TicketIssuer => quote!(#krate::TicketIssuerConfig::fingerprint(&#ident)),
        _ => quote!(#krate::ConfluenceConfig::fingerprint(&#ident)),
    }
}

/// The fingerprints that declared confluences and the ticket issuer expect of themselves.
fn own_fingerprints(coalition: &Coalition, expander: &Expander) -> Vec<TokenStream> {
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
            Some(call(krate, "check_fingerprint", span, &quote!(#owner, &#fingerprint, #specified)))
        })
        .collect()
}

/// The const names of a block, for the messages that rustc's evaluation writes.
fn names(coalition: &Coalition, krate: &Trees) -> TokenStream {
    let list = |names: Vec<&Ident>| {
        let names = names.into_iter().map(ToString::to_string);
        quote!(&[#(#names),*])
    };
    let lattices = list(coalition.lattices.iter().map(|lattice| &lattice.ident).collect());
    let organisms = coalition.organisms.iter().map(|organism| {
        let (ident, name) = (organism.ident.to_string(), organism.name());
        quote!((#ident, #name))
    });
    let organisms = quote!(&[#(#organisms),*]);
    let confluences = coalition.confluences.iter().map(|confluence| {
        let (name, is_module) = (confluence.ident.to_string(), confluence.is_module);
        quote!((#name, #is_module))
    });
    let confluences = quote!(&[#(#confluences),*]);
    quote!(#krate::__private::Names { lattices: #lattices, organisms: #organisms, confluences: #confluences })
}

/// `Some(*b"…")` or `None`, and the span of what was written.
fn specified(pin: Pin, expander: &Expander) -> (Trees, Span) {
    match pin {
        Pin::Frozen(bytes, span) => {
            let bytes = proc_macro2::Literal::byte_string(&bytes);
            (expander.option(Some(quote!(*#bytes))), span)
        }
        Pin::Unfrozen(span) => (expander.none.clone(), span),
    }
}

/// A call of a check. Every token of the call itself carries the span of what is checked, and so does the panic: rustc
/// points there, and adds no note about a macro. The alias hides no const of the user's from the arguments.
fn call(krate: &Trees, check: &str, span: Span, arguments: &TokenStream) -> TokenStream {
    let function = format_ident!("{check}");
    let alias = Ident::new(&format!("__coalition_{check}"), span);
    let call = quote_spanned!(span=> #alias(#arguments));
    quote!({ use #krate::__private::#function as #alias; #call })
}

fn span(id: &Id) -> Span {
    match id {
        Value::Literal(_, span) => *span,
        Value::Path(path) => {
            path.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span())
        }
    }
}
