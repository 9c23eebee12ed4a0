//! The embedded checks: what rustc evaluates because only rustc can, or because it is a second opinion.

use coalition_core::__private::{Component, MOST_IN_A_MESSAGE, room};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::emitted;
use crate::expand::Expander;
use crate::model::{
    Citizen, Coalition, Content, FrozenComponents, Id, Origin, Parameter, Pin, ProfileValue, Requirement,
    Value,
};
use crate::syntax::path_place;
use crate::trees::Trees;
use crate::twice::Twice;
use crate::vocabulary::Kind;

/// The most conditions that stand in one row of `&&`.
const CONDITIONS_IN_A_ROW: usize = 256;

/// Expands the checks of a block that keeps every rule.
///
/// ```ignore
/// // One for each pin of an import, at the pin:
/// const _: () = $crate::__private::pinned_id("`stable_id` of lattice `UNICHAIN`", &UNICHAIN.stable_id, &…);
/// // One for each id by path, at the path:
/// const _: () = $crate::__private::not_zero("`ticket_root` of lattice `UNICHAIN`", ….is_zero());
/// // And for the whole, if everything in it was seen while expanding:
/// const _: () = if … { $crate::__private::agree(&ETH_SUPERCHAIN, &ETH_SUPERCHAIN_ROOT) };
/// // Or, with values in it that only rustc sees, at the literals of `expect_fingerprint` and `expect_components`:
/// const _: () = {
///     // … with the checks for what stands twice, …
///     const __COALITION_ROOT: $crate::UniqueId = $crate::CoalitionConfig::coalition_root(&ETH_SUPERCHAIN);
///     const __COALITION_COMPONENTS: [$crate::__private::Component; 5] = $crate::__private::components(&ETH_SUPERCHAIN);
///     const _: () = if … { $crate::__private::check::<30>(&ETH_SUPERCHAIN, &__COALITION_ROOT, Some(…), …) };
///     const _: () = if … { $crate::__private::check_components(&ETH_SUPERCHAIN, …) };
/// };
/// ```
///
/// The whole is checked if the pins hold and no drift is known: a pin that fails explains a drift, which would be
/// reported twice. `compared` says that the compiler has compared the coalition's own pin, `sound` that it found no fault.
pub(crate) fn expand(coalition: &Coalition, compared: bool, sound: bool, krate: &Trees) -> TokenStream {
    let expander = Expander::new(coalition, krate);
    let pins = pins(coalition, &expander);
    let whole = Whole::new(coalition, compared, sound, &expander);
    let holds: Vec<_> = pins.iter().map(|pin| &pin.holds).chain(&whole.distinct).collect();
    let hold = match holds.as_slice() {
        [] => None,
        holds => {
            // rustc reads a row of `&&` by recursion, and its stack ends at some thousands. In parts it is not so deep.
            let parts = holds.chunks(CONDITIONS_IN_A_ROW).map(|part| quote!(#(#part)&&*));
            Some(match holds.len() {
                ..=CONDITIONS_IN_A_ROW => quote!(if #(#parts)*),
                _ => quote!(if #((#parts))&&*),
            })
        }
    };
    let checks = whole.checks.iter().map(|check| match &hold {
        Some(hold) => quote!(#hold { #check }),
        None => check.clone(),
    });
    let whole = match whole.values {
        None => quote!(#(const _: () = #checks;)*),
        Some(values) => quote!(const _: () = { #values #(const _: () = #checks;)* };),
    };
    let own = if compared { Vec::new() } else { own_fingerprints(coalition, &expander) };
    let pins = pins.iter().map(|pin| pin.check.clone());
    let checks = pins.chain(profiles(coalition, &expander)).chain(own);
    quote!(#(const _: () = #checks;)* #whole)
}

/// The checks of the whole coalition. Each becomes a const of its own, because rustc's lint against long evaluation counts
/// the steps of each.
struct Whole {
    /// The consts that the checks share.
    values: Option<TokenStream>,
    /// The conditions under which nothing stands twice.
    distinct: Vec<TokenStream>,
    checks: Vec<TokenStream>,
}

impl Whole {
    fn new(coalition: &Coalition, compared: bool, sound: bool, expander: &Expander) -> Self {
        let (krate, config) = (expander.krate, &coalition.ident);
        let handshake = coalition.expect_handshake.map(|pin| handshake(coalition, pin, expander));
        // A pin that is not frozen yet says its value in any case. A fingerprint that drifted explains the drift of the
        // digest, which is then not reported.
        let is_open = matches!(coalition.expect_handshake, Some(Pin::Unfrozen(_)));
        let handshake = handshake.filter(|_| sound || is_open);
        let Some(pin) = coalition.expect_fingerprint.filter(|_| sound) else {
            return Self { values: None, distinct: Vec::new(), checks: handshake.into_iter().collect() };
        };
        let only_rustc_sees = !compared || has_imports(coalition) || pins_by_path(coalition);
        if !only_rustc_sees {
            let root = emitted::root(config);
            let agree = quote!(#krate::__private::agree(&#config, &#root));
            return Self {
                values: None,
                distinct: Vec::new(),
                checks: [agree].into_iter().chain(handshake).collect(),
            };
        }
        let names = names(coalition, krate);
        let Twice { checks: twice, absent: distinct } = Twice::new(coalition, krate);
        let mut values = quote! {
            const __COALITION_NAMES: #krate::__private::Names<'static> = #names;
            #twice
            const __COALITION_ROOT: #krate::UniqueId = #krate::CoalitionConfig::coalition_root(&#config);
        };
        let (specified, span) = specified(pin, expander);
        let frozen = coalition.expect_components.as_ref().filter(|_| !compared);
        let (count, is_open) = (count(coalition), matches!(pin, Pin::Unfrozen(_)));
        // They are hashed for the messages that show them, and for no other build.
        let shown = !compared && (frozen.is_some() || is_open && count <= MOST_IN_A_MESSAGE);
        let components = if shown {
            values.extend(quote! {
                const __COALITION_COMPONENTS: [#krate::__private::Component; #count] =
                    #krate::__private::components(&#config);
            });
            quote!(&__COALITION_COMPONENTS)
        } else {
            quote!(&[])
        };
        let room = frozen.map_or(0, |frozen| room(&frozen.borrow(), count));
        let summary = expander.option(frozen.map(|frozen| {
            values.extend(frozen_components(frozen, krate));
            quote!(&__COALITION_FROZEN)
        }));
        let arguments =
            quote!(&#config, &__COALITION_ROOT, #specified, &__COALITION_NAMES, #summary, #components);
        let mut checks = vec![call(krate, "check", span, Some(room), &arguments)];
        let is_frozen = quote!(if #krate::__private::same_fingerprint(&__COALITION_ROOT, #specified));
        if let Some(frozen) = frozen.filter(|_| !is_open) {
            let arguments = quote!(&#config, &__COALITION_FROZEN, &__COALITION_COMPONENTS);
            let check = call(krate, "check_components", frozen.span, None, &arguments);
            checks.push(quote!(#is_frozen { #check }));
        }
        let is_pinned = matches!(coalition.expect_handshake, Some(Pin::Frozen(..)));
        checks.extend(handshake.map(|check| if is_pinned { quote!(#is_frozen { #check }) } else { check }));
        Self { values: Some(values), distinct, checks }
    }
}

/// How many components a coalition has.
fn count(coalition: &Coalition) -> usize {
    let citizens = coalition.lattices.len() + coalition.organisms.len();
    citizens + coalition.confluences.len() + usize::from(coalition.ticket_issuer.is_some())
}

/// The frozen summary, as a const.
fn frozen_components(frozen: &FrozenComponents, krate: &Trees) -> TokenStream {
    let lists = frozen.lists.iter().map(|list| {
        let components = list.iter().map(|Component { id, detail, .. }| {
            let detail = match detail {
                Some(detail) => quote!(#krate::__private::Some(#detail)),
                None => quote!(#krate::__private::None),
            };
            quote!(Component { id: #id, detail: #detail, spans_all: false })
        });
        quote!(&[#(#components),*])
    });
    quote! {
        const __COALITION_FROZEN: #krate::__private::Components<'static> = {
            use #krate::__private::Component;
            #krate::__private::Components { lists: [#(#lists),*] }
        };
    }
}

/// The check of the handshake digest, which only rustc derives.
fn handshake(coalition: &Coalition, pin: Pin, expander: &Expander) -> TokenStream {
    let (krate, handshake) = (expander.krate, emitted::handshake(&coalition.ident));
    let (specified, span) = specified(pin, expander);
    call(krate, "check_handshake", span, None, &quote!(&#handshake, #specified))
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
            Some(call(expander.krate, "not_zero", span(id), None, &quote!(#what, #value.is_zero())))
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
    by_path(coalition, expander, &mut pins);
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
                None,
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

/// The ids and measurements that declared components take by path: none is all-zero.
fn by_path(coalition: &Coalition, expander: &Expander, pins: &mut Vec<Pinned>) {
    let krate = expander.krate;
    let mut not_zero = |what: &str, span: Span, value: &TokenStream| {
        pins.push(Pinned {
            check: call(krate, "not_zero", span, None, &quote!(#what, #value.is_zero())),
            holds: quote!(!#value.is_zero()),
        });
    };
    for (kind, citizens) in [("lattice", &coalition.lattices), ("organism", &coalition.organisms)] {
        for Citizen { ident, stable_id, content_hash, .. } in
            citizens.iter().filter(|citizen| !citizen.origin.is_import())
        {
            if let Some(id @ Value::Path(_)) = stable_id {
                not_zero(&format!("`stable_id` of {kind} `{ident}`"), span(id), &quote!(#ident.stable_id));
            }
            if let Some(id @ Value::Path(_)) = content_hash {
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
        for Parameter { key, value } in content {
            if let Content::Id(id @ Value::Path(_)) = value {
                not_zero(&format!("parameter `{key}` of {owner}"), span(id), &quote_id(id, expander));
            }
        }
        for requirement in acl {
            let (key, span, value) = match requirement {
                Requirement::RecogniseIssuer(id @ Value::Path(_)) => {
                    ("recognise_issuer", span(id), quote_id(id, expander))
                }
                Requirement::RequireValidator(id @ Value::Path(_)) => {
                    ("require_validator", span(id), quote_id(id, expander))
                }
                Requirement::RequireMrtd(mrtd @ Value::Path(path)) => {
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

/// The pins of a citizen. An organism that pins its stable id is pinned whole: its content hash is folded too, and is
/// the one that is written, or none.
fn citizen_pins(citizen: &Citizen, kind: &str, expander: &Expander, pins: &mut Vec<Pinned>) {
    let (krate, ident) = (expander.krate, &citizen.ident);
    let what = |key: &str| format!("`{key}` of {kind} `{ident}`");
    if let Some(id) = &citizen.stable_id {
        let (what, pin) = (what("stable_id"), expander.id(id));
        pins.push(Pinned {
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
    pins.push(Pinned {
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

fn fingerprint_pin(owner: &str, kind: Kind, ident: &Ident, pin: Pin, expander: &Expander) -> Pinned {
    let krate = expander.krate;
    let (specified, span) = specified(pin, expander);
    let fingerprint = fingerprint(kind, ident, krate);
    Pinned {
        check: call(krate, "pinned_fingerprint", span, None, &quote!(#owner, &#fingerprint, #specified)),
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
            let arguments = quote!(#owner, &#fingerprint, #specified);
            Some(call(krate, "check_fingerprint", span, None, &arguments))
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
/// points there, and adds no note about a macro. The alias hides no const of the user's from the arguments. `room` is an argument for a
/// const parameter.
pub(crate) fn call(
    krate: &Trees,
    check: &str,
    span: Span,
    room: Option<usize>,
    arguments: &TokenStream,
) -> TokenStream {
    let function = format_ident!("{check}");
    let alias = Ident::new(&format!("__coalition_{check}"), span);
    let room = room.map(|room| quote!(::<#room>));
    let call = quote_spanned!(span=> #alias #room (#arguments));
    quote!({ use #krate::__private::#function as #alias; #call })
}

pub(crate) fn span<const N: usize>(id: &Value<N>) -> Span {
    match id {
        Value::Literal(_, span) => *span,
        Value::Path(path) => {
            path.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span())
        }
    }
}
