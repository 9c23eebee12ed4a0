//! Confluences, and the modules, which have the same shape.

use crate::citizen::{fold_lattices, fold_organisms};
use crate::schema::tagged;
use crate::{AclComposition, ContentParams, LatticeConfig, Module, OrganismRef, UniqueId};

/// A confluence: a service that works across citizens.
///
/// A confluence with the name of a [`Module`] is that module of the coalition.
///
/// ```
/// # use coalition_core::{AclComposition, ConfluenceConfig, ContentParam, ContentParams, ContentValue, OrganismRef};
/// const fn pairs<'a>(feeds: &'a [OrganismRef<'a>]) -> ConfluenceConfig<'a> {
///     ConfluenceConfig {
///         name: "paired-prices",
///         lattices: &[],
///         organisms: feeds,
///         content: ContentParams { params: &[ContentParam { key: "window_ms", value: ContentValue::U64(500) }] },
///         acl: AclComposition::OPEN,
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConfluenceConfig<'a> {
    /// The name.
    pub name: &'a str,
    /// The lattices that it spans, in order.
    pub lattices: &'a [LatticeConfig<'a>],
    /// The organisms that it spans, in order.
    pub organisms: &'a [OrganismRef<'a>],
    /// The content parameters.
    pub content: ContentParams<'a>,
    /// The access rules.
    pub acl: AclComposition<'a>,
}

impl ConfluenceConfig<'_> {
    /// Derives the fingerprint. It is the same in every coalition.
    ///
    /// It is the BLAKE3 hash of
    ///
    /// 1. `"confluence|" || SCHEMA_VERSION_U8 || "|"`, then the name;
    /// 2. the stable ids of the lattices, in order;
    /// 3. the stable ids of the organisms, in order, each with its content hash if pinned;
    /// 4. [`ContentParams::digest`];
    /// 5. [`AclComposition::digest`].
    #[must_use]
    pub const fn fingerprint(&self) -> UniqueId {
        let mut hasher = tagged("confluence");
        hasher.bytes(self.name.as_bytes());
        fold_lattices(&mut hasher, self.lattices);
        fold_organisms(&mut hasher, self.organisms);
        hasher.id(&self.content.digest());
        hasher.id(&self.acl.digest());
        hasher.finalise()
    }

    /// Returns the module with its name, or `None` if it is not a module.
    #[must_use]
    pub const fn module(&self) -> Option<Module> {
        Module::from_name(self.name)
    }
}
