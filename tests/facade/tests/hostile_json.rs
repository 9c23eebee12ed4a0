//! Documents that are meant to be slow to read take no longer than others of the same length.

use std::time::{Duration, Instant};

use coalition::OwnedHandshake;
use generators::handshake;
use serde_json::{Value, json};

const KEYS: usize = 6_000;

/// Reads a document whose first confluence has these parameters.
fn read(keys: &[String], import: bool) -> (Duration, String) {
    let mut document = handshake::documents().remove(0).1;
    let confluence = &mut document["confluences"][0];
    let content: Vec<_> = keys.iter().map(|key| json!({ "key": key, "value": { "bool": true } })).collect();
    confluence["content"] = Value::from(content);
    if import {
        confluence["import"] = json!("operator::PAIRED");
    }
    let text = document.to_string();
    let start = Instant::now();
    let error = serde_json::from_str::<OwnedHandshake>(&text).expect_err("other content").to_string();
    (start.elapsed(), error)
}

/// Returns keys in ascending order that collide in the core's search for duplicates.
fn colliding() -> Vec<String> {
    const PRIME: u64 = 16381;
    let mut keys = Vec::new();
    let letters = || 'a'..='z';
    for number in 0.. {
        let prefix = format!("k{number:07}");
        let hash = u64::from_ne_bytes(prefix.as_bytes().try_into().expect("eight bytes")) % PRIME;
        let fold = |hash: u64, letter: char| (hash << 8 | letter as u64) % PRIME;
        let endings = letters().flat_map(|a| letters().map(move |b| (a, b)));
        let found = endings.filter_map(|(a, b)| {
            let before = fold(fold(hash, a), b);
            letters().find(|&c| fold(before, c) == 0).map(|c| format!("{prefix}{a}{b}{c}"))
        });
        keys.extend(found.take(1));
        if keys.len() == KEYS {
            return keys;
        }
    }
    unreachable!()
}

#[test]
fn keys_that_collide_take_no_longer() {
    let honest: Vec<_> = (0..KEYS).map(|number| format!("k{number:07}abc")).collect();
    let (honest, error) = read(&honest, false);
    assert!(error.contains("`fingerprint`"), "{error}");
    let (hostile, error) = read(&colliding(), false);
    assert!(error.contains("`fingerprint`"), "{error}");
    assert!(hostile < honest * 8 + Duration::from_millis(200), "{hostile:?}, and {honest:?} of honest keys");
}

#[test]
fn a_parameter_twice_is_named() {
    let mut keys: Vec<_> = ('a'..='z').map(String::from).collect();
    keys.push("m".into());
    let (_, error) = read(&keys, false);
    assert_eq!(
        error,
        "`confluences[0].content.params[26]` has the key of `confluences[0].content.params[12]` [C09]"
    );
}

#[test]
fn an_import_has_few_parameters_out_of_order() {
    let keys: Vec<_> = (0..101).map(|number| format!("k{:03}", 100 - number)).collect();
    let (_, error) = read(&keys[..100], true);
    assert!(error.contains("`fingerprint`"), "{error}");
    let (_, error) = read(&keys, true);
    assert!(error.contains("101 parameters that are not in ascending byte order"), "{error}");
}
