//! `src/keys.rs`, the documentation of keys in an editor, matches the compiler's table of keys. `BLESS=1` writes it.

use std::fmt::Write as _;

use coalition_compiler::{Key, Kind, Presence};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/keys.rs");

#[test]
fn the_documented_words_are_those_of_the_compiler() {
    let generated = generate();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(FILE, &generated).expect("the file can be written");
    }
    let written = std::fs::read_to_string(FILE).expect("the file can be read");
    assert!(written == generated, "src/keys.rs is stale: BLESS=1 cargo test --test keys");
}

fn generate() -> String {
    let mut file = String::from(
        "//! Every word of `coalition!` with what an editor says of it. Written by `BLESS=1 cargo test --test keys`.\n\
         \n\
         // A word is named as the user writes it.\n\
         #![allow(non_upper_case_globals)]\n\
         \n\
         /// The kinds of declarations.\n\
         pub mod kinds {\n",
    );
    for kind in Kind::ALL {
        let keys: Vec<String> = kind.keys().iter().map(|key| format!("`{}`", key.name)).collect();
        let _ = write!(
            file,
            "    /// {}\n    ///\n    /// Keys: {}.\n    pub const {}: &str = {:?};\n",
            meaning(kind),
            keys.join(", "),
            kind.name(),
            example(kind),
        );
    }
    file += &end();
    for kind in Kind::ALL {
        let _ = write!(file, "\n/// The keys of `{0}`.\npub mod {0} {{\n", kind.name());
        for key in kind.keys() {
            let _ = write!(
                file,
                "    /// {}.\n    ///\n    /// {}\n    pub const {}: &str = {:?};\n",
                sentence(key.meaning),
                presence(kind, key),
                key.name,
                key.example,
            );
        }
        file += &end();
    }
    file
}

/// The last word of every list in the macro `block!`, which no editor offers.
fn end() -> String {
    "    #[doc(hidden)]\n    pub const end: () = ();\n}\n".into()
}

fn meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Coalition => "The coalition that the block declares: it comes first, once.",
        Kind::Lattice => "A block-building lattice, a citizen that the coalition references.",
        Kind::Organism => "A standalone organism, a citizen that the coalition references.",
        Kind::Confluence => "A confluence: a service that spans citizens, with an identity of its own.",
        Kind::Module => {
            "A module that the coalition ships: `\"atlas\"`, `\"almanac\"`, `\"chronicle\"` or `\"compute\"`."
        }
        Kind::TicketIssuer => "The coalition's ticket issuer, at most one.",
    }
}

fn example(kind: Kind) -> String {
    let name = match kind {
        Kind::Coalition => "name.space",
        Kind::Module => "atlas",
        _ => "name",
    };
    let required =
        kind.keys().iter().find(|key| key.declared == Presence::Required || kind == Kind::Coalition);
    let keys = required.map_or("{ … }".into(), |key| format!("{{ {} }}", key.example));
    format!("{} CONST_NAME = \"{name}\" {keys}", kind.name())
}

fn presence(kind: Kind, key: &Key) -> String {
    let word = |presence| match presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Refused => "refused",
    };
    if kind == Kind::Coalition {
        // A coalition cannot be imported, and a missing fingerprint has a message of its own.
        return if key.name == "expect_fingerprint" { "Required." } else { "Optional." }.into();
    }
    format!("Declared in the block: {}. Imported by path: {}.", word(key.declared), word(key.imported))
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
