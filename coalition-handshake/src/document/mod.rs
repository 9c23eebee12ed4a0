//! The document of a handshake: its fields, in order. `schema/handshake.schema.json` describes it.

mod decode;
mod field;
mod lend;
mod rules;
mod verify;
mod write;

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use coalition_core::{Module, MrTd, SCHEMA_VERSION_U8, UniqueId};
use field::{Number, decimal, present};

/// Every field is written, `null` where there is nothing, and every field must be there to be read. What follows from
/// the others is written too, and is held against them when it is read.
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
    #[serde(deserialize_with = "present")]
    handshake: Option<String>,
    peers: Vec<String>,
    #[serde(deserialize_with = "present")]
    change_channel: Option<String>,
    lattices: Vec<Lattice>,
    organisms: Vec<Organism>,
    confluences: Vec<Confluence>,
    #[serde(deserialize_with = "present")]
    ticket_issuer: Option<TicketIssuer>,
}

/// Every module, in one list or the other, each list in the order of [`Module::ALL`].
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

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lattice {
    ident: String,
    name: String,
    description: String,
    stable_id: UniqueId,
    #[serde(deserialize_with = "present")]
    content_hash: Option<UniqueId>,
    #[serde(deserialize_with = "present")]
    ticket_root: Option<UniqueId>,
    #[serde(deserialize_with = "present")]
    handshake: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Organism {
    ident: String,
    name: String,
    role: String,
    description: String,
    stable_id: UniqueId,
    #[serde(deserialize_with = "present")]
    content_hash: Option<UniqueId>,
    #[serde(deserialize_with = "present")]
    ticket_root: Option<UniqueId>,
    #[serde(deserialize_with = "present")]
    handshake: Option<String>,
}

/// A confluence or, by its name, a module.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Confluence {
    ident: String,
    name: String,
    fingerprint: UniqueId,
    description: String,
    lattices: Vec<SpannedLattice>,
    organisms: Vec<SpannedOrganism>,
    content: Vec<Parameter>,
    acl: Vec<Rule>,
    #[serde(deserialize_with = "present")]
    state_machine: Option<UniqueId>,
    #[serde(deserialize_with = "present")]
    handshake: Option<String>,
    #[serde(deserialize_with = "present")]
    import: Option<String>,
}

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
    /// As text: a reader whose numbers are floating point would round it.
    #[serde(with = "decimal")]
    U64(u64),
    Text(String),
    Id(UniqueId),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Rule {
    RecogniseIssuer(UniqueId),
    RequireMrtd(MrTd),
    RequireValidator(UniqueId),
    RecogniseCoalitionIssuer,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TicketIssuer {
    ident: String,
    name: String,
    fingerprint: UniqueId,
    description: String,
    acl: Vec<Rule>,
    #[serde(deserialize_with = "present")]
    handshake: Option<String>,
}
