//! Checking everything that a member is given, before it needs a network.

use std::path::PathBuf;

use coalition::{Handshake, UniqueId};
use coalition_committee::snapshot::Verifier;
use mosaik::tickets::{Ticket, TicketValidator};
use mosaik::{Network, PeerId};

use super::{AtlasSnapshot, Member};
use crate::answer::Given;
use crate::card::CitizenCard;
use crate::compiled::{Compiled, NoAtlas};
use crate::ids::{self, CommitteeSecret};
use crate::journal::StoreError;
use crate::store::Store;
use crate::tickets::{AclError, Issuers, Rule, TicketError, check};
use coalition_committee::Roster;

/// The settings of a member beside the compiled coalition.
pub struct Committee {
    /// Every member, this one among them.
    pub roster: Roster,
    /// The secret that the members share.
    pub secret: CommitteeSecret,
    /// The issuers' keys, for the access rules of the Atlas.
    pub issuers: Issuers,
    /// This member's tickets. None are needed if the Atlas has no access rules.
    pub tickets: Vec<Ticket>,
    /// A folder of this member alone, for what it keeps on disk.
    pub state: PathBuf,
}

/// A member whose roster, ticket and state were checked. Its state folder is locked until it is dropped.
#[must_use = "a member serves once it joins"]
pub struct Prepared {
    pub(super) compiled: Compiled,
    pub(super) roster: Roster,
    pub(super) secret: CommitteeSecret,
    pub(super) rules: Vec<Rule>,
    pub(super) tickets: Vec<Ticket>,
    pub(super) store: Store,
    pub(super) verifier: Verifier<Vec<CitizenCard>>,
    pub(super) snapshot: Option<AtlasSnapshot>,
    pub(super) given: Given,
    pub(super) member: PeerId,
}

/// Why a member cannot be started.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The coalition ships no Atlas.
    #[error(transparent)]
    NoAtlas(#[from] NoAtlas),
    /// The roster does not name this member.
    #[error(
        "this member, {0}, is not on the roster; its operator adds it, and every member gets the new roster"
    )]
    NotOnRoster(PeerId),
    /// The access rules cannot be kept.
    #[error(transparent)]
    Acl(#[from] AclError),
    /// The ticket does not admit this member.
    #[error(transparent)]
    Ticket(#[from] TicketError),
    /// The state cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This network serves this Atlas already.
    #[error("this network serves an Atlas of the same coalition already")]
    Twice,
    /// The network has another key than the member that was prepared.
    #[error("the member {prepared} was prepared, and the network has the key of {network}")]
    OtherKey {
        /// The member.
        prepared: PeerId,
        /// The peer id of the network.
        network: PeerId,
    },
}

impl Committee {
    /// Checks everything that needs no network, and opens the state folder.
    ///
    /// # Errors
    ///
    /// If something that was given does not hold; see [`ServeError`].
    pub fn prepare(self, handshake: &Handshake<'_>, member: PeerId) -> Result<Prepared, ServeError> {
        let Self { roster, secret, issuers, tickets, state } = self;
        let compiled = Compiled::new(handshake)?;
        if !roster.contains(&member) {
            return Err(ServeError::NotOnRoster(member));
        }
        let rules = issuers.validators(&compiled)?;
        check(&rules, &tickets, &member)?;
        let store = Store::open(&state, &compiled)?;
        let verifier = Verifier::new(compiled.identity(), &roster);
        // An expired one, or one of an earlier roster, is of no use.
        let snapshot = store.document().and_then(|document| verifier.verify(document).ok());
        let mut signatures = blake3::Hasher::new();
        for rule in &rules {
            signatures.update(rule.validator.signature().as_bytes());
        }
        let given = Given {
            secret: ids::secret_tag(&compiled, &secret),
            roster: roster.digest(),
            issuers: UniqueId::from_bytes(*signatures.finalize().as_bytes()),
        };
        Ok(Prepared { compiled, roster, secret, rules, tickets, store, verifier, snapshot, given, member })
    }
}

impl Prepared {
    /// Joins the committee, on the current tokio runtime. See [`Atlas::serve`](crate::Atlas::serve).
    ///
    /// # Errors
    ///
    /// If the network has another key, or serves an Atlas of the same coalition already, or if a validator that was given
    /// refuses the ticket.
    pub fn join(self, network: &Network) -> Result<Member, ServeError> {
        Member::join(network, self)
    }
}
