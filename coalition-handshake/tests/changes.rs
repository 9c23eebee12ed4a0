//! Changes between two handshakes: every change is reported, and no two look the same.

#![allow(clippy::format_push_string, reason = "a snapshot is written once")]

mod support;

use std::convert::Infallible;

use coalition_core::{ContentParams, ContentValue, UniqueId};
use coalition_handshake::Handshake;
use coalition_handshake::changes::{Change, ChangeKind};
use support::mutations::{MOVES, MUTATIONS};
use support::{assert_kept, leak, rich};

fn changes<'a>(new: &Handshake<'a>, old: Option<&Handshake<'a>>) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let Ok(()) = new.try_for_each_change(old, |change| {
        changes.push(change);
        Ok::<_, Infallible>(())
    });
    changes
}

/// The values before and after, as text.
fn read(change: &Change<'_>) -> [Option<String>; 2] {
    [change.was, change.is].map(|value| value.map(|value| value.to_string()))
}

#[test]
fn what_moves_the_digest_is_a_change_that_can_be_read() {
    for (what, mutate) in MUTATIONS {
        let (old, mut new) = (rich(), rich());
        mutate(&mut new);
        for (new, old) in [(&new, &old), (&old, &new)] {
            let changes = changes(new, Some(old));
            assert!(!changes.is_empty(), "{what}");
            for change in &changes {
                let [was, is] = read(change);
                assert_ne!(was, is, "{what}: {change:?}");
            }
            assert!(changes.is_sorted_by_key(|change| change.kind), "{what}: {changes:?}");
        }
    }
}

/// The kept text of every change of every field.
#[test]
fn each_field_has_its_change() {
    let mut said = String::new();
    for (what, mutate) in MUTATIONS.iter().chain(MOVES) {
        let (old, mut new) = (rich(), rich());
        mutate(&mut new);
        said += &format!("{what}\n");
        for change in changes(&new, Some(&old)) {
            let [was, is] = read(&change).map(|value| value.unwrap_or_else(|| "nothing".into()));
            let Change { kind, component, field, .. } = change;
            said +=
                &format!("    {kind:?} {} {} {}, {field}\n", component.kind, component.name, component.ident);
            said += &format!("        was {was}\n         is {is}\n");
        }
    }
    assert_kept("changes/each.txt", include_str!("changes/each.txt"), &said);
}

#[test]
fn what_moves_an_identity_comes_first() {
    let (old, mut new) = (rich(), rich());
    new.description = "other";
    let mut lattices = new.coalition.lattices.to_vec();
    lattices[1].stable_id = UniqueId::from_bytes([0xee; 32]);
    new.coalition.lattices = leak(lattices);
    let fields: Vec<_> = changes(&new, Some(&old)).iter().map(|change| (change.kind, change.field)).collect();
    assert_eq!(fields, [(ChangeKind::Repinned, "stable_id"), (ChangeKind::Metadata, "description")]);
}

/// A change reported as one of identity changes the root or a lattice's content hash, and no other change does.
#[test]
fn metadata_is_what_leaves_every_identity() {
    for (what, mutate) in MUTATIONS {
        let (old, mut new) = (rich(), rich());
        mutate(&mut new);
        let changes = changes(&new, Some(&old));
        let is_metadata = changes.iter().all(|change| change.kind == ChangeKind::Metadata);
        let lattice_pins = |handshake: &Handshake<'_>| -> Vec<Option<UniqueId>> {
            handshake.coalition.lattices.iter().map(|lattice| lattice.content_hash).collect()
        };
        let is_same = new.coalition.coalition_root() == old.coalition.coalition_root()
            && lattice_pins(&new) == lattice_pins(&old);
        assert_eq!(is_metadata, is_same, "{what}: {changes:?}");
    }
}

#[test]
fn nothing_changed() {
    assert_eq!(changes(&rich(), Some(&rich())), []);
}

#[test]
fn the_first_freeze_adds_every_component() {
    let handshake = rich();
    let added = changes(&handshake, None);
    assert!(added.iter().all(|change| change.kind == ChangeKind::Added && change.was.is_none()));
    let components: std::collections::BTreeSet<_> =
        added.iter().map(|change| change.component.ident).collect();
    let citizens = handshake.citizen_cards().map(|card| card.ident);
    let idents = citizens.chain(handshake.confluence_cards().map(|card| card.ident));
    let idents: std::collections::BTreeSet<_> =
        idents.chain(handshake.ticket_issuer.map(|issuer| issuer.ident)).collect();
    assert_eq!(components, idents);
}

#[test]
fn a_parameter_shows_both_values() {
    let (old, mut new) = (rich(), rich());
    let mut confluences = new.coalition.confluences.to_vec();
    let mut params = confluences[0].content.params.to_vec();
    params[0].value = ContentValue::U64(7);
    let key = params[0].key;
    confluences[0].content = ContentParams { params: leak(params) };
    new.coalition.confluences = leak(confluences);
    let changes = changes(&new, Some(&old));
    let fields: Vec<_> = changes.iter().map(|change| (change.kind, change.field)).collect();
    assert_eq!(fields, [(ChangeKind::Repinned, "fingerprint"), (ChangeKind::Repinned, "content")]);
    let [was, is] = read(&changes[1]);
    assert!(is.unwrap().contains(&format!("{key} = 7")) && !was.unwrap().contains(&format!("{key} = 7")));
}
