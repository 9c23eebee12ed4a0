//! Checks for duplicates among values that only rustc sees.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::call::{call, span};
use crate::model::{BytesOrPath, CheckedCitizen, CheckedCoalition, Origin};
use crate::syntax::path_place;
use crate::text::Text;
use crate::tokens::Tokens;

/// Checks for two citizens with the same stable id or name, and for two confluences with the same name.
///
/// ```ignore
/// const __COALITION_STABLE_ID: $crate::__private::Pair = $crate::__private::stable_id_pair(&ETH_SUPERCHAIN);
/// const _: () = match $crate::__private::second(__COALITION_STABLE_ID, $crate::__private::None) {
///     // For each citizen that can be the second of a pair, at its path or its id:
///     1usize => $crate::__private::stable_id_twice(&ETH_SUPERCHAIN, …),
///     _ => {}
/// };
/// ```
pub(crate) struct Twice {
    pub(crate) checks: TokenStream,
    /// The conditions under which no check fails.
    pub(crate) absent: Vec<TokenStream>,
}

impl Twice {
    pub(crate) fn new(coalition: &CheckedCoalition, krate: &Tokens) -> Self {
        let config = &coalition.ident;
        let mut twice = Self { checks: TokenStream::new(), absent: Vec::new() };
        let citizens = || coalition.lattices.iter().chain(&coalition.organisms);
        let names = quote!(&__COALITION_NAMES);
        let unreported = quote!(#krate::__private::None);

        let is_seen = |citizen: &CheckedCitizen| matches!(citizen.stable_id, Some(BytesOrPath::Literal(..)));
        let unseen = citizens().position(|citizen| !is_seen(citizen));
        let ids = unseen.map(|first| after(first, citizens().map(id_span)));
        let reported = match &ids {
            Some(places) if !places.is_empty() => pair("stable_id", config).into_token_stream(),
            _ => unreported.clone(),
        };
        twice.list("stable_id", &quote!(&#config), &unreported, ids, coalition, krate);

        let unseen = coalition.lattices.iter().position(|lattice| lattice.origin.is_import());
        let places = citizens().map(|citizen| match &citizen.name {
            Some(name) => name.span(),
            None => name_span(&citizen.origin),
        });
        let places = unseen.map(|first| after(first, places));
        twice.list("citizen_name", &quote!(&#config, #names), &reported, places, coalition, krate);

        let unseen = coalition.confluences.iter().position(|confluence| confluence.origin.is_import());
        let places = coalition.confluences.iter().map(|confluence| name_span(&confluence.origin));
        let places = unseen.map(|first| after(first, places));
        twice.list("confluence_name", &quote!(&#config), &unreported, places, coalition, krate);
        twice
    }

    /// Adds the check of one list, if it can fail somewhere. A pair that another check has `reported` is not reported again.
    fn list(
        &mut self,
        list: &str,
        arguments: &TokenStream,
        reported: &TokenStream,
        places: Option<Vec<(usize, Span)>>,
        coalition: &CheckedCoalition,
        krate: &Tokens,
    ) {
        let Some(places) = places.filter(|places| !places.is_empty()) else { return };
        let config = &coalition.ident;
        let find = format_ident!("{list}_pair");
        let pair = pair(list, config);
        let check = format!("{list}_twice");
        let arms = places.into_iter().map(|(index, span)| {
            let call = call(krate, &check, span, None, &quote!(&#config, &__COALITION_NAMES, #pair));
            quote!(#index => #call)
        });
        self.checks.extend(quote! {
            const #pair: #krate::__private::Pair = #krate::__private::#find(#arguments);
            const _: () = match #krate::__private::second(#pair, #reported) {
                #(#arms)*
                _ => {}
            };
        });
        self.absent.push(quote!(#pair.is_none()));
    }
}

/// Returns the indices and spans from the first unseen entry on. The second of an unseen pair is among them.
fn after(unseen: usize, places: impl Iterator<Item = Span>) -> Vec<(usize, Span)> {
    places.enumerate().skip(unseen.max(1)).collect()
}

/// Returns the const name of a pair. It has the coalition's span, because rustc reports there if it cannot evaluate the
/// coalition.
fn pair(list: &str, config: &Ident) -> Ident {
    format_ident!("__COALITION_{}", list.to_uppercase(), span = config.span())
}

fn id_span(citizen: &CheckedCitizen) -> Span {
    match (&citizen.origin, &citizen.stable_id) {
        (Origin::Declared(_), Some(id)) => span(id),
        (origin, _) => name_span(origin),
    }
}

/// Returns the span of a component's name, or of the path that imports it.
fn name_span(origin: &Origin) -> Span {
    match origin {
        Origin::Declared(name) => Text::span(name),
        Origin::Imported(path) => path_place(path).last(),
    }
}
