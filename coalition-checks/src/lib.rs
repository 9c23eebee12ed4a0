//! The checks that the expansion of a block calls and rustc evaluates, and their messages. `no_std`.
//!
//! Use the crate `coalition` instead. Nothing here is public: it changes without notice.
//!
//! A macro cannot see values of other crates. So an expansion calls these functions, and rustc evaluates them while it
//! compiles. The compiler of the block takes its messages from here too, so that each sentence stands once.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

mod alignment;
mod assertion;
mod block_names;
mod drift_notes;
mod emitted_checks;
mod fault_message;
mod imports;
mod pin_message;
mod spelled_out;
mod twice;
mod wording;

/// Items for the other crates of this workspace. They change without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::assertion::HasFingerprint;
    pub use crate::block_names::BlockNames;
    pub use crate::drift_notes::{push_notes, room};
    pub use crate::emitted_checks::{
        agree, check, check_components, check_fingerprint, check_handshake, not_zero, pinned_content_hash,
        pinned_fingerprint, pinned_id, same_fingerprint, same_id,
    };
    pub use crate::imports::{
        check_confluence, check_lattice, check_organism, check_ticket_issuer, keeps_confluence,
        keeps_lattice, keeps_organism, keeps_ticket_issuer,
    };
    pub use crate::spelled_out::import;
    pub use crate::twice::{
        Pair, citizen_name_pair, citizen_name_twice, confluence_name_pair, confluence_name_twice, second,
        stable_id_pair, stable_id_twice,
    };
    pub mod wording {
        pub use crate::wording::*;
    }
    pub mod pin_message {
        pub use crate::pin_message::*;
    }
}
