//! The entry for `release-notes.md`: its words for each change, and that no change is missing.

#![allow(clippy::format_push_string, reason = "what is kept is written once")]

mod support;

use coalition_core::{LatticeConfig, OrganismRef, UniqueId};
use coalition_handshake::{Handshake, LatticeProfile, OrganismProfile};
use proptest::prelude::*;
use support::mutations::{MOVES, MUTATIONS};
use support::{assert_kept, leak, leak_text, rich};

fn entry(new: &Handshake<'_>, old: &Handshake<'_>) -> String {
    new.release_notes_entry("2026-11-22", Some(old)).to_string()
}

/// The lines below a heading.
fn section<'e>(entry: &'e str, title: &str) -> Vec<&'e str> {
    let heading = format!("### {title}");
    let lines = entry.lines().skip_while(|line| *line != heading).skip(2);
    lines.take_while(|line| !line.is_empty()).collect()
}

#[test]
fn the_first_freeze_adds_everything() {
    let handshake = rich();
    let entry = handshake.release_notes_entry("2026-11-22", None).to_string();
    let (root, digest) = (handshake.coalition.coalition_root(), handshake.digest());
    assert!(entry.starts_with(&format!(
        "## 2026-11-22: ethereum.superchain ({})\n\n\
         - fingerprint (COALITION_ROOT): `{root}`\n\
         - handshake digest: `{digest}`\n\
         - previous fingerprint: none, this is the first freeze\n\n\
         ### Added\n\n\
         - lattice ethereum.mainnet (`ETHEREUM_MAINNET`): stable_id `0x0101",
        &root.to_string()[2..10]
    )));
    assert_eq!(section(&entry, "Added").len(), 8);
}

#[test]
fn an_entry_has_news_if_an_identity_changed() {
    let handshake = rich();
    let (root, digest) = (handshake.coalition.coalition_root(), handshake.digest());
    let first = handshake.release_notes_entry("2026-11-22", None);
    assert!(first.has_news());
    let other = UniqueId::from_bytes([0xab; 32]);
    assert!(first.with_previous_pins(other, None).has_news());
    assert!(first.with_previous_pins(root, Some(other)).has_news());
    assert!(!first.with_previous_pins(root, Some(digest)).has_news());
    assert!(!first.with_previous_pins(root, None).has_news());
    assert!(!handshake.release_notes_entry("2026-11-22", Some(&rich())).has_news());
    for (what, mutate) in MUTATIONS {
        let mut new = rich();
        mutate(&mut new);
        assert!(new.release_notes_entry("2026-11-22", Some(&rich())).has_news(), "{what}");
    }
}

#[test]
fn where_only_the_pins_are_known_they_are_all_that_is_said() {
    let (handshake, previous) = (rich(), UniqueId::from_bytes([0xab; 32]));
    let entry = |root, digest| {
        handshake.release_notes_entry("2026-11-22", None).with_previous_pins(root, digest).to_string()
    };
    let first = entry(previous, None);
    assert!(first.ends_with(&format!("\n- previous fingerprint: `{previous}`\n")), "{first}");
    let same = handshake.coalition.coalition_root();
    let second = entry(same, Some(previous));
    let end =
        format!("- previous fingerprint: `{same}` (unchanged)\n- previous handshake digest: `{previous}`\n");
    assert!(second.ends_with(&end), "{second}");
}

/// Every change of the digest is under some heading.
#[test]
fn no_change_goes_unsaid() {
    for (what, mutate) in MUTATIONS {
        let mut handshake = rich();
        mutate(&mut handshake);
        for entry in [entry(&handshake, &rich()), entry(&rich(), &handshake)] {
            assert!(entry.contains("\n### ") && entry.contains("\n\n- "), "{what}: {entry}");
        }
    }
}

/// The kept text of the entry for every change.
#[test]
fn each_change_has_its_entry() {
    let mut entries = String::new();
    for (what, mutate) in MUTATIONS.iter().chain(MOVES) {
        let mut handshake = rich();
        mutate(&mut handshake);
        for (way, entry) in [("", entry(&handshake, &rich())), (", undone", entry(&rich(), &handshake))] {
            let changes = entry.find("\n### ").map_or("", |start| &entry[start..]);
            entries += &format!("# {what}{way}\n{changes}\n");
        }
    }
    assert_kept("release_notes/each.md", include_str!("release_notes/each.md"), &entries);
}

#[test]
fn what_is_pinned_anew_shows_both_ids() {
    let mut new = rich();
    let mut lattices = new.coalition.lattices.to_vec();
    (lattices[0].stable_id, lattices[1].content_hash) = (UniqueId::from_bytes([0xee; 32]), None);
    new.coalition.lattices = leak(lattices);
    let entry = entry(&new, &rich());
    let ids: Vec<String> =
        [0x01, 0xee, 0x12].iter().map(|byte| UniqueId::from_bytes([*byte; 32]).to_string()).collect();
    assert_eq!(
        section(&entry, "Identity changed"),
        [
            format!("- lattice ethereum.mainnet (`ETHEREUM_MAINNET`): stable_id `{}` → `{}`", ids[0], ids[1]),
            format!(
                "- lattice unichain.mainnet (`UNICHAIN_MAINNET`): content_hash `{}` → (none), which the handshake \
                 digest alone covers",
                ids[2]
            ),
        ]
    );
}

#[test]
fn a_renamed_citizen_is_followed_by_its_id() {
    let mut new = rich();
    let mut lattices = new.coalition.lattices.to_vec();
    lattices[1].name = "unichain.renamed";
    new.coalition.lattices = leak(lattices);
    let entry = entry(&new, &rich());
    assert_eq!(
        section(&entry, "Changed otherwise")[0],
        "- lattice unichain.renamed (`UNICHAIN_MAINNET`): renamed, was lattice unichain.mainnet (`UNICHAIN_MAINNET`)"
    );
    assert!(!entry.contains("### Added") && !entry.contains("### Removed"), "{entry}");
}

#[test]
fn a_citizen_that_changes_its_kind_is_said_to() {
    let (old, mut new) = (rich(), rich());
    let (lattice, profile) = (old.coalition.lattices[1], old.lattices[1]);
    new.coalition.lattices = &old.coalition.lattices[..1];
    new.lattices = &old.lattices[..1];
    let organism =
        OrganismRef { role: "chain", stable_id: lattice.stable_id, content_hash: lattice.content_hash };
    let LatticeProfile { ident, description, ticket_root, handshake_url } = profile;
    let profile = OrganismProfile { ident, name: lattice.name, description, ticket_root, handshake_url };
    new.coalition.organisms = leak([&[organism], old.coalition.organisms].concat());
    new.organisms = leak([&[profile], old.organisms].concat());
    let is = "- organism unichain.mainnet (`UNICHAIN_MAINNET`): was a lattice before";
    assert_eq!(section(&entry(&new, &old), "Identity changed")[0], is);
    let was = "- lattice unichain.mainnet (`UNICHAIN_MAINNET`): was an organism before";
    assert_eq!(section(&entry(&old, &new), "Identity changed")[0], was);
    for entry in [entry(&new, &old), entry(&old, &new)] {
        assert!(
            !["### Added", "### Removed", "### Moved"].iter().any(|title| entry.contains(title)),
            "{entry}"
        );
    }
}

/// A coalition of lattices alone, each known by its number.
fn numbered(numbers: &[u16]) -> Handshake<'static> {
    let lattices: Vec<_> = numbers
        .iter()
        .map(|number| {
            let mut id = [1; 32];
            id[..2].copy_from_slice(&number.to_le_bytes());
            let name = leak_text(&format!("n{number}"));
            LatticeConfig { name, stable_id: UniqueId::from_bytes(id), content_hash: None }
        })
        .collect();
    let profile = LatticeProfile { ident: "N", description: "", ticket_root: None, handshake_url: None };
    let mut handshake = rich();
    handshake.lattices = leak(vec![profile; lattices.len()]);
    handshake.coalition.lattices = leak(lattices);
    handshake
}

/// The numbers of what moved.
fn moved(entry: &str) -> Vec<u16> {
    let number = |line: &&str| line.strip_prefix("- lattice n")?.split(' ').next()?.parse().ok();
    section(entry, "Moved").iter().filter_map(number).collect()
}

proptest! {
    #[test]
    fn what_did_not_move_kept_its_order(
        old in prop::sample::subsequence((0..40).collect::<Vec<u16>>(), 0..40).prop_shuffle(),
        new in prop::sample::subsequence((0..40).collect::<Vec<u16>>(), 0..40).prop_shuffle(),
    ) {
        let entry = entry(&numbered(&new), &numbered(&old));
        let moved = moved(&entry);
        let stayed = |here: &[u16], there: &[u16]| -> Vec<u16> {
            here.iter().copied().filter(|n| there.contains(n) && !moved.contains(n)).collect()
        };
        prop_assert_eq!(stayed(&old, &new), stayed(&new, &old));
        prop_assert_eq!(section(&entry, "Added").len(), new.iter().filter(|n| !old.contains(n)).count());
        prop_assert_eq!(section(&entry, "Removed").len(), old.iter().filter(|n| !new.contains(n)).count());
    }

    /// Components that only make room have not moved, whatever was added and removed.
    #[test]
    fn one_that_moved_is_one(from in 0..20usize, to in 0..20usize, added in 0..20usize, removed in 20..30u16) {
        let old: Vec<u16> = (0..30).collect();
        let mut new = old.clone();
        let lattice = new.remove(from);
        new.insert(to, lattice);
        new.insert(added, 100);
        new.retain(|n| *n != removed);
        let moved = moved(&entry(&numbered(&new), &numbered(&old)));
        match from.abs_diff(to) {
            0 => prop_assert!(moved.is_empty(), "{:?}", moved),
            // If two components swap places, either may be reported as moved.
            1 => prop_assert_eq!(moved.len(), 1),
            _ => prop_assert_eq!(moved, [lattice]),
        }
    }
}

#[test]
fn a_list_too_long_to_tell_has_changed_its_order() {
    let old: Vec<u16> = (0..16_400).collect();
    let mut new = old.clone();
    new.swap(16_390, 16_395);
    let entry = entry(&numbered(&new), &numbered(&old));
    assert_eq!(section(&entry, "Moved"), ["- the order of the lattices changed"]);
}
