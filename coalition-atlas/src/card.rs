//! What the committee replicates: a card for each citizen, under its stable id.
//!
//! mosaik folds the paths of the two types of a map in the id of its group, so `StableId` and `Published` stay in this
//! module: a path that moves would part members of different releases.

use std::fmt;

use coalition::{CitizenKind, Handshake, UniqueId};
use mosaik::PeerId;
use serde::{Deserialize, Serialize};

/// What a coalition says of a citizen: [`coalition::CitizenCard`], on the heap.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CitizenCard {
    /// Whether it is a lattice or an organism.
    pub kind: Kind,
    /// Its const name in the block.
    pub ident: String,
    /// Its name.
    pub name: String,
    /// What it does, of an organism.
    pub role: Option<String>,
    /// Its doc comment, in Markdown.
    pub description: String,
    /// Its 32-byte stable id.
    pub stable_id: UniqueId,
    /// Its 32-byte content hash. `None` where it is unpinned.
    pub content_hash: Option<UniqueId>,
    /// The 32-byte root under which its operator issues tickets.
    pub ticket_root: Option<UniqueId>,
    /// Its operator's handshake page.
    pub handshake: Option<String>,
}

/// The kind of a citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A block-building lattice.
    Lattice,
    /// A standalone organism.
    Organism,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Lattice => "lattice",
            Self::Organism => "organism",
        })
    }
}

impl CitizenCard {
    /// The cards of a handshake: the lattices in order, then the organisms.
    #[must_use]
    pub fn all(handshake: &Handshake<'_>) -> Vec<Self> {
        handshake.citizen_cards().map(Self::from).collect()
    }
}

impl From<coalition::CitizenCard<'_>> for CitizenCard {
    fn from(card: coalition::CitizenCard<'_>) -> Self {
        Self {
            kind: match card.kind {
                CitizenKind::Lattice => Kind::Lattice,
                CitizenKind::Organism => Kind::Organism,
            },
            ident: card.ident.to_owned(),
            name: card.name.to_owned(),
            role: card.role.map(str::to_owned),
            description: card.description.to_owned(),
            stable_id: card.stable_id,
            content_hash: card.content_hash,
            ticket_root: card.ticket_root,
            handshake: card.handshake_url.map(str::to_owned),
        }
    }
}

/// The key of a card: the citizen's stable id, of which a coalition has each once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StableId(pub UniqueId);

/// A card as the committee holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Which publication of this card it is. Of two, the later edition holds.
    pub edition: Edition,
    /// The card.
    pub card: CitizenCard,
}

impl Published {
    /// The key under which it is kept.
    #[must_use]
    pub const fn key(&self) -> StableId {
        StableId(self.card.stable_id)
    }
}

/// The place of a publication among those of the same card: first by its number, then by who published it, so that no
/// two members ever write the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Edition {
    /// One more than the highest that a majority of the committee held when it was published.
    pub number: u64,
    /// The member that published it.
    pub member: PeerId,
}
