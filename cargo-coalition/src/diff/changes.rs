//! What changed between two handshakes, component by component.

use std::collections::{HashMap, HashSet};

use coalition_core::{CitizenCard, CitizenKind, ConfluenceCard, Handshake, UniqueId};
use serde::Serialize;

use super::moved::moved;

/// How a component changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    Added,
    Removed,
    /// It left its place among those of its list that stayed.
    Moved,
    /// An identity of it is another one.
    RePinned,
    /// What only the handshake digest covers.
    Metadata,
}

/// One change of one component.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    #[serde(rename = "change")]
    pub how: How,
    pub kind: &'static str,
    pub name: String,
    pub const_name: String,
    /// What of it: `stable_id`, `fingerprint`, `description`.
    pub field: &'static str,
    pub was: Option<String>,
    pub is: Option<String>,
}

/// A citizen, a confluence, the issuer or the coalition, as both sides of a comparison look at it.
struct Component {
    kind: &'static str,
    name: String,
    const_name: String,
    identities: Vec<(&'static str, Option<String>)>,
    metadata: Vec<(&'static str, Option<String>)>,
}

/// Every change, those of the coalition itself first.
pub fn changes(old: &Handshake<'_>, new: &Handshake<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    altered(&coalition(old), &coalition(new), &mut changes);
    for kind in [CitizenKind::Lattice, CitizenKind::Organism] {
        list(&citizens(old, kind), &citizens(new, kind), &mut changes);
    }
    list(&confluences(old), &confluences(new), &mut changes);
    list(&issuer(old), &issuer(new), &mut changes);
    changes.sort_by_key(|change| change.how);
    changes
}

/// Compares two lists of a kind.
fn list(old: &[Component], new: &[Component], changes: &mut Vec<Change>) {
    let partners = partners(old, new);
    for (component, _) in new.iter().zip(&partners).filter(|(_, partner)| partner.is_none()) {
        whole(component, How::Added, changes);
    }
    let pairs: Vec<(usize, usize)> =
        partners.iter().enumerate().filter_map(|(to, from)| Some(((*from)?, to))).collect();
    let stayed: HashSet<usize> = pairs.iter().map(|pair| pair.0).collect();
    for (_, component) in old.iter().enumerate().filter(|(at, _)| !stayed.contains(at)) {
        whole(component, How::Removed, changes);
    }
    for (from, to) in moved(&pairs) {
        let place = |at: usize| Some((at + 1).to_string());
        changes.push(new[to].change(How::Moved, "place", place(from), place(to)));
    }
    for (from, to) in pairs {
        altered(&old[from], &new[to], changes);
    }
}

/// For each new component, the old one that it was: the one of its name, or else the one of its first identity, so that
/// one that was renamed is said to have been.
fn partners(old: &[Component], new: &[Component]) -> Vec<Option<usize>> {
    let mut partners = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let keys: [fn(&Component) -> Option<&str>; 2] = [
        |component| Some(&component.name),
        |component| component.identities.first().and_then(|(_, identity)| identity.as_deref()),
    ];
    for key in keys {
        let free = (0..old.len()).filter(|&at| !taken[at]).filter_map(|at| Some((key(&old[at])?, at)));
        let places: HashMap<&str, usize> = free.collect();
        for (component, partner) in new.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
            let found = key(component).and_then(|key| places.get(key)).filter(|&&at| !taken[at]);
            if let Some(&at) = found {
                taken[at] = true;
                *partner = Some(at);
            }
        }
    }
    partners
}

/// A component that is on one side alone, with its identities.
fn whole(component: &Component, how: How, changes: &mut Vec<Change>) {
    for (field, value) in component.identities.iter().filter(|(_, value)| value.is_some()) {
        let (was, is) = if how == How::Added { (None, value.clone()) } else { (value.clone(), None) };
        changes.push(component.change(how, field, was, is));
    }
}

fn altered(old: &Component, new: &Component, changes: &mut Vec<Change>) {
    let sides =
        [(How::RePinned, &old.identities, &new.identities), (How::Metadata, &old.metadata, &new.metadata)];
    for (how, old, is) in sides {
        for ((field, was), (_, is)) in old.iter().zip(is).filter(|(was, is)| was.1 != is.1) {
            changes.push(new.change(how, field, was.clone(), is.clone()));
        }
    }
}

impl Component {
    fn change(&self, how: How, field: &'static str, was: Option<String>, is: Option<String>) -> Change {
        let (kind, name, const_name) = (self.kind, self.name.clone(), self.const_name.clone());
        Change { how, kind, name, const_name, field, was, is }
    }
}

fn coalition(handshake: &Handshake<'_>) -> Component {
    let config = &handshake.coalition;
    Component {
        kind: "coalition",
        name: config.name.into(),
        const_name: handshake.ident.into(),
        identities: vec![
            ("name", Some(config.name.into())),
            ("coalition_root", Some(config.coalition_root().to_string())),
            ("tickets_root", id(config.ticket_issuer_root())),
        ],
        metadata: vec![
            ("const_name", Some(handshake.ident.into())),
            ("description", text(handshake.description)),
            ("handshake", handshake.handshake.map(Into::into)),
            ("peers", text(&handshake.peers.join(", "))),
            ("change_channel", handshake.change_channel.map(Into::into)),
        ],
    }
}

fn citizens(handshake: &Handshake<'_>, kind: CitizenKind) -> Vec<Component> {
    handshake.citizen_cards().filter(|card| card.kind == kind).map(|card| citizen(&card)).collect()
}

fn citizen(card: &CitizenCard<'_>) -> Component {
    Component {
        kind: match card.kind {
            CitizenKind::Lattice => "lattice",
            CitizenKind::Organism => "organism",
        },
        name: card.name.into(),
        const_name: card.ident.into(),
        identities: vec![("stable_id", id(Some(card.stable_id))), ("content_hash", id(card.content_hash))],
        metadata: vec![
            ("name", Some(card.name.into())),
            ("const_name", Some(card.ident.into())),
            ("role", card.role.map(Into::into)),
            ("description", text(card.description)),
            ("ticket_root", id(card.ticket_root)),
            ("handshake", card.handshake.map(Into::into)),
        ],
    }
}

fn confluences(handshake: &Handshake<'_>) -> Vec<Component> {
    handshake.confluence_cards().map(|card| confluence(&card)).collect()
}

fn confluence(card: &ConfluenceCard<'_>) -> Component {
    Component {
        kind: if card.module.is_some() { "module" } else { "confluence" },
        name: card.config.name.into(),
        const_name: card.ident.into(),
        identities: vec![("fingerprint", id(Some(card.config.fingerprint())))],
        metadata: vec![
            ("const_name", Some(card.ident.into())),
            ("description", text(card.description)),
            ("state_machine", id(card.state_machine)),
            ("handshake", card.handshake.map(Into::into)),
            ("import", card.import.map(Into::into)),
        ],
    }
}

fn issuer(handshake: &Handshake<'_>) -> Vec<Component> {
    let both = handshake.coalition.ticket_issuer.zip(handshake.ticket_issuer);
    let issuer = both.map(|(config, profile)| Component {
        kind: "ticket issuer",
        name: config.name.into(),
        const_name: profile.ident.into(),
        identities: vec![("fingerprint", id(Some(config.fingerprint())))],
        metadata: vec![
            ("name", Some(config.name.into())),
            ("const_name", Some(profile.ident.into())),
            ("description", text(profile.description)),
            ("handshake", profile.handshake.map(Into::into)),
        ],
    });
    issuer.into_iter().collect()
}

fn id(id: Option<UniqueId>) -> Option<String> {
    id.map(|id| id.to_string())
}

fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.into())
}
