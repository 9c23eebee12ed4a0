//! The notes of a drift, for lists that are edited at random: each edit is named, and nothing else.

use std::collections::BTreeSet;

use coalition_checks::__private::{BlockNames, push_notes, room};
use coalition_core::__private::ConstString;
use coalition_handshake::__private::{Components, SummaryComponent};
use proptest::prelude::*;
use proptest::sample::subsequence;

/// One name for each id below 64.
fn ident(id: u32) -> &'static str {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    let at = id as usize % 64;
    &LETTERS[at..=at]
}

/// The components of the four lists. An id is the number of its const name, unless it was edited.
#[derive(Clone, Debug, Default)]
struct Lists([Vec<(u32, Option<u32>)>; 4]);

fn notes(frozen: &Lists, declared: &Lists) -> Vec<String> {
    let component = |&(id, detail): &(u32, Option<u32>)| SummaryComponent { id, detail };
    let lists = |lists: &Lists| lists.0.clone().map(|list| list.iter().map(component).collect::<Vec<_>>());
    let (frozen, now) = (lists(frozen), lists(declared));
    let borrow =
        |lists: &[Vec<SummaryComponent>; 4]| lists.each_ref().map(|list| list.clone().leak() as &[_]);
    let [frozen, now] = [&frozen, &now].map(|lists| Components { lists: borrow(lists) });
    let ident = |(id, _): &(u32, Option<u32>)| ident(*id);
    let [lattices, organisms, confluences, _] = &declared.0;
    let names = BlockNames {
        lattices: &lattices.iter().map(ident).collect::<Vec<_>>(),
        organisms: &organisms.iter().map(|one| (ident(one), "")).collect::<Vec<_>>(),
        confluences: &confluences.iter().map(|one| (ident(one), false)).collect::<Vec<_>>(),
    };
    let mut message = ConstString::new();
    // The room is scratch: what it held before makes no difference.
    push_notes(&mut message, &frozen, &now, &names, &[], &mut vec![7; room(&frozen, now.count())]);
    message.as_str().lines().skip(1).map(|line| line.trim_start_matches("note: ").to_owned()).collect()
}

fn lattices(ids: impl IntoIterator<Item = u32>) -> Lists {
    let mut lists = Lists::default();
    lists.0[0] = ids.into_iter().map(|id| (id, None)).collect();
    lists
}

#[test]
fn a_move_is_named_with_its_side() {
    let moved = |to: [u32; 4]| notes(&lattices([0, 1, 2, 3]), &lattices(to));
    assert_eq!(moved([1, 2, 3, 0]), ["lattice `a` is out of place: it was frozen before lattice `b`"]);
    assert_eq!(moved([3, 0, 1, 2]), ["lattice `d` is out of place: it was frozen after lattice `c`"]);
    assert_eq!(moved([0, 2, 3, 1]), ["lattice `b` is out of place: it was frozen before lattice `c`"]);
    assert_eq!(moved([1, 0, 2, 3]), ["lattice `a` is out of place: it was frozen before lattice `b`"]);
}

#[test]
fn components_with_the_same_short_id_are_told_apart_by_their_order() {
    assert_eq!(notes(&lattices([5, 5, 5]), &lattices([5, 5])), ["a lattice was removed: 00000005…"]);
    assert_eq!(notes(&lattices([5, 6, 5]), &lattices([5, 5, 6])).len(), 1);
}

#[test]
fn a_list_of_ten_thousand_is_compared_at_once() {
    let all = || 0..10_000;
    let reversed = notes(&lattices(all()), &lattices(all().rev()));
    assert_eq!(reversed.last().map(String::as_str), Some("9991 more differences"));
    let rotated = notes(&lattices(all()), &lattices((1..10_000).chain([0])));
    assert_eq!(rotated, ["lattice `a` is out of place: it was frozen before lattice `b`"]);
}

/// One edit of a list, and what its note begins with.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Id,
    Detail,
    Remove,
    Add,
    Move(usize),
}

/// Edits a frozen list. Returns the beginning of the note, or `None` if nothing changed.
fn edit(lists: &mut Lists, list: usize, at: usize, edit: Edit) -> Option<String> {
    let items = &mut lists.0[list];
    let kind = ["lattice", "organism", "confluence"][list];
    let name = |id: u32| format!("{kind} `{}`", ident(id));
    let at = at % items.len();
    let (id, detail) = items[at];
    Some(match edit {
        Edit::Id if list < 2 => {
            items[at].0 += 0x1000;
            format!("{} has another stable id: {id:08x}…", name(id))
        }
        // The fingerprint of a confluence follows from its content.
        Edit::Id | Edit::Detail if list == 2 => {
            items[at] = (id + 0x1000, detail.map(|digests| digests ^ 0x1_0000));
            format!("the content of {} changed", name(id))
        }
        Edit::Detail if list == 1 => {
            items[at].1 = if detail.is_some() { None } else { Some(9) };
            format!("the content hash of {}", name(id))
        }
        Edit::Id | Edit::Detail => return None,
        Edit::Remove if items.len() == 1 => return None,
        Edit::Remove => {
            items.remove(at);
            let what = ["a lattice", "an organism", "a confluence or module"][list];
            format!("{what} was removed: {id:08x}…")
        }
        Edit::Add => {
            items.insert(at, (63, [None, None, Some(0x9999_9999)][list]));
            format!("{} was added", name(63))
        }
        Edit::Move(to) => {
            let to = to % items.len();
            if to == at {
                return None;
            }
            let moved = items.remove(at);
            items.insert(to, moved);
            // Of two neighbours that changed places, either is the one that moved.
            let who = if to.abs_diff(at) == 1 { String::new() } else { name(moved.0) };
            format!("{who}|is out of place")
        }
    })
}

fn is_named(notes: &[String], expected: &str) -> bool {
    let (start, end) = expected.split_once('|').unwrap_or((expected, ""));
    notes.iter().any(|note| note.starts_with(start) && note.contains(end))
}

fn lists() -> impl Strategy<Value = Lists> {
    let list = || subsequence((0..60).collect::<Vec<u32>>(), 1..20).prop_shuffle();
    (list(), list(), list()).prop_map(|(lattices, organisms, confluences)| {
        let hash = |id: u32| (id % 3 == 0).then_some(id);
        Lists([
            lattices.into_iter().map(|id| (id, None)).collect(),
            organisms.into_iter().map(|id| (id, hash(id))).collect(),
            confluences.into_iter().map(|id| (id, Some(id * 0x1_0001))).collect(),
            Vec::new(),
        ])
    })
}

fn edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        Just(Edit::Id),
        Just(Edit::Detail),
        Just(Edit::Remove),
        Just(Edit::Add),
        any::<usize>().prop_map(Edit::Move)
    ]
}

proptest! {
    #[test]
    fn one_edit_has_one_note(frozen in lists(), list in 0..3_usize, at: usize, one in edits()) {
        let mut declared = frozen.clone();
        let Some(expected) = edit(&mut declared, list, at, one) else { return Ok(()) };
        let notes = notes(&frozen, &declared);
        prop_assert!(notes.len() == 1 && is_named(&notes, &expected), "{notes:#?}\n{expected}");
    }

    #[test]
    fn edits_of_two_lists_have_two_notes(frozen in lists(), at: [usize; 2], both in [edits(), edits()]) {
        for (first, second) in [(0, 1), (1, 2), (0, 2)] {
            let mut declared = frozen.clone();
            let expected = [edit(&mut declared, first, at[0], both[0]), edit(&mut declared, second, at[1], both[1])];
            let [Some(one), Some(other)] = expected else { continue };
            let notes = notes(&frozen, &declared);
            prop_assert!(notes.len() == 2 && is_named(&notes, &one) && is_named(&notes, &other), "{notes:#?}");
        }
    }

    /// A note for each component that was removed and each that was added, whatever the order.
    #[test]
    fn what_is_gone_and_what_is_new_is_counted(
        frozen in subsequence((0..40).collect::<Vec<u32>>(), 1..40).prop_shuffle(),
        declared in subsequence((0..40).collect::<Vec<u32>>(), 1..40).prop_shuffle(),
    ) {
        let (was, is): (BTreeSet<_>, BTreeSet<_>) = (frozen.iter().collect(), declared.iter().collect());
        let (gone, new) = (was.difference(&is).count(), is.difference(&was).count());
        let notes = notes(&lattices(frozen.clone()), &lattices(declared.clone()));
        let more = notes.last().and_then(|last| last.split_once(" more").map(|(count, _)| count.parse().unwrap_or(1)));
        let count = more.map_or(notes.len(), |more: usize| 8 + more);
        if frozen == declared {
            prop_assert_eq!(notes, ["the summary shows no difference: the coalition's name, a later digit of an id, or the pin itself changed"]);
        } else {
            prop_assert!(count >= gone.max(new), "{notes:#?}");
            prop_assert!(count <= gone + new + was.intersection(&is).count(), "{notes:#?}");
        }
    }
}
