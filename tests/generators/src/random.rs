//! Random valid declarations.

use coalition::Module;
use proptest::collection::{hash_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Map, Value, json};

/// Returns a declaration with up to eight citizens, with modules, and with confluences of all types of content and access
/// rules.
pub fn model() -> impl Strategy<Value = Value> {
    sized(4)
}

/// Returns a random declaration with at most this many lattices and organisms.
pub fn sized(most: usize) -> impl Strategy<Value = Value> {
    let counts =
        (0..=most, 0..=most).prop_filter("a citizen", |(lattices, organisms)| lattices + organisms > 0);
    counts.prop_flat_map(|(lattices, organisms)| {
        let ids = hash_set("[1-9a-f][0-9a-f]{63}", lattices + organisms);
        let pins = vec(option::of(id()), organisms);
        let issuer = option::of((name(), vec(requirement(), 0..3)));
        let confluences = vec(confluence(lattices, organisms), 0..4);
        let modules = (subsequence(Module::ALL.map(Module::name).to_vec(), 0..=4), vec(any::<bool>(), 4));
        (name(), ids, pins, issuer, confluences, modules).prop_map(
            move |(space, ids, pins, issuer, confluences, (modules, recognise))| {
                let ids: Vec<_> = ids.into_iter().map(|id| format!("0x{id}")).collect();
                let confluences =
                    confluences.into_iter().enumerate().filter_map(|(index, mut confluence)| {
                        let spanned = |key: &str| confluence[key].as_array().map_or(0, Vec::len);
                        if spanned("lattices") + spanned("organisms") < 2 {
                            return None;
                        }
                        confluence["const"] = json!(format!("CONFLUENCE_{index}"));
                        confluence["name"] = json!(format!("confluence-{index}"));
                        Some(confluence)
                    });
                let all =
                    |kind: &str, count| (0..count).map(|k| json!(format!("{kind}_{k}"))).collect::<Vec<_>>();
                let modules = modules.into_iter().enumerate().map(|(index, module)| {
                    let acl = if recognise[index] && issuer.is_some() {
                        json!([{ "recognise_coalition_issuer": null }])
                    } else {
                        json!([])
                    };
                    json!({
                        "const": module.to_uppercase(), "name": module, "content": {}, "acl": acl,
                        "lattices": all("LATTICE", lattices), "organisms": all("ORGANISM", organisms),
                    })
                });
                json!({
                    "name": format!("{space}.test"),
                    "lattices": (0..lattices).map(|k| json!({
                        "const": format!("LATTICE_{k}"), "name": format!("lattice-{k}"), "stable_id": ids[k],
                    })).collect::<Vec<_>>(),
                    "organisms": (0..organisms).map(|k| json!({
                        "const": format!("ORGANISM_{k}"), "name": format!("organism-{k}"), "role": "oracle",
                        "stable_id": ids[lattices + k], "content_hash": pins[k],
                    })).collect::<Vec<_>>(),
                    "confluences": confluences.chain(modules).collect::<Vec<_>>(),
                    "ticket_issuer": issuer.as_ref().map(|(name, acl)| json!({ "name": name, "acl": acl })),
                })
            },
        )
    })
}

fn confluence(lattices: usize, organisms: usize) -> impl Strategy<Value = Value> {
    let names = |kind: &str, count| (0..count).map(|k| format!("{kind}_{k}")).collect::<Vec<_>>();
    let lattices = subsequence(names("LATTICE", lattices), 0..=lattices).prop_shuffle();
    let organisms = subsequence(names("ORGANISM", organisms), 0..=organisms).prop_shuffle();
    let content = vec(("[a-z]{1,3}[a-z0-9_]{0,8}", value()), 0..4);
    (lattices, organisms, content, vec(requirement(), 0..3)).prop_map(
        |(lattices, organisms, content, acl)| {
            // A key must be an identifier. The prefix avoids `_` and `self`.
            let content: Map<_, _> =
                content.into_iter().map(|(key, value)| (format!("p_{key}"), value)).collect();
            json!({ "lattices": lattices, "organisms": organisms, "content": content, "acl": acl })
        },
    )
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        "[ -~äé☂]{0,70}".prop_map(Value::from),
        id().prop_map(|id| json!({ "id": id })),
    ]
}

fn requirement() -> impl Strategy<Value = Value> {
    prop_oneof![
        id().prop_map(|id| json!({ "recognise_issuer": id })),
        id().prop_map(|id| json!({ "require_validator": id })),
        "[1-9a-f][0-9a-f]{95}".prop_map(|mrtd| json!({ "require_mrtd": format!("0x{mrtd}") })),
    ]
}

fn name() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}(\\.[a-z0-9]{1,8}){0,2}"
}

fn id() -> impl Strategy<Value = String> {
    "[1-9a-f][0-9a-f]{63}".prop_map(|id| format!("0x{id}"))
}
