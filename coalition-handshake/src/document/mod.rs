//! The JSON document of a handshake.

mod decimal;
mod decode;
mod distinct;
mod field;
mod fields;
mod lend;
mod owned_key;
mod reader;
pub(super) mod rules;
mod verify;
mod write;

pub(super) use fields::HandshakeDocument;
pub(super) use lend::Lent;
