//! The checks that the macros emit and that rustc evaluates.
//!
//! A check that the user's values can fail is `#[track_caller]`. The macros call it through an identifier with the span
//! of the user's literal, so that its panic points there. The compiler's own messages have the same wording.

use coalition_core::__private::{ConstString, same_content_hash};
use coalition_core::{CoalitionConfig, UniqueId};
use coalition_handshake::__private::{Components, SummaryComponent};
use coalition_handshake::Handshake;

use crate::block_names::BlockNames;
use crate::drift_notes::push_notes;
use crate::fault_message::{fault_message, zero_id};
use crate::imports::check_kind;
use crate::pin_message::{self, PinOwner, PinWords};

/// Compares the root that rustc derives from the emitted structs with the one that the macro derived.
///
/// # Panics
///
/// Panics if they differ. This is a defect of this project, unless a const name of the block is that of another item, too.
#[track_caller]
pub const fn agree(config: &CoalitionConfig<'_>, root: &UniqueId) {
    let got = config.coalition_root();
    if !got.const_eq(root) {
        let mut message = ConstString::new();
        message.push_str("two derivations of COALITION_ROOT of `");
        message.push_str(config.name);
        message.push_str("` disagree: the macro derives ");
        message.push_id(root);
        message.push_str(", rustc derives ");
        message.push_id(&got);
        message.push_str(
            "\nhelp: if another item has the name of a const of this block, rename it\
             \nhelp: otherwise this is a defect of the crate `coalition`: do not publish either, and report it",
        );
        panic!("{}", message.as_str());
    }
}

/// Compares a coalition with imports, whose values only rustc sees, with the rules and with its frozen fingerprint.
/// Duplicates in its own lists were reported before. `frozen` is the frozen summary, if the block has one. `declared` is
/// the result of [`components`], or empty if no message needs it. `default_spans` are the indices of the modules without
/// `spans`. `ROOM` is the result of [`room`] for the two.
///
/// [`components`]: coalition_handshake::__private::components
/// [`room`]: crate::drift_notes::room
///
/// # Panics
///
/// Panics with the first rule that the coalition breaks, with C01 if it drifted, with C03 if nothing is specified.
#[track_caller]
pub const fn check<const ROOM: usize>(
    config: &CoalitionConfig<'_>,
    got: &UniqueId,
    specified: Option<[u8; 32]>,
    names: &BlockNames<'_>,
    frozen: Option<&Components<'_>>,
    declared: &[SummaryComponent],
    default_spans: &[usize],
) {
    let mut i = 0;
    while i < config.confluences.len() {
        check_kind(&config.confluences[i], names.confluences[i]);
        i += 1;
    }
    if let Err(fault) = config.validate_parts() {
        panic!("{}", fault_message(config, names, fault).as_str());
    }
    let Some(specified) = specified else {
        if declared.is_empty() {
            compare(("coalition", config.name), got, None, &PinWords::FINGERPRINT);
        }
        let declared = Components::of(config, declared);
        panic!("{}", pin_message::unfrozen_coalition(config.name, got, &declared).as_str());
    };
    if got.const_eq(&UniqueId::from_bytes(specified)) {
        return;
    }
    let mut notes = ConstString::new();
    if let Some(frozen) = frozen {
        let declared = Components::of(config, declared);
        push_notes(&mut notes, frozen, &declared, names, default_spans, &mut [0; ROOM]);
    }
    let notes = if frozen.is_some() { Some(&notes) } else { None };
    let specified = UniqueId::from_bytes(specified);
    panic!("{}", pin_message::drifted_coalition(config.name, got, &specified, notes).as_str());
}

/// Compares the summary of what was frozen with what is declared, for a coalition whose root is the frozen one.
///
/// # Panics
///
/// Panics with C20 if they differ.
#[track_caller]
pub const fn check_components(
    config: &CoalitionConfig<'_>,
    frozen: &Components<'_>,
    declared: &[SummaryComponent],
) {
    let declared = Components::of(config, declared);
    assert!(declared.same(frozen), "{}", pin_message::stale_components(&declared).as_str());
}

/// Refuses an all-zero value that is given by path, which only rustc sees. `what` names it.
///
/// # Panics
///
/// Panics with C16 if `is_zero`.
#[track_caller]
pub const fn not_zero(what: &str, is_zero: bool) {
    assert!(!is_zero, "{}", zero_id(what).as_str());
}

/// Compares the digest of a coalition's handshake with its pin.
///
/// # Panics
///
/// Panics with C18 if they differ, and with C03 if `specified` is `None`.
#[track_caller]
pub const fn check_handshake(handshake: &Handshake<'_>, specified: Option<[u8; 32]>) {
    let owner = ("the handshake of coalition", handshake.coalition.name);
    compare(owner, &handshake.digest(), specified, &PinWords::HANDSHAKE);
}

/// Compares a declared confluence, module or ticket issuer with its own frozen fingerprint. `owner` names it.
///
/// # Panics
///
/// Panics with C01 if it drifted, with C03 if nothing is specified.
#[track_caller]
pub const fn check_fingerprint(owner: &str, got: &UniqueId, specified: Option<[u8; 32]>) {
    compare((owner, ""), got, specified, &PinWords::FINGERPRINT);
}

/// Compares an id of an import with its pin. `what` names it.
///
/// # Panics
///
/// Panics with C13 if they differ.
#[track_caller]
pub const fn pinned_id(what: &str, got: &UniqueId, pin: &UniqueId) {
    if !got.const_eq(pin) {
        differs(what, Some(pin), Some(got));
    }
}

/// Compares the content hash of an import with its pin.
///
/// # Panics
///
/// Panics with C13 if they differ, also if only one of them is there.
#[track_caller]
pub const fn pinned_content_hash(what: &str, got: &Option<UniqueId>, pin: &Option<UniqueId>) {
    if !same_content_hash(got, pin) {
        differs(what, pin.as_ref(), got.as_ref());
    }
}

/// Compares the fingerprint of an imported confluence, module or ticket issuer with its pin.
///
/// # Panics
///
/// Panics with C13 if they differ, with C03 if nothing is specified.
#[track_caller]
pub const fn pinned_fingerprint(owner: &str, got: &UniqueId, specified: Option<[u8; 32]>) {
    match specified {
        None => compare((owner, ""), got, None, &PinWords::FINGERPRINT),
        Some(pin) => {
            let pin = UniqueId::from_bytes(pin);
            if !got.const_eq(&pin) {
                let mut what = ConstString::new();
                what.push_str("the fingerprint of ");
                what.push_str(owner);
                differs(what.as_str(), Some(&pin), Some(got));
            }
        }
    }
}

/// Returns `true` if [`pinned_id`] passes.
#[must_use]
pub const fn same_id(got: &UniqueId, pin: &UniqueId) -> bool {
    got.const_eq(pin)
}

/// Returns `true` if [`pinned_fingerprint`] passes.
#[must_use]
pub const fn same_fingerprint(got: &UniqueId, specified: Option<[u8; 32]>) -> bool {
    match specified {
        Some(pin) => got.const_eq(&UniqueId::from_bytes(pin)),
        None => false,
    }
}

/// Fails with C01, C03 or C18 unless the two are the same.
#[track_caller]
pub(crate) const fn compare(
    owner: PinOwner<'_>,
    got: &UniqueId,
    specified: Option<[u8; 32]>,
    pin: &PinWords,
) {
    let message = match specified {
        None => pin_message::unfrozen(owner, got, pin),
        Some(specified) => {
            let specified = UniqueId::from_bytes(specified);
            if specified.const_eq(got) {
                return;
            }
            pin_message::drifted(owner, got, &specified, "", pin)
        }
    };
    panic!("{}", message.as_str());
}

/// Fails with C13.
#[track_caller]
const fn differs(what: &str, pin: Option<&UniqueId>, got: Option<&UniqueId>) {
    let mut message = ConstString::new();
    message.push_str(what);
    message.push_str(" is not what is pinned here [C13]\n  specified: ");
    push_pin(&mut message, pin);
    message.push_str("\n        got: ");
    push_pin(&mut message, got);
    message.push_str("\nhelp: the operator's crate has changed, or is not the one that was pinned");
    message.push_str(
        "\nhelp: compare with the operator's handshake page, then pin the new value or keep the old crate",
    );
    panic!("{}", message.as_str());
}

const fn push_pin(message: &mut ConstString, id: Option<&UniqueId>) {
    match id {
        Some(id) => message.push_id(id),
        None => message.push_str("none"),
    }
}
