//! The coalition itself.

use crate::blake3::Hasher;
use crate::citizen::{fold_lattices, fold_organisms};
use crate::schema::tagged;
use crate::{ConfluenceConfig, LatticeConfig, Module, OrganismRef, TicketIssuerConfig, UniqueId};

/// A coalition: its citizens, the confluences and modules that go with them, and an optional ticket issuer.
///
/// Every field that is folded is part of the identity, and so is the order of each list. The struct is exhaustive on
/// purpose: a new field would be a new schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CoalitionConfig<'a> {
    /// Its name, which is namespaced: `ethereum.superchain`.
    pub name: &'a str,
    /// Its lattices, in order.
    pub lattices: &'a [LatticeConfig<'a>],
    /// Its organisms, in order.
    pub organisms: &'a [OrganismRef<'a>],
    /// Its confluences and modules, in order.
    pub confluences: &'a [ConfluenceConfig<'a>],
    /// Its ticket issuer, where it has one.
    pub ticket_issuer: Option<TicketIssuerConfig<'a>>,
}

impl<'a> CoalitionConfig<'a> {
    /// Derives `COALITION_ROOT`, the coalition's identity, as in Step 5 of the operators' runbook:
    ///
    /// 1. `COALITION = blake3("coalition|" || SCHEMA_VERSION_U8 || "|" || name)`, 32 bytes;
    /// 2. `COA_LATTICES`: the lattices' stable ids, in order;
    /// 3. `COA_ORGANISMS`: the organisms' stable ids, in order, each with its content hash if pinned;
    /// 4. `COA_CONFS`: [`ConfluenceConfig::fingerprint`] of each confluence and module, in order;
    /// 5. `COA_TICKETS`: [`TicketIssuerConfig::fingerprint`], or no bytes;
    /// 6. `COALITION_ROOT = blake3(COALITION || COA_LATTICES || COA_ORGANISMS || COA_CONFS || COA_TICKETS)`.
    #[must_use]
    pub const fn coalition_root(&self) -> UniqueId {
        let mut coalition = tagged("coalition");
        coalition.bytes(self.name.as_bytes());
        let mut root = Hasher::new();
        root.id(&coalition.finalise());
        fold_lattices(&mut root, self.lattices);
        fold_organisms(&mut root, self.organisms);
        let mut rest = self.confluences;
        while let [confluence, others @ ..] = rest {
            root.id(&confluence.fingerprint());
            rest = others;
        }
        if let Some(issuer) = &self.ticket_issuer {
            root.id(&issuer.fingerprint());
        }
        root.finalise()
    }

    /// Derives the identity of a module: `COALITION_ROOT.derive("module").derive(name)`. `None` if the coalition does not
    /// ship it.
    #[must_use]
    pub const fn module_root(&self, module: Module) -> Option<UniqueId> {
        match self.module(module) {
            Some(_) => Some(self.coalition_root().derive("module").derive(module.name())),
            None => None,
        }
    }

    /// Derives `TICKETS_ROOT`: `COALITION_ROOT.derive("tickets")`. `None` if the coalition has no ticket issuer.
    #[must_use]
    pub const fn ticket_issuer_root(&self) -> Option<UniqueId> {
        match self.ticket_issuer {
            Some(_) => Some(self.coalition_root().derive("tickets")),
            None => None,
        }
    }

    /// Returns the configuration of a module. `None` if the coalition does not ship it.
    #[must_use]
    pub const fn module(&self, module: Module) -> Option<&'a ConfluenceConfig<'a>> {
        let mut rest = self.confluences;
        while let [confluence, others @ ..] = rest {
            match confluence.module() {
                Some(found) if found as u8 == module as u8 => return Some(confluence),
                _ => rest = others,
            }
        }
        None
    }

    /// Returns the configuration of the Atlas, or `None` if the coalition does not ship it.
    #[must_use]
    pub const fn atlas(&self) -> Option<&'a ConfluenceConfig<'a>> {
        self.module(Module::Atlas)
    }

    /// Returns the configuration of the Almanac, or `None` if the coalition does not ship it.
    #[must_use]
    pub const fn almanac(&self) -> Option<&'a ConfluenceConfig<'a>> {
        self.module(Module::Almanac)
    }

    /// Returns the configuration of the Chronicle, or `None` if the coalition does not ship it.
    #[must_use]
    pub const fn chronicle(&self) -> Option<&'a ConfluenceConfig<'a>> {
        self.module(Module::Chronicle)
    }

    /// Returns the configuration of Compute, or `None` if the coalition does not ship it.
    #[must_use]
    pub const fn compute(&self) -> Option<&'a ConfluenceConfig<'a>> {
        self.module(Module::Compute)
    }
}
