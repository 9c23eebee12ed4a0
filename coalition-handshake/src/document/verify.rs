//! Verification of the identities in a document.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

use coalition_core::{Module, UniqueId};

use super::fields::HandshakeDocument;
use super::lend::Lent;
use super::rules;

impl Lent {
    /// Checks the rules of a handshake, then every identity in the document.
    ///
    /// # Errors
    ///
    /// Returns a description of the first fault.
    pub(crate) fn verify(&self) -> Result<(), String> {
        rules::check(self.handshake())?;
        let (found, derived) = (self.document(), HandshakeDocument::from(self.handshake()));
        for (found, derived) in found.confluences.iter().zip(&derived.confluences) {
            let what = format!("`fingerprint` of `{}`", found.ident);
            same(&what, &found.fingerprint, &derived.fingerprint)?;
        }
        if let (Some(found), Some(derived)) = (&found.ticket_issuer, &derived.ticket_issuer) {
            same("`fingerprint` of the ticket issuer", &found.fingerprint, &derived.fingerprint)?;
        }
        same("`coalition_root`", &found.coalition_root, &derived.coalition_root)?;
        let written = |id: Option<UniqueId>| id.map_or("null".to_string(), |id| id.to_string());
        same("`tickets_root`", &written(found.tickets_root), &written(derived.tickets_root))?;
        let shipped =
            |document: &HandshakeDocument| names(document.modules.shipped.iter().map(|module| module.name));
        same("`shipped`", &shipped(found), &shipped(&derived))?;
        for (found, derived) in found.modules.shipped.iter().zip(&derived.modules.shipped) {
            let what = format!("`identity` of module `{}`", found.name);
            same(&what, &found.identity, &derived.identity)?;
        }
        let not_shipped = |document: &HandshakeDocument| names(document.modules.not_shipped.iter().copied());
        same("`not_shipped`", &not_shipped(found), &not_shipped(&derived))?;
        same("`handshake_digest`", &found.handshake_digest, &derived.handshake_digest)
    }
}

fn same<T: PartialEq + Display>(what: &str, found: &T, derived: &T) -> Result<(), String> {
    if found == derived {
        return Ok(());
    }
    Err(format!("{what} is {found}, but the content of the handshake gives {derived}"))
}

fn names(modules: impl Iterator<Item = Module>) -> String {
    let names: Vec<_> = modules.map(Module::name).collect();
    format!("[{}]", names.join(", "))
}
