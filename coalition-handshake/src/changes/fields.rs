//! Changed fields of components that both handshakes have.

use coalition_core::{AclComposition, ContentParams, UniqueId};

use super::partner::{CitizenList, confluence};
use super::{Change, Component, How, Value};
use crate::Handshake;
use crate::cards::{CitizenCard, ConfluenceCard};
use crate::key::PublishedKey;

/// Visits the changes of one kind, for every component that both handshakes have.
pub(super) fn changed<'a, E>(
    how: How,
    new: &Handshake<'a>,
    old: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    coalition(new, old, &mut Fields { how, component: Component::coalition(new), visit })?;
    for (index, card) in new.citizen_cards().enumerate() {
        let Some(partner) = CitizenList(old).partner(&card, CitizenList(new), index) else { continue };
        let before = CitizenList(old).get(partner);
        citizen(&card, &before, &mut Fields { how, component: Component::citizen(&card), visit })?;
    }
    for (index, card) in new.confluence_cards().enumerate() {
        let Some(partner) = confluence(old, card.config.name, index) else { continue };
        let before = old.confluence_card(partner);
        service(&card, &before, &mut Fields { how, component: Component::confluence(&card), visit })?;
    }
    let Some(component) = Component::ticket_issuer(new) else { return Ok(()) };
    ticket_issuer(new, old, &mut Fields { how, component, visit })
}

/// A visitor of one component's fields. It passes on those that changed, if they are of kind `how`.
struct Fields<'v, 'a, V> {
    how: How,
    component: Component<'a>,
    visit: &'v mut V,
}

impl<'a, E, V: FnMut(Change<'a>) -> Result<(), E>> Fields<'_, 'a, V> {
    fn field(&mut self, how: How, field: &'static str, [was, is]: [Option<Value<'a>>; 2]) -> Result<(), E> {
        if how != self.how || was == is {
            return Ok(());
        }
        (self.visit)(Change { how, component: self.component, field, was, is })
    }

    fn ids(&mut self, how: How, field: &'static str, ids: [Option<UniqueId>; 2]) -> Result<(), E> {
        self.field(how, field, ids.map(|id| id.map(Value::Id)))
    }

    /// Compares texts. An empty text counts as none.
    fn texts(&mut self, field: &'static str, texts: [&'a str; 2]) -> Result<(), E> {
        let some = |text: &'a str| (!text.is_empty()).then_some(Value::Text(text));
        self.field(How::Metadata, field, texts.map(some))
    }

    /// Compares the optional keys, pair by pair.
    fn keys<const N: usize>(
        &mut self,
        [old, new]: [[(&'static str, PublishedKey<'a>); N]; 2],
    ) -> Result<(), E> {
        let mut pairs = old.into_iter().zip(new);
        pairs.try_for_each(|((name, was), (_, is))| {
            self.field(How::Metadata, name, [was, is].map(Value::of_key))
        })
    }
}

fn coalition<'a, E, V: FnMut(Change<'a>) -> Result<(), E>>(
    new: &Handshake<'a>,
    old: &Handshake<'a>,
    fields: &mut Fields<'_, 'a, V>,
) -> Result<(), E> {
    let names = [old, new].map(|handshake| Some(Value::Text(handshake.coalition.name)));
    fields.field(How::Repinned, "name", names)?;
    fields.texts("const_name", [old.ident, new.ident])?;
    fields.texts("description", [old.description, new.description])?;
    fields.keys([old.keys(), new.keys()])
}

fn citizen<'a, E, V: FnMut(Change<'a>) -> Result<(), E>>(
    new: &CitizenCard<'a>,
    old: &CitizenCard<'a>,
    fields: &mut Fields<'_, 'a, V>,
) -> Result<(), E> {
    let components = [old, new].map(Component::citizen);
    if old.kind != new.kind {
        fields.field(How::Repinned, "kind", components.map(|component| Some(Value::Component(component))))?;
    }
    fields.ids(How::Repinned, "stable_id", [old, new].map(|card| Some(card.stable_id)))?;
    fields.ids(How::Repinned, "content_hash", [old, new].map(|card| card.content_hash))?;
    if old.name != new.name {
        fields.field(How::Metadata, "name", components.map(|component| Some(Value::Component(component))))?;
    }
    fields.texts("const_name", [old.ident, new.ident])?;
    fields.field(How::Metadata, "role", [old.role, new.role].map(|role| role.map(Value::Text)))?;
    fields.texts("description", [old.description, new.description])?;
    fields.keys([old.keys(), new.keys()])
}

/// Compares a confluence or a module. Its fingerprint covers what it spans, its content and its access rules, except the
/// names of lattices, the roles of organisms and the order of parameters.
fn service<'a, E, V: FnMut(Change<'a>) -> Result<(), E>>(
    new: &ConfluenceCard<'a>,
    old: &ConfluenceCard<'a>,
    fields: &mut Fields<'_, 'a, V>,
) -> Result<(), E> {
    let fingerprints = [old, new].map(|card| card.config.fingerprint());
    fields.ids(How::Repinned, "fingerprint", fingerprints.map(Some))?;
    let how = if fingerprints[0] == fingerprints[1] { How::Metadata } else { How::Repinned };
    let spanned = |card: &ConfluenceCard<'a>| (card.config.lattices, card.config.organisms);
    if spanned(old) != spanned(new) {
        fields.field(how, "spans", [old, new].map(|card| Some(Value::Spans(card.config))))?;
    }
    fields.field(how, "content", [old, new].map(|card| content(card.config.content)))?;
    fields.field(how, "acl", [old, new].map(|card| acl(card.config.acl)))?;
    fields.texts("const_name", [old.ident, new.ident])?;
    fields.texts("description", [old.description, new.description])?;
    fields.keys([old.keys(), new.keys()])
}

fn ticket_issuer<'a, E, V: FnMut(Change<'a>) -> Result<(), E>>(
    new: &Handshake<'a>,
    old: &Handshake<'a>,
    fields: &mut Fields<'_, 'a, V>,
) -> Result<(), E> {
    let Some((before, issuer)) = old.coalition.ticket_issuer.zip(new.coalition.ticket_issuer) else {
        return Ok(());
    };
    let Some((old, new)) = old.ticket_issuer.zip(new.ticket_issuer) else { return Ok(()) };
    let both = [before, issuer];
    fields.field(How::Repinned, "name", both.map(|issuer| Some(Value::Text(issuer.name))))?;
    fields.ids(How::Repinned, "fingerprint", both.map(|issuer| Some(issuer.fingerprint())))?;
    fields.field(How::Repinned, "acl", both.map(|issuer| acl(issuer.acl)))?;
    fields.texts("const_name", [old.ident, new.ident])?;
    fields.texts("description", [old.description, new.description])?;
    fields.keys([old.keys(), new.keys()])
}

fn content(content: ContentParams<'_>) -> Option<Value<'_>> {
    (!content.params.is_empty()).then_some(Value::Content(content))
}

fn acl(acl: AclComposition<'_>) -> Option<Value<'_>> {
    (!acl.requirements.is_empty()).then_some(Value::Acl(acl))
}
