//! The words of the language: its kinds, their keys, and the modules. Messages, completion and the checks read the
//! same table.

use std::fmt;

use coalition_core::Module;
use proc_macro2::Delimiter;

/// The kind of a declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `coalition`
    Coalition,
    /// `lattice`
    Lattice,
    /// `organism`
    Organism,
    /// `confluence`
    Confluence,
    /// `module`
    Module,
    /// `ticket_issuer`
    TicketIssuer,
}

impl Kind {
    /// Every kind, the coalition first.
    pub const ALL: [Self; 6] =
        [Self::Coalition, Self::Lattice, Self::Organism, Self::Confluence, Self::Module, Self::TicketIssuer];

    /// The word of the language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Coalition => "coalition",
            Self::Lattice => "lattice",
            Self::Organism => "organism",
            Self::Confluence => "confluence",
            Self::Module => "module",
            Self::TicketIssuer => "ticket_issuer",
        }
    }

    /// The kind that a word names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind that a word names or, misspelt, is likely to mean.
    pub(crate) fn nearest(word: &str) -> Option<Self> {
        Self::from_name(word)
            .or_else(|| Self::from_name(nearest(word, Self::ALL.into_iter().map(Self::name))?))
    }

    /// The keys that a declaration of this kind takes.
    #[must_use]
    pub fn keys(self) -> &'static [Key] {
        match self {
            Self::Coalition => &COALITION,
            Self::Lattice => &LATTICE,
            Self::Organism => &ORGANISM,
            Self::Confluence => &CONFLUENCE,
            Self::Module => &MODULE,
            Self::TicketIssuer => &TICKET_ISSUER,
        }
    }

    /// The kind as prose has it: `ticket issuer`, not `ticket_issuer`.
    pub(crate) fn noun(self) -> &'static str {
        if self == Self::TicketIssuer { "ticket issuer" } else { self.name() }
    }

    /// The noun with its article.
    pub(crate) fn a_noun(self) -> &'static str {
        match self {
            Self::Coalition => "a coalition",
            Self::Lattice => "a lattice",
            Self::Organism => "an organism",
            Self::Confluence => "a confluence",
            Self::Module => "a module",
            Self::TicketIssuer => "a ticket issuer",
        }
    }

    /// All kinds, for a message.
    pub(crate) fn list() -> String {
        list(Self::ALL.into_iter().map(Self::name))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.noun())
    }
}

/// The presence of a key on a declaration of one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must be written.
    Required,
    /// It may be written.
    Optional,
    /// It may not be written.
    Refused,
}
use Presence::{Optional, Refused, Required};

/// A key of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The word of the language.
    pub name: &'static str,
    /// Its presence on a component that is declared in the block.
    pub declared: Presence,
    /// Its presence on a component that is imported by path.
    pub imported: Presence,
    /// An example of the entry, to paste with another value.
    pub example: &'static str,
    /// The meaning, for messages and documentation.
    pub meaning: &'static str,
    /// Its value in the profile of a component. `None` for a key of the identity, and for a pin.
    pub profile: Option<ProfileKey>,
}

/// A key that only the handshake covers. Its value is checked, emitted and documented by this alone.
#[derive(Clone, Copy, Debug)]
pub enum ProfileKey {
    /// A 32-byte id, and its name in the documentation of the emitted const.
    Id(&'static str),
    /// An `https://` link, and its name there.
    Link(&'static str),
}

impl Key {
    /// The field of the published struct that holds the key's value.
    pub(crate) fn field(&self) -> &'static str {
        if self.name == "handshake" { "handshake_url" } else { self.name }
    }
}

/// A key with its line in the table.
const fn key(
    name: &'static str,
    [declared, imported]: [Presence; 2],
    example: &'static str,
    meaning: &'static str,
) -> Key {
    Key { name, declared, imported, example, meaning, profile: None }
}

/// An optional key of a profile.
const fn profile(
    name: &'static str,
    profile: ProfileKey,
    example: &'static str,
    meaning: &'static str,
) -> Key {
    Key { profile: Some(profile), ..key(name, [Optional, Optional], example, meaning) }
}

const EXPECT_FINGERPRINT: &str = "the frozen fingerprint: the build fails if the derived one differs";
const STABLE_ID: Key = key(
    "stable_id",
    [Required, Optional],
    "stable_id = \"0x…\"",
    "the 32-byte id that its operator publishes",
);
const CONTENT_HASH: Key = key(
    "content_hash",
    [Optional, Optional],
    "content_hash = \"0x…\"",
    "the 32-byte content hash that its operator publishes, pinned",
);
const SPANS: &str = "the citizens that it spans, by const name";
const CONTENT: Key = key(
    "content",
    [Optional, Refused],
    "content = { window_ms = 500 }",
    "its content parameters: text, integers, booleans and ids",
);
const ACL: Key = key(
    "acl",
    [Optional, Refused],
    "acl = [recognise_issuer(\"0x…\")]",
    "the requirements of its access rules, in their order",
);
const EXPECT_OWN: Key =
    key("expect_fingerprint", [Optional, Optional], "expect_fingerprint = \"0x…\"", EXPECT_FINGERPRINT);
const TICKET_ROOT: Key = profile(
    "ticket_root",
    ProfileKey::Id("ticket-issuance root"),
    "ticket_root = \"0x…\"",
    "the 32-byte root under which its operator issues tickets",
);
const STATE_MACHINE: Key = profile(
    "state_machine",
    ProfileKey::Id("state machine"),
    "state_machine = \"0x…\"",
    "the 32-byte signature of its state machine",
);
const HANDSHAKE: Key = profile(
    "handshake",
    ProfileKey::Link("handshake"),
    "handshake = \"https://…\"",
    "the page on which its operator publishes it",
);

const COALITION: [Key; 6] = [
    EXPECT_OWN,
    key(
        "expect_components",
        [Optional, Optional],
        "expect_components = \"lattices …\"",
        "a summary of the frozen components, which explains a drift; `cargo coalition freeze` writes it",
    ),
    key(
        "expect_handshake",
        [Optional, Optional],
        "expect_handshake = \"0x…\"",
        "the frozen handshake digest, which pins everything that is published",
    ),
    key(
        "peers",
        [Optional, Optional],
        "peers = [\"…\"]",
        "initial peers on the shared universe, in the form that agents take",
    ),
    key(
        "change_channel",
        [Optional, Optional],
        "change_channel = \"https://…\"",
        "the place where changes are announced: an address, a feed or a repository",
    ),
    HANDSHAKE,
];
const LATTICE: [Key; 4] = [STABLE_ID, CONTENT_HASH, TICKET_ROOT, HANDSHAKE];
const ORGANISM: [Key; 6] = [
    key("role", [Required, Refused], "role = \"oracle\"", "what the organism does, in a word"),
    STABLE_ID,
    CONTENT_HASH,
    TICKET_ROOT,
    HANDSHAKE,
    key(
        "name",
        [Refused, Optional],
        "name = \"price-feed.eur\"",
        "its name, which an imported const does not hold",
    ),
];
const CONFLUENCE: [Key; 6] = [
    key("spans", [Required, Refused], "spans = [CITIZEN, CITIZEN]", SPANS),
    CONTENT,
    ACL,
    STATE_MACHINE,
    HANDSHAKE,
    EXPECT_OWN,
];
const MODULE: [Key; 7] = [
    key("spans", [Optional, Refused], "spans = [CITIZEN, CITIZEN]", SPANS),
    CONTENT,
    ACL,
    STATE_MACHINE,
    HANDSHAKE,
    profile(
        "roster",
        ProfileKey::Link("roster"),
        "roster = \"https://…\"",
        "the page with its committee's roster, an alternative to an `MR_TD`",
    ),
    EXPECT_OWN,
];
const TICKET_ISSUER: [Key; 3] = [ACL, HANDSHAKE, EXPECT_OWN];

/// The kinds that have a key, for a message.
pub(crate) fn kinds_with(key: &str) -> Option<String> {
    let has = |kind: &Kind| kind.keys().iter().any(|known| known.name == key);
    let kinds: Vec<_> = Kind::ALL.into_iter().filter(has).map(Kind::a_noun).collect();
    let (last, others) = kinds.split_last()?;
    Some(if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) })
}

/// Returns `true` if any kind has a key of this name.
pub(crate) fn is_key(word: &str) -> bool {
    Kind::ALL.iter().any(|kind| kind.keys().iter().any(|key| key.name == word))
}

/// Returns the form of a key, for a message about a wrong value. It is the same on every kind.
pub(crate) fn form(key: &str) -> Option<String> {
    let example = Kind::ALL.iter().flat_map(|kind| kind.keys()).find(|known| known.name == key)?.example;
    Some(if is_pin(key) {
        format!("`{key} = _` until it is frozen, then `{example}`")
    } else {
        format!("`{example}`")
    })
}

/// Returns `true` if a key holds a frozen value.
pub(crate) fn is_pin(key: &str) -> bool {
    matches!(key, "expect_fingerprint" | "expect_handshake")
}

/// Returns the bracket around the value of a key, if there is one.
pub(crate) fn bracket(key: &str) -> Option<Delimiter> {
    match key {
        "spans" | "acl" | "peers" => Some(Delimiter::Bracket),
        "content" => Some(Delimiter::Brace),
        _ => None,
    }
}

/// The names of the modules that a coalition can ship.
pub(crate) const MODULES: [&str; Module::ALL.len()] = {
    let [a, b, c, d] = Module::ALL;
    [a.name(), b.name(), c.name(), d.name()]
};

/// Joins words into a list, each in backticks.
pub(crate) fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Returns the known word that an unknown one is likely to mean.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A bit more than the similarity from which clap offers a word. A wrong guess does not help.
    const NEAR: f64 = 0.8;
    // A comparison takes time in proportion to the product of the lengths.
    const LONGEST: usize = 256;
    let word = word.to_lowercase();
    let similarity = |candidate: &str| {
        let candidate = candidate.to_lowercase();
        // `fingerprint` is `expect_fingerprint`.
        let is_part = candidate.split('_').any(|part| part == word);
        if is_part { 1.0 } else { strsim::jaro_winkler(&word, &candidate) }
    };
    let known = known.into_iter().filter(|known| word.len().max(known.len()) <= LONGEST);
    known
        .map(|candidate| (similarity(candidate), candidate))
        .filter(|(similarity, _)| *similarity > NEAR)
        // The first of several.
        .reduce(|best, other| if other.0 > best.0 { other } else { best })
        .map(|(_, candidate)| candidate)
}
