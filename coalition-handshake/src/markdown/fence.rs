//! The code block around the `coalition!` block.

use core::fmt::{self, Display, Formatter, Write};

use crate::Handshake;
use crate::block::Block;

/// The block between two fences that are longer than any run of backticks in it.
pub(super) struct Fence<'h, 'a>(pub(super) &'h Handshake<'a>);

impl Display for Fence<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let block = Block(self.0);
        let mut runs = Runs { current: 0, longest: 0 };
        write!(runs, "{block}")?;
        let length = (runs.longest + 1).max(3);
        let fence = |f: &mut Formatter<'_>| (0..length).try_for_each(|_| f.write_char('`'));
        fence(f)?;
        write!(f, "rust\n{block}")?;
        fence(f)?;
        f.write_char('\n')
    }
}

/// Measures runs of backticks in what is written to it.
struct Runs {
    current: usize,
    longest: usize,
}

impl Write for Runs {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.current = if byte == b'`' { self.current + 1 } else { 0 };
            self.longest = self.longest.max(self.current);
        }
        Ok(())
    }
}
