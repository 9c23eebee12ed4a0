//! The cards of a handshake: one for each citizen, confluence and module, put together from its configuration and its
//! profile.

use core::fmt;

use coalition_core::{ConfluenceConfig, Module, MrTd, Requirement, UniqueId};

use crate::Handshake;
use crate::table::{citizen_keys, confluence_keys, literal, with_keys};

citizen_keys!(with_keys! {
    /// What a handshake says of a citizen.
    CitizenCard {
        /// Whether it is a lattice or an organism.
        pub kind: CitizenKind,
        /// Its const name in the block.
        pub ident: &'a str,
        /// Its name.
        pub name: &'a str,
        /// What it does, of an organism.
        pub role: Option<&'a str>,
        /// Its doc comment, in Markdown.
        pub description: &'a str,
        /// Its 32-byte stable id.
        pub stable_id: UniqueId,
        /// Its 32-byte content hash. `None` if it is unpinned.
        pub content_hash: Option<UniqueId>,
    }
});

/// The kind of a citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitizenKind {
    /// A block-building lattice.
    Lattice,
    /// A standalone organism.
    Organism,
}

impl fmt::Display for CitizenKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Lattice => "lattice",
            Self::Organism => "organism",
        })
    }
}

confluence_keys!(with_keys! {
    /// What a handshake says of a confluence or a module.
    ConfluenceCard {
        /// Its const name in the block.
        pub ident: &'a str,
        /// Its configuration.
        pub config: &'a ConfluenceConfig<'a>,
        /// The module that it is, by its name.
        pub module: Option<Module>,
        /// Its doc comment, in Markdown.
        pub description: &'a str,
    }
});

impl<'a> ConfluenceCard<'a> {
    /// The `MR_TD`s that its access rules require, in order.
    pub fn mrtds(&self) -> impl Iterator<Item = MrTd> + use<'a> {
        self.config.acl.requirements.iter().filter_map(|requirement| match requirement {
            Requirement::RequireMrtd(mrtd) => Some(*mrtd),
            _ => None,
        })
    }
}

impl<'a> Handshake<'a> {
    /// A card for each citizen: the lattices in order, then the organisms.
    pub fn citizen_cards(&self) -> impl Iterator<Item = CitizenCard<'a>> + use<'a> {
        let handshake = *self;
        let lattices = 0..self.coalition.lattices.len().min(self.lattices.len());
        let organisms = 0..self.coalition.organisms.len().min(self.organisms.len());
        let lattices = lattices.map(move |index| handshake.lattice_card(index));
        lattices.chain(organisms.map(move |index| handshake.organism_card(index)))
    }

    /// A card for each confluence and module, in order.
    pub fn confluence_cards(&self) -> impl Iterator<Item = ConfluenceCard<'a>> + use<'a> {
        let handshake = *self;
        let confluences = 0..self.coalition.confluences.len().min(self.confluences.len());
        confluences.map(move |index| handshake.confluence_card(index))
    }

    pub(super) fn lattice_card(&self, index: usize) -> CitizenCard<'a> {
        let (config, profile) = (&self.coalition.lattices[index], &self.lattices[index]);
        citizen_keys!(literal! {
            CitizenCard {
                kind: CitizenKind::Lattice,
                ident: profile.ident,
                name: config.name,
                role: None,
                description: profile.description,
                stable_id: config.stable_id,
                content_hash: config.content_hash,
            }
            keys: Clone::clone(profile)
        })
    }

    pub(super) fn organism_card(&self, index: usize) -> CitizenCard<'a> {
        let (config, profile) = (&self.coalition.organisms[index], &self.organisms[index]);
        citizen_keys!(literal! {
            CitizenCard {
                kind: CitizenKind::Organism,
                ident: profile.ident,
                name: profile.name,
                role: Some(config.role),
                description: profile.description,
                stable_id: config.stable_id,
                content_hash: config.content_hash,
            }
            keys: Clone::clone(profile)
        })
    }

    pub(super) fn confluence_card(&self, index: usize) -> ConfluenceCard<'a> {
        let (config, profile) = (&self.coalition.confluences[index], &self.confluences[index]);
        confluence_keys!(literal! {
            ConfluenceCard {
                ident: profile.ident,
                config,
                module: config.module(),
                description: profile.description,
            }
            keys: Clone::clone(profile)
        })
    }

    /// The index of the lattice with this stable id, looked for around `start`.
    pub(super) fn lattice_from(&self, start: usize, id: UniqueId) -> Option<usize> {
        let lattices = self.coalition.lattices;
        around(start, lattices.len()).find(|&index| lattices[index].stable_id == id)
    }

    /// The index of the organism with this stable id, as [`lattice_from`](Self::lattice_from).
    pub(super) fn organism_from(&self, start: usize, id: UniqueId) -> Option<usize> {
        let organisms = self.coalition.organisms;
        around(start, organisms.len()).find(|&index| organisms[index].stable_id == id)
    }
}

/// Every index below `len`, the nearest to `start` first: what shifted a little is found in a few steps.
pub(super) fn around(start: usize, len: usize) -> impl Iterator<Item = usize> {
    let start = start.min(len.saturating_sub(1));
    let at = move |distance: usize| {
        let below = if distance == 0 { None } else { start.checked_sub(distance) };
        [start.checked_add(distance).filter(|index| *index < len), below].into_iter().flatten()
    };
    (0..len).flat_map(at)
}
