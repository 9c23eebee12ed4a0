//! Changed fields of components that both handshakes have.

use coalition_core::{AclComposition, ContentParams, UniqueId};

use super::partner::{CitizenList, confluence};
use super::{Change, ChangeKind, ChangedValue, Component};
use crate::Handshake;
use crate::cards::{CitizenCard, ConfluenceCard};
use crate::key::PublishedKey;

/// Visits the changes of one kind, for every component that both handshakes have.
pub(super) fn changed<'a, E>(
    kind: ChangeKind,
    new: &Handshake<'a>,
    old: &Handshake<'a>,
    visit: &mut impl FnMut(Change<'a>) -> Result<(), E>,
) -> Result<(), E> {
    coalition(new, old, &mut Fields { kind, component: Component::coalition(new), visit })?;
    for (index, card) in new.citizen_cards().enumerate() {
        let Some(partner) = CitizenList(old).partner(&card, CitizenList(new), index) else { continue };
        let before = CitizenList(old).get(partner);
        citizen(&card, &before, &mut Fields { kind, component: Component::citizen(&card), visit })?;
    }
    for (index, card) in new.confluence_cards().enumerate() {
        let Some(partner) = confluence(old, card.config.name, index) else { continue };
        let before = old.confluence_card(partner);
        service(&card, &before, &mut Fields { kind, component: Component::confluence(&card), visit })?;
    }
    let Some(component) = Component::ticket_issuer(new) else { return Ok(()) };
    ticket_issuer(new, old, &mut Fields { kind, component, visit })
}

/// A visitor of one component's fields. It passes on those that changed, if they are of kind `kind`.
struct Fields<'v, 'a, V> {
    kind: ChangeKind,
    component: Component<'a>,
    visit: &'v mut V,
}

impl<'a, E, V: FnMut(Change<'a>) -> Result<(), E>> Fields<'_, 'a, V> {
    fn field(
        &mut self,
        kind: ChangeKind,
        field: &'static str,
        [was, is]: [Option<ChangedValue<'a>>; 2],
    ) -> Result<(), E> {
        if kind != self.kind || was == is {
            return Ok(());
        }
        (self.visit)(Change { kind, component: self.component, field, was, is })
    }

    fn ids(&mut self, kind: ChangeKind, field: &'static str, ids: [Option<UniqueId>; 2]) -> Result<(), E> {
        self.field(kind, field, ids.map(|id| id.map(ChangedValue::Id)))
    }

    /// Compares texts. An empty text counts as none.
    fn texts(&mut self, field: &'static str, texts: [&'a str; 2]) -> Result<(), E> {
        let some = |text: &'a str| (!text.is_empty()).then_some(ChangedValue::Text(text));
        self.field(ChangeKind::Metadata, field, texts.map(some))
    }

    /// Compares the optional keys, pair by pair.
    fn keys<const N: usize>(
        &mut self,
        [old, new]: [[(&'static str, PublishedKey<'a>); N]; 2],
    ) -> Result<(), E> {
        let mut pairs = old.into_iter().zip(new);
        pairs.try_for_each(|((name, was), (_, is))| {
            self.field(ChangeKind::Metadata, name, [was, is].map(ChangedValue::of_key))
        })
    }
}

fn coalition<'a, E, V: FnMut(Change<'a>) -> Result<(), E>>(
    new: &Handshake<'a>,
    old: &Handshake<'a>,
    fields: &mut Fields<'_, 'a, V>,
) -> Result<(), E> {
    let names = [old, new].map(|handshake| Some(ChangedValue::Text(handshake.coalition.name)));
    fields.field(ChangeKind::Repinned, "name", names)?;
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
        fields.field(
            ChangeKind::Repinned,
            "kind",
            components.map(|component| Some(ChangedValue::Component(component))),
        )?;
    }
    fields.ids(ChangeKind::Repinned, "stable_id", [old, new].map(|card| Some(card.stable_id)))?;
    fields.ids(ChangeKind::Repinned, "content_hash", [old, new].map(|card| card.content_hash))?;
    if old.name != new.name {
        fields.field(
            ChangeKind::Metadata,
            "name",
            components.map(|component| Some(ChangedValue::Component(component))),
        )?;
    }
    fields.texts("const_name", [old.ident, new.ident])?;
    fields.field(
        ChangeKind::Metadata,
        "role",
        [old.role, new.role].map(|role| role.map(ChangedValue::Text)),
    )?;
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
    fields.ids(ChangeKind::Repinned, "fingerprint", fingerprints.map(Some))?;
    let kind = if fingerprints[0] == fingerprints[1] { ChangeKind::Metadata } else { ChangeKind::Repinned };
    let spanned = |card: &ConfluenceCard<'a>| (card.config.lattices, card.config.organisms);
    if spanned(old) != spanned(new) {
        fields.field(kind, "spans", [old, new].map(|card| Some(ChangedValue::Spans(card.config))))?;
    }
    fields.field(kind, "content", [old, new].map(|card| content(card.config.content)))?;
    fields.field(kind, "acl", [old, new].map(|card| acl(card.config.acl)))?;
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
    fields.field(ChangeKind::Repinned, "name", both.map(|issuer| Some(ChangedValue::Text(issuer.name))))?;
    fields.ids(ChangeKind::Repinned, "fingerprint", both.map(|issuer| Some(issuer.fingerprint())))?;
    fields.field(ChangeKind::Repinned, "acl", both.map(|issuer| acl(issuer.acl)))?;
    fields.texts("const_name", [old.ident, new.ident])?;
    fields.texts("description", [old.description, new.description])?;
    fields.keys([old.keys(), new.keys()])
}

fn content(content: ContentParams<'_>) -> Option<ChangedValue<'_>> {
    (!content.params.is_empty()).then_some(ChangedValue::Content(content))
}

fn acl(acl: AclComposition<'_>) -> Option<ChangedValue<'_>> {
    (!acl.requirements.is_empty()).then_some(ChangedValue::Acl(acl))
}
