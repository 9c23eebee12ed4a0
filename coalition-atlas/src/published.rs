//! Published cards, each in an edition and under its publisher's signature.

use std::fmt;

use coalition::UniqueId;
use mosaik::{PeerId, SecretKey, Signature};
use serde::{Deserialize, Serialize};

use crate::card::CitizenCard;

/// By how much an edition may run ahead of the one that a member holds. A faulty edition can therefore not use up the
/// numbers that follow.
pub(crate) const MAX_STEP: u64 = 1 << 20;
const CONTEXT: &[u8] = b"coalition.atlas.card|1|";

/// A card as the committee holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Which publication of this card it is. The later of two editions counts.
    pub edition: Edition,
    /// The card.
    pub card: CitizenCard,
    /// The publisher's Ed25519 signature of
    /// `"coalition.atlas.card|1|" || identity of the Atlas || number as u64 (little-endian) || BLAKE3(card as JSON)`.
    signature: Signature,
}

/// The place of a publication among those of the same card: first by its number, then by its publisher. Two members
/// therefore never write the same edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Edition {
    /// One more than the highest number that a majority of the committee held when the card was published.
    pub number: u64,
    /// The member that published it.
    pub member: PeerId,
}

impl Edition {
    /// Returns the edition that follows. `None` after the last possible number.
    pub(crate) fn after(held: Option<Self>, member: PeerId) -> Option<Self> {
        let number = held.map_or(0, |held| held.number).checked_add(1)?;
        Some(Self { number, member })
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} by {}", self.number, self.member)
    }
}

impl Published {
    /// Signs a card as a member that publishes it.
    pub(crate) fn sign(module_root: UniqueId, number: u64, card: CitizenCard, key: &SecretKey) -> Self {
        let signature = key.sign(&message(module_root, number, &card));
        Self { edition: Edition { number, member: key.public() }, card, signature }
    }

    /// Says whether the publisher signed exactly this card in this edition of this Atlas.
    pub(crate) fn is_signed(&self, module_root: UniqueId) -> bool {
        let message = message(module_root, self.edition.number, &self.card);
        self.edition.member.verify(&message, &self.signature).is_ok()
    }

    /// Returns the value by which two publications of one card are ordered. Only a publisher that signed two cards in
    /// one edition reaches the second part, and then all members still choose the same card.
    pub(crate) fn rank(&self) -> (Edition, [u8; 64]) {
        (self.edition, self.signature.to_bytes())
    }

    pub(crate) const fn stable_id(&self) -> UniqueId {
        self.card.stable_id
    }
}

fn message(module_root: UniqueId, number: u64, card: &CitizenCard) -> Vec<u8> {
    let card = blake3::hash(&serde_json::to_vec(card).unwrap_or_default());
    [CONTEXT, module_root.as_bytes(), &number.to_le_bytes(), card.as_bytes()].concat()
}

/// Why a card from a member, or from this member's own disk, is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CardFault {
    #[error("`{name}` ({stable_id}) is not a citizen of the compiled coalition")]
    Unknown { name: String, stable_id: UniqueId },
    #[error("edition {edition} of `{name}` is out of range: this member holds {held}")]
    Edition { name: String, edition: Edition, held: u64 },
    #[error("edition {edition} of `{name}` was changed after its publisher signed it")]
    Signature { name: String, edition: Edition },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Kind;

    fn id(byte: u8) -> UniqueId {
        UniqueId::from_bytes([byte; 32])
    }

    fn card() -> CitizenCard {
        CitizenCard {
            kind: Kind::Organism,
            ident: "FEED".to_owned(),
            name: "feed".to_owned(),
            role: Some("oracle".to_owned()),
            description: "A feed.".to_owned(),
            stable_id: id(1),
            content_hash: None,
            ticket_root: None,
            handshake: None,
        }
    }

    #[test]
    fn a_signature_covers_the_atlas_the_edition_and_the_card() {
        let key = SecretKey::from_bytes(&[1; 32]);
        let published = Published::sign(id(9), 3, card(), &key);
        assert!(published.is_signed(id(9)));
        assert!(!published.is_signed(id(8)));
        let change = |change: &dyn Fn(&mut Published)| {
            let mut changed = published.clone();
            change(&mut changed);
            changed.is_signed(id(9))
        };
        assert!(!change(&|changed| changed.edition.number = 4));
        assert!(!change(&|changed| changed.edition.member = SecretKey::from_bytes(&[2; 32]).public()));
        assert!(!change(&|changed| changed.card.description.push('!')));
        assert!(!change(&|changed| changed.card.stable_id = id(2)));
    }

    #[test]
    fn the_last_number_has_no_successor() {
        let member = SecretKey::from_bytes(&[1; 32]).public();
        assert_eq!(Edition::after(None, member), Some(Edition { number: 1, member }));
        assert_eq!(Edition::after(Some(Edition { number: u64::MAX, member }), member), None);
    }
}
