//! Detection of duplicates in a configuration that may be hostile.
//!
//! [`CoalitionConfig::validate`] uses no heap, and takes quadratic time if the entries were chosen to collide.

use alloc::collections::BTreeMap;

use coalition_core::{CoalitionConfig, Fault, LatticeConfig, OrganismRef, Place};

/// Checks that no citizen, name, module or parameter appears twice.
///
/// # Errors
///
/// Returns the first duplicate.
pub(super) fn check(coalition: &CoalitionConfig<'_>) -> Result<(), Fault> {
    citizens(coalition.lattices, coalition.organisms, Place::Lattice, Place::Organism)?;
    let same_name = |first, second| Fault::SameName { first, second };
    distinct(coalition.lattices.iter().map(|lattice| lattice.name), |first, second| {
        same_name(Place::Lattice(first), Place::Lattice(second))
    })?;
    for (confluence, config) in coalition.confluences.iter().enumerate() {
        citizens(
            config.lattices,
            config.organisms,
            |index| Place::SpannedLattice { confluence, index },
            |index| Place::SpannedOrganism { confluence, index },
        )?;
        let param = |index| Place::ContentParam { confluence, index };
        distinct(config.content.params.iter().map(|param| param.key), |first, second| Fault::SameKey {
            first: param(first),
            second: param(second),
        })?;
    }
    let confluences = coalition.confluences;
    distinct(confluences.iter().map(|confluence| confluence.name), |first, second| {
        match confluences[first].module() {
            Some(module) => Fault::ModuleTwice { module, first, second },
            None => same_name(Place::Confluence(first), Place::Confluence(second)),
        }
    })
}

/// Checks the stable ids of lattices and organisms together.
fn citizens(
    lattices: &[LatticeConfig<'_>],
    organisms: &[OrganismRef<'_>],
    lattice: impl Fn(usize) -> Place,
    organism: impl Fn(usize) -> Place,
) -> Result<(), Fault> {
    let place = |index: usize| match index.checked_sub(lattices.len()) {
        Some(index) => organism(index),
        None => lattice(index),
    };
    let ids = lattices.iter().map(|lattice| lattice.stable_id);
    let ids = ids.chain(organisms.iter().map(|organism| organism.stable_id));
    distinct(ids, |first, second| Fault::SameStableId { first: place(first), second: place(second) })
}

fn distinct<T: Ord>(
    entries: impl Iterator<Item = T>,
    fault: impl Fn(usize, usize) -> Fault,
) -> Result<(), Fault> {
    let mut seen = BTreeMap::new();
    for (second, entry) in entries.enumerate() {
        if let Some(first) = seen.insert(entry, second) {
            return Err(fault(first, second));
        }
    }
    Ok(())
}
