//! Every rule, each broken once in a coalition that keeps all others, and duplicates at every position.

use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue, Fault,
    LatticeConfig, Module, MrTd, OrganismRef, Place, Requirement, TicketIssuerConfig, UniqueId,
};
use proptest::prelude::*;

const fn lattice(name: &'static str, id: u8) -> LatticeConfig<'static> {
    LatticeConfig { name, stable_id: UniqueId::from_bytes([id; 32]), content_hash: None }
}

const fn organism(id: u8) -> OrganismRef<'static> {
    OrganismRef { role: "Any Text", stable_id: UniqueId::from_bytes([id; 32]), content_hash: None }
}

const LATTICES: &[LatticeConfig<'static>] = &[lattice("ethereum.mainnet", 1), lattice("unichain.mainnet", 2)];
const ORGANISMS: &[OrganismRef<'static>] = &[organism(3), organism(4)];
const PAIRED_BUNDLES: ConfluenceConfig<'static> = ConfluenceConfig {
    name: "paired-bundles",
    lattices: LATTICES,
    organisms: &[],
    content: ContentParams::EMPTY,
    acl: AclComposition::OPEN,
};
const ATLAS: ConfluenceConfig<'static> = ConfluenceConfig {
    name: "atlas",
    lattices: &[LATTICES[0]],
    acl: AclComposition { requirements: &[Requirement::RecogniseCoalitionIssuer] },
    ..PAIRED_BUNDLES
};
const ISSUER: TicketIssuerConfig<'static> =
    TicketIssuerConfig { name: "superchain.tickets", acl: AclComposition::OPEN };
const COALITION: CoalitionConfig<'static> = CoalitionConfig {
    name: "ethereum.superchain",
    lattices: LATTICES,
    organisms: ORGANISMS,
    confluences: &[PAIRED_BUNDLES, ATLAS],
    ticket_issuer: Some(ISSUER),
};

#[track_caller]
fn refused(config: &CoalitionConfig<'_>, fault: Fault, words: &str) {
    assert_eq!(config.validate(), Err(fault));
    assert_eq!(fault.to_string(), words);
    assert!(words.ends_with(&format!(" [{}]", fault.code())));
}

#[track_caller]
fn confluence_refused(confluence: ConfluenceConfig<'_>, fault: Fault, words: &str) {
    refused(&CoalitionConfig { confluences: &[PAIRED_BUNDLES, confluence], ..COALITION }, fault, words);
}

#[test]
fn a_sound_coalition_passes() {
    const { assert!(COALITION.validate().is_ok()) }
    assert_eq!(COALITION.validate(), Ok(()));
}

/// A confluence alone breaks the same rules as the first confluence of a coalition, with the same messages.
#[test]
fn a_confluence_and_a_ticket_issuer_alone_keep_the_rules_of_the_coalition() {
    const { assert!(ATLAS.validate().is_ok() && ISSUER.validate().is_ok()) }
    let twice = [ContentParam { key: "a", value: ContentValue::Bool(true) }; 2];
    let acl = AclComposition { requirements: &[Requirement::RecogniseCoalitionIssuer] };
    for broken in [
        ConfluenceConfig { name: "Paired", ..PAIRED_BUNDLES },
        ConfluenceConfig { lattices: &LATTICES[..1], ..PAIRED_BUNDLES },
        ConfluenceConfig { lattices: &[LATTICES[0]; 2], ..PAIRED_BUNDLES },
        ConfluenceConfig { content: ContentParams { params: &twice }, ..PAIRED_BUNDLES },
        ConfluenceConfig { acl, ..PAIRED_BUNDLES },
    ] {
        let coalition = CoalitionConfig { confluences: &[broken], ..COALITION };
        assert!(broken.validate().is_err());
        assert_eq!(broken.validate(), coalition.validate());
    }
    for broken in [TicketIssuerConfig { name: "", ..ISSUER }, TicketIssuerConfig { acl, ..ISSUER }] {
        let coalition = CoalitionConfig { ticket_issuer: Some(broken), ..COALITION };
        assert!(broken.validate().is_err());
        assert_eq!(broken.validate(), coalition.validate());
    }
}

#[test]
fn a_coalition_has_a_citizen() {
    let config = CoalitionConfig { lattices: &[], organisms: &[], confluences: &[], ..COALITION };
    refused(&config, Fault::NoCitizen, "the coalition references no citizen [C15]");
    assert_eq!(CoalitionConfig { organisms: ORGANISMS, ..config }.validate(), Ok(()));
    assert_eq!(CoalitionConfig { lattices: LATTICES, ..config }.validate(), Ok(()));
}

#[test]
fn names_are_within_the_grammar() {
    let grammar = "expected `[a-z0-9]+(-[a-z0-9]+)*` joined by `.`";
    refused(
        &CoalitionConfig { name: "", ..COALITION },
        Fault::NameEmpty(Place::Coalition),
        "the name of `coalition` is empty [C11]",
    );
    refused(
        &CoalitionConfig { name: "superchain", ..COALITION },
        Fault::NameOnePart(Place::Coalition),
        "the name of `coalition` has one part, expected two or more joined by `.` [C11]",
    );
    refused(
        &CoalitionConfig { lattices: &[LATTICES[0], lattice("Unichain", 2)], ..COALITION },
        Fault::NameCharacter { place: Place::Lattice(1), position: 1 },
        &format!("the name of `lattices[1]` has a wrong character at position 1, {grammar} [C11]"),
    );
    let long = "a".repeat(65);
    confluence_refused(
        ConfluenceConfig { name: &long, ..PAIRED_BUNDLES },
        Fault::NameTooLong { place: Place::Confluence(1), bytes: 65 },
        "the name of `confluences[1]` has 65 bytes, expected at most 64 [C11]",
    );
    refused(
        &CoalitionConfig { ticket_issuer: Some(TicketIssuerConfig { name: "a.", ..ISSUER }), ..COALITION },
        Fault::NameCharacter { place: Place::TicketIssuer, position: 2 },
        &format!("the name of `ticket_issuer` has a wrong character at position 2, {grammar} [C11]"),
    );
}

/// A role is any text but none. Of an organism that is only spanned no block writes it.
#[test]
fn an_organism_has_a_role() {
    let with = |role| OrganismRef { role, ..ORGANISMS[1] };
    for role in ["", " ", "\t\n", "\u{3000}\u{2003}\u{a0}"] {
        refused(
            &CoalitionConfig { organisms: &[ORGANISMS[0], with(role)], ..COALITION },
            Fault::RoleEmpty(Place::Organism(1)),
            "the role of `organisms[1]` is empty [C14]",
        );
    }
    let confluence = ConfluenceConfig { organisms: &[with("")], ..PAIRED_BUNDLES };
    assert_eq!(CoalitionConfig { confluences: &[confluence], ..COALITION }.validate(), Ok(()));
}

#[test]
fn a_role_is_empty_where_it_is_white_space() {
    for c in '\0'..='\u{3100}' {
        for role in [c.to_string(), format!("{c}{c}"), format!("\u{2009}{c}")] {
            let organisms = &[OrganismRef { role: &role, ..ORGANISMS[0] }];
            let config = CoalitionConfig { organisms, lattices: &[], confluences: &[], ..COALITION };
            assert_eq!(config.validate().is_err(), role.trim().is_empty(), "{c:?}");
        }
    }
}

#[test]
fn no_id_is_zero() {
    let zero = Some(UniqueId::ZERO);
    refused(
        &CoalitionConfig { lattices: &[LATTICES[0], lattice("a", 0)], ..COALITION },
        Fault::ZeroStableId(Place::Lattice(1)),
        "`lattices[1]` has the all-zero stable id [C16]",
    );
    refused(
        &CoalitionConfig { lattices: &[LatticeConfig { content_hash: zero, ..LATTICES[0] }], ..COALITION },
        Fault::ZeroContentHash(Place::Lattice(0)),
        "`lattices[0]` has the all-zero content hash [C16]",
    );
    refused(
        &CoalitionConfig { organisms: &[ORGANISMS[0], organism(0)], ..COALITION },
        Fault::ZeroStableId(Place::Organism(1)),
        "`organisms[1]` has the all-zero stable id [C16]",
    );
    let organisms = [ORGANISMS[0], OrganismRef { content_hash: zero, ..ORGANISMS[1] }];
    refused(
        &CoalitionConfig { organisms: &organisms, ..COALITION },
        Fault::ZeroContentHash(Place::Organism(1)),
        "`organisms[1]` has the all-zero content hash [C16]",
    );
    confluence_refused(
        ConfluenceConfig { name: "other", organisms: &[organism(0)], ..PAIRED_BUNDLES },
        Fault::ZeroStableId(Place::SpannedOrganism { confluence: 1, index: 0 }),
        "`confluences[1].organisms[0]` has the all-zero stable id [C16]",
    );
    let params = [ContentParam { key: "policy", value: ContentValue::Id(UniqueId::ZERO) }];
    confluence_refused(
        ConfluenceConfig { name: "other", content: ContentParams { params: &params }, ..PAIRED_BUNDLES },
        Fault::ZeroValue(Place::ContentParam { confluence: 1, index: 0 }),
        "`confluences[1].content.params[0]` is all-zero [C16]",
    );
    for requirement in [
        Requirement::RecogniseIssuer(UniqueId::ZERO),
        Requirement::RequireValidator(UniqueId::ZERO),
        Requirement::RequireMrtd(MrTd::from_bytes([0; 48])),
    ] {
        let acl = AclComposition { requirements: &[requirement] };
        confluence_refused(
            ConfluenceConfig { name: "other", acl, ..PAIRED_BUNDLES },
            Fault::ZeroValue(Place::ConfluenceRequirement { confluence: 1, index: 0 }),
            "`confluences[1].acl.requirements[0]` is all-zero [C16]",
        );
        refused(
            &CoalitionConfig { ticket_issuer: Some(TicketIssuerConfig { acl, ..ISSUER }), ..COALITION },
            Fault::ZeroValue(Place::TicketIssuerRequirement { index: 0 }),
            "`ticket_issuer.acl.requirements[0]` is all-zero [C16]",
        );
    }
}

#[test]
fn nothing_stands_twice() {
    refused(
        &CoalitionConfig { organisms: &[organism(3), organism(2)], ..COALITION },
        Fault::SameStableId { first: Place::Lattice(1), second: Place::Organism(1) },
        "`organisms[1]` has the stable id of `lattices[1]` [C07]",
    );
    refused(
        &CoalitionConfig { lattices: &[lattice("a", 1), lattice("b", 2), lattice("a", 5)], ..COALITION },
        Fault::SameName { first: Place::Lattice(0), second: Place::Lattice(2) },
        "`lattices[2]` has the name of `lattices[0]` [C07]",
    );
    confluence_refused(
        PAIRED_BUNDLES,
        Fault::SameName { first: Place::Confluence(0), second: Place::Confluence(1) },
        "`confluences[1]` has the name of `confluences[0]` [C07]",
    );
    confluence_refused(
        ConfluenceConfig { name: "other", organisms: &[organism(2)], ..PAIRED_BUNDLES },
        Fault::SameStableId {
            first: Place::SpannedLattice { confluence: 1, index: 1 },
            second: Place::SpannedOrganism { confluence: 1, index: 0 },
        },
        "`confluences[1].organisms[0]` has the stable id of `confluences[1].lattices[1]` [C07]",
    );
    let params = ["b", "a", "b"].map(|key| ContentParam { key, value: ContentValue::Bool(true) });
    confluence_refused(
        ConfluenceConfig { name: "other", content: ContentParams { params: &params }, ..PAIRED_BUNDLES },
        Fault::SameKey {
            first: Place::ContentParam { confluence: 1, index: 0 },
            second: Place::ContentParam { confluence: 1, index: 2 },
        },
        "`confluences[1].content.params[2]` has the key of `confluences[1].content.params[0]` [C09]",
    );
    refused(
        &CoalitionConfig { confluences: &[ATLAS, PAIRED_BUNDLES, ATLAS], ..COALITION },
        Fault::ModuleTwice { module: Module::Atlas, first: 0, second: 2 },
        "`confluences[2]` is the module of `confluences[0]` again, `atlas` [C12]",
    );
}

#[test]
fn a_confluence_spans_two_and_a_module_one() {
    confluence_refused(
        ConfluenceConfig { name: "other", lattices: &[LATTICES[0]], ..PAIRED_BUNDLES },
        Fault::TooFewSpanned { confluence: 1, spanned: 1, least: 2 },
        "`confluences[1]` spans 1 citizen, expected at least 2 [C15]",
    );
    confluence_refused(
        ConfluenceConfig { lattices: &[], ..ATLAS },
        Fault::TooFewSpanned { confluence: 1, spanned: 0, least: 1 },
        "`confluences[1]` spans 0 citizens, expected at least 1 [C15]",
    );
}

#[test]
fn only_a_module_recognises_the_coalition_s_issuer() {
    confluence_refused(
        ConfluenceConfig { name: "other", acl: ATLAS.acl, ..PAIRED_BUNDLES },
        Fault::CoalitionIssuerOnConfluence(Place::ConfluenceRequirement { confluence: 1, index: 0 }),
        "`confluences[1].acl.requirements[0]` recognises the coalition's issuer, on a confluence that is not a \
         module [C17]",
    );
    refused(
        &CoalitionConfig {
            ticket_issuer: Some(TicketIssuerConfig { acl: ATLAS.acl, ..ISSUER }),
            ..COALITION
        },
        Fault::CoalitionIssuerOnTicketIssuer(Place::TicketIssuerRequirement { index: 0 }),
        "`ticket_issuer.acl.requirements[0]` recognises the coalition's issuer, on that issuer itself [C17]",
    );
    refused(
        &CoalitionConfig { ticket_issuer: None, ..COALITION },
        Fault::NoTicketIssuer(Place::ConfluenceRequirement { confluence: 1, index: 0 }),
        "`confluences[1].acl.requirements[0]` recognises the coalition's issuer, and the coalition has none [C17]",
    );
}

/// Lattices with the names and ids of their numbers.
fn many(names: &[String]) -> Vec<LatticeConfig<'_>> {
    let id = |number: usize| {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&(number as u64 + 1).to_be_bytes());
        UniqueId::from_bytes(bytes)
    };
    names
        .iter()
        .enumerate()
        .map(|(number, name)| LatticeConfig { name, stable_id: id(number), content_hash: None })
        .collect()
}

#[test]
fn a_duplicate_is_found_at_every_position() {
    let names: Vec<_> = (0..24).map(|number| format!("chain-{number:04}.mainnet")).collect();
    let sound = many(&names);
    let coalition = CoalitionConfig { confluences: &[], ..COALITION };
    for second in 0..sound.len() {
        for first in 0..second {
            let mut lattices = sound.clone();
            lattices[second].stable_id = lattices[first].stable_id;
            assert_eq!(
                CoalitionConfig { lattices: &lattices, ..coalition }.validate(),
                Err(Fault::SameStableId { first: Place::Lattice(first), second: Place::Lattice(second) })
            );
            let mut lattices = sound.clone();
            lattices[second].name = lattices[first].name;
            assert_eq!(
                CoalitionConfig { lattices: &lattices, ..coalition }.validate(),
                Err(Fault::SameName { first: Place::Lattice(first), second: Place::Lattice(second) })
            );
        }
    }
}

/// Ids of one slot of the table in which duplicates are looked for, the first and the last one, step aside.
#[test]
fn ids_that_meet_are_told_apart() {
    let id = |first: u128, last: u128| {
        let mut bytes = [0; 32];
        bytes[..16].copy_from_slice(&first.to_ne_bytes());
        bytes[16..].copy_from_slice(&last.to_ne_bytes());
        UniqueId::from_bytes(bytes)
    };
    // The slot of an id is the sum of its halves' remainders.
    for slot in [0, 16_383] {
        let (first, last) = (slot.min(16_380), slot - slot.min(16_380));
        let mut organisms = [1, 2, 3].map(|times| OrganismRef {
            stable_id: id(first + times * 16_381, last + times * 16_369),
            ..ORGANISMS[0]
        });
        let coalition = CoalitionConfig { lattices: &[], confluences: &[], ..COALITION };
        assert_eq!(CoalitionConfig { organisms: &organisms, ..coalition }.validate(), Ok(()));
        organisms[2] = organisms[1];
        assert_eq!(
            CoalitionConfig { organisms: &organisms, ..coalition }.validate(),
            Err(Fault::SameStableId { first: Place::Organism(1), second: Place::Organism(2) })
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The search works in windows of 4096 entries and a table of 16384: duplicates within one and across any two are found.
    #[test]
    fn a_duplicate_is_found_in_every_window(first in 0usize..17_000, second in 0usize..17_000) {
        prop_assume!(first != second);
        let (first, second) = (first.min(second), first.max(second));
        let names: Vec<_> = (0..17_000).map(|number| format!("chain-{number}.mainnet")).collect();
        let mut lattices = many(&names);
        let coalition = CoalitionConfig { confluences: &[], ..COALITION };
        prop_assert_eq!(CoalitionConfig { lattices: &lattices, ..coalition }.validate(), Ok(()));
        lattices[second].stable_id = lattices[first].stable_id;
        prop_assert_eq!(
            CoalitionConfig { lattices: &lattices, ..coalition }.validate(),
            Err(Fault::SameStableId { first: Place::Lattice(first), second: Place::Lattice(second) })
        );
    }
}
