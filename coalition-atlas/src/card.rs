//! A citizen's card.

use std::fmt;

use coalition::{CitizenKind, Handshake, UniqueId};
use serde::{Deserialize, Serialize};

/// An owned [`coalition::CitizenCard`]: everything that a coalition declares about a citizen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CitizenCard {
    /// Lattice or organism.
    pub kind: Kind,
    /// Its const name in the block.
    pub ident: String,
    /// Its name.
    pub name: String,
    /// The role of an organism.
    pub role: Option<String>,
    /// Its doc comment, in Markdown.
    pub description: String,
    /// Its 32-byte stable id.
    pub stable_id: UniqueId,
    /// Its 32-byte content hash. `None` if it is unpinned.
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
    /// Returns the cards of a handshake: the lattices in order, then the organisms.
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
