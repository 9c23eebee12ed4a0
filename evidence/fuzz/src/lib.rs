//! One function for each kind of input: it panics where the input finds a defect, and returns otherwise. libFuzzer
//! calls them (`fuzz_targets/`), and the tests do, with `regressions/` and the corpus.

mod block;
mod generator;

use coalition_core::__private::{NameFault, name_fault};
use coalition_core::{MrTd, UniqueId};
use coalition_handshake::OwnedHandshake;

/// A block that is built from the words of the language, right and wrong ones.
pub fn generated(data: &[u8]) {
    block::expand(&generator::block(data));
}

/// A block as text: the corpus begins with blocks that are right, and with one of each fault.
pub fn mutated(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        block::expand(text);
    }
}

/// A text as an id, as a measurement and as a name, by the core and by the compiler, which read it on their own.
///
/// # Panics
///
/// Where they disagree, or an id is not written as it was read.
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

/// The grammar of names, read from the documentation in the plainest way: by its parts and their words.
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
    // The first wrong character is the last of the shortest beginning that no end would make a name.
    let may_go_on = |start: &str| format!("{start}0").split(['.', '-']).all(is_word);
    let count = name.chars().count();
    let wrong = name.char_indices().position(|(at, c)| !may_go_on(&name[..at + c.len_utf8()]));
    Some(NameFault::Character { position: wrong.map_or(count, |index| index + 1) })
}

/// A handshake as JSON, or in the encoding that its digest hashes.
///
/// # Panics
///
/// Where what was read is not written and read again as the same, or cannot be rendered.
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
