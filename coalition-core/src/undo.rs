//! One edit since the freeze, undone while deriving: it explains a drift that only rustc can see.

use crate::message::Message;
use crate::names::Names;
use crate::{CoalitionConfig, UniqueId};

/// What is left out of a derivation.
#[derive(Clone, Copy)]
pub(crate) enum Undo<'a> {
    /// Nothing: the derivation itself.
    Nothing,
    /// The citizen with this stable id, wherever it stands.
    Citizen(&'a UniqueId),
    /// The content hash of the organism with this stable id, wherever it stands.
    Pin(&'a UniqueId),
    /// The confluence or module at this index.
    Confluence(usize),
    /// The ticket issuer.
    TicketIssuer,
}

/// The most ids that one search hashes, about two seconds of const evaluation on a build that fails anyway.
const BUDGET: usize = 4096;

/// Appends the note that names the edit which, undone, makes the coalition match. Where none does, or the coalition is
/// too large to try them all, there is no note.
pub(crate) const fn explain(
    message: &mut Message,
    config: &CoalitionConfig<'_>,
    frozen: &UniqueId,
    names: &Names<'_>,
) {
    if cost(config) > BUDGET {
        return;
    }
    let mut i = 0;
    while i < config.lattices.len() {
        if config.root_without(Undo::Citizen(&config.lattices[i].stable_id)).const_eq(frozen) {
            return added(message, "lattice", names.lattices[i]);
        }
        i += 1;
    }
    let mut i = 0;
    while i < config.organisms.len() {
        let stable_id = &config.organisms[i].stable_id;
        if config.root_without(Undo::Citizen(stable_id)).const_eq(frozen) {
            return added(message, "organism", names.organisms[i].0);
        }
        if config.root_without(Undo::Pin(stable_id)).const_eq(frozen) {
            message.push_str("\nnote: without the `content_hash` of organism `");
            message.push_str(names.organisms[i].0);
            message.push_str("` it matches: it was pinned after the freeze");
            return;
        }
        i += 1;
    }
    let mut i = 0;
    while i < config.confluences.len() {
        if config.root_without(Undo::Confluence(i)).const_eq(frozen) {
            let (name, is_module) = names.confluences[i];
            return added(message, if is_module { "module" } else { "confluence" }, name);
        }
        i += 1;
    }
    if config.ticket_issuer.is_some() && config.root_without(Undo::TicketIssuer).const_eq(frozen) {
        message.push_str("\nnote: without the ticket issuer it matches: it was added after the freeze");
    }
}

/// The ids that are hashed if every edit is undone in turn.
const fn cost(config: &CoalitionConfig<'_>) -> usize {
    let (mut hashed, mut i) = (8 + config.lattices.len() + 2 * config.organisms.len(), 0);
    while i < config.confluences.len() {
        hashed += 8 + config.confluences[i].lattices.len() + 2 * config.confluences[i].organisms.len();
        i += 1;
    }
    let edits = 1 + config.lattices.len() + 2 * config.organisms.len() + config.confluences.len();
    hashed * edits
}

const fn added(message: &mut Message, kind: &str, name: &str) {
    message.push_str("\nnote: without ");
    message.push_str(kind);
    message.push_str(" `");
    message.push_str(name);
    message.push_str("` it matches: it was added after the freeze");
}
