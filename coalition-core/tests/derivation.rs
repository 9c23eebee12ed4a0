//! The derivation against a second implementation, written with the crate `blake3` from the table of preimages, and
//! against two worked results.

use std::collections::BTreeSet;

use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, Module, MrTd, OrganismRef, Requirement, TicketIssuerConfig, UniqueId,
};
use proptest::prelude::*;

mod reference {
    //! One function per row of the table. Everything is joined in memory, then hashed.

    use super::*;

    pub fn hash(preimage: &[u8]) -> [u8; 32] {
        blake3::hash(preimage).into()
    }

    fn tagged(domain: &str) -> Vec<u8> {
        [domain.as_bytes(), b"|\x01|"].concat()
    }

    fn text(text: &str) -> Vec<u8> {
        [&(text.len() as u64).to_le_bytes(), text.as_bytes()].concat()
    }

    fn citizens(lattices: &[LatticeConfig<'_>], organisms: &[OrganismRef<'_>]) -> Vec<u8> {
        let lattices = lattices.iter().map(|lattice| lattice.stable_id);
        let organisms =
            organisms.iter().flat_map(|organism| [Some(organism.stable_id), organism.content_hash]);
        lattices.chain(organisms.flatten()).flat_map(<[u8; 32]>::from).collect()
    }

    pub fn content(content: &ContentParams<'_>) -> [u8; 32] {
        let mut params = content.params.to_vec();
        params.sort_by_key(|param| param.key.as_bytes());
        let mut preimage = tagged("content");
        preimage.extend((params.len() as u64).to_le_bytes());
        for param in params {
            preimage.extend(text(param.key));
            match param.value {
                ContentValue::Bool(value) => preimage.extend([0, u8::from(value)]),
                ContentValue::U64(value) => preimage.extend([&[1], &value.to_le_bytes()[..]].concat()),
                ContentValue::Text(value) => preimage.extend([vec![2], text(value)].concat()),
                ContentValue::Id(value) => preimage.extend([&[3], value.as_ref()].concat()),
            }
        }
        hash(&preimage)
    }

    pub fn acl(acl: &AclComposition<'_>) -> [u8; 32] {
        let mut preimage = tagged("acl");
        preimage.extend((acl.requirements.len() as u64).to_le_bytes());
        for requirement in acl.requirements {
            match requirement {
                Requirement::RecogniseIssuer(root) => preimage.extend([&[0], root.as_ref()].concat()),
                Requirement::RequireMrtd(mrtd) => preimage.extend([&[1], mrtd.as_ref()].concat()),
                Requirement::RequireValidator(id) => preimage.extend([&[2], id.as_ref()].concat()),
                Requirement::RecogniseCoalitionIssuer => preimage.push(3),
            }
        }
        hash(&preimage)
    }

    pub fn confluence(confluence: &ConfluenceConfig<'_>) -> [u8; 32] {
        let mut preimage = tagged("confluence");
        preimage.extend(confluence.name.as_bytes());
        preimage.extend(citizens(confluence.lattices, confluence.organisms));
        preimage.extend(content(&confluence.content));
        preimage.extend(acl(&confluence.acl));
        hash(&preimage)
    }

    pub fn ticket_issuer(issuer: &TicketIssuerConfig<'_>) -> [u8; 32] {
        hash(&[&tagged("ticket-issuer"), issuer.name.as_bytes(), &acl(&issuer.acl)].concat())
    }

    pub fn coalition(coalition: &CoalitionConfig<'_>) -> [u8; 32] {
        let mut preimage = hash(&[&tagged("coalition"), coalition.name.as_bytes()].concat()).to_vec();
        preimage.extend(citizens(coalition.lattices, coalition.organisms));
        preimage.extend(coalition.confluences.iter().flat_map(confluence));
        preimage.extend(coalition.ticket_issuer.iter().flat_map(ticket_issuer));
        hash(&preimage)
    }

    pub fn derive(id: [u8; 32], info: &str) -> [u8; 32] {
        hash(&[&id, info.as_bytes()].concat())
    }
}

/// The operators' runbook's own coalition, with the organism unpinned and pinned.
mod runbook {
    use super::*;

    const LATTICES: &[LatticeConfig<'static>] = &[
        LatticeConfig {
            name: "ethereum.mainnet",
            stable_id: UniqueId::from_hex(
                "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036",
            ),
            content_hash: None,
        },
        LatticeConfig {
            name: "unichain.mainnet",
            stable_id: UniqueId::from_hex(
                "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c",
            ),
            content_hash: None,
        },
    ];
    const EUR_PRICE_FEED: OrganismRef<'static> = OrganismRef {
        role: "oracle",
        stable_id: UniqueId::from_hex("0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe"),
        content_hash: None,
    };
    const EUR_PRICE_FEED_PINNED: OrganismRef<'static> = OrganismRef {
        content_hash: Some(UniqueId::from_hex(
            "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3",
        )),
        ..EUR_PRICE_FEED
    };

    const fn atlas(organisms: &'static [OrganismRef<'static>]) -> ConfluenceConfig<'static> {
        ConfluenceConfig {
            name: "atlas",
            lattices: LATTICES,
            organisms,
            content: ContentParams::EMPTY,
            acl: AclComposition::OPEN,
        }
    }

    const fn coalition(
        organisms: &'static [OrganismRef<'static>],
        confluences: &'static [ConfluenceConfig<'static>],
    ) -> CoalitionConfig<'static> {
        CoalitionConfig {
            name: "ethereum.superchain",
            lattices: LATTICES,
            organisms,
            confluences,
            ticket_issuer: None,
        }
    }

    const UNPINNED: CoalitionConfig<'static> = coalition(&[EUR_PRICE_FEED], &[atlas(&[EUR_PRICE_FEED])]);
    const PINNED: CoalitionConfig<'static> =
        coalition(&[EUR_PRICE_FEED_PINNED], &[atlas(&[EUR_PRICE_FEED_PINNED])]);

    fn check(config: &CoalitionConfig<'_>, fingerprint: &str, root: &str, atlas: &str) {
        assert_eq!(config.atlas().unwrap().fingerprint().to_string(), fingerprint);
        assert_eq!(config.coalition_root().to_string(), root);
        assert_eq!(config.module_root(Module::Atlas).unwrap().to_string(), atlas);
        assert_eq!(config.module_root(Module::Almanac), None);
        assert_eq!(config.ticket_issuer_root(), None);
        assert_eq!(config.validate(), Ok(()));
    }

    #[test]
    fn unpinned() {
        const ROOT: &str = "0xd37153783ad825159634e71886f91036dc5ba71539c69e1bac54f88b7d89b614";
        const ATLAS: &str = "0xeadbfa8ef40bf419e2a0306960d4239436d44d0679d82c669b545857e5a6b882";
        const { assert!(UNPINNED.coalition_root().const_eq(&UniqueId::from_hex(ROOT))) }
        const { assert!(UNPINNED.module_root(Module::Atlas).unwrap().const_eq(&UniqueId::from_hex(ATLAS))) }
        const { assert!(UNPINNED.validate().is_ok()) }
        check(&UNPINNED, "0xfd8fa5036ee4bcc77e5de01b30e3da3c725f02f6d849118bc2d32d51b38461e4", ROOT, ATLAS);
    }

    #[test]
    fn pinned() {
        const ROOT: &str = "0x578ff6a75c3fb0701a503b02dfd858e917922e0a4a46f45cff5dcf6e587cb161";
        const ATLAS: &str = "0x1549735265ea80fa17761dbf5e7e89957a34646e82492c4e64a90fbf2624a93d";
        const { assert!(PINNED.coalition_root().const_eq(&UniqueId::from_hex(ROOT))) }
        check(&PINNED, "0xdc3075b7dc92256bdde99cf98453027df116c52ae7ba45bc055c6c0fb8785d91", ROOT, ATLAS);
    }

    #[test]
    fn what_serves_people_is_not_folded() {
        let renamed: Vec<_> = LATTICES
            .iter()
            .map(|lattice| LatticeConfig { name: "other", content_hash: Some(lattice.stable_id), ..*lattice })
            .collect();
        let organisms = [OrganismRef { role: "other", ..EUR_PRICE_FEED }];
        let config = CoalitionConfig { lattices: &renamed, organisms: &organisms, ..UNPINNED };
        assert_eq!(config.coalition_root(), UNPINNED.coalition_root());
    }

    #[test]
    fn joined_lists_carry_no_lengths() {
        let more = [
            EUR_PRICE_FEED,
            OrganismRef { stable_id: EUR_PRICE_FEED_PINNED.content_hash.unwrap(), ..EUR_PRICE_FEED },
        ];
        let config = CoalitionConfig { organisms: &more, ..PINNED };
        assert_eq!(config.coalition_root(), PINNED.coalition_root());
    }

    #[test]
    fn order_is_identity() {
        let swapped = [LATTICES[1], LATTICES[0]];
        let config = CoalitionConfig { lattices: &swapped, ..UNPINNED };
        assert_ne!(config.coalition_root(), UNPINNED.coalition_root());
    }
}

// The configurations borrow, so a model that owns what they borrow is generated.

#[derive(Clone, Debug)]
enum Value {
    Bool(bool),
    U64(u64),
    Text(String),
    Id([u8; 32]),
}

#[derive(Clone, Debug)]
struct Confluence {
    name: String,
    lattices: Vec<[u8; 32]>,
    organisms: Vec<([u8; 32], Option<[u8; 32]>)>,
    content: Vec<(String, Value)>,
    acl: Vec<Requirement>,
}

fn requirements() -> impl Strategy<Value = Vec<Requirement>> {
    let requirement = prop_oneof![
        any::<[u8; 32]>().prop_map(|id| Requirement::RecogniseIssuer(id.into())),
        prop::collection::vec(any::<u8>(), 48)
            .prop_map(|bytes| Requirement::RequireMrtd(MrTd::from_bytes(bytes.try_into().unwrap()))),
        any::<[u8; 32]>().prop_map(|id| Requirement::RequireValidator(id.into())),
        Just(Requirement::RecogniseCoalitionIssuer),
    ];
    prop::collection::vec(requirement, 0..5)
}

fn content() -> impl Strategy<Value = Vec<(String, Value)>> {
    let value = prop_oneof![
        any::<bool>().prop_map(Value::Bool),
        any::<u64>().prop_map(Value::U64),
        "\\PC{0,40}".prop_map(Value::Text),
        any::<[u8; 32]>().prop_map(Value::Id),
    ];
    // Keys of few letters, so that one is often the beginning of another; a tree makes them unique.
    prop::collection::btree_map("[a-cé]{0,4}", value, 0..12)
        .prop_map(|params| params.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

fn organisms(most: usize) -> impl Strategy<Value = Vec<([u8; 32], Option<[u8; 32]>)>> {
    prop::collection::vec(any::<([u8; 32], Option<[u8; 32]>)>(), 0..most)
}

fn confluence() -> impl Strategy<Value = Confluence> {
    let name =
        prop_oneof!["[a-z.-]{0,64}", prop::sample::select(&Module::ALL).prop_map(|m| m.name().to_owned())];
    let lattices = prop::collection::vec(any::<[u8; 32]>(), 0..40);
    (name, lattices, organisms(40), content(), requirements()).prop_map(
        |(name, lattices, organisms, content, acl)| Confluence { name, lattices, organisms, content, acl },
    )
}

fn lattice_configs(ids: &[[u8; 32]]) -> Vec<LatticeConfig<'_>> {
    ids.iter()
        .map(|id| LatticeConfig { name: "lattice", stable_id: (*id).into(), content_hash: None })
        .collect()
}

fn organism_refs(organisms: &[([u8; 32], Option<[u8; 32]>)]) -> Vec<OrganismRef<'_>> {
    let organism = |(id, pin): &([u8; 32], Option<[u8; 32]>)| OrganismRef {
        role: "organism",
        stable_id: (*id).into(),
        content_hash: pin.map(UniqueId::from),
    };
    organisms.iter().map(organism).collect()
}

fn content_params(content: &[(String, Value)]) -> Vec<ContentParam<'_>> {
    let value = |value: &'_ Value| match value {
        Value::Bool(value) => ContentValue::Bool(*value),
        Value::U64(value) => ContentValue::U64(*value),
        Value::Text(_) => unreachable!("text borrows and is built below"),
        Value::Id(value) => ContentValue::Id((*value).into()),
    };
    content
        .iter()
        .map(|(key, of)| ContentParam {
            key,
            value: if let Value::Text(text) = of { ContentValue::Text(text) } else { value(of) },
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn agrees_with_the_reference(
        name in "[a-z.-]{0,64}",
        lattices in prop::collection::vec(any::<[u8; 32]>(), 0..120),
        organisms in organisms(60),
        confluences in prop::collection::vec(confluence(), 0..5),
        issuer in prop::option::of(("[a-z.-]{0,64}", requirements())),
    ) {
        let (lattices, organisms) = (lattice_configs(&lattices), organism_refs(&organisms));
        let parts: Vec<_> = confluences
            .iter()
            .map(|c| (lattice_configs(&c.lattices), organism_refs(&c.organisms), content_params(&c.content)))
            .collect();
        let confluences: Vec<_> = confluences
            .iter()
            .zip(&parts)
            .map(|(c, (lattices, organisms, params))| ConfluenceConfig {
                name: &c.name,
                lattices,
                organisms,
                content: ContentParams { params },
                acl: AclComposition { requirements: &c.acl },
            })
            .collect();
        let config = CoalitionConfig {
            name: &name,
            lattices: &lattices,
            organisms: &organisms,
            confluences: &confluences,
            ticket_issuer: issuer.as_ref().map(|(name, acl)| TicketIssuerConfig {
                name,
                acl: AclComposition { requirements: acl },
            }),
        };

        let root = reference::coalition(&config);
        prop_assert_eq!(config.coalition_root(), root.into());
        for confluence in &confluences {
            prop_assert_eq!(confluence.fingerprint(), reference::confluence(confluence).into());
        }
        for module in Module::ALL {
            let shipped = confluences.iter().find(|confluence| confluence.name == module.name());
            prop_assert_eq!(config.module(module), shipped);
            let derived = reference::derive(reference::derive(root, "module"), module.name());
            prop_assert_eq!(config.module_root(module), shipped.map(|_| derived.into()));
        }
        prop_assert_eq!([config.atlas(), config.almanac(), config.chronicle(), config.compute()],
            Module::ALL.map(|module| config.module(module)));
        let fingerprint = config.ticket_issuer.map(|issuer| issuer.fingerprint());
        prop_assert_eq!(fingerprint, config.ticket_issuer.map(|issuer| reference::ticket_issuer(&issuer).into()));
        let tickets = config.ticket_issuer.map(|_| reference::derive(root, "tickets").into());
        prop_assert_eq!(config.ticket_issuer_root(), tickets);
    }

    #[test]
    fn the_order_of_content_does_not_matter(content in content()) {
        let params = content_params(&content);
        let mut sorted = params.clone();
        sorted.sort_by_key(|param| param.key);
        let digest = ContentParams { params: &params }.digest();
        prop_assert_eq!(digest, ContentParams { params: &sorted }.digest());
        prop_assert_eq!(digest, reference::content(&ContentParams { params: &params }).into());
    }
}

/// The rules refuse a key that is there twice. If nobody checks them, every value must still change the digest.
#[test]
fn no_value_of_a_key_that_stands_twice_is_left_out_of_the_digest() {
    let digest = |values: &[(&'static str, u64); 3]| {
        let params = values.map(|(key, value)| ContentParam { key, value: ContentValue::U64(value) });
        ContentParams { params: &params }.digest()
    };
    let digests = [
        [("a", 1), ("a", 2), ("b", 3)],
        [("a", 1), ("a", 9), ("b", 3)],
        [("a", 9), ("a", 2), ("b", 3)],
        [("a", 2), ("a", 1), ("b", 3)],
        [("a", 1), ("b", 3), ("b", 4)],
        [("a", 1), ("b", 4), ("b", 3)],
    ]
    .map(|values| digest(&values));
    assert_eq!(digests.iter().collect::<BTreeSet<_>>().len(), digests.len());
    assert_eq!(digest(&[("b", 3), ("a", 1), ("a", 2)]), digests[0], "the order of different keys is none");
    let twice = [1, 2].map(|value| ContentParam { key: "a", value: ContentValue::U64(value) });
    let reference: UniqueId = reference::content(&ContentParams { params: &twice }).into();
    assert_eq!(ContentParams { params: &twice }.digest(), reference, "those of one key keep theirs");
}
