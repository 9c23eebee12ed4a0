//! Added, removed and moved components.

use super::moved::Orders;
use super::partner::{CitizenList, confluence};
use super::{Change, ChangeKind, ChangedValue, Component};
use crate::Handshake;
use crate::cards::{CitizenCard, CitizenKind, ConfluenceCard};

/// Visits every component of a handshake.
pub(super) fn all<'a, E>(
    kind: ChangeKind,
    handshake: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    handshake.citizen_cards().try_for_each(|card| citizen(kind, &card, visit))?;
    handshake.confluence_cards().try_for_each(|card| service(kind, &card, visit))?;
    ticket_issuer(kind, handshake, visit)
}

/// Visits the components that only one handshake has.
pub(super) fn only_in<'a, E>(
    kind: ChangeKind,
    here: &Handshake<'a>,
    there: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    for (index, card) in here.citizen_cards().enumerate() {
        if CitizenList(there).partner(&card, CitizenList(here), index).is_none() {
            citizen(kind, &card, visit)?;
        }
    }
    for (index, card) in here.confluence_cards().enumerate() {
        if confluence(there, card.config.name, index).is_none() {
            service(kind, &card, visit)?;
        }
    }
    if there.coalition.ticket_issuer.is_none() { ticket_issuer(kind, here, visit) } else { Ok(()) }
}

fn citizen<'a, E>(
    kind: ChangeKind,
    card: &CitizenCard<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let component = Component::citizen(card);
    visit(whole(kind, component, "stable_id", ChangedValue::Id(card.stable_id)))?;
    card.content_hash
        .map_or(Ok(()), |hash| visit(whole(kind, component, "content_hash", ChangedValue::Id(hash))))
}

fn service<'a, E>(
    kind: ChangeKind,
    card: &ConfluenceCard<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let fingerprint = ChangedValue::Id(card.config.fingerprint());
    visit(whole(kind, Component::confluence(card), "fingerprint", fingerprint))
}

fn ticket_issuer<'a, E>(
    kind: ChangeKind,
    handshake: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let both = Component::ticket_issuer(handshake).zip(handshake.coalition.ticket_issuer);
    both.map_or(Ok(()), |(component, issuer)| {
        visit(whole(kind, component, "fingerprint", ChangedValue::Id(issuer.fingerprint())))
    })
}

/// Returns the change for one identity of a component that was added or removed.
fn whole<'a>(
    kind: ChangeKind,
    component: Component<'a>,
    field: &'static str,
    value: ChangedValue<'a>,
) -> Change<'a> {
    let (was, is) = if kind == ChangeKind::Removed { (Some(value), None) } else { (None, Some(value)) };
    Change { kind, component, field, was, is }
}

/// Visits the components that moved within their lists.
pub(super) fn moved<'a, E>(
    new: &Handshake<'a>,
    old: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    for kind in [CitizenKind::Lattice, CitizenKind::Organism] {
        let (old_range, new_range) = (CitizenList(old).range(kind), CitizenList(new).range(kind));
        let orders = Orders {
            old_len: old_range.len(),
            new_len: new_range.len(),
            to_new: |at| CitizenList(old).place(kind, at, CitizenList(new)),
            to_old: |at| CitizenList(new).place(kind, at, CitizenList(old)),
        };
        let component = |at: usize| Component::citizen(&CitizenList(new).get(new_range.start + at));
        report(&orders, component, Component { kind: kind.into(), name: "", ident: "" }, visit)?;
    }
    let orders = Orders {
        old_len: old.coalition.confluences.len(),
        new_len: new.coalition.confluences.len(),
        to_new: |at: usize| confluence(new, old.coalition.confluences[at].name, at),
        to_old: |at: usize| confluence(old, new.coalition.confluences[at].name, at),
    };
    let component = |at: usize| Component::confluence(&new.confluence_card(at));
    let list = Component { kind: super::ComponentKind::Confluence, name: "", ident: "" };
    report(&orders, component, list, visit)
}

/// Reports each component that moved, or only `list` if the lists are too long to tell which.
fn report<'a, E>(
    orders: &Orders<impl Fn(usize) -> Option<usize>, impl Fn(usize) -> Option<usize>>,
    component: impl Fn(usize) -> Component<'a>,
    list: Component<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let place = |at: usize| Some(ChangedValue::Place(at + 1));
    let decided = orders.walk(|from, to| {
        let (was, is) = (place(from), place(to));
        visit(Change { kind: ChangeKind::Moved, component: component(to), field: "place", was, is })
    })?;
    if decided {
        return Ok(());
    }
    visit(Change { kind: ChangeKind::Moved, component: list, field: "order", was: None, is: None })
}
