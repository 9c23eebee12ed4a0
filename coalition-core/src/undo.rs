//! One edit since the freeze, undone while deriving: it explains a drift that only rustc can see.

use crate::message::Message;
use crate::names::Names;
use crate::validate::citizen;
use crate::words::swapped;
use crate::{CoalitionConfig, ConfluenceConfig, ContentValue, Place, UniqueId};

/// What is left out of a derivation, or in another order there.
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
    /// The second of two citizens stands before the first, directly behind which it is: in what the confluence or module
    /// at this index spans, or else in the coalition's own lists, and so in the modules that span every citizen.
    Citizens { first: &'a UniqueId, second: &'a UniqueId, spanned_by: Option<usize> },
    /// The confluence or module at this index stands behind the next.
    Confluences(usize),
}

impl Undo<'_> {
    /// What of it is undone in the coalition's own lists of citizens.
    pub(crate) const fn in_coalition(self) -> Self {
        match self {
            Undo::Citizens { spanned_by: Some(_), .. } => Undo::Nothing,
            _ => self,
        }
    }

    /// What of it is undone in the confluence or module at an index.
    pub(crate) const fn in_confluence(self, config: &CoalitionConfig<'_>, index: usize) -> Self {
        let is_meant = match self {
            Undo::Citizens { spanned_by: Some(meant), .. } => index == meant,
            Undo::Citizens { spanned_by: None, .. } => {
                let confluence = &config.confluences[index];
                confluence.module().is_some()
                    && confluence.lattices.len() == config.lattices.len()
                    && confluence.organisms.len() == config.organisms.len()
            }
            _ => true,
        };
        if is_meant { self } else { Undo::Nothing }
    }
}

/// The most ids that one search for edits of a kind hashes, about two seconds of const evaluation on a build that fails
/// anyway.
const BUDGET: usize = 4096;

/// Appends the note that names the edit which, undone, makes the coalition match. Where none does, or the coalition is
/// too large to try them all, there is no note.
pub(crate) const fn explain(
    message: &mut Message,
    config: &CoalitionConfig<'_>,
    frozen: &UniqueId,
    names: &Names<'_>,
) {
    let cost = cost(config);
    let (lattices, organisms) = (config.lattices.len(), config.organisms.len());
    if cost * (1 + lattices + 2 * organisms + config.confluences.len()) <= BUDGET
        && left_out(message, config, frozen, names)
    {
        return;
    }
    let (mut neighbours, mut i) = (lattices + organisms + config.confluences.len(), 0);
    while i < config.confluences.len() {
        neighbours += config.confluences[i].lattices.len() + config.confluences[i].organisms.len();
        i += 1;
    }
    if cost * neighbours <= BUDGET {
        if let Some((first, second)) = neighbours_swapped(config, frozen) {
            swapped(message, config, names, first, second);
        }
    }
}

/// Whether one component or one pin is all that was added, which the note then names.
const fn left_out(
    message: &mut Message,
    config: &CoalitionConfig<'_>,
    frozen: &UniqueId,
    names: &Names<'_>,
) -> bool {
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
            return true;
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
    let added = config.ticket_issuer.is_some() && config.root_without(Undo::TicketIssuer).const_eq(frozen);
    if added {
        message.push_str("\nnote: without the ticket issuer it matches: it was added after the freeze");
    }
    added
}

/// The two neighbours in a list that changed places, where nothing else changed.
const fn neighbours_swapped(config: &CoalitionConfig<'_>, frozen: &UniqueId) -> Option<(Place, Place)> {
    let mut i = 1;
    while i < config.confluences.len() {
        if config.root_without(Undo::Confluences(i - 1)).const_eq(frozen) {
            return Some((Place::Confluence(i - 1), Place::Confluence(i)));
        }
        i += 1;
    }
    let mut list = 0;
    while list <= config.confluences.len() {
        // The coalition's own lists, then those of each confluence.
        let (lattices, organisms, spanned_by) = match list {
            0 => (config.lattices, config.organisms, None),
            _ => {
                let ConfluenceConfig { lattices, organisms, .. } = config.confluences[list - 1];
                (lattices, organisms, Some(list - 1))
            }
        };
        let mut i = 1;
        while i < lattices.len() + organisms.len() {
            // The last lattice and the first organism are no neighbours.
            let (first, second) = if i < lattices.len() {
                (&lattices[i - 1].stable_id, &lattices[i].stable_id)
            } else if i > lattices.len() {
                let i = i - lattices.len();
                (&organisms[i - 1].stable_id, &organisms[i].stable_id)
            } else {
                i += 1;
                continue;
            };
            if config.root_without(Undo::Citizens { first, second, spanned_by }).const_eq(frozen) {
                let lattices = lattices.len();
                return Some((citizen(lattices, i - 1, spanned_by), citizen(lattices, i, spanned_by)));
            }
            i += 1;
        }
        list += 1;
    }
    None
}

/// The ids that one derivation hashes, with everything else counted as the ids that it is as long as.
const fn cost(config: &CoalitionConfig<'_>) -> usize {
    let (mut hashed, mut i) = (8 + config.lattices.len() + 2 * config.organisms.len(), 0);
    while i < config.confluences.len() {
        let confluence = &config.confluences[i];
        hashed += 8 + confluence.lattices.len() + 2 * confluence.organisms.len();
        hashed += 2 * confluence.acl.requirements.len();
        let mut params = confluence.content.params;
        while let [param, others @ ..] = params {
            let value = if let ContentValue::Text(text) = &param.value { text.len() } else { 32 };
            hashed += (param.key.len() + value) / 32 + 1;
            params = others;
        }
        i += 1;
    }
    match &config.ticket_issuer {
        Some(issuer) => hashed + 2 * issuer.acl.requirements.len(),
        None => hashed,
    }
}

/// Appends the note of what was added. Returns that there is one.
const fn added(message: &mut Message, kind: &str, name: &str) -> bool {
    message.push_str("\nnote: without ");
    message.push_str(kind);
    message.push_str(" `");
    message.push_str(name);
    message.push_str("` it matches: it was added after the freeze");
    true
}
