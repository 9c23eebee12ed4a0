//! What left its place among those that stayed.

use core::fmt;

/// The components of the previous list that can be told apart as moved.
const MOST: usize = 16_384;

/// Two orders of one list: for each place of one, the place in the other that has the same component.
pub(super) struct Orders<O, N> {
    pub(super) old_len: usize,
    pub(super) new_len: usize,
    /// The new place of what has this old place.
    pub(super) to_new: O,
    /// The old place of what has this new place.
    pub(super) to_old: N,
}

impl<O: Fn(usize) -> Option<usize>, N: Fn(usize) -> Option<usize>> Orders<O, N> {
    /// Calls `moved(old place, new place)` for what moved, both counted from 0.
    ///
    /// Both lists are walked side by side, without what only one of them has. Where they differ, either the component
    /// of the old list went further down, or that of the new list came from further down: the one with the longer way
    /// moved.
    ///
    /// # Errors
    ///
    /// Those of `moved`; [`Undecided::TooMany`] where the lists differ in order and are too long to tell more.
    pub(super) fn walk(&self, mut moved: impl FnMut(usize, usize) -> fmt::Result) -> Result<(), Undecided> {
        let mut is_moved = [0u64; MOST / 64];
        let (mut old, mut new) = (0, 0);
        loop {
            let is_known = |old: usize| old < MOST && is_moved[old / 64] >> (old % 64) & 1 == 1;
            while old < self.old_len && (is_known(old) || (self.to_new)(old).is_none()) {
                old += 1;
            }
            let came_from = loop {
                if new >= self.new_len {
                    return Ok(());
                }
                match (self.to_old)(new) {
                    Some(from) if !is_known(from) => break from,
                    _ => new += 1,
                }
            };
            if came_from == old {
                (old, new) = (old + 1, new + 1);
                continue;
            }
            let Some(went_to) = (self.to_new)(old) else { return Ok(()) };
            let (from, to) = if came_from.saturating_sub(old) >= went_to.saturating_sub(new) {
                (came_from, new)
            } else {
                (old, went_to)
            };
            if from >= MOST {
                return Err(Undecided::TooMany);
            }
            is_moved[from / 64] |= 1 << (from % 64);
            moved(from, to)?;
        }
    }
}

/// Why a walk ended early.
pub(super) enum Undecided {
    /// The lists are too long.
    TooMany,
    /// What was written to took no more.
    Writing(fmt::Error),
}

impl From<fmt::Error> for Undecided {
    fn from(error: fmt::Error) -> Self {
        Self::Writing(error)
    }
}
