//! Added, removed and moved components.

use super::moved::Orders;
use super::partner::{CitizenList, confluence};
use super::{Change, Component, How, Value};
use crate::Handshake;
use crate::cards::{CitizenCard, CitizenKind, ConfluenceCard};

/// Visits every component of a handshake.
pub(super) fn all<'a, E>(
    how: How,
    handshake: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    handshake.citizen_cards().try_for_each(|card| citizen(how, &card, visit))?;
    handshake.confluence_cards().try_for_each(|card| service(how, &card, visit))?;
    ticket_issuer(how, handshake, visit)
}

/// Visits the components that only one handshake has.
pub(super) fn only_in<'a, E>(
    how: How,
    here: &Handshake<'a>,
    there: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    for (index, card) in here.citizen_cards().enumerate() {
        if CitizenList(there).partner(&card, CitizenList(here), index).is_none() {
            citizen(how, &card, visit)?;
        }
    }
    for (index, card) in here.confluence_cards().enumerate() {
        if confluence(there, card.config.name, index).is_none() {
            service(how, &card, visit)?;
        }
    }
    if there.coalition.ticket_issuer.is_none() { ticket_issuer(how, here, visit) } else { Ok(()) }
}

fn citizen<'a, E>(
    how: How,
    card: &CitizenCard<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let component = Component::citizen(card);
    visit(whole(how, component, "stable_id", Value::Id(card.stable_id)))?;
    card.content_hash.map_or(Ok(()), |hash| visit(whole(how, component, "content_hash", Value::Id(hash))))
}

fn service<'a, E>(
    how: How,
    card: &ConfluenceCard<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let fingerprint = Value::Id(card.config.fingerprint());
    visit(whole(how, Component::confluence(card), "fingerprint", fingerprint))
}

fn ticket_issuer<'a, E>(
    how: How,
    handshake: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let both = Component::ticket_issuer(handshake).zip(handshake.coalition.ticket_issuer);
    both.map_or(Ok(()), |(component, issuer)| {
        visit(whole(how, component, "fingerprint", Value::Id(issuer.fingerprint())))
    })
}

/// Returns the change for one identity of a component that was added or removed.
fn whole<'a>(how: How, component: Component<'a>, field: &'static str, value: Value<'a>) -> Change<'a> {
    let (was, is) = if how == How::Removed { (Some(value), None) } else { (None, Some(value)) };
    Change { how, component, field, was, is }
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
    let place = |at: usize| Some(Value::Place(at + 1));
    let decided = orders.walk(|from, to| {
        let (was, is) = (place(from), place(to));
        visit(Change { how: How::Moved, component: component(to), field: "place", was, is })
    })?;
    if decided {
        return Ok(());
    }
    visit(Change { how: How::Moved, component: list, field: "order", was: None, is: None })
}
