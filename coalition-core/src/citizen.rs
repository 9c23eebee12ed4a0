//! Citizens: lattices and organisms.

use crate::UniqueId;
use crate::blake3::Hasher;

/// A lattice: organisms that build blocks for one chain together.
///
/// Operators publish their lattices as consts, which `coalition!` imports by path:
///
/// ```
/// # use coalition_core::{LatticeConfig, UniqueId};
/// pub const MAINNET: LatticeConfig<'static> = LatticeConfig {
///     name: "unichain.mainnet",
///     stable_id: UniqueId::from_hex("0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c"),
///     content_hash: None,
/// };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LatticeConfig<'a> {
    /// The name. It is for people, and part of no identity.
    pub name: &'a str,
    /// The 32-byte stable id that its operator publishes. It is copied, never derived.
    pub stable_id: UniqueId,
    /// The 32-byte content hash that its operator publishes, or `None` if it is not pinned. Not part of
    /// `COALITION_ROOT`.
    pub content_hash: Option<UniqueId>,
}

/// An organism: one service, such as a price feed.
///
/// ```
/// # use coalition_core::{OrganismRef, UniqueId};
/// pub const EUR_PRICE_FEED: OrganismRef<'static> = OrganismRef {
///     role: "oracle",
///     stable_id: UniqueId::from_hex("0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe"),
///     content_hash: None,
/// };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OrganismRef<'a> {
    /// The role, in a word. It is for people, and part of no identity.
    pub role: &'a str,
    /// The 32-byte stable id that its operator publishes. It is copied, never derived.
    pub stable_id: UniqueId,
    /// The 32-byte content hash that its operator publishes, or `None` if it is not pinned. A pinned one is part of
    /// `COALITION_ROOT`, after the stable id.
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
