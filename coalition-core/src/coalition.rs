//! The configuration of a coalition, and its root.

use crate::blake3::Hasher;
use crate::citizen::{fold_lattices, fold_organisms};
use crate::schema::tagged;
use crate::{ConfluenceConfig, LatticeConfig, Module, OrganismRef, TicketIssuerConfig, UniqueId};

/// A coalition: a named list of citizens, confluences and modules, with at most one ticket issuer.
///
/// [`coalition_root`](Self::coalition_root) derives its identity. The order of each list is part of it. The struct is
/// exhaustive on purpose, because a new field would be another derivation.
///
/// `coalition!` emits one for each block. You can also write one yourself:
///
/// ```
/// # use coalition_core::{CoalitionConfig, OrganismRef, UniqueId};
/// const EURO_FX: CoalitionConfig<'static> = CoalitionConfig {
///     name: "signals.euro-fx",
///     lattices: &[],
///     organisms: &[OrganismRef {
///         role: "oracle",
///         stable_id: UniqueId::from_hex("0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe"),
///         content_hash: None,
///     }],
///     confluences: &[],
///     ticket_issuer: None,
/// };
///
/// assert_eq!(EURO_FX.validate(), Ok(()));
/// println!("{}", EURO_FX.coalition_root());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CoalitionConfig<'a> {
    /// The name, of two parts or more: `ethereum.superchain`.
    pub name: &'a str,
    /// The lattices, in order.
    pub lattices: &'a [LatticeConfig<'a>],
    /// The organisms, in order.
    pub organisms: &'a [OrganismRef<'a>],
    /// The confluences and modules, in order.
    pub confluences: &'a [ConfluenceConfig<'a>],
    /// The ticket issuer, or `None` if the coalition issues no tickets.
    pub ticket_issuer: Option<TicketIssuerConfig<'a>>,
}

impl<'a> CoalitionConfig<'a> {
    /// Derives `COALITION_ROOT`, the coalition's identity.
    ///
    /// It checks no rule: call [`validate`](Self::validate) first if the configuration did not come from `coalition!`.
    /// Every hash is a BLAKE3 hash of 32 bytes, and `||` joins bytes:
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

    /// Derives the identity of a module, `COALITION_ROOT.derive("module").derive(name)`, or returns `None` if the
    /// coalition does not ship it.
    #[must_use]
    pub const fn module_root(&self, module: Module) -> Option<UniqueId> {
        match self.module(module) {
            Some(_) => Some(self.coalition_root().derive("module").derive(module.name())),
            None => None,
        }
    }

    /// Derives `TICKETS_ROOT`, which is `COALITION_ROOT.derive("tickets")`, or returns `None` if the coalition has no
    /// ticket issuer.
    #[must_use]
    pub const fn ticket_issuer_root(&self) -> Option<UniqueId> {
        match self.ticket_issuer {
            Some(_) => Some(self.coalition_root().derive("tickets")),
            None => None,
        }
    }

    /// Returns the configuration of a module, or `None` if the coalition does not ship it.
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
