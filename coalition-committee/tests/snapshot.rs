//! Snapshots: what holds, and what is refused with which words.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use coalition_committee::snapshot::{
    Drift, Header, LastSeen, LastSeenError, MemberSignature, ProposalError, SKEW, Snapshot, SnapshotError,
    Verifier, assemble,
};
use coalition_committee::{EndpointAddr, ModuleIdentity, PublicKey, Roster, SecretKey};
use coalition_core::{Module, UniqueId};
use proptest::prelude::*;
use serde_json::Value;

const CONTENT: &str =
    r#"[{"name":"unichain.mainnet","n":18446744073709551615}, {"name":"price-feed.eur","π":1.5e300}]"#;
const DAY: Duration = Duration::from_hours(24);

type Content = Vec<serde_json::Map<String, Value>>;

fn key(byte: u8) -> SecretKey {
    SecretKey::from_bytes(&[byte; 32])
}

fn roster(members: impl IntoIterator<Item = u8>) -> Roster {
    Roster::new(members.into_iter().map(|byte| EndpointAddr::new(key(byte).public()))).expect("a roster")
}

fn identity() -> ModuleIdentity {
    let id = |byte| UniqueId::from_bytes([byte; 32]);
    ModuleIdentity {
        coalition: "ethereum.superchain".to_owned(),
        module: Module::Atlas,
        coalition_root: id(1),
        digest: id(2),
    }
}

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

/// Noon of the first of January 2026.
const NOON: u64 = 1_767_268_800;

fn header() -> Header {
    Header::new(&identity(), 0, at(NOON), DAY, CONTENT)
}

fn signed(header: &Header, signers: &[u8], content: &str) -> String {
    let signatures: Vec<_> =
        signers.iter().map(|signer| MemberSignature::new(header, &key(*signer))).collect();
    let document = assemble(header, &signatures, content).expect("a document");
    String::from_utf8(document.to_vec()).expect("text")
}

fn verifier() -> Verifier<Content> {
    Verifier::new(identity(), &roster(1..=3))
}

fn verify(document: impl Into<String>) -> Result<Snapshot<Content>, SnapshotError> {
    verifier().verify_at(document.into().into_bytes(), at(NOON + 60))
}

fn no_majority(valid: usize, invalid: usize) -> SnapshotError {
    SnapshotError::NoMajority { valid, invalid, members: 3, majority: 2 }
}

fn message(error: &SnapshotError) -> String {
    error.to_string()
}

#[test]
fn holds_with_the_signatures_of_a_majority() {
    let snapshot = verify(signed(&header(), &[3, 1], CONTENT)).expect("a snapshot");
    assert_eq!(snapshot.content(), &serde_json::from_str::<Content>(CONTENT).expect("content"));
    let signers: Vec<PublicKey> = [1, 3].map(|byte| key(byte).public()).into();
    assert_eq!(snapshot.signers().iter().filter(|signer| signers.contains(signer)).count(), 2);
    assert_eq!(snapshot.drift(), None);
    let again = verifier().verify_at(snapshot.document().clone(), at(NOON)).expect("the same");
    assert_eq!(again, snapshot);
    // The order in which the signatures came makes no difference.
    assert_eq!(signed(&header(), &[3, 1], CONTENT), signed(&header(), &[1, 3], CONTENT));
}

#[test]
fn each_number_of_signatures_below_a_majority_is_refused() {
    for members in 1..=7_u8 {
        let verifier: Verifier<Content> = Verifier::new(identity(), &roster(1..=members));
        for signers in 0..=members {
            let document = signed(&header(), &(1..=signers).collect::<Vec<_>>(), CONTENT);
            let outcome = verifier.verify_at(document.into_bytes(), at(NOON));
            assert_eq!(
                outcome.is_ok(),
                usize::from(signers) * 2 > usize::from(members),
                "{signers} of {members}"
            );
        }
    }
}

#[test]
fn nobody_counts_twice_and_outsiders_do_not_count() {
    assert_eq!(verify(signed(&header(), &[1, 9, 8, 7], CONTENT)), Err(no_majority(1, 0)));
    assert_eq!(verify(signed(&header(), &[1, 1], CONTENT)), Err(SnapshotError::SignedTwice(key(1).public())));
    assert!(verify(signed(&header(), &[1, 9, 2], CONTENT)).is_ok());
    // A member's name under the signature of another.
    let own = signed(&header(), &[1, 9], CONTENT);
    let forged = own.replace(&key(9).public().to_string(), &key(2).public().to_string());
    assert_eq!(verify(&forged), Err(no_majority(1, 1)));
    assert_eq!(
        message(&verify(forged).expect_err("refused")),
        "1 of the roster's 3 members signed the snapshot, and 2 must (one more signature is invalid); if the committee \
         changed, take the new roster from the operator"
    );
}

#[test]
fn a_signature_covers_every_field_of_the_header() {
    let header = header();
    let id = UniqueId::from_bytes([7; 32]);
    let document = signed(&header, &[1, 2], CONTENT);
    for changed in [
        Header { coalition_root: id, ..header.clone() },
        Header { digest: id, ..header.clone() },
        Header { version: header.version + 1, ..header.clone() },
        Header { issued_at: header.issued_at + 1, ..header.clone() },
        Header { valid_until: header.valid_until + 1, ..header.clone() },
    ] {
        let [old, new] = [&header, &changed].map(|header| serde_json::to_string(header).expect("JSON"));
        assert_eq!(verify(document.replace(&old, &new)), Err(no_majority(0, 2)), "{changed:?}");
    }
}

#[test]
fn content_of_other_bytes_is_refused_even_if_it_means_the_same() {
    let document = signed(&header(), &[1, 2], CONTENT);
    assert_eq!(verify(document.replace("price-feed", "price-feeb")), Err(SnapshotError::ContentChanged));
    assert_eq!(verify(document.replace("1.5e300", "15e299")), Err(SnapshotError::ContentChanged));
    assert_eq!(verify(document.replace("}, {", "},{")), Err(SnapshotError::ContentChanged));
}

#[test]
fn the_order_of_keys_and_space_do_not_matter_outside_the_content() {
    let document: Value = serde_json::from_str(&signed(&header(), &[1, 2], CONTENT)).expect("JSON");
    let reordered_header: Vec<String> = document["header"]
        .as_object()
        .expect("an object")
        .iter()
        .rev()
        .map(|(key, value)| format!("\n  {key:?} : {value}"))
        .collect();
    let reordered = format!(
        " {{ \"content\":\n{CONTENT} \n, \"signatures\": {}, \"header\": {{{}}} }}\n",
        document["signatures"],
        reordered_header.join(",")
    );
    assert!(verify(&reordered).is_ok(), "{reordered}");
    let unreadable = |text: String| {
        let error = verify(text.clone()).expect_err(&text);
        assert!(matches!(error, SnapshotError::Unreadable(_)), "{text}: {error}");
        message(&error)
    };
    let twice = reordered.replace("\"content\"", "\"content\": [], \"content\"");
    assert!(unreadable(twice).contains("duplicate field `content`"));
    let unknown = reordered.replace("\"version\"", "\"vrsion\"");
    assert!(unreadable(unknown).contains("unknown field `vrsion`"));
}

#[test]
fn huge_and_strange_input_is_refused() {
    let document = signed(&header(), &[1, 2], CONTENT);
    let version = header().version.to_string();
    for number in
        ["9007199254740992", "18446744073709551615", "1e400", "-1", "1.5", "99999999999999999999999", "\"1\""]
    {
        let changed = document.replacen(&version, number, 1);
        assert!(matches!(verify(changed), Err(SnapshotError::Unreadable(_))), "{number}");
    }
    for text in ["", "{", "null", "[]", "{}", "\u{feff}{}", "<html>404</html>"] {
        assert!(matches!(verify(text), Err(SnapshotError::Unreadable(_))), "{text}");
    }
    let not_text: &[u8] = b"\xff\xfe";
    assert!(matches!(verifier().verify(not_text), Err(SnapshotError::Unreadable(_))));
    // Signed by a majority all the same.
    for header in [
        Header { version: 1 << 53, ..header() },
        Header { valid_until: u64::MAX, ..header() },
        Header { issued_at: NOON + 1, valid_until: NOON, ..header() },
    ] {
        assert!(
            matches!(verify(signed(&header, &[1, 2], CONTENT)), Err(SnapshotError::Unreadable(_))),
            "{header:?}"
        );
    }
    let later = Header { format: 2, ..header() };
    let error = verify(signed(&later, &[1, 2], CONTENT).replace("\"format\"", "\"new\":{},\"format\""));
    assert_eq!(error, Err(SnapshotError::Format(2)));
    // Nested without end: an error, no stack overflow.
    let deep = format!("{{\"header\":{}", "[".repeat(1 << 20));
    assert!(matches!(verify(deep), Err(SnapshotError::Unreadable(_))));
    let deep = format!("{}{}", "[".repeat(1 << 17), "]".repeat(1 << 17));
    let deep_header = Header::new(&identity(), 0, at(NOON), DAY, &deep);
    let document = signed(&header(), &[1, 2], "[]").replace("\"content\":[]", &format!("\"content\":{deep}"));
    let [old, new] = [&header(), &deep_header].map(|header| serde_json::to_string(header).expect("JSON"));
    assert!(verify(document.replace(&old, &new)).is_err());
}

#[test]
fn a_document_above_the_limit_is_not_parsed() {
    let document = signed(&header(), &[1, 2], CONTENT);
    let bytes = document.len();
    let with_limit =
        |limit| verifier().with_max_bytes(limit).verify_at(document.clone().into_bytes(), at(NOON));
    assert!(with_limit(bytes).is_ok());
    assert_eq!(with_limit(bytes - 1), Err(SnapshotError::TooLarge { bytes, limit: bytes - 1 }));
}

#[test]
fn is_of_its_coalition_and_module_alone() {
    let document = signed(&header(), &[1, 2], CONTENT).into_bytes();
    let verify_as = |identity| {
        let verifier: Verifier<Content> = Verifier::new(identity, &roster(1..=3));
        message(&verifier.verify_at(document.clone(), at(NOON)).expect_err("refused"))
    };
    assert_eq!(
        verify_as(ModuleIdentity { coalition: "oplabs.testnet".to_owned(), ..identity() }),
        "the snapshot is of coalition `ethereum.superchain`, not of `oplabs.testnet`; check the address"
    );
    assert_eq!(
        verify_as(ModuleIdentity { module: Module::Chronicle, ..identity() }),
        "the snapshot is of module `atlas`, not of `chronicle`; check the address"
    );
}

#[test]
fn a_message_names_the_time() {
    let header = header();
    let document = signed(&header, &[1, 2], CONTENT).into_bytes();
    let verify = |seconds| verifier().verify_at(document.clone(), at(seconds));
    assert!(verify(header.valid_until).is_ok());
    assert!(verify(NOON - SKEW.as_secs()).is_ok());
    assert_eq!(
        message(&verify(header.valid_until + 3661).expect_err("expired")),
        "the snapshot expired at 2026-01-02T12:00:00Z, 1h 1m 1s ago; its source serves an old one, or the committee has lost \
         its majority"
    );
    assert_eq!(
        message(&verify(NOON - SKEW.as_secs() - 1).expect_err("early")),
        "the snapshot was issued at 2026-01-01T12:00:00Z, and the clock of this machine says 2026-01-01T11:57:59Z, 2m 1s \
         earlier; check the clock"
    );
    assert!(verify(0).is_err_and(|error| matches!(error, SnapshotError::Early { .. })));
}

#[test]
fn another_root_is_named_on_both_sides() {
    let document = signed(&header(), &[1, 2], CONTENT).into_bytes();
    let [one, two, nine] = [1, 2, 9].map(|byte| UniqueId::from_bytes([byte; 32]));
    let new_root = ModuleIdentity { coalition_root: nine, ..identity() };
    let verifier: Verifier<Content> = Verifier::new(new_root.clone(), &roster(1..=3));
    let drift = verifier.verify_at(document.clone(), at(NOON)).expect("a snapshot").drift();
    assert_eq!(drift, Some(Drift::Root { published: one, compiled: nine }));
    let said = drift.expect("a drift").to_string();
    assert!(said.contains(&one.to_string()) && said.contains(&nine.to_string()), "{said}");
    // The other coalition publishes something else entirely.
    let other_content: Verifier<u64> = Verifier::new(new_root, &roster(1..=3));
    let error = other_content.verify_at(document.clone(), at(NOON)).expect_err("refused");
    assert_eq!(error, SnapshotError::Drifted(Drift::Root { published: one, compiled: nine }));
    let other_words = ModuleIdentity { digest: nine, ..identity() };
    let verifier: Verifier<Content> = Verifier::new(other_words, &roster(1..=3));
    let drift = verifier.verify_at(document, at(NOON)).expect("a snapshot").drift();
    assert_eq!(drift, Some(Drift::Digest { published: two, compiled: nine }));
}

#[test]
fn a_member_signs_only_what_it_would_write() {
    let header = header();
    let check = |header: &Header, last| header.check_proposal(&identity(), last, at(NOON + 1), DAY, CONTENT);
    assert_eq!(check(&header, 0), Ok(()));
    assert_eq!(check(&Header { digest: UniqueId::from_bytes([9; 32]), ..header.clone() }, 0), Ok(()));
    for changed in [
        Header { valid_until: header.valid_until + 1, ..header.clone() },
        Header { issued_at: u64::MAX, ..header.clone() },
        Header { coalition_root: UniqueId::from_bytes([9; 32]), ..header.clone() },
        Header { coalition: "a.b".to_owned(), ..header.clone() },
        Header { module: "chronicle".to_owned(), ..header.clone() },
        Header { format: 2, ..header.clone() },
    ] {
        assert_eq!(check(&changed, 0), Err(ProposalError::Header), "{changed:?}");
    }
    let other = header.check_proposal(&identity(), 0, at(NOON), DAY, "[]");
    assert_eq!(other, Err(ProposalError::Content));
    let refused = ProposalError::Version { proposed: header.version, last: header.version };
    assert_eq!(check(&header, header.version), Err(refused));
    let time =
        |header: &Header| check(header, 0).is_err_and(|error| matches!(error, ProposalError::Time { .. }));
    assert!(time(&Header { version: u64::MAX, ..header.clone() }));
    assert!(time(&Header {
        issued_at: NOON + 200,
        valid_until: NOON + 200 + DAY.as_secs(),
        ..header.clone()
    }));
    // Versions rise even if a clock went back.
    let later = Header::new(&identity(), header.version + 1_000_000, at(NOON), DAY, CONTENT);
    assert_eq!(later.version, header.version + 1_000_001);
    assert_eq!(check(&later, header.version + 1_000_000), Ok(()));
}

#[test]
fn an_older_version_is_refused_after_a_restart_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("last-seen.json");
    let [first, second] = [0, 60].map(|later| Header::new(&identity(), 0, at(NOON + later), DAY, CONTENT));
    let mut seen = LastSeen::in_file(&file).expect("no file yet");
    assert_eq!(seen.accept(&first), Ok(true));
    assert_eq!(seen.accept(&second), Ok(true));
    assert_eq!(seen.accept(&second), Ok(false));
    drop(seen);
    let mut seen = LastSeen::in_file(&file).expect("the file");
    assert_eq!(seen.version(), Some(second.version));
    let rolled_back = LastSeenError::RolledBack { version: first.version, seen: second.version };
    assert_eq!(seen.accept(&first), Err(rolled_back));
    let forked = Header { content_hash: UniqueId::from_bytes([9; 32]), ..second.clone() };
    assert_eq!(seen.accept(&forked), Err(LastSeenError::Forked { version: second.version }));
    assert_eq!(seen.accept(&second), Ok(false));
    // Another module's file is not overwritten.
    let other = Header { module: "chronicle".to_owned(), version: u64::MAX, ..second };
    assert!(matches!(seen.accept(&other), Err(LastSeenError::Contents { .. })));
    std::fs::write(&file, "half").expect("written");
    let error = LastSeen::in_file(&file).expect_err("refused").to_string();
    assert!(error.starts_with(&file.display().to_string()) && error.contains("delete it"), "{error}");
}

/// Ten times the input takes about ten times as long, not a hundred times.
#[test]
fn takes_linear_time_on_many_foreign_and_repeated_signatures() {
    let time = |count: usize| {
        let own = signed(&header(), &[1, 2], "[]");
        let foreign = serde_json::to_string(&MemberSignature::new(&header(), &key(9))).expect("JSON");
        let many = format!("\"signatures\":[{}", format!("{foreign},").repeat(count));
        let document = own.replace("\"signatures\":[", &many);
        let verifier: Verifier<Content> = verifier().with_max_bytes(usize::MAX);
        let start = std::time::Instant::now();
        let outcome = verifier.verify_at(document.into_bytes(), at(NOON));
        assert_eq!(outcome.expect_err("other content"), SnapshotError::ContentChanged);
        start.elapsed()
    };
    let (small, large) = (time(2_000), time(20_000));
    assert!(large < small * 60 + Duration::from_millis(50), "{small:?}, then {large:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Whatever bytes a mirror changes: the document is refused, or means the same.
    #[test]
    fn changed_bytes_never_change_the_meaning(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let document = signed(&header(), &[1, 2, 3], CONTENT);
        let sound = verify(document.clone()).expect("a snapshot");
        let mut changed = document.into_bytes();
        for (index, byte) in changes {
            let index = index.index(changed.len());
            changed[index] = byte;
        }
        if let Ok(snapshot) = verifier().verify_at(changed, at(NOON + 60)) {
            prop_assert_eq!(snapshot.header(), sound.header());
            prop_assert_eq!(snapshot.content(), sound.content());
        }
    }

    #[test]
    fn bytes_that_are_cut_out_or_put_in_never_change_the_meaning(at_index in any::<prop::sample::Index>(), cut in 0_usize..80, put in "[ -~]{0,8}") {
        let document = signed(&header(), &[1, 2, 3], CONTENT);
        let sound = verify(document.clone()).expect("a snapshot");
        let start = at_index.index(document.len());
        let end = (start + cut).min(document.len());
        let mut changed = document.into_bytes();
        changed.splice(start..end, put.into_bytes());
        if let Ok(snapshot) = verifier().verify_at(changed, at(NOON + 60)) {
            prop_assert_eq!(snapshot.header(), sound.header());
            prop_assert_eq!(snapshot.content(), sound.content());
        }
    }
}

/// Each single byte, with a few that a JSON parser may take.
#[test]
fn every_flipped_byte_is_noticed() {
    let document = signed(&header(), &[1, 2], CONTENT).into_bytes();
    let sound = verifier().verify_at(document.clone(), at(NOON)).expect("a snapshot");
    for index in 0..document.len() {
        for byte in [document[index] ^ 1, document[index] ^ 0x20, b' ', b'0'] {
            let mut changed = document.clone();
            changed[index] = byte;
            if changed == document {
                continue;
            }
            if let Ok(snapshot) = verifier().verify_at(changed, at(NOON)) {
                assert_eq!(
                    (snapshot.header(), snapshot.content()),
                    (sound.header(), sound.content()),
                    "{index}: {byte}"
                );
            }
        }
    }
}
