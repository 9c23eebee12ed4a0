//! Sentences about rules that the macro and const evaluation both check, so that each stands once.

/// The words of a message about one rule.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The words after the component at fault.
    pub found: &'static str,
    /// The advice: text to write instead. The first of two components follows if the text ends with a space.
    pub help: &'static str,
}

/// C07. It follows the name in backticks.
pub const NAME_TAKEN: Wording =
    Wording { found: ", which is taken", help: "each has a name of its own; the first is " };

/// C07
pub const STABLE_ID_TAKEN: Wording = Wording {
    found: " has the `stable_id` of another citizen",
    help: "each citizen has an id of its own, copied from its operator; the first to have this one is ",
};

/// C11: the form of a name.
pub const NAME_HELP: &str =
    "a name is lower-case letters, `a` to `z`, and digits, joined by `-` and `.`: `\"ethereum.mainnet\"`";

/// C11
pub const NAME_ONE_PART: &str = "has one part: a coalition's name is namespaced";

/// C11: says what the grammar has instead of a wrong character.
#[must_use]
pub const fn expected_character(found: char) -> &'static str {
    if matches!(found, '-' | '.') {
        ", where a lower-case letter or a digit goes"
    } else {
        ", where a lower-case letter, a digit, `-` or `.` goes"
    }
}

/// C11: returns `true` if the separator at the start of `rest` is wrong only because nothing follows it.
#[must_use]
pub const fn is_last_separator(before: &[u8], rest: &[u8]) -> bool {
    matches!(rest, [b'-' | b'.']) && !matches!(before, [] | [.., b'-' | b'.'])
}

/// C12
pub const MODULE_TWICE_HELP: &str = "a coalition ships each module at most once; the first is ";

/// C12
pub const NO_MODULE_HELP: &str =
    "modules are `atlas`, `almanac`, `chronicle`, `compute`; any other service is a confluence";

/// C15, of the coalition.
pub const NO_CITIZEN: Wording = Wording {
    found: " has no citizen",
    help: "add the citizens that it names: `lattice CONST_NAME = \"name\" { stable_id = \"0x…\" }`, or an organism",
};

/// C15, of a confluence or a module.
#[must_use]
pub const fn too_few_spanned(spanned: usize, least: usize) -> Wording {
    Wording {
        found: if spanned == 0 { " spans no citizen" } else { " spans one citizen" },
        help: if least == 1 {
            "name the citizens that it spans, one citizen or more"
        } else {
            "name the citizens that it spans, two citizens or more"
        },
    }
}

/// C16
pub const ZERO_ID: Wording = Wording {
    found: " is the all-zero id",
    help: "copy the id that its operator publishes: no operator publishes zeros",
};

/// C17
pub const ISSUER_ON_CONFLUENCE: Wording = Wording {
    found: ", which is independent of any coalition",
    help: "write the root of the issuer that it recognises, `recognise_issuer(\"0x…\")`; `self` is for modules",
};

/// C17
pub const ISSUER_ON_ITSELF: Wording = Wording {
    found: " on the ticket issuer itself",
    help: "write the root of another issuer, `recognise_issuer(\"0x…\")`; `self` is for modules",
};

/// C17
pub const NO_TICKET_ISSUER: Wording = Wording {
    found: " needs a ticket issuer, and this coalition has none",
    help: "declare one, `ticket_issuer TICKETS = \"name\" { … }`, or write the root of another: \
           `recognise_issuer(\"0x…\")`",
};
