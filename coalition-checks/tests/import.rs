//! When a page can spell an imported confluence out, and when it has to name its path.

use coalition_checks::__private::import;
use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, OrganismRef, UniqueId,
};

const LATTICE: LatticeConfig<'static> =
    LatticeConfig { name: "l", stable_id: UniqueId::from_bytes([1; 32]), content_hash: None };
const ORGANISM: OrganismRef<'static> =
    OrganismRef { role: "r", stable_id: UniqueId::from_bytes([2; 32]), content_hash: None };
const COALITION: CoalitionConfig<'static> = CoalitionConfig {
    name: "a.b",
    lattices: &[LATTICE],
    organisms: &[ORGANISM],
    confluences: &[],
    ticket_issuer: None,
};
const CONFLUENCE: ConfluenceConfig<'static> = ConfluenceConfig {
    name: "c",
    lattices: &[LATTICE],
    organisms: &[ORGANISM],
    content: ContentParams::EMPTY,
    acl: AclComposition::OPEN,
};

fn with_keys(keys: &[&str]) -> Option<&'static str> {
    let params: Vec<_> =
        keys.iter().map(|key| ContentParam { key, value: ContentValue::Bool(true) }).collect();
    let content = ContentParams { params: &params };
    import(&COALITION, &ConfluenceConfig { content, ..CONFLUENCE }, "other::C")
}

#[test]
fn what_a_block_would_emit_is_spelled_out() {
    assert_eq!(with_keys(&[]), None);
    assert_eq!(with_keys(&["a", "b", "c"]), None);
    assert_eq!(with_keys(&["_a", "a1_b", "window_ms"]), None);
}

#[test]
fn content_that_no_block_emits_is_named_by_its_path() {
    for keys in [
        &["b", "a"][..],
        &["a", "a"],
        &["a", "c", "b"],
        &["not an identifier"],
        &["a", "1"],
        &["_"],
        &["a-b"],
        &[""],
    ] {
        assert_eq!(with_keys(keys), Some("other::C"), "{keys:?}");
    }
}

#[test]
fn a_citizen_of_another_coalition_is_named_by_its_path() {
    let other = LatticeConfig { stable_id: UniqueId::from_bytes([3; 32]), ..LATTICE };
    let lattices = &[LATTICE, other];
    assert_eq!(
        import(&COALITION, &ConfluenceConfig { lattices, ..CONFLUENCE }, "other::C"),
        Some("other::C")
    );
    let organisms = &[OrganismRef { content_hash: Some(UniqueId::from_bytes([4; 32])), ..ORGANISM }];
    assert_eq!(
        import(&COALITION, &ConfluenceConfig { organisms, ..CONFLUENCE }, "other::C"),
        Some("other::C")
    );
}

#[test]
fn citizens_are_found_in_any_order() {
    let lattices = [1, 2, 3].map(|id| LatticeConfig { stable_id: UniqueId::from_bytes([id; 32]), ..LATTICE });
    let organisms = [4, 5, 6].map(|id| OrganismRef { stable_id: UniqueId::from_bytes([id; 32]), ..ORGANISM });
    let coalition = CoalitionConfig { lattices: &lattices, organisms: &organisms, ..COALITION };
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
        let (lattices, organisms) = (order.map(|at| lattices[at]), order.map(|at| organisms[at]));
        let confluence = ConfluenceConfig { lattices: &lattices, organisms: &organisms, ..CONFLUENCE };
        assert_eq!(import(&coalition, &confluence, "other::C"), None, "{order:?}");
        let without = CoalitionConfig { lattices: &[], organisms: &[], ..coalition };
        assert_eq!(import(&without, &confluence, "other::C"), Some("other::C"));
        let without = CoalitionConfig { organisms: &[], ..coalition };
        assert_eq!(import(&without, &confluence, "other::C"), Some("other::C"));
    }
}

#[test]
fn a_citizen_that_is_known_by_something_else_is_named_by_its_path() {
    let lattices = &[LatticeConfig { name: "other", ..LATTICE }];
    assert_eq!(
        import(&COALITION, &ConfluenceConfig { lattices, ..CONFLUENCE }, "other::C"),
        Some("other::C")
    );
    let organisms = &[OrganismRef { role: "other", ..ORGANISM }];
    assert_eq!(
        import(&COALITION, &ConfluenceConfig { organisms, ..CONFLUENCE }, "other::C"),
        Some("other::C")
    );
    let lattices = &[LatticeConfig { content_hash: Some(UniqueId::from_bytes([4; 32])), ..LATTICE }];
    assert_eq!(
        import(&COALITION, &ConfluenceConfig { lattices, ..CONFLUENCE }, "other::C"),
        Some("other::C")
    );
}

/// Lattices with ids of their own, forwards or backwards.
const fn lattices<const N: usize>(backwards: bool) -> [LatticeConfig<'static>; N] {
    let mut lattices = [LATTICE; N];
    let mut i = 0;
    while i < N {
        let [low, high, ..] = if backwards { N - i } else { i + 1 }.to_le_bytes();
        let mut id = [7; 32];
        (id[3], id[30]) = (low, high);
        lattices[i].stable_id = UniqueId::from_bytes(id);
        i += 1;
    }
    lattices
}

/// Rustc evaluates this under its lint against long evaluation, which an error of the build is.
#[test]
fn many_citizens_in_another_order_are_found_in_a_const() {
    const FORWARDS: &[LatticeConfig<'static>] = &lattices::<2000>(false);
    const BACKWARDS: &[LatticeConfig<'static>] = &lattices::<2000>(true);
    const IMPORT: Option<&str> = import(
        &CoalitionConfig { lattices: FORWARDS, ..COALITION },
        &ConfluenceConfig { lattices: BACKWARDS, ..CONFLUENCE },
        "other::C",
    );
    assert_eq!(IMPORT, None);
}

#[test]
fn citizens_are_found_wherever_they_stand_among_many() {
    const KNOWN: &[LatticeConfig<'static>] = &lattices::<9000>(false);
    let coalition = CoalitionConfig { lattices: KNOWN, ..COALITION };
    let import = |lattices: &[LatticeConfig<'static>]| {
        import(&coalition, &ConfluenceConfig { lattices, ..CONFLUENCE }, "other::C")
    };
    assert_eq!(import(KNOWN), None);
    assert_eq!(import(&KNOWN.iter().rev().copied().collect::<Vec<_>>()), None);
    for places in [&[0, 8999][..], &[4095, 4096, 8192], &[8191, 0, 1], &[8999], &[0, 1, 5000, 2]] {
        let mut spanned: Vec<_> = places.iter().map(|&at| KNOWN[at]).collect();
        assert_eq!(import(&spanned), None, "{places:?}");
        for at in 0..spanned.len() {
            let found = std::mem::replace(&mut spanned[at], LATTICE);
            assert_eq!(import(&spanned), Some("other::C"), "{places:?}, {at}");
            spanned[at] = LatticeConfig { name: "other", ..found };
            assert_eq!(import(&spanned), Some("other::C"), "{places:?}, {at}");
            spanned[at] = found;
        }
    }
}
