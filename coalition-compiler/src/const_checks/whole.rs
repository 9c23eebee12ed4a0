//! Checks of the whole coalition.

use coalition_checks::__private::room;
use coalition_handshake::__private::{MOST_IN_A_MESSAGE, SummaryComponent};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Ident;

use super::call::{call, specified};
use super::twice::Twice;
use crate::drift::default_spans;
use crate::emitted;
use crate::expand::Expander;
use crate::model::{BytesOrPath, CheckedCitizen, CheckedCoalition, FrozenComponents, Origin, Pin};
use crate::tokens::Tokens;

/// The checks of the whole coalition. Each is a separate const, because rustc's lint against long evaluation counts steps
/// per const.
pub(super) struct Whole {
    /// The consts that the checks share.
    pub(super) values: Option<TokenStream>,
    /// The conditions that hold if there are no duplicates.
    pub(super) distinct: Vec<TokenStream>,
    pub(super) checks: Vec<TokenStream>,
}

impl Whole {
    pub(super) fn new(
        coalition: &CheckedCoalition,
        compared: bool,
        sound: bool,
        expander: &Expander,
    ) -> Self {
        let (krate, config) = (expander.krate, &coalition.ident);
        let handshake = coalition.expect_handshake.map(|pin| handshake(coalition, pin, expander));
        // If the fingerprint drifted, the digest did too, and is not reported. But `_` always gets its value.
        let is_open = matches!(coalition.expect_handshake, Some(Pin::Unfrozen(_)));
        let handshake = handshake.filter(|_| sound || is_open);
        let Some(pin) = coalition.expect_fingerprint.filter(|_| sound) else {
            return Self { values: None, distinct: Vec::new(), checks: handshake.into_iter().collect() };
        };
        let only_rustc_sees = !compared || has_imports(coalition) || pins_by_path(coalition);
        if !only_rustc_sees {
            let root = emitted::root(config);
            let place = config.span();
            let arguments = quote_spanned!(place=> &#config, &#root);
            let agree = call(krate, "agree", place, None, &arguments);
            return Self {
                values: None,
                distinct: Vec::new(),
                checks: [agree].into_iter().chain(handshake).collect(),
            };
        }
        let names = names(coalition, krate);
        let Twice { checks: twice, absent: distinct } = Twice::new(coalition, krate);
        let mut values = quote! {
            const __COALITION_NAMES: #krate::__private::BlockNames<'static> = #names;
            #twice
            const __COALITION_ROOT: #krate::UniqueId = #krate::CoalitionConfig::coalition_root(&#config);
        };
        let (specified, span) = specified(pin, expander);
        let frozen = coalition.expect_components.as_ref().filter(|_| !compared);
        let (count, is_open) = (count(coalition), matches!(pin, Pin::Unfrozen(_)));
        // Hashing components is slow, so they are hashed only if a message can show them.
        let shown = !compared && (frozen.is_some() || is_open && count <= MOST_IN_A_MESSAGE);
        let components = if shown {
            values.extend(quote! {
                const __COALITION_COMPONENTS: [#krate::__private::SummaryComponent; #count] =
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
        let default_spans = default_spans(coalition);
        let arguments = quote! {
            &#config, &__COALITION_ROOT, #specified, &__COALITION_NAMES, #summary, #components, &[#(#default_spans),*]
        };
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

/// Returns the number of components.
fn count(coalition: &CheckedCoalition) -> usize {
    let citizens = coalition.lattices.len() + coalition.organisms.len();
    citizens + coalition.confluences.len() + usize::from(coalition.ticket_issuer.is_some())
}

/// Returns the frozen summary as a const.
fn frozen_components(frozen: &FrozenComponents, krate: &Tokens) -> TokenStream {
    let lists = frozen.lists.iter().map(|list| {
        let components = list.iter().map(|SummaryComponent { id, detail }| {
            let detail = match detail {
                Some(detail) => quote!(#krate::__private::Some(#detail)),
                None => quote!(#krate::__private::None),
            };
            quote!(SummaryComponent { id: #id, detail: #detail })
        });
        quote!(&[#(#components),*])
    });
    quote! {
        const __COALITION_FROZEN: #krate::__private::Components<'static> = {
            use #krate::__private::SummaryComponent;
            #krate::__private::Components { lists: [#(#lists),*] }
        };
    }
}

/// Returns the check of the handshake digest, which only rustc derives.
fn handshake(coalition: &CheckedCoalition, pin: Pin, expander: &Expander) -> TokenStream {
    let (krate, handshake) = (expander.krate, emitted::handshake(&coalition.ident));
    let (specified, span) = specified(pin, expander);
    call(krate, "check_handshake", span, None, &quote!(&#handshake, #specified))
}

/// Returns `true` if a component is imported.
fn has_imports(coalition: &CheckedCoalition) -> bool {
    let citizens = coalition.lattices.iter().chain(&coalition.organisms).map(|citizen| &citizen.origin);
    let confluences = coalition.confluences.iter().map(|confluence| &confluence.origin);
    let issuer = coalition.ticket_issuer.iter().map(|issuer| &issuer.origin);
    citizens.chain(confluences).chain(issuer).any(Origin::is_import)
}

/// Returns `true` if a lattice takes its content hash by path. Only rustc sees such a value.
fn pins_by_path(coalition: &CheckedCoalition) -> bool {
    let by_path = |lattice: &CheckedCitizen| matches!(lattice.content_hash, Some(BytesOrPath::Path(_)));
    coalition.lattices.iter().any(by_path)
}

/// Returns the const names of a block, for the messages of const evaluation.
fn names(coalition: &CheckedCoalition, krate: &Tokens) -> TokenStream {
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
    quote!(#krate::__private::BlockNames { lattices: #lattices, organisms: #organisms, confluences: #confluences })
}
