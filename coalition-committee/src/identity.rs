//! The identity of a module, as a program is compiled with it.

use coalition_core::{Module, UniqueId};
use coalition_handshake::Handshake;

/// A module of a coalition, as this program is compiled with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleIdentity {
    /// The coalition's name.
    pub coalition: String,
    /// The module.
    pub module: Module,
    /// `COALITION_ROOT`.
    pub coalition_root: UniqueId,
    /// The handshake digest. It covers the words of the handshake too.
    pub digest: UniqueId,
}

impl ModuleIdentity {
    /// Takes the identity of a module from the compiled handshake.
    ///
    /// # Errors
    ///
    /// Returns [`NotShipped`] if the coalition has no such module.
    pub fn new(handshake: &Handshake<'_>, module: Module) -> Result<Self, NotShipped> {
        let coalition = &handshake.coalition;
        if coalition.module_root(module).is_none() {
            return Err(NotShipped { coalition: coalition.name.to_owned(), module });
        }
        Ok(Self {
            coalition: coalition.name.to_owned(),
            module,
            coalition_root: coalition.coalition_root(),
            digest: handshake.digest(),
        })
    }

    /// Returns the module's own id: `COALITION_ROOT.derive("module").derive(name)`.
    #[must_use]
    pub const fn module_root(&self) -> UniqueId {
        self.coalition_root.derive("module").derive(self.module.name())
    }
}

/// The coalition does not have this module.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "coalition `{coalition}` ships no {}; declare one in its block: module {} = \"{}\";",
    .module.name(),
    .module.name().to_uppercase(),
    .module.name()
)]
pub struct NotShipped {
    /// The coalition's name.
    pub coalition: String,
    /// The module.
    pub module: Module,
}
