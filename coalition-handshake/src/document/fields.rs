//! The JSON document of a handshake. `schema/handshake.schema.json` describes it.

use alloc::string::String;
use alloc::vec::Vec;

use coalition_core::{Module, MrTd, Requirement, SCHEMA_VERSION_U8, UniqueId};
use serde::{Deserialize, Serialize};

use super::decimal;
use super::field::{Number, present};
use super::owned_key::OwnedKey;
use super::reader::EncodingReader;
use crate::table::{citizen_keys, confluence_keys, owned, ticket_issuer_keys};

/// Declares a part of the document: the given fields, then the keys of its table.
macro_rules! component {
    (
        { $(#[$meta:meta])* $name:ident { $($given:tt)* } }
        $($(#[$doc:meta])* $word:literal $key:ident: $kind:ident,)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $($given)*
            $(#[serde(rename = $word, deserialize_with = "present")] pub(super) $key: owned!($kind),)*
        }

        impl $name {
            /// Reads the keys from an encoding, in their order.
            pub(super) fn read_keys(&mut self, reader: &mut EncodingReader<'_>) -> Result<(), String> {
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
pub(crate) struct HandshakeDocument {
    pub(super) format: Number<1>,
    pub(super) schema: Number<{ SCHEMA_VERSION_U8 }>,
    pub(super) name: String,
    pub(super) ident: String,
    pub(super) coalition_root: UniqueId,
    pub(super) handshake_digest: UniqueId,
    #[serde(deserialize_with = "present")]
    pub(super) tickets_root: Option<UniqueId>,
    pub(super) modules: Modules,
    pub(super) description: String,
    #[serde(rename = "handshake", deserialize_with = "present")]
    pub(super) handshake_url: Option<String>,
    pub(super) peers: Vec<String>,
    #[serde(deserialize_with = "present")]
    pub(super) change_channel: Option<String>,
    pub(super) lattices: Vec<Lattice>,
    pub(super) organisms: Vec<Organism>,
    pub(super) confluences: Vec<Confluence>,
    #[serde(deserialize_with = "present")]
    pub(super) ticket_issuer: Option<TicketIssuer>,
}

/// Every module, in one of two lists. Each list is in the order of [`Module::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Modules {
    pub(super) shipped: Vec<Shipped>,
    pub(super) not_shipped: Vec<Module>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shipped {
    pub(super) name: Module,
    pub(super) identity: UniqueId,
}

citizen_keys!(component! {
    Lattice {
        pub(super) ident: String,
        pub(super) name: String,
        pub(super) description: String,
        pub(super) stable_id: UniqueId,
        #[serde(deserialize_with = "present")]
        pub(super) content_hash: Option<UniqueId>,
    }
});

citizen_keys!(component! {
    Organism {
        pub(super) ident: String,
        pub(super) name: String,
        pub(super) role: String,
        pub(super) description: String,
        pub(super) stable_id: UniqueId,
        #[serde(deserialize_with = "present")]
        pub(super) content_hash: Option<UniqueId>,
    }
});

confluence_keys!(component! {
    /// A confluence or, by its name, a module.
    Confluence {
        pub(super) ident: String,
        pub(super) name: String,
        pub(super) fingerprint: UniqueId,
        pub(super) description: String,
        pub(super) lattices: Vec<SpannedLattice>,
        pub(super) organisms: Vec<SpannedOrganism>,
        pub(super) content: Vec<Parameter>,
        pub(super) acl: Vec<SerdeRequirement>,
    }
});

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpannedLattice {
    pub(super) name: String,
    pub(super) stable_id: UniqueId,
    #[serde(deserialize_with = "present")]
    pub(super) content_hash: Option<UniqueId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpannedOrganism {
    pub(super) role: String,
    pub(super) stable_id: UniqueId,
    #[serde(deserialize_with = "present")]
    pub(super) content_hash: Option<UniqueId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parameter {
    pub(super) key: String,
    pub(super) value: ParameterValue,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ParameterValue {
    Bool(bool),
    /// Text in the document, because readers with floating-point numbers would round it.
    #[serde(with = "decimal")]
    U64(u64),
    Text(String),
    Id(UniqueId),
}

/// An access rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct SerdeRequirement(#[serde(with = "RequirementFields")] pub(super) Requirement);

/// The fields of a [`Requirement`] in the document. `coalition-core` derives nothing, because it has no macros to build.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Requirement", rename_all = "snake_case")]
enum RequirementFields {
    RecogniseIssuer(UniqueId),
    RequireMrtd(MrTd),
    RequireValidator(UniqueId),
    RecogniseCoalitionIssuer,
}

ticket_issuer_keys!(component! {
    TicketIssuer {
        pub(super) ident: String,
        pub(super) name: String,
        pub(super) fingerprint: UniqueId,
        pub(super) description: String,
        pub(super) acl: Vec<SerdeRequirement>,
    }
});
