//! Ids, measurements and modules as text.

use coalition_core::__private::{ConstString, NameFault, name_fault};
use coalition_core::{Module, MrTd, ParseIdError, UNIVERSE, UniqueId};
use proptest::prelude::*;

const DIGITS: &str = "8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036";

#[test]
fn the_universe_is_its_hash() {
    const { assert!(!UNIVERSE.is_zero()) }
    assert_eq!(UNIVERSE.as_bytes(), blake3::hash(b"mosaik.universe").as_bytes());
}

#[test]
fn an_id_is_written_in_one_way() {
    let text = format!("0x{DIGITS}");
    let id = UniqueId::parse(&text).unwrap();
    assert_eq!(id.as_bytes()[..2], [0x87, 0x13]);
    assert_eq!(id.to_string(), text);
    assert_eq!(format!("{id:?}"), format!("UniqueId({text})"));
    assert_eq!(text.parse(), Ok(id));

    assert_eq!(UniqueId::parse(""), Err(ParseIdError::MissingPrefix));
    assert_eq!(UniqueId::parse(DIGITS), Err(ParseIdError::MissingPrefix));
    assert_eq!(UniqueId::parse(&format!("0X{DIGITS}")), Err(ParseIdError::MissingPrefix));
    for digits in [0, 1, 62, 63, 65, 66, 96] {
        let error = UniqueId::parse(&format!("0x{}", "a".repeat(digits))).unwrap_err();
        assert!(matches!(error, ParseIdError::Length { digits: got, .. } if got == digits), "{error}");
    }
    for (wrong, position) in [("A", 3), ("0g", 4), ("_0", 3), ("00 ", 5), ("0é", 4), ("0x", 4)] {
        let text = format!("0x{wrong}{DIGITS}");
        assert_eq!(UniqueId::parse(&text), Err(ParseIdError::Digit { position }), "{text}");
    }
}

#[test]
fn a_measurement_has_96_digits() {
    let text = format!("0x{}", "ab".repeat(48));
    let mrtd = MrTd::from_hex(&text);
    assert_eq!(mrtd, MrTd::from_bytes([0xab; 48]));
    assert_eq!(mrtd.to_string(), text);
    assert_eq!(format!("{mrtd:?}"), format!("MrTd({text})"));
    let error = MrTd::parse(&format!("0x{DIGITS}")).unwrap_err();
    assert!(matches!(error, ParseIdError::Length { digits: 64, .. }), "{error}");
}

#[test]
#[should_panic(expected = "lower-case hex digit")]
fn from_hex_panics_with_the_words_of_the_error() {
    let _ = UniqueId::from_hex("0xG");
}

#[test]
fn zero_is_all_zero() {
    assert!(UniqueId::ZERO.is_zero());
    assert!(MrTd::from_bytes([0; 48]).is_zero());
    for i in 0..48 {
        let mut bytes = [0; 48];
        bytes[i] = 1;
        assert!(!MrTd::from_bytes(bytes).is_zero());
        if i < 32 {
            let id = UniqueId::from_bytes(bytes[..32].try_into().unwrap());
            assert!(!id.is_zero());
            assert!(!id.const_eq(&UniqueId::ZERO));
            assert!(id.const_eq(&id));
        }
    }
}

#[test]
fn modules_have_names() {
    for module in Module::ALL {
        assert_eq!(Module::from_name(module.name()), Some(module));
        assert_eq!(module.to_string().parse(), Ok(module));
    }
    for name in ["", "Atlas", "atla", "atlass", "atlas "] {
        assert_eq!(Module::from_name(name), None);
        let error = name.parse::<Module>().expect_err("no module").to_string();
        assert_eq!(error, "modules are `atlas`, `almanac`, `chronicle` and `compute`");
    }
}

#[test]
fn names_are_within_the_grammar() {
    let long = "a".repeat(64);
    for name in ["a", "0", "a-b", "a.b", "ethereum.superchain", "mev.mainnet-q2", "signals.euro-fx", &long] {
        assert_eq!(name_fault(name, false), None, "{name}");
    }
    let wrong_at = [
        ("-a", 1),
        (".a", 1),
        ("a-", 2),
        ("a.", 2),
        ("a--b", 3),
        ("a..b", 3),
        ("a-.b", 3),
        ("a.-b", 3),
        ("A", 1),
        ("aB", 2),
        ("a_b", 2),
        ("a b", 2),
        ("aé", 2),
        ("-", 1),
    ];
    for (name, position) in wrong_at {
        assert_eq!(name_fault(name, false), Some(NameFault::Character { position }), "{name}");
    }
    assert_eq!(name_fault("", true), Some(NameFault::Empty));
    assert_eq!(name_fault(&format!("{long}a"), false), Some(NameFault::TooLong { bytes: 65 }));
    assert_eq!(name_fault("superchain", true), Some(NameFault::OnePart));
    assert_eq!(name_fault("ethereum.superchain", true), None);
}

#[test]
fn a_message_is_cut_at_a_character() {
    const MESSAGE: ConstString = {
        let mut message = ConstString::new();
        message.push_usize(0);
        message.push_str(" ");
        message.push_usize(usize::MAX);
        message.push_str(" ");
        message.push_id(&UNIVERSE);
        message
    };
    assert_eq!(MESSAGE.as_str(), format!("0 {} {UNIVERSE}", usize::MAX));

    for before in 0..4 {
        let mut message = ConstString::new();
        message.push_str(&"a".repeat(before));
        message.push_str(&"é".repeat(3000));
        message.push_str("never");
        let text = message.as_str();
        assert!((4093..=4096).contains(&text.len()), "{}", text.len());
        assert!(text.ends_with("é…"));
    }

    let whole = "a".repeat(4093);
    for (more, expected) in [("", whole.clone()), ("b", format!("{whole}…"))] {
        let mut message = ConstString::new();
        message.push_str(&whole);
        message.push_str(more);
        assert_eq!(message.as_str(), expected);
    }
}

proptest! {
    #[test]
    fn ids_round_trip(bytes: [u8; 32], other: [u8; 32]) {
        let (id, other) = (UniqueId::from_bytes(bytes), UniqueId::from_bytes(other));
        prop_assert_eq!(UniqueId::parse(&id.to_string()), Ok(id));
        prop_assert_eq!(id.cmp(&other), id.as_bytes().cmp(other.as_bytes()));
        prop_assert_eq!(id.const_eq(&other), id == other);
        prop_assert_eq!(<[u8; 32]>::from(id), bytes);
    }

    #[test]
    fn what_parses_is_what_is_written(text in "0x[0-9a-fA-F]{62,66}|\\PC{0,70}") {
        if let Ok(id) = UniqueId::parse(&text) {
            prop_assert_eq!(id.to_string(), text);
        }
    }

    #[test]
    fn deriving_appends_the_info(bytes: [u8; 32], info in "\\PC{0,200}") {
        let mut preimage = bytes.to_vec();
        preimage.extend(info.as_bytes());
        let derived = UniqueId::from_bytes(bytes).derive(&info);
        prop_assert_eq!(<[u8; 32]>::from(derived), <[u8; 32]>::from(blake3::hash(&preimage)));
    }
}

#[test]
fn an_error_says_what_is_wrong() {
    let error = |text: &str| text.parse::<UniqueId>().expect_err("no id").to_string();
    assert_eq!(error("01"), "the id does not begin with `0x`");
    assert_eq!(error("0x012"), "the id has 3 hex digits instead of 64");
    assert_eq!(error("0x01F"), "the character at position 5 of the id is not a lower-case hex digit");
}

#[test]
fn an_id_is_padded_like_text() {
    let id = UniqueId::from_bytes([0xab; 32]);
    let text = id.to_string();
    assert_eq!(format!("{id:>70}|{id:<70}|{id:.10}"), format!("{text:>70}|{text:<70}|{text:.10}"));
}

#[test]
fn a_slice_is_an_id_if_it_is_as_long() {
    let bytes = [7_u8; 48];
    assert_eq!(UniqueId::try_from(&bytes[..32]).ok(), Some(UniqueId::from_bytes([7; 32])));
    assert_eq!(MrTd::try_from(&bytes[..]).ok(), Some(MrTd::from_bytes(bytes)));
    assert!(UniqueId::try_from(&bytes[..31]).is_err());
}
