//! Fuzz targets: one function for each kind of input, which panics if the input finds a defect.
//!
//! libFuzzer calls them through `fuzz_targets/`. The tests call them with `regressions/` and the corpus.

mod block;
mod generator;

use coalition_core::__private::{NameFault, name_fault};
use coalition_core::{MrTd, UniqueId};
use coalition_handshake::OwnedHandshake;

/// Checks a block that the generator builds from the bytes.
pub fn generated(data: &[u8]) {
    block::expand(&generator::block(data));
}

/// Checks a block as text. The corpus begins with valid blocks and one of each fault.
pub fn mutated(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        block::expand(text);
    }
}

/// Checks text as an id, a measurement and a name, in the core and in the compiler.
///
/// # Panics
///
/// Panics if they disagree, or if an id does not survive a round trip.
pub fn texts(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let id = text.parse::<UniqueId>();
    if let Ok(id) = &id {
        assert_eq!(id.to_string(), text);
    }
    let mrtd = text.parse::<MrTd>();
    if let Ok(mrtd) = &mrtd {
        assert_eq!(mrtd.to_string(), text);
    }
    let block = format!(
        "coalition X = \"a.b\" {{ expect_fingerprint = _ }}
        lattice L = \"l\" {{ stable_id = {text:?} }}
        ticket_issuer T = \"t\" {{ acl = [require_mrtd({text:?})] }}"
    );
    let messages = block::messages(&block::expansion(&block).expect("a block of Rust tokens"));
    let refused = |what: &str| messages.iter().any(|message| message.starts_with(what));
    assert_eq!(refused("`stable_id` of lattice `L` "), !id.is_ok_and(|id| !id.is_zero()), "{messages:?}");
    assert_eq!(refused("`require_mrtd` "), !mrtd.is_ok_and(|mrtd| !mrtd.is_zero()), "{messages:?}");

    let block = format!(
        "coalition X = {text:?} {{ expect_fingerprint = _ }}
        lattice L = {text:?} {{ stable_id = \"0x{}\" }}",
        "01".repeat(32)
    );
    let messages = block::messages(&block::expansion(&block).expect("a block of Rust tokens"));
    let refused = |what: &str| messages.iter().any(|message| message.starts_with(what));
    let fault = name_fault(text, false);
    assert_eq!(fault, grammar(text));
    assert_eq!(refused("the name of lattice "), fault.is_some(), "{messages:?}");
    assert_eq!(refused("the name of coalition "), name_fault(text, true).is_some(), "{messages:?}");
}

/// Checks a name by the grammar in the documentation, written independently of the core.
fn grammar(name: &str) -> Option<NameFault> {
    if name.is_empty() {
        return Some(NameFault::Empty);
    }
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if name.split('.').flat_map(|part| part.split('-')).all(is_word) {
        return (name.len() > 64).then_some(NameFault::TooLong { bytes: name.len() });
    }
    // The first wrong character ends the shortest prefix that no suffix turns into a name.
    let may_go_on = |start: &str| format!("{start}0").split(['.', '-']).all(is_word);
    let count = name.chars().count();
    let wrong = name.char_indices().position(|(at, c)| !may_go_on(&name[..at + c.len_utf8()]));
    Some(NameFault::Character { position: wrong.map_or(count, |index| index + 1) })
}

/// Checks a handshake as JSON, or as the bytes that its digest hashes.
///
/// # Panics
///
/// Panics if a handshake that was read does not survive a round trip or cannot be rendered.
pub fn handshake(data: &[u8]) {
    let read = serde_json::from_slice::<OwnedHandshake>(data)
        .map_err(|error| error.to_string())
        .or_else(|_| OwnedHandshake::from_encoding(data).map_err(|error| error.to_string()));
    let Ok(read) = read else { return };
    let written = serde_json::to_vec(&read).expect("a document");
    let again: OwnedHandshake = serde_json::from_slice(&written).expect("what was written is read");
    assert_eq!(again, read);
    let handshake = read.as_handshake();
    let page = handshake.markdown().to_string();
    assert!(page.contains(handshake.ident));
    let notes = handshake.release_notes_entry("2026-11-22", Some(handshake)).to_string();
    assert!(!notes.is_empty());
}
