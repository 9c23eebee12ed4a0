//! Records in a file, each behind its magic. A file is searched as bytes: whatever the format of an executable is, a
//! static stands in it as it is in memory.

use memchr::memmem;

/// Returns the bytes after each magic, up to the end of the file.
pub fn behind<'b>(bytes: &'b [u8], magic: &[u8; 16]) -> impl Iterator<Item = &'b [u8]> {
    let found: Vec<usize> = memmem::find_iter(bytes, magic).collect();
    found.into_iter().map(|at| &bytes[at + magic.len()..])
}

/// Takes an array from the left.
pub fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*taken)
}
