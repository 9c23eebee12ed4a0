//! Documents that a majority of a committee signed.
//!
//! A snapshot is verified without a network, however it came. It is one JSON document:
//!
//! ```json
//! {"header":{"format":1,"coalition":"ethereum.superchain","module":"atlas","coalition_root":"0x…","digest":"0x…",
//!  "version":1767225600000,"issued_at":1767225600,"valid_until":1767312000,"content_hash":"0x…"},
//!  "signatures":[{"member":"<64 hex digits>","signature":"<128 hex digits>"}],
//!  "content":[…]}
//! ```
//!
//! # Format
//!
//! - `content_hash` is the BLAKE3 hash of the value of `content`: its bytes as they stand in the document, from the first
//!   to the last one of the value, without the space around it.
//! - Numbers are below 2^53, so that every JSON parser reads them exactly. Times are seconds since 1970.
//! - Hex digits are lower-case.
//! - Each signature is Ed25519, by the key of a member, of the *signed text*. This is the header as lines, each with `\n` at
//!   its end:
//!
//! ```text
//! coalition-snapshot/1
//! coalition ethereum.superchain
//! module atlas
//! coalition_root 0x…
//! digest 0x…
//! version 1767225600000
//! issued_at 1767225600
//! valid_until 1767312000
//! content_hash 0x…
//! ```
//!
//! So the order of keys and the space between them may change. The content may not.
//!
//! # What a reader checks
//!
//! [`Verifier`] believes nothing that it did not check: the size, the format, that the snapshot is of this coalition and
//! module, the hash of the content, the signatures of more than half of the roster, and the time. [`LastSeen`] refuses a
//! snapshot that is older than one seen before.
//!
//! A snapshot of another root is verified too, because the same roster may serve a coalition that went on.
//! [`Snapshot::drift`] then names both roots.

mod document;
mod error;
mod header;
mod last_seen;
mod signature;
mod verifier;

pub use document::assemble;
pub use error::{Drift, SnapshotError};
pub use header::{Header, ProposalError, SKEW};
pub use last_seen::{LastSeen, LastSeenError};
pub use signature::MemberSignature;
pub use verifier::{MAX_BYTES, Snapshot, Verifier};

/// The version of the format.
const FORMAT: u64 = 1;
/// The first number that some JSON parsers round.
const TOO_LARGE: u64 = 1 << 53;
/// The year 10000, in seconds since 1970. Later times have no common spelling.
const END_OF_TIME: u64 = 253_402_300_800;

/// Returns the BLAKE3 hash of some content.
fn content_hash(content: &[u8]) -> coalition_core::UniqueId {
    coalition_core::UniqueId::from_bytes(*blake3::hash(content).as_bytes())
}

/// Returns the seconds since 1970.
fn seconds(time: std::time::SystemTime) -> u64 {
    time.duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs()
}
