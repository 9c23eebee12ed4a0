//! Finds which components of a frozen list are which of a declared one, in const evaluation too.

use coalition_handshake::__private::{SummaryComponent, SummaryList};

/// The numbers that an alignment needs room for, for each component of the longer list.
pub const ROOM: usize = 6;

/// The number of components that a declared one is compared with, if their counts differ.
const NEARBY: usize = 64;

/// Marks a frozen component that is in its place.
const KEPT: usize = usize::MAX;

/// Two lists, and which component of the one is which of the other.
///
/// A citizen is known by its stable id, a confluence by its whole word: an edit gives it another fingerprint. Components
/// with the same word are matched in order. Of those that are matched, the longest row in the same order is kept, and the
/// others have moved. In time this is linear, but for the search for that row, which is n log n between the first and
/// the last difference.
pub(crate) struct Alignment<'s> {
    list: SummaryList,
    frozen: &'s [SummaryComponent],
    declared: &'s [SummaryComponent],
    /// For each frozen component the declared one that it is, counted from one, or zero.
    to: &'s mut [usize],
    /// For each declared component the frozen one that it is, counted from one, or zero.
    from: &'s mut [usize],
    /// For each frozen component [`KEPT`], or anything else.
    row: &'s mut [usize],
}

impl<'s> Alignment<'s> {
    /// Aligns two lists. `room` has [`ROOM`] numbers for each component of the longer one.
    pub(crate) const fn new(
        list: SummaryList,
        frozen: &'s [SummaryComponent],
        declared: &'s [SummaryComponent],
        room: &'s mut [usize],
    ) -> Self {
        let (to, room) = room.split_at_mut(frozen.len());
        let (row, room) = room.split_at_mut(frozen.len());
        let (from, room) = room.split_at_mut(declared.len());
        let mut alignment = Self { list, frozen, declared, to, from, row };
        alignment.clear();
        let start = alignment.keep_the_start();
        let (frozen_end, declared_end) = alignment.keep_the_end(start);
        let (tails, room) = room.split_at_mut(frozen.len());
        alignment.look_up(start, frozen_end, declared_end, room);
        alignment.keep_the_longest_row(start, frozen_end, tails);
        alignment
    }

    /// The declared component that a frozen one is.
    pub(crate) const fn to(&self, frozen: usize) -> Option<usize> {
        self.to[frozen].checked_sub(1)
    }

    /// The frozen component that a declared one is.
    pub(crate) const fn from(&self, declared: usize) -> Option<usize> {
        self.from[declared].checked_sub(1)
    }

    /// The first frozen component from `frozen` on that is in its place, or the length of the list.
    pub(crate) const fn next_kept(&self, frozen: usize) -> usize {
        let mut i = frozen;
        while i < self.frozen.len() && self.row[i] != KEPT {
            i += 1;
        }
        i
    }

    /// The last frozen component before `frozen` that is in its place.
    pub(crate) const fn last_kept(&self, frozen: usize) -> Option<usize> {
        let mut i = frozen;
        while i > 0 {
            i -= 1;
            if self.row[i] == KEPT {
                return Some(i);
            }
        }
        None
    }

    /// The nearest frozen component within a range that is not declared, and has the content and the access rules of a
    /// declared one.
    pub(crate) const fn twin(&self, frozen: (usize, usize), declared: usize) -> Option<usize> {
        let (mut i, end) = frozen;
        let mut seen = 0;
        while i < end && seen < NEARBY {
            if self.to[i] == 0 {
                if self.frozen[i].same_detail(&self.declared[declared]) {
                    return Some(i);
                }
                seen += 1;
            }
            i += 1;
        }
        None
    }

    /// Returns the numbers of frozen and of declared components in two ranges that are not matched.
    pub(crate) const fn unmatched(&self, frozen: (usize, usize), declared: (usize, usize)) -> (usize, usize) {
        let (mut removed, mut i) = (0, frozen.0);
        while i < frozen.1 {
            removed += (self.to[i] == 0) as usize;
            i += 1;
        }
        let (mut added, mut j) = (0, declared.0);
        while j < declared.1 {
            added += (self.from[j] == 0) as usize;
            j += 1;
        }
        (removed, added)
    }

    const fn clear(&mut self) {
        let mut i = 0;
        while i < self.to.len() {
            self.to[i] = 0;
            self.row[i] = 0;
            i += 1;
        }
        let mut j = 0;
        while j < self.from.len() {
            self.from[j] = 0;
            j += 1;
        }
    }

    const fn is_same(&self, frozen: usize, declared: usize) -> bool {
        let (frozen, declared) = (&self.frozen[frozen], &self.declared[declared]);
        frozen.id == declared.id
            && (!matches!(self.list, SummaryList::Confluences) || frozen.same_detail(declared))
    }

    const fn pair(&mut self, frozen: usize, declared: usize) {
        self.to[frozen] = declared + 1;
        self.from[declared] = frozen + 1;
    }

    /// Keeps what both lists begin with. Returns how much that is.
    const fn keep_the_start(&mut self) -> usize {
        let mut i = 0;
        while i < self.frozen.len() && i < self.declared.len() && self.is_same(i, i) {
            self.pair(i, i);
            self.row[i] = KEPT;
            i += 1;
        }
        i
    }

    /// Keeps what both lists end with. Returns where that begins in each.
    const fn keep_the_end(&mut self, start: usize) -> (usize, usize) {
        let (mut i, mut j) = (self.frozen.len(), self.declared.len());
        while i > start && j > start && self.is_same(i - 1, j - 1) {
            i -= 1;
            j -= 1;
            self.pair(i, j);
            self.row[i] = KEPT;
        }
        (i, j)
    }

    /// Matches what stands between, with a hash table of chains in the order of the list.
    const fn look_up(&mut self, start: usize, frozen_end: usize, declared_end: usize, room: &mut [usize]) {
        let slots = declared_end - start;
        if slots == 0 {
            return;
        }
        let (heads, room) = room.split_at_mut(slots);
        let (next, _) = room.split_at_mut(slots);
        let mut slot = 0;
        while slot < slots {
            heads[slot] = 0;
            slot += 1;
        }
        // A chain holds indices after `start`, counted from one.
        let mut k = slots;
        while k > 0 {
            let slot = self.declared[start + k - 1].id as usize % slots;
            next[k - 1] = heads[slot];
            heads[slot] = k;
            k -= 1;
        }
        let mut i = start;
        while i < frozen_end {
            let slot = self.frozen[i].id as usize % slots;
            let (mut before, mut k) = (0, heads[slot]);
            while k != 0 && !self.is_same(i, start + k - 1) {
                (before, k) = (k, next[k - 1]);
            }
            if k != 0 {
                self.pair(i, start + k - 1);
                if before == 0 {
                    heads[slot] = next[k - 1];
                } else {
                    next[before - 1] = next[k - 1];
                }
            }
            i += 1;
        }
    }

    /// Keeps the longest row of matched components that ascends in both lists. `tails[n]` is the last component of that
    /// row of `n + 1` which ends earliest, and `row` leads back from each component to the one before it.
    const fn keep_the_longest_row(&mut self, start: usize, frozen_end: usize, tails: &mut [usize]) {
        let (mut longest, mut i) = (0, start);
        while i < frozen_end {
            if self.to[i] != 0 {
                let (mut low, mut high) = (0, longest);
                while low < high {
                    let middle = usize::midpoint(low, high);
                    if self.to[tails[middle]] < self.to[i] {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                tails[low] = i;
                self.row[i] = if low == 0 { 0 } else { tails[low - 1] + 1 };
                if low == longest {
                    longest += 1;
                }
            }
            i += 1;
        }
        let mut last = if longest == 0 { 0 } else { tails[longest - 1] + 1 };
        while last != 0 {
            let before = self.row[last - 1];
            self.row[last - 1] = KEPT;
            last = before;
        }
    }
}
