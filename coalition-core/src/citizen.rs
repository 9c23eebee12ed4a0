//! Citizens: lattices and organisms.

use crate::UniqueId;
use crate::blake3::Hasher;

/// A block-building lattice, as its operator publishes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LatticeConfig<'a> {
    /// Its name, for people; not folded in any identity.
    pub name: &'a str,
    /// Its 32-byte stable id: the operator's value, never derived here.
    pub stable_id: UniqueId,
    /// Its 32-byte content hash, where it is pinned. It is not folded in `COALITION_ROOT`.
    pub content_hash: Option<UniqueId>,
}

/// A standalone organism, as its operator publishes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OrganismRef<'a> {
    /// What it does, for people; not folded in any identity.
    pub role: &'a str,
    /// Its 32-byte stable id: the operator's value, never derived here.
    pub stable_id: UniqueId,
    /// Its 32-byte content hash, where it is pinned: then folded behind the stable id.
    pub content_hash: Option<UniqueId>,
}

/// `COA_LATTICES`: the stable ids, in order.
pub(crate) const fn fold_lattices(hasher: &mut Hasher, lattices: &[LatticeConfig<'_>]) {
    let mut rest = lattices;
    while let [lattice, others @ ..] = rest {
        hasher.id(&lattice.stable_id);
        rest = others;
    }
}

/// `COA_ORGANISMS`: the stable ids, in order, each with its content hash if pinned.
pub(crate) const fn fold_organisms(hasher: &mut Hasher, organisms: &[OrganismRef<'_>]) {
    let mut rest = organisms;
    while let [organism, others @ ..] = rest {
        hasher.id(&organism.stable_id);
        if let Some(content_hash) = &organism.content_hash {
            hasher.id(content_hash);
        }
        rest = others;
    }
}
