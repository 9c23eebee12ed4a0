//! Two components of a coalition with one id or one name that the macro could not see. They are reported at the second.

use coalition_core::__private::{Entries, citizen, same_confluence_name};
use coalition_core::{CoalitionConfig, Fault};

use crate::block_names::BlockNames;
use crate::fault_message::{fault_message, same_name};

/// The indices of two entries of a list that are the same, the lower first.
pub type Pair = Option<(usize, usize)>;

/// Finds the first two citizens with one stable id, by their places among the lattices and then the organisms.
///
/// The all-zero id counts as no id: each citizen that has it is reported for that.
#[must_use]
pub const fn stable_id_pair(config: &CoalitionConfig<'_>) -> Pair {
    let pair = Entries::StableIds(config.lattices, config.organisms).first_duplicate();
    if let Some((first, _)) = pair {
        let lattices = config.lattices.len();
        let id = if first < lattices {
            &config.lattices[first].stable_id
        } else {
            &config.organisms[first - lattices].stable_id
        };
        if id.is_zero() {
            return None;
        }
    }
    pair
}

/// Finds the first two citizens with one name, by their places among the lattices and then the organisms.
#[must_use]
pub const fn citizen_name_pair(config: &CoalitionConfig<'_>, names: &BlockNames<'_>) -> Pair {
    Entries::CitizenNames(config.lattices, names.organisms).first_duplicate()
}

/// Finds the first two confluences with one name.
#[must_use]
pub const fn confluence_name_pair(config: &CoalitionConfig<'_>) -> Pair {
    Entries::ConfluenceNames(config.confluences).first_duplicate()
}

/// Returns the second of a pair. It is no index if there is no pair, or if `reported` is the same pair.
#[must_use]
pub const fn second(pair: Pair, reported: Pair) -> usize {
    match (pair, reported) {
        (Some((first, second)), Some((a, b))) if first == a && second == b => usize::MAX,
        (Some((_, second)), _) => second,
        (None, _) => usize::MAX,
    }
}

/// Refuses a stable id that stands twice.
///
/// # Panics
///
/// Panics with C07 if there is a pair.
#[track_caller]
pub const fn stable_id_twice(config: &CoalitionConfig<'_>, names: &BlockNames<'_>, pair: Pair) {
    if let Some((first, second)) = pair {
        let lattices = config.lattices.len();
        let (first, second) = (citizen(lattices, first, None), citizen(lattices, second, None));
        panic!("{}", fault_message(config, names, Fault::SameStableId { first, second }).as_str());
    }
}

/// Refuses a name of a citizen that stands twice.
///
/// # Panics
///
/// Panics with C07 if there is a pair.
#[track_caller]
pub const fn citizen_name_twice(config: &CoalitionConfig<'_>, names: &BlockNames<'_>, pair: Pair) {
    if let Some((first, second)) = pair {
        panic!("{}", same_name(config, names, first, second).as_str());
    }
}

/// Refuses a name of a confluence that stands twice.
///
/// # Panics
///
/// Panics with C07, or with C12 for a module, if there is a pair.
#[track_caller]
pub const fn confluence_name_twice(config: &CoalitionConfig<'_>, names: &BlockNames<'_>, pair: Pair) {
    if let Some((first, second)) = pair {
        let fault = same_confluence_name(config.confluences, first, second);
        panic!("{}", fault_message(config, names, fault).as_str());
    }
}
