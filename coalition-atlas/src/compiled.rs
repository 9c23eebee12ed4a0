//! The compiled const, from which everything else follows.

use coalition::{Handshake, Module, Requirement, UniqueId};
use coalition_committee::ModuleIdentity;

use crate::card::CitizenCard;

/// A coalition without an Atlas has nothing to serve or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("coalition `{coalition}` ships no Atlas; declare one in its block: module ATLAS = \"atlas\";")]
pub struct NoAtlas {
    /// The coalition's name.
    pub coalition: String,
}

/// The compiled handshake, as far as the Atlas needs it.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    /// The coalition's name.
    pub name: String,
    /// `COALITION_ROOT`.
    pub coalition_root: UniqueId,
    /// The identity of the Atlas: `COALITION_ROOT.derive("module").derive("atlas")`.
    pub module_root: UniqueId,
    /// The handshake digest.
    pub digest: UniqueId,
    /// `TICKETS_ROOT`, where there is a ticket issuer.
    pub tickets_root: Option<UniqueId>,
    /// The access rules of the Atlas.
    pub acl: Vec<Requirement>,
    /// A card for each citizen.
    pub cards: Vec<CitizenCard>,
}

impl Compiled {
    pub fn new(handshake: &Handshake<'_>) -> Result<Self, NoAtlas> {
        let coalition = &handshake.coalition;
        let no_atlas = || NoAtlas { coalition: coalition.name.to_owned() };
        Ok(Self {
            name: coalition.name.to_owned(),
            coalition_root: coalition.coalition_root(),
            module_root: coalition.module_root(Module::Atlas).ok_or_else(no_atlas)?,
            digest: handshake.digest(),
            tickets_root: coalition.ticket_issuer_root(),
            acl: coalition.atlas().ok_or_else(no_atlas)?.acl.requirements.to_vec(),
            cards: CitizenCard::all(handshake),
        })
    }

    /// Returns the identity of the Atlas, as snapshots name it.
    pub fn identity(&self) -> ModuleIdentity {
        ModuleIdentity {
            coalition: self.name.clone(),
            module: Module::Atlas,
            coalition_root: self.coalition_root,
            digest: self.digest,
        }
    }
}
