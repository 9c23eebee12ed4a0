//! The cards of a handshake: one for each citizen, confluence and module. A card joins a configuration and its profile.

use core::fmt;

use coalition_core::{ConfluenceConfig, Module, MrTd, Requirement, UniqueId};

use crate::Handshake;
use crate::table::{citizen_keys, confluence_keys, literal, with_keys};

citizen_keys!(with_keys! {
    /// Everything that a handshake says about a citizen.
    CitizenCard {
        /// The kind: a lattice or an organism.
        pub kind: CitizenKind,
        /// The const name in the block.
        pub ident: &'a str,
        /// The name. Empty if it is not known.
        pub name: &'a str,
        /// The role of an organism. `None` for a lattice.
        pub role: Option<&'a str>,
        /// The doc comment, in Markdown. Empty if there is none.
        pub description: &'a str,
        /// The 32-byte stable id.
        pub stable_id: UniqueId,
        /// The 32-byte content hash. `None` if it is not pinned.
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
    /// Everything that a handshake says about a confluence or a module.
    ConfluenceCard {
        /// The const name in the block.
        pub ident: &'a str,
        /// The configuration.
        pub config: &'a ConfluenceConfig<'a>,
        /// The module with this name. `None` for a confluence.
        pub module: Option<Module>,
        /// The doc comment, in Markdown. Empty if there is none.
        pub description: &'a str,
    }
});

impl<'a> ConfluenceCard<'a> {
    /// Returns the `MR_TD`s that the access rules require, in order.
    pub fn mrtds(&self) -> impl Iterator<Item = MrTd> + use<'a> {
        self.config.acl.requirements.iter().filter_map(|requirement| match requirement {
            Requirement::RequireMrtd(mrtd) => Some(*mrtd),
            _ => None,
        })
    }
}

impl<'a> Handshake<'a> {
    /// Returns a card for each citizen: the lattices in order, then the organisms.
    ///
    /// ```
    /// # coalition::coalition! {
    /// #     coalition EURO_FX = "signals.euro-fx" {
    /// #         expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
    /// #     }
    /// #     organism EUR_PRICE_FEED = "price-feed.eur" {
    /// #         role = "oracle",
    /// #         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    /// #     }
    /// #     organism USD_PRICE_FEED = "price-feed.usd" {
    /// #         role = "oracle",
    /// #         stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
    /// #     }
    /// # }
    /// for card in EURO_FX_HANDSHAKE.citizen_cards() {
    ///     println!("{} {}: {}", card.kind, card.name, card.stable_id);
    /// }
    /// # assert_eq!(EURO_FX_HANDSHAKE.citizen_cards().count(), 2);
    /// ```
    pub fn citizen_cards(&self) -> impl Iterator<Item = CitizenCard<'a>> + use<'a> {
        let handshake = *self;
        let lattices = 0..self.coalition.lattices.len().min(self.lattices.len());
        let organisms = 0..self.coalition.organisms.len().min(self.organisms.len());
        let lattices = lattices.map(move |index| handshake.lattice_card(index));
        lattices.chain(organisms.map(move |index| handshake.organism_card(index)))
    }

    /// Returns a card for each confluence and module, in declared order.
    ///
    /// ```
    /// # coalition::coalition! {
    /// #     coalition ETHEREUM = "ethereum.atlas" {
    /// #         expect_fingerprint = "0x73465449cde7abcd794bf12880222463c50378e2a16f0c85a7f5fb32ad206e6d",
    /// #     }
    /// #     lattice ETHEREUM_MAINNET = "ethereum.mainnet" {
    /// #         stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
    /// #     }
    /// #     module ETHEREUM_ATLAS = "atlas";
    /// # }
    /// let mut cards = ETHEREUM_HANDSHAKE.confluence_cards();
    /// assert_eq!(cards.next().map(|card| card.config.name), Some("atlas"));
    /// ```
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

    /// Returns the index of the lattice with this stable id. The search begins at `start` and goes both ways.
    pub(super) fn lattice_from(&self, start: usize, id: UniqueId) -> Option<usize> {
        let lattices = self.coalition.lattices;
        around(start, lattices.len()).find(|&index| lattices[index].stable_id == id)
    }

    /// Returns the index of the organism with this stable id, as [`lattice_from`](Self::lattice_from) does.
    pub(super) fn organism_from(&self, start: usize, id: UniqueId) -> Option<usize> {
        let organisms = self.coalition.organisms;
        around(start, organisms.len()).find(|&index| organisms[index].stable_id == id)
    }
}

/// Returns every index below `len`, the nearest to `start` first, so that an item that moved a little is found quickly.
pub(super) fn around(start: usize, len: usize) -> impl Iterator<Item = usize> {
    let start = start.min(len.saturating_sub(1));
    let at = move |distance: usize| {
        let below = if distance == 0 { None } else { start.checked_sub(distance) };
        [start.checked_add(distance).filter(|index| *index < len), below].into_iter().flatten()
    };
    (0..len).flat_map(at)
}
