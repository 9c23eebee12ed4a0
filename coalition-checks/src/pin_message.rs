//! The words for a pin that differs, is open or is missing. The macro and const evaluation both take them from here.

use coalition_core::__private::ConstString;
use coalition_core::UniqueId;
use coalition_handshake::__private::{Components, MOST_IN_A_MESSAGE, push_entry};

/// The words of a message about one kind of pin.
#[derive(Clone, Copy, Debug)]
pub struct PinWords {
    drifted: &'static str,
    /// The advice to freeze it: the text before the quoted value, and the text after it.
    freeze: (&'static str, &'static str),
}

impl PinWords {
    /// `expect_fingerprint`
    pub const FINGERPRINT: Self = Self {
        drifted: " does not match its frozen fingerprint [C01]",
        freeze: ("freeze it: `expect_fingerprint = ", "`"),
    };
    /// `expect_handshake`
    pub const HANDSHAKE: Self = Self {
        drifted: " does not match its frozen digest [C18]",
        freeze: ("freeze it: `expect_handshake = ", "`"),
    };
    /// The pin of `assert_fingerprint!`, which has no key.
    pub(crate) const ASSERTED: Self = Self { freeze: ("write `", "` in place of `_`"), ..Self::FINGERPRINT };
}

/// The owner of a pin: its kind, and its name unless the kind holds that already.
pub type PinOwner<'a> = (&'a str, &'a str);

/// C01 and C18: the value is not the frozen one. A note begins on a line of its own.
#[must_use]
pub const fn drifted(
    owner: PinOwner<'_>,
    got: &UniqueId,
    specified: &UniqueId,
    notes: &str,
    pin: &PinWords,
) -> ConstString {
    let mut message = ConstString::new();
    push_owner(&mut message, owner);
    message.push_str(pin.drifted);
    message.push_str("\n  specified: ");
    message.push_id(specified);
    message.push_str("\n        got: ");
    message.push_id(got);
    message.push_str(notes);
    message.push_str("\nhelp: operators: review with `cargo coalition diff`, then `cargo coalition freeze`");
    message.push_str("\nhelp: integrators: do not edit the pin; compare with the operator's handshake page");
    message
}

/// C01 of a coalition. `notes` say what drifted, if the block has the summary of what was frozen.
#[must_use]
pub const fn drifted_coalition(
    name: &str,
    got: &UniqueId,
    specified: &UniqueId,
    notes: Option<&ConstString>,
) -> ConstString {
    match notes {
        Some(notes) => drifted(("coalition", name), got, specified, notes.as_str(), &PinWords::FINGERPRINT),
        None => {
            let mut message = drifted(("coalition", name), got, specified, "", &PinWords::FINGERPRINT);
            message.push_str("\nhelp: to see what drifted, copy `expect_components` from that page too");
            message
        }
    }
}

/// C03: the pin is `_`.
#[must_use]
pub const fn unfrozen(owner: PinOwner<'_>, got: &UniqueId, pin: &PinWords) -> ConstString {
    let mut message = ConstString::new();
    push_unfrozen(&mut message, owner, got);
    message.push_str(pin.freeze.0);
    message.push_str("\"");
    message.push_id(got);
    message.push_str("\"");
    message.push_str(pin.freeze.1);
    message
}

/// C03 of a coalition, with both lines to paste.
#[must_use]
pub const fn unfrozen_coalition(name: &str, got: &UniqueId, declared: &Components<'_>) -> ConstString {
    if declared.count() > MOST_IN_A_MESSAGE {
        return unfrozen(("coalition", name), got, &PinWords::FINGERPRINT);
    }
    let mut message = ConstString::new();
    push_unfrozen(&mut message, ("coalition", name), got);
    message.push_str("freeze it with these two lines:");
    push_lines(&mut message, got, declared);
    message
}

/// C02: the coalition has no pin. `got` is `None` if only rustc can derive it.
#[must_use]
pub const fn missing(name: &str, got: Option<&UniqueId>, declared: &Components<'_>) -> ConstString {
    let mut message = ConstString::new();
    push_owner(&mut message, ("coalition", name));
    message.push_str(" has no `expect_fingerprint` [C02]");
    match got {
        Some(got) => {
            message.push_str("\n        got: ");
            message.push_id(got);
            message.push_str("\nhelp: operators: review the declaration, then add ");
            if declared.count() > MOST_IN_A_MESSAGE {
                message.push_str("`expect_fingerprint = \"");
                message.push_id(got);
                message.push_str("\",`");
            } else {
                message.push_str("these two lines:");
                push_lines(&mut message, got, declared);
            }
        }
        None => message.push_str(
            "\nhelp: operators: add `expect_fingerprint = _,`; the next build says the value to freeze",
        ),
    }
    message.push_str("\nhelp: integrators: copy the declaration from the operator's handshake page instead");
    message
}

/// C20: the root is the frozen one, and the summary is not that of what is declared.
#[must_use]
pub const fn stale_components(declared: &Components<'_>) -> ConstString {
    let mut message = ConstString::new();
    message.push_str("`expect_components` is not the summary of what is frozen [C20]");
    if declared.count() > MOST_IN_A_MESSAGE {
        message.push_str("\nhelp: operators: `cargo coalition freeze` writes it; or remove the key");
    } else {
        message.push_str("\nhelp: operators: write:");
        push_components(&mut message, declared);
    }
    message.push_str("\nhelp: integrators: copy it from the operator's handshake page, with the pin");
    message
}

const fn push_owner(message: &mut ConstString, (kind, name): PinOwner<'_>) {
    message.push_str(kind);
    if !name.is_empty() {
        message.push_str(" `");
        message.push_str(name);
        message.push_str("`");
    }
}

const fn push_unfrozen(message: &mut ConstString, owner: PinOwner<'_>, got: &UniqueId) {
    push_owner(message, owner);
    message.push_str(" is not frozen yet [C03]\n        got: ");
    message.push_id(got);
    message.push_str("\nhelp: operators: review the declaration, then ");
}

/// The two lines that freeze a coalition, ready to paste.
const fn push_lines(message: &mut ConstString, got: &UniqueId, declared: &Components<'_>) {
    message.push_str("\n        expect_fingerprint = \"");
    message.push_id(got);
    message.push_str("\",");
    push_components(message, declared);
}

const fn push_components(message: &mut ConstString, declared: &Components<'_>) {
    message.push_str("\n        ");
    push_entry(message, declared, 8);
    message.push_str(",");
}
