//! Earlier freezes and published handshakes, and the files that a freeze writes.

pub mod comparison;
mod git;
pub mod handshake_file;
pub mod journal;
mod path_deps;
pub mod previous;
pub mod published;
pub mod release_notes;
pub mod revision;
mod temporary_folder;
pub mod transaction;
