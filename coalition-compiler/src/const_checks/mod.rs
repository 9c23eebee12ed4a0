//! The const checks. rustc evaluates them: it derives the root again, and checks imported values.

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
use crate::model::CheckedCoalition;
use crate::tokens::Tokens;
use fingerprints::own_fingerprints;
use imports::rules;
use pins::{pins, ticket_issuer_pin};
use whole::Whole;
use zero_ids::{by_path, profiles};

/// The largest number of conditions in one chain of `&&`.
///
/// rustc parses a chain by recursion, and overflows its stack after some thousands.
const CONDITIONS_IN_A_ROW: usize = 256;

/// Expands the checks of a block.
///
/// ```ignore
/// // For each pin of an import, at the pin:
/// const _: () = $crate::__private::pinned_id("`stable_id` of lattice `UNICHAIN`", &UNICHAIN.stable_id, &…);
/// // For each id by path, at the path:
/// const _: () = $crate::__private::not_zero("`ticket_root` of lattice `UNICHAIN`", ….is_zero());
/// // For the coalition, if the macro saw all its values:
/// const _: () = if … { $crate::__private::agree(&ETH_SUPERCHAIN, &ETH_SUPERCHAIN_ROOT) };
/// // Otherwise, at the literals of `expect_fingerprint` and `expect_components`:
/// const _: () = {
///     // … the checks for duplicates …
///     const __COALITION_ROOT: $crate::UniqueId = $crate::CoalitionConfig::coalition_root(&ETH_SUPERCHAIN);
///     const __COALITION_COMPONENTS: [$crate::__private::SummaryComponent; 5] = $crate::__private::components(&ETH_SUPERCHAIN);
///     const _: () = if … { $crate::__private::check::<30>(&ETH_SUPERCHAIN, &__COALITION_ROOT, Some(…), …) };
///     const _: () = if … { $crate::__private::check_components(&ETH_SUPERCHAIN, …) };
/// };
/// ```
///
/// The coalition is checked only if all other checks pass. Otherwise one fault, such as a pin that fails, would be reported
/// twice. `compared` is `true` if the macro has compared the coalition's own pin, `sound` if it has found no fault.
pub(crate) fn expand(
    coalition: &CheckedCoalition,
    compared: bool,
    sound: bool,
    krate: &Tokens,
) -> TokenStream {
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
