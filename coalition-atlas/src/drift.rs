//! Differences between the compiled const and what the committee publishes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use coalition::UniqueId;

use crate::answer::Answer;
use crate::card::{CitizenCard, Kind};
use crate::compiled::Compiled;

/// A difference between the compiled const and what the committee publishes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Drift {
    /// The committee serves another `COALITION_ROOT`: the operator republished the coalition.
    Coalition {
        /// The compiled root.
        compiled: UniqueId,
        /// The committee's.
        published: UniqueId,
    },
    /// The root is the same and the handshake digest is not: something that only serves people was republished.
    Handshake {
        /// The compiled digest.
        compiled: UniqueId,
        /// The committee's.
        published: UniqueId,
    },
    /// A citizen's card was republished: under the same stable id, or under the same name with another one.
    Republished {
        /// The compiled card.
        compiled: Box<CitizenCard>,
        /// The committee's.
        published: Box<CitizenCard>,
    },
    /// A citizen that is compiled is published no longer.
    Retired(Box<CitizenCard>),
    /// A citizen is published that is not compiled.
    Added(Box<CitizenCard>),
}

impl Drift {
    /// Returns every difference: first that of the coalition, then the citizens' in compiled order, then those added.
    pub(crate) fn between(compiled: &Compiled, answer: &Answer) -> Vec<Self> {
        let mut drifts = Vec::new();
        let same_root = compiled.coalition_root == answer.coalition_root;
        if !same_root {
            let (compiled, published) = (compiled.coalition_root, answer.coalition_root);
            drifts.push(Self::Coalition { compiled, published });
        } else if compiled.digest != answer.digest {
            let (compiled, published) = (compiled.digest, answer.digest);
            drifts.push(Self::Handshake { compiled, published });
        }

        let published: Vec<&CitizenCard> = answer.cards.iter().map(|published| &published.card).collect();
        let by_id: BTreeMap<UniqueId, &CitizenCard> =
            published.iter().map(|card| (card.stable_id, *card)).collect();
        let by_name: BTreeMap<(Kind, &str), &CitizenCard> =
            published.iter().map(|card| ((card.kind, card.name.as_str()), *card)).collect();
        // Those that kept their stable id are taken first, so that a name that moved takes none of them.
        let mut taken: BTreeSet<UniqueId> =
            compiled.cards.iter().map(|card| card.stable_id).filter(|id| by_id.contains_key(id)).collect();
        for card in &compiled.cards {
            let found = by_id.get(&card.stable_id).copied().or_else(|| {
                let named = by_name.get(&(card.kind, card.name.as_str())).copied();
                named.filter(|named| taken.insert(named.stable_id))
            });
            match found {
                Some(published) if published == card => {}
                Some(published) => drifts.push(Self::Republished {
                    compiled: Box::new(card.clone()),
                    published: Box::new(published.clone()),
                }),
                // Under the same root every citizen is the same: what is missing is not published yet.
                None if same_root => {}
                None => drifts.push(Self::Retired(Box::new(card.clone()))),
            }
        }
        let added = published.into_iter().filter(|card| !taken.contains(&card.stable_id));
        drifts.extend(added.map(|card| Self::Added(Box::new(card.clone()))));
        drifts
    }

    /// Returns the stable id of the compiled citizen that it concerns.
    pub(crate) fn compiled_id(&self) -> Option<UniqueId> {
        match self {
            Self::Republished { compiled: of, .. } | Self::Retired(of) => Some(of.stable_id),
            Self::Coalition { .. } | Self::Handshake { .. } | Self::Added(_) => None,
        }
    }
}

/// Writes one line. The two values of a drift follow `compiled:` and `published:`.
impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Coalition { compiled, published } => {
                write!(f, "the coalition drifted: compiled: {compiled} published: {published}")
            }
            Self::Handshake { compiled, published } => {
                write!(f, "the handshake drifted: compiled: {compiled} published: {published}")
            }
            Self::Republished { compiled, published } if compiled.stable_id != published.stable_id => {
                let (kind, ident, name) = (compiled.kind, &compiled.ident, &compiled.name);
                let (old, new) = (compiled.stable_id, published.stable_id);
                write!(f, "{kind} `{ident}` ({name}) was republished: compiled: {old} published: {new}")
            }
            Self::Republished { compiled, published } => {
                let (kind, ident, name) = (compiled.kind, &compiled.ident, &compiled.name);
                write!(f, "{kind} `{ident}` ({name}) was republished: its ")?;
                list(f, &differing(compiled, published))?;
                f.write_str(" changed")
            }
            Self::Retired(card) => write!(f, "{} `{}` ({}) was retired", card.kind, card.ident, card.name),
            Self::Added(card) => write!(f, "{} `{}` ({}) was added", card.kind, card.ident, card.name),
        }
    }
}

/// The parts of a card that differ, in the words of the block.
fn differing(one: &CitizenCard, other: &CitizenCard) -> Vec<&'static str> {
    let parts = [
        (one.kind != other.kind, "kind"),
        (one.ident != other.ident, "const name"),
        (one.name != other.name, "name"),
        (one.role != other.role, "role"),
        (one.description != other.description, "doc comment"),
        (one.content_hash != other.content_hash, "content_hash"),
        (one.ticket_root != other.ticket_root, "ticket_root"),
        (one.handshake != other.handshake, "handshake"),
    ];
    parts.into_iter().filter_map(|(differs, part)| differs.then_some(part)).collect()
}

fn list(f: &mut fmt::Formatter<'_>, parts: &[&str]) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        let joint = if index == 0 {
            ""
        } else if index + 1 == parts.len() {
            " and "
        } else {
            ", "
        };
        write!(f, "{joint}{part}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Given;
    use crate::published::Published;

    fn id(byte: u8) -> UniqueId {
        UniqueId::from_bytes([byte; 32])
    }

    fn card(name: &str, stable_id: u8) -> CitizenCard {
        CitizenCard {
            kind: Kind::Lattice,
            ident: name.to_uppercase(),
            name: name.to_owned(),
            role: None,
            description: String::new(),
            stable_id: id(stable_id),
            content_hash: None,
            ticket_root: None,
            handshake: None,
        }
    }

    fn between(compiled: &[CitizenCard], published: &[CitizenCard], same_root: bool) -> Vec<String> {
        let key = mosaik::SecretKey::from_bytes(&[1; 32]);
        let compiled = Compiled {
            name: "a.b".to_owned(),
            coalition_root: id(0xc0),
            module_root: id(0xc1),
            digest: id(0xc2),
            tickets_root: None,
            acl: Vec::new(),
            cards: compiled.to_vec(),
        };
        let answer = Answer {
            member: key.public(),
            coalition_root: if same_root { id(0xc0) } else { id(0xd0) },
            module_root: id(0xc1),
            digest: id(0xc2),
            bonded: 3,
            members: 3,
            cards_digest: id(0xc3),
            cards: published.iter().map(|card| Published::sign(id(0xc1), 1, card.clone(), &key)).collect(),
            document: None,
            given: Given { secret: id(1), roster: id(2), issuers: id(3) },
            is_superseded: false,
        };
        let drifts = Drift::between(&compiled, &answer);
        let citizens = drifts.iter().filter(|drift| !matches!(drift, Drift::Coalition { .. }));
        citizens.map(Drift::to_string).collect()
    }

    #[test]
    fn what_is_missing_under_the_same_root_is_not_published_yet() {
        let [one, two] = [card("one", 1), card("two", 2)];
        assert!(between(&[one.clone(), two.clone()], &[two.clone(), one.clone()], true).is_empty());
        assert!(between(&[one.clone(), two.clone()], std::slice::from_ref(&two), true).is_empty());
        assert_eq!(between(&[one, two.clone()], &[two], false), ["lattice `ONE` (one) was retired"]);
    }

    #[test]
    fn a_stable_id_counts_more_than_a_name() {
        // Two citizens that swapped their names kept their ids; none was retired.
        let compiled = [card("one", 1), card("two", 2)];
        let swapped = [card("two", 1), card("one", 2)];
        let said = between(&compiled, &swapped, false);
        assert_eq!(said[0], "lattice `ONE` (one) was republished: its const name and name changed");
        assert_eq!(said.len(), 2, "{said:?}");
        // One took the other's name and a new id, the other is gone.
        let said = between(&compiled, &[card("two", 3)], false);
        let moved = format!("lattice `TWO` (two) was republished: compiled: {} published: {}", id(2), id(3));
        assert_eq!(said, ["lattice `ONE` (one) was retired", moved.as_str()]);
    }

    #[test]
    fn every_part_of_a_card_that_changed_is_named() {
        let compiled = card("one", 1);
        let published = CitizenCard {
            kind: Kind::Organism,
            role: Some("oracle".to_owned()),
            description: "words".to_owned(),
            content_hash: Some(id(9)),
            ticket_root: Some(id(8)),
            handshake: Some("https://one.example/".to_owned()),
            ..compiled.clone()
        };
        assert_eq!(
            between(&[compiled], &[published], true),
            [
                "lattice `ONE` (one) was republished: its kind, role, doc comment, content_hash, ticket_root and \
              handshake changed"
            ]
        );
    }
}
