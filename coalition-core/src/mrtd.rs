//! The measurement of an Intel TDX guest.

use crate::id::id_type;

/// The `MR_TD` of an Intel TDX guest, 48 bytes: the SHA-384 measurement of its initial memory.
///
/// As text it is `0x` and 96 lower-case hex digits, the first byte first. The order is that of the bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MrTd([u8; 48]);

id_type!(MrTd, 48);
