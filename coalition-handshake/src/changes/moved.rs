//! Detection of the components that left their place in a list.

/// The length of the previous list up to which moved components are told apart.
const MOST: usize = 16_384;

/// Two orders of one list. For each place in one, it finds the place of the same component in the other.
pub(super) struct Orders<O, N> {
    pub(super) old_len: usize,
    pub(super) new_len: usize,
    /// Returns the new place of the component at an old place.
    pub(super) to_new: O,
    /// Returns the old place of the component at a new place.
    pub(super) to_old: N,
}

impl<O: Fn(usize) -> Option<usize>, N: Fn(usize) -> Option<usize>> Orders<O, N> {
    /// Calls `moved(old place, new place)` for each component that moved, with places counted from 0. Returns `false` if
    /// the lists are too long to find all of them.
    ///
    /// Walks both lists side by side and skips components that only one of them has. Where the lists differ, either the
    /// old component went further down, or the new one came up from further down. The one with the longer way moved.
    ///
    /// # Errors
    ///
    /// Returns the first error of `moved`.
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
