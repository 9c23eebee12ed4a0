//! The handshake page.

use core::fmt;

use crate::handshake::Handshake;
use crate::handshake::block::Block;

/// The handshake page in Markdown: what [`Handshake::markdown`] returns, written by `Display`.
#[derive(Clone, Copy, Debug)]
pub struct Page<'h, 'a>(&'h Handshake<'a>);

impl<'a> Handshake<'a> {
    /// The page to publish, in Markdown.
    #[must_use]
    pub const fn markdown(&self) -> Page<'_, 'a> {
        Page(self)
    }
}

impl fmt::Display for Page<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "```rust\n{}```\n", Block(self.0))
    }
}
