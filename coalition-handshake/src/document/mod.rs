//! The JSON document of a handshake. `schema/handshake.schema.json` describes it.

mod decode;
mod distinct;
mod field;
mod lend;
mod owned_key;
pub(super) mod rules;
mod verify;
mod write;

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::table::{citizen_keys, confluence_keys, owned, ticket_issuer_keys};
use coalition_core::{Module, MrTd, Requirement, SCHEMA_VERSION_U8, UniqueId};
use decode::Reader;
use field::{Number, decimal, present};
pub(super) use lend::Lent;
use owned_key::OwnedKey;

/// Declares a part of the document: the given fields, then the keys of its table.
macro_rules! component {
    (
        { $(#[$meta:meta])* $name:ident { $($given:tt)* } }
        $($(#[$doc:meta])* $word:literal $key:ident: $kind:ident,)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name {
            $($given)*
            $(#[serde(rename = $word, deserialize_with = "present")] $key: owned!($kind),)*
        }

        impl $name {
            /// Reads the keys from an encoding, in their order.
            fn read_keys(&mut self, reader: &mut Reader<'_>) -> Result<(), String> {
                $(self.$key = OwnedKey::read(reader)?;)*
                Ok(())
            }
        }
    };
}

/// A document. Every field is written and required, and is `null` if it has no value.
///
/// It also holds the derived identities. Reading derives them again and compares.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    format: Number<1>,
    schema: Number<{ SCHEMA_VERSION_U8 }>,
    name: String,
    ident: String,
    coalition_root: UniqueId,
    handshake_digest: UniqueId,
    #[serde(deserialize_with = "present")]
    tickets_root: Option<UniqueId>,
    modules: Modules,
    description: String,
    #[serde(rename = "handshake", deserialize_with = "present")]
    handshake_url: Option<String>,
    peers: Vec<String>,
    #[serde(deserialize_with = "present")]
    change_channel: Option<String>,
    lattices: Vec<Lattice>,
    organisms: Vec<Organism>,
    confluences: Vec<Confluence>,
    #[serde(deserialize_with = "present")]
    ticket_issuer: Option<TicketIssuer>,
}

/// Every module, in one of two lists. Each list is in the order of [`Module::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Modules {
    shipped: Vec<Shipped>,
    not_shipped: Vec<Module>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shipped {
    name: Module,
    identity: UniqueId,
}

citizen_keys!(component! {
    Lattice {
        ident: String,
        name: String,
        description: String,
        stable_id: UniqueId,
        #[serde(deserialize_with = "present")]
        content_hash: Option<UniqueId>,
    }
});

citizen_keys!(component! {
    Organism {
        ident: String,
        name: String,
        role: String,
        description: String,
        stable_id: UniqueId,
        #[serde(deserialize_with = "present")]
        content_hash: Option<UniqueId>,
    }
});

confluence_keys!(component! {
    /// A confluence or, by its name, a module.
    Confluence {
        ident: String,
        name: String,
        fingerprint: UniqueId,
        description: String,
        lattices: Vec<SpannedLattice>,
        organisms: Vec<SpannedOrganism>,
        content: Vec<Parameter>,
        acl: Vec<Rule>,
    }
});

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpannedLattice {
    name: String,
    stable_id: UniqueId,
    #[serde(deserialize_with = "present")]
    content_hash: Option<UniqueId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpannedOrganism {
    role: String,
    stable_id: UniqueId,
    #[serde(deserialize_with = "present")]
    content_hash: Option<UniqueId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameter {
    key: String,
    value: Value,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Value {
    Bool(bool),
    /// Text in the document, because readers with floating-point numbers would round it.
    #[serde(with = "decimal")]
    U64(u64),
    Text(String),
    Id(UniqueId),
}

/// An access rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Rule(#[serde(with = "RuleFields")] Requirement);

/// The fields of a [`Requirement`] in the document. `coalition-core` derives nothing, because it has no macros to build.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Requirement", rename_all = "snake_case")]
enum RuleFields {
    RecogniseIssuer(UniqueId),
    RequireMrtd(MrTd),
    RequireValidator(UniqueId),
    RecogniseCoalitionIssuer,
}

ticket_issuer_keys!(component! {
    TicketIssuer {
        ident: String,
        name: String,
        fingerprint: UniqueId,
        description: String,
        acl: Vec<Rule>,
    }
});
