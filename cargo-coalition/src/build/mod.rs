//! The user's build, which says everything that this command knows about a coalition.

pub mod cargo_check;
pub mod coalitions;
mod dep_info;
pub mod diagnostic;
mod encoded_handshake;
mod freshness;
pub mod marker;
pub mod pins;
mod progress;
pub mod read_build;
mod rustc;
mod rustc_args;
mod scan;
mod unchecked;
pub mod workspace;
pub mod wrapper;
