//! What left its place among those that stayed.

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
    /// Calls `moved(old place, new place)` for what moved, both counted from 0, and returns whether that was all of it:
    /// not where the lists differ in order and are too long to tell more.
    ///
    /// Both lists are walked side by side, without what only one of them has. Where they differ, either the component
    /// of the old list went further down, or that of the new list came from further down: the one with the longer way
    /// moved.
    ///
    /// # Errors
    ///
    /// Those of `moved`.
    pub(super) fn walk<E>(&self, mut moved: impl FnMut(usize, usize) -> Result<(), E>) -> Result<bool, E> {
        let mut is_moved = [0u64; MOST / 64];
        let (mut old, mut new) = (0, 0);
        loop {
            let is_known = |old: usize| old < MOST && is_moved[old / 64] >> (old % 64) & 1 == 1;
            while old < self.old_len && (is_known(old) || (self.to_new)(old).is_none()) {
                old += 1;
            }
            let came_from = loop {
                if new >= self.new_len {
                    return Ok(true);
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
            let Some(went_to) = (self.to_new)(old) else { return Ok(true) };
            let (from, to) = if came_from.saturating_sub(old) >= went_to.saturating_sub(new) {
                (came_from, new)
            } else {
                (old, went_to)
            };
            if from >= MOST {
                return Ok(false);
            }
            is_moved[from / 64] |= 1 << (from % 64);
            moved(from, to)?;
        }
    }
}
