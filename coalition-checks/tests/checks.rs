//! What the checks say that an expansion calls, as rustc evaluates them: here at run time, where they panic with the same
//! words, which are kept.

#![allow(clippy::format_push_string, reason = "a snapshot is written once")]
#![allow(clippy::semicolon_if_nothing_returned, reason = "an edit is one assignment")]

#[path = "../../coalition-handshake/tests/support/mod.rs"]
mod support;

use std::panic::{AssertUnwindSafe, catch_unwind};

use coalition_checks::__private::BlockNames;
use coalition_checks::__private::{
    HasFingerprint, agree, check, check_components, check_fingerprint, check_handshake, citizen_name_pair,
    citizen_name_twice, confluence_name_pair, confluence_name_twice, not_zero, pinned_content_hash,
    pinned_fingerprint, pinned_id, same_fingerprint, same_id, stable_id_pair, stable_id_twice,
};
use coalition_core::__private::same_content_hash;
use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, MrTd, OrganismRef, Requirement, TicketIssuerConfig, UniqueId,
};
use coalition_handshake::__private::{Components, SummaryComponent, components, read_summary};
use coalition_handshake::ComponentSummary;
use support::coalition::rich;
use support::{assert_kept, leak, rich as handshake, with};

type Coalition = CoalitionConfig<'static>;
type Case = (&'static str, fn(&mut Coalition));

const ID: UniqueId = UniqueId::from_bytes([0x0f; 32]);
const OTHER: UniqueId = UniqueId::from_bytes([0xe1; 32]);
const NAMES: BlockNames<'static> = BlockNames {
    lattices: &["ETHEREUM_MAINNET", "UNICHAIN_MAINNET", "THIRD_LATTICE"],
    organisms: &[("EUR_PRICE_FEED", "price-feed.eur"), ("RELAY", "relay.fast"), ("THIRD_ORGANISM", "third")],
    confluences: &[
        ("PAIRED_BUNDLES", false),
        ("SUPERCHAIN_ATLAS", true),
        ("CHRONICLE", true),
        ("SECOND_ATLAS", true),
        ("SECOND_BUNDLES", false),
    ],
};

/// A coalition that breaks one rule.
const BROKEN: &[Case] = &[
    ("no citizen", |c| (c.lattices, c.organisms, c.confluences) = (&[], &[], &[])),
    ("a coalition's empty name", |c| c.name = ""),
    ("a coalition's name of one part", |c| c.name = "superchain"),
    ("a lattice's name", |c| lattice(c, |l| l.name = "Unichain")),
    ("a name that ends in a separator", |c| lattice(c, |l| l.name = "unichain.")),
    ("a name that ends in two", |c| lattice(c, |l| l.name = "unichain--")),
    ("a name that is a separator", |c| lattice(c, |l| l.name = ".")),
    ("a name of several bytes a character", |c| lattice(c, |l| l.name = "unichäin")),
    ("a name of three bytes a character", |c| lattice(c, |l| l.name = "unichain…")),
    ("a name of four bytes a character", |c| lattice(c, |l| l.name = "🦀")),
    ("a confluence's name", |c| confluence(c, 0, |c| c.name = "paired bundles")),
    ("a confluence's long name", |c| {
        confluence(c, 0, |c| {
            c.name = "a-name-that-is-much-longer-than-the-sixty-four-bytes-that-a-name-may-have"
        });
    }),
    ("the ticket issuer's name", |c| issuer(c, |issuer| issuer.name = "superchain..tickets")),
    ("a spanned lattice's name", |c| {
        confluence(c, 0, |c| c.lattices = with(c.lattices, 1, |l| l.name = "A"))
    }),
    ("an organism's empty role", |c| organism(c, |o| o.role = "")),
    ("a zero stable id of a lattice", |c| lattice(c, |l| l.stable_id = UniqueId::ZERO)),
    ("a zero content hash of a lattice", |c| lattice(c, |l| l.content_hash = Some(UniqueId::ZERO))),
    ("a zero stable id of an organism", |c| organism(c, |o| o.stable_id = UniqueId::ZERO)),
    ("a zero content hash of an organism", |c| organism(c, |o| o.content_hash = Some(UniqueId::ZERO))),
    ("a zero stable id of a spanned organism", |c| {
        confluence(c, 1, |c| c.organisms = with(c.organisms, 1, |o| o.stable_id = UniqueId::ZERO));
    }),
    ("a zero id of a parameter", |c| {
        confluence(c, 0, |c| {
            let params = with(c.content.params, 1, |p| p.value = ContentValue::Id(UniqueId::ZERO));
            c.content = ContentParams { params };
        });
    }),
    ("a zero issuer", |c| confluence(c, 0, |c| c.acl = rule(Requirement::RecogniseIssuer(UniqueId::ZERO)))),
    ("a zero measurement", |c| {
        confluence(c, 0, |c| c.acl = rule(Requirement::RequireMrtd(MrTd::from_bytes([0; 48]))));
    }),
    ("a zero validator", |c| {
        issuer(c, |issuer| issuer.acl = rule(Requirement::RequireValidator(UniqueId::ZERO)));
    }),
    ("a stable id twice", |c| organism(c, |o| o.stable_id = second_lattice())),
    ("a lattice's name twice", |c| lattice(c, |l| l.name = "ethereum.mainnet")),
    ("a confluence's name twice", |c| {
        let compute = with(&c.confluences[2..], 0, |c| c.name = "compute");
        c.confluences = leak([c.confluences, compute, &c.confluences[..1]].concat());
    }),
    ("a parameter twice", |c| {
        confluence(c, 0, |c| {
            c.content = ContentParams { params: with(c.content.params, 3, |p| p.key = "policy") }
        });
    }),
    ("a module twice", |c| c.confluences = leak([c.confluences, &c.confluences[1..2]].concat())),
    ("a confluence that spans none", |c| confluence(c, 0, |c| (c.lattices, c.organisms) = (&[], &[]))),
    ("a confluence that spans one", |c| {
        confluence(c, 0, |c| (c.lattices, c.organisms) = (&[], &c.organisms[..1]));
    }),
    ("a module that spans none", |c| confluence(c, 2, |c| c.lattices = &[])),
    ("the own issuer on a confluence", |c| {
        confluence(c, 0, |c| c.acl = rule(Requirement::RecogniseCoalitionIssuer));
    }),
    ("the own issuer on itself", |c| {
        issuer(c, |issuer| issuer.acl = rule(Requirement::RecogniseCoalitionIssuer));
    }),
    ("no own issuer", |c| c.ticket_issuer = None),
    ("a module where a confluence is imported", |c| confluence(c, 0, |c| c.name = "compute")),
    ("a confluence where a module is imported", |c| confluence(c, 1, |c| c.name = "paired-swaps")),
];

/// A coalition before one edit, of which the note tells.
const BEFORE: &[Case] = &[
    ("a lattice was added, and is spanned", |c| {
        c.lattices = &c.lattices[..1];
        confluence(c, 0, |c| c.lattices = &c.lattices[..1]);
        confluence(c, 1, |c| c.lattices = &c.lattices[..1]);
        confluence(c, 2, |c| c.lattices = &[]);
    }),
    ("an organism was added, and is spanned", |c| {
        c.organisms = &c.organisms[..1];
        confluence(c, 0, |c| c.organisms = &c.organisms[..1]);
        confluence(c, 1, |c| c.organisms = &c.organisms[..1]);
    }),
    ("a content hash was added, of an organism that is spanned", |c| {
        c.organisms = with(c.organisms, 0, |o| o.content_hash = None);
        confluence(c, 0, |c| c.organisms = with(c.organisms, 0, |o| o.content_hash = None));
        confluence(c, 1, |c| c.organisms = with(c.organisms, 0, |o| o.content_hash = None));
    }),
    ("the first confluence was added", |c| c.confluences = &c.confluences[1..]),
    ("the last module was added", |c| c.confluences = &c.confluences[..2]),
    ("the ticket issuer was added", |c| c.ticket_issuer = None),
    ("two lattices changed places, in a module that spans every citizen too", |c| {
        c.lattices = swapped(c.lattices);
        confluence(c, 1, |c| c.lattices = swapped(c.lattices));
    }),
    ("two organisms changed places, in a module that spans every citizen too", |c| {
        c.organisms = swapped(c.organisms);
        confluence(c, 1, |c| c.organisms = swapped(c.organisms));
    }),
    ("two spanned lattices changed places", |c| confluence(c, 0, |c| c.lattices = swapped(c.lattices))),
    ("two spanned organisms changed places", |c| confluence(c, 1, |c| c.organisms = swapped(c.organisms))),
    ("two modules changed places", |c| {
        c.confluences = leak([&c.confluences[..1], swapped(&c.confluences[1..])].concat());
    }),
    ("two lattices changed places, and what spans them too", |c| {
        c.lattices = swapped(c.lattices);
        confluence(c, 0, |c| c.lattices = swapped(c.lattices));
        confluence(c, 1, |c| c.lattices = swapped(c.lattices));
    }),
    ("something else changed", |c| c.name = "ethereum.before"),
];

/// The last item before the one before it.
fn swapped<T: Copy>(list: &[T]) -> &'static [T] {
    let mut list = list.to_vec();
    let end = list.len();
    list.swap(end - 2, end - 1);
    leak(list)
}

fn lattice(coalition: &mut Coalition, change: fn(&mut LatticeConfig<'static>)) {
    coalition.lattices = with(coalition.lattices, 1, change);
}

fn organism(coalition: &mut Coalition, change: fn(&mut OrganismRef<'static>)) {
    coalition.organisms = with(coalition.organisms, 1, change);
}

fn confluence(coalition: &mut Coalition, index: usize, change: fn(&mut ConfluenceConfig<'static>)) {
    coalition.confluences = with(coalition.confluences, index, change);
}

fn issuer(coalition: &mut Coalition, change: fn(&mut TicketIssuerConfig<'static>)) {
    change(coalition.ticket_issuer.as_mut().expect("an issuer"));
}

fn rule(requirement: Requirement) -> AclComposition<'static> {
    AclComposition { requirements: leak(vec![requirement]) }
}

fn second_lattice() -> UniqueId {
    rich().lattices[1].stable_id
}

fn bytes(id: UniqueId) -> [u8; 32] {
    *id.as_bytes()
}

/// `assert_fingerprint!` without the macro.
macro_rules! assert_fingerprint {
    ($config:expr, $specified:expr) => {{
        fn assertion<T: HasFingerprint>(_: &T) -> T::Assertion {
            T::ASSERTION
        }
        assertion(&$config).check(&$config, $specified)
    }};
}

/// What a check panics with, or that it passes.
fn said(check: impl FnOnce()) -> String {
    match catch_unwind(AssertUnwindSafe(check)) {
        Ok(()) => "passes".into(),
        Err(panic) => match panic.downcast::<String>() {
            Ok(text) => *text,
            Err(panic) => panic.downcast_ref::<&str>().expect("a text").to_string(),
        },
    }
}

#[test]
fn each_check_says_what_is_wrong() {
    std::panic::set_hook(Box::new(|_| ()));
    let mut text = String::new();
    let mut keep =
        |what: &str, said: String| text += &format!("{what}:\n    {}\n", said.replace('\n', "\n    "));
    let coalition = rich();
    let root = coalition.coalition_root();

    for (what, change) in BROKEN {
        let mut broken = coalition;
        change(&mut broken);
        keep(what, whole(&broken, Some(&broken), false));
    }
    keep("frozen", whole(&coalition, Some(&coalition), true));
    keep("not frozen", whole(&coalition, None, false));
    keep("not frozen, and too large to be shown", whole(&large(), None, false));
    keep("drifted, without a summary", whole(&coalition, Some(&large()), false));
    keep("drifted in everything", whole(&coalition, Some(&large()), true));
    let summary = |coalition: &Coalition| {
        said(|| check_components(&rich(), &lists(coalition).borrow(), &declared(&rich())))
    };
    keep("the summary", summary(&coalition));
    keep("another summary", summary(&large()));
    for (what, change) in BEFORE {
        let mut before = coalition;
        change(&mut before);
        keep(what, whole(&coalition, Some(&before), true));
    }

    let pinned = |content_hash| with(coalition.organisms, 1, |o| o.content_hash = content_hash);
    let [open, id, other] = [None, Some(ID), Some(OTHER)]
        .map(|content_hash| Coalition { organisms: pinned(content_hash), ..coalition });
    keep("a content hash was pinned", whole(&id, Some(&open), true));
    keep("a content hash was unpinned", whole(&open, Some(&id), true));
    keep("a content hash was changed", whole(&other, Some(&id), true));

    keep("both derivations", said(|| agree(&coalition, &root)));
    keep("two derivations", said(|| agree(&coalition, &ID)));
    keep(
        "names of citizens",
        said(|| citizen_name_twice(&coalition, &NAMES, citizen_name_pair(&coalition, &NAMES))),
    );
    for (what, taken) in [("a lattice's", "unichain.mainnet"), ("an organism's", "price-feed.eur")] {
        let organisms = &[("EUR_PRICE_FEED", "price-feed.eur"), ("RELAY", taken)];
        let names = BlockNames { organisms, ..NAMES };
        let pair = citizen_name_pair(&coalition, &names);
        keep(&format!("an organism with {what} name"), said(|| citizen_name_twice(&coalition, &names, pair)));
    }
    let digest = Some(bytes(handshake().digest()));
    keep("the digest", said(|| check_handshake(&handshake(), digest)));
    keep("another digest", said(|| check_handshake(&handshake(), Some(bytes(ID)))));
    keep("no digest", said(|| check_handshake(&handshake(), None)));

    keep("a ticket root", said(|| not_zero("`ticket_root` of lattice `L`", ID.is_zero())));
    keep("a zero ticket root", said(|| not_zero("`ticket_root` of lattice `L`", UniqueId::ZERO.is_zero())));

    keep("a fingerprint", said(|| check_fingerprint("module `A`", &ID, Some(bytes(ID)))));
    keep("another fingerprint", said(|| check_fingerprint("module `A`", &ID, Some(bytes(OTHER)))));
    keep("no fingerprint", said(|| check_fingerprint("module `A`", &ID, None)));
    keep("a pinned id", said(|| pinned_id("`stable_id` of lattice `L`", &ID, &ID)));
    keep("another id", said(|| pinned_id("`stable_id` of lattice `L`", &ID, &OTHER)));
    for (what, got, pin) in [
        ("a pinned content hash", Some(ID), Some(ID)),
        ("none, as is pinned", None, None),
        ("another content hash", Some(ID), Some(OTHER)),
        ("no content hash", None, Some(ID)),
        ("a content hash where none is pinned", Some(ID), None),
    ] {
        keep(what, said(|| pinned_content_hash("`content_hash` of organism `O`", &got, &pin)));
    }
    keep("a pinned fingerprint", said(|| pinned_fingerprint("module `A`", &ID, Some(bytes(ID)))));
    keep("another pinned fingerprint", said(|| pinned_fingerprint("module `A`", &ID, Some(bytes(OTHER)))));
    keep("a pin that is not frozen", said(|| pinned_fingerprint("module `A`", &ID, None)));

    let [paired, atlas, _] = coalition.confluences else { panic!("three") };
    let tickets = coalition.ticket_issuer.expect("an issuer");
    for pin in [None, Some(bytes(ID))] {
        keep("assert_fingerprint! of a coalition", said(|| assert_fingerprint!(coalition, pin)));
        keep("assert_fingerprint! of a confluence", said(|| assert_fingerprint!(*paired, pin)));
        keep("assert_fingerprint! of a module", said(|| assert_fingerprint!(*atlas, pin)));
        keep("assert_fingerprint! of a ticket issuer", said(|| assert_fingerprint!(tickets, pin)));
    }
    keep("assert_fingerprint!", said(|| assert_fingerprint!(coalition, Some(bytes(root)))));
    let broken = Coalition { name: "", ..coalition };
    keep("assert_fingerprint! of a broken coalition", said(|| assert_fingerprint!(broken, None)));
    let param = ContentParam { key: "twice", value: ContentValue::Bool(true) };
    let content = ContentParams { params: &[param, param] };
    let broken = ConfluenceConfig { content, ..*paired };
    keep("assert_fingerprint! of a broken confluence", said(|| assert_fingerprint!(broken, None)));
    let broken = ConfluenceConfig { lattices: &[], organisms: &[], ..*atlas };
    keep("assert_fingerprint! of a broken module", said(|| assert_fingerprint!(broken, None)));
    let acl = rule(Requirement::RecogniseCoalitionIssuer);
    let broken = TicketIssuerConfig { acl, ..tickets };
    keep("assert_fingerprint! of a broken ticket issuer", said(|| assert_fingerprint!(broken, None)));
    let _ = std::panic::take_hook();
    assert_kept("checks/said.txt", include_str!("checks/said.txt"), &text);
}

/// A coalition with more components than a message shows.
fn large() -> Coalition {
    let lattice = |number: u8| LatticeConfig {
        stable_id: UniqueId::from_bytes([number; 32]),
        name: format!("chain-{number}").leak(),
        content_hash: None,
    };
    let lattices = leak((1..=100).map(lattice).collect());
    Coalition { lattices, organisms: &[], confluences: &[], ..rich() }
}

/// Checks a coalition against the pin of another, and against its summary.
fn whole(coalition: &Coalition, frozen: Option<&Coalition>, with_summary: bool) -> String {
    let pin = frozen.map(|frozen| bytes(frozen.coalition_root()));
    let lists = frozen.filter(|_| with_summary).map(lists);
    let frozen = lists.as_ref().map(Lists::borrow);
    let declared = declared(coalition);
    said(|| {
        stable_id_twice(coalition, &NAMES, stable_id_pair(coalition));
        citizen_name_twice(coalition, &NAMES, citizen_name_pair(coalition, &NAMES));
        confluence_name_twice(coalition, &NAMES, confluence_name_pair(coalition));
        check::<1024>(coalition, &coalition.coalition_root(), pin, &NAMES, frozen.as_ref(), &declared, &[1]);
    })
}

/// What the text of a summary says.
struct Lists([Vec<SummaryComponent>; 4]);

impl Lists {
    fn borrow(&self) -> Components<'_> {
        Components { lists: self.0.each_ref().map(Vec::as_slice) }
    }
}

fn lists(coalition: &Coalition) -> Lists {
    let mut lists = [const { Vec::new() }; 4];
    for component in read_summary(&ComponentSummary::of(coalition).to_string()) {
        let (list, component) = component.expect("a summary");
        lists[list as usize].push(component);
    }
    Lists(lists)
}

/// The components of a coalition, one list after the other.
fn declared(coalition: &Coalition) -> Vec<SummaryComponent> {
    let mut all = components::<128>(coalition).to_vec();
    all.truncate(ComponentSummary::of(coalition).len());
    all
}

#[test]
fn a_condition_holds_where_its_check_passes() {
    let ids = [None, Some(ID), Some(OTHER)];
    for got in ids {
        for pin in ids {
            let same = got == pin;
            assert_eq!(same_content_hash(&got, &pin), same);
            if let Some(got) = got {
                assert_eq!(same_fingerprint(&got, pin.map(bytes)), same);
                if let Some(pin) = pin {
                    assert_eq!(same_id(&got, &pin), same);
                }
            }
        }
    }
}
