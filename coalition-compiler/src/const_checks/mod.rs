//! The const checks: rustc evaluates what only rustc sees, and derives the root a second time.

mod call;
mod fingerprints;
mod imports;
mod pins;
mod twice;
mod whole;
mod zero_ids;

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::Expander;
use crate::model::Coalition;
use crate::tokens::Tokens;
use fingerprints::own_fingerprints;
use imports::rules;
use pins::{pins, ticket_issuer_pin};
use whole::Whole;
use zero_ids::{by_path, profiles};

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
pub(crate) fn expand(coalition: &Coalition, compared: bool, sound: bool, krate: &Tokens) -> TokenStream {
    let expander = Expander::new(coalition, krate);
    let mut conditions = Vec::new();
    pins(coalition, &expander, &mut conditions);
    rules(coalition, &expander, &mut conditions);
    by_path(coalition, &expander, &mut conditions);
    ticket_issuer_pin(coalition, &expander, &mut conditions);
    let whole = Whole::new(coalition, compared, sound, &expander);
    let holds: Vec<_> = conditions.iter().map(|condition| &condition.holds).chain(&whole.distinct).collect();
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
    let conditions = conditions.iter().map(|condition| condition.check.clone());
    let checks = conditions.chain(profiles(coalition, &expander)).chain(own);
    quote!(#(const _: () = #checks;)* #whole)
}
