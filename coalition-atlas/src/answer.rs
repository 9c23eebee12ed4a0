//! A member's answer: how it stands and the cards that it holds, under its signature.

use coalition::UniqueId;
use mosaik::{Datum, PeerId, SecretKey, Signature};
use serde::{Deserialize, Serialize};

use crate::published::Published;

/// A member's standing, what it is compiled from, and the cards that it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The member that serves it.
    pub member: PeerId,
    /// `COALITION_ROOT` of the member's const.
    pub coalition_root: UniqueId,
    /// The identity of the Atlas, of the member's const.
    pub module_root: UniqueId,
    /// The handshake digest of the member's const.
    pub digest: UniqueId,
    /// The number of bonded members, the one that answers among them.
    pub bonded: u16,
    /// The number of members in the roster.
    pub members: u16,
    /// A digest of the cards that it holds.
    pub cards_digest: UniqueId,
    /// The cards, by stable id. Left out if the question names the digest: the asker has them.
    pub cards: Vec<Published>,
    /// A snapshot that the members signed, if it is later than the one that the question names.
    pub(crate) document: Option<Vec<u8>>,
    /// By which members compare what they were given.
    pub(crate) given: Given,
    /// Says that a process with the asker's key asked later than the asker began to.
    pub(crate) is_superseded: bool,
}

/// Digests of the settings that all members of a committee must share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Given {
    pub secret: UniqueId,
    pub roster: UniqueId,
    pub issuers: UniqueId,
}

impl Given {
    /// Names what differs, in words for a log.
    pub fn differing(&self, other: &Self) -> Vec<&'static str> {
        let parts = [
            (self.secret != other.secret, "the committee's secret"),
            (self.roster != other.roster, "the roster"),
            (self.issuers != other.issuers, "the ticket issuers' keys"),
        ];
        parts.into_iter().filter_map(|(differs, part)| differs.then_some(part)).collect()
    }
}

impl Answer {
    /// Says whether the member is bonded with a majority of its roster, and so takes writes.
    #[must_use]
    pub const fn has_majority(&self) -> bool {
        self.bonded > self.members / 2
    }
}

/// A question. The answer's signature covers its nonce, so an old answer does not serve for a new question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    nonce: [u8; 32],
    /// The digest of the cards that the asker has.
    pub has: Option<UniqueId>,
    /// The version of the snapshot that the asker has. `None` if it asks for none.
    pub version: Option<u64>,
    /// A number that tells apart processes with the same key. Only members give one.
    pub process: Option<UniqueId>,
}

impl Question {
    pub fn new(has: Option<UniqueId>, version: Option<u64>, process: Option<UniqueId>) -> Self {
        Self { nonce: *mosaik::UniqueId::random().as_bytes(), has, version, process }
    }
}

/// An answer with the signature of the member that serves it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct SignedAnswer {
    /// The answer, in mosaik's encoding (postcard).
    encoded: Vec<u8>,
    /// An Ed25519 signature by the member's peer key, of `"coalition.atlas.answer|1|" || nonce || encoded`.
    signature: Signature,
}

const CONTEXT: &[u8] = b"coalition.atlas.answer|1|";

impl SignedAnswer {
    pub fn sign(answer: &Answer, question: Question, key: &SecretKey) -> Result<Self, Unsigned> {
        let encoded = answer.encode().map_err(|_| Unsigned)?.to_vec();
        let signature = key.sign(&message(question, &encoded));
        Ok(Self { encoded, signature })
    }

    /// Returns the answer if `member` signed it in answer to `question`.
    pub fn verify(&self, question: Question, member: &PeerId) -> Result<Answer, Unsigned> {
        member.verify(&message(question, &self.encoded), &self.signature).map_err(|_| Unsigned)?;
        let answer = Answer::decode(&self.encoded).map_err(|_| Unsigned)?;
        if answer.member == *member { Ok(answer) } else { Err(Unsigned) }
    }
}

fn message(question: Question, encoded: &[u8]) -> Vec<u8> {
    [CONTEXT, &question.nonce, encoded].concat()
}

/// The answer is not signed by the member that it is from, or cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("the answer is not signed by the member that served it, or cannot be read")]
pub(crate) struct Unsigned;

#[cfg(test)]
mod tests {
    use super::*;

    const GIVEN: Given = Given {
        secret: UniqueId::from_bytes([5; 32]),
        roster: UniqueId::from_bytes([6; 32]),
        issuers: UniqueId::from_bytes([7; 32]),
    };

    fn key(byte: u8) -> SecretKey {
        SecretKey::from_bytes(&[byte; 32])
    }

    fn answer(member: &SecretKey) -> Answer {
        Answer {
            member: member.public(),
            coalition_root: UniqueId::from_bytes([1; 32]),
            module_root: UniqueId::from_bytes([2; 32]),
            digest: UniqueId::from_bytes([3; 32]),
            bonded: 2,
            members: 3,
            cards_digest: UniqueId::from_bytes([4; 32]),
            cards: Vec::new(),
            document: None,
            given: GIVEN,
            is_superseded: false,
        }
    }

    #[test]
    fn holds_for_its_member_and_its_question_alone() {
        let (member, other) = (key(1), key(2));
        let (question, later) = (Question::new(None, None, None), Question::new(None, None, None));
        let signed = SignedAnswer::sign(&answer(&member), question, &member).expect("signed");
        assert_eq!(signed.verify(question, &member.public()), Ok(answer(&member)));
        assert_eq!(signed.verify(later, &member.public()), Err(Unsigned));
        assert_eq!(signed.verify(question, &other.public()), Err(Unsigned));
        // Signed by one member, and said to be from another.
        let forged = SignedAnswer::sign(&answer(&member), question, &other).expect("signed");
        assert_eq!(forged.verify(question, &member.public()), Err(Unsigned));
        assert_eq!(forged.verify(question, &other.public()), Err(Unsigned));
    }

    #[test]
    fn more_than_half_of_the_roster_is_a_majority() {
        let with = |bonded, members| Answer { bonded, members, ..answer(&key(1)) }.has_majority();
        assert!(!with(1, 3) && with(2, 3) && with(3, 3));
        assert!(!with(2, 4) && with(3, 4));
    }
}
