//! Whatever stands twice, found without a heap and without comparing all pairs.

use crate::text::same_text;
use crate::{ConfluenceConfig, ContentParam, LatticeConfig, OrganismRef, UniqueId};

/// The slots of the table, and the entries that it holds at once: a quarter, so that few meet.
const SLOTS: usize = 16384;
const WINDOW: usize = SLOTS / 4;

/// A list in which nothing may stand twice.
pub(crate) enum Unique<'a> {
    /// The stable ids of lattices, then of organisms.
    StableIds(&'a [LatticeConfig<'a>], &'a [OrganismRef<'a>]),
    LatticeNames(&'a [LatticeConfig<'a>]),
    /// The names of lattices, then those that a block gives its organisms, each behind its const name.
    CitizenNames(&'a [LatticeConfig<'a>], &'a [(&'a str, &'a str)]),
    ConfluenceNames(&'a [ConfluenceConfig<'a>]),
    ContentKeys(&'a [ContentParam<'a>]),
}

impl Unique<'_> {
    /// The indices of two entries that are the same, the lower first.
    ///
    /// A window of 4096 entries at a time is put in an open hash table, in which every later entry is then looked
    /// up: n lookups below 4096 entries, n²/8192 far above. The hash does not resist entries that were chosen to
    /// collide; they cost time, never a wrong answer.
    #[expect(clippy::cast_possible_truncation, reason = "a window has 4096 entries")]
    #[expect(clippy::large_stack_arrays, reason = "32 KiB, for want of a heap")]
    pub(crate) const fn first_duplicate(&self) -> Option<(usize, usize)> {
        let len = self.len();
        let mut start = 0;
        while start + 1 < len {
            // A slot holds the entry's place in the window, counted from 1.
            let mut table = [0u16; SLOTS];
            let mut i = start;
            while i < len {
                let mut slot = self.hash(i);
                while table[slot] != 0 {
                    let other = start + table[slot] as usize - 1;
                    if self.same(other, i) {
                        return Some((other, i));
                    }
                    slot = (slot + 1) % SLOTS;
                }
                if i - start < WINDOW {
                    table[slot] = (i - start + 1) as u16;
                }
                i += 1;
            }
            start += WINDOW;
        }
        None
    }

    const fn len(&self) -> usize {
        match self {
            Self::StableIds(lattices, organisms) => lattices.len() + organisms.len(),
            Self::LatticeNames(lattices) => lattices.len(),
            Self::CitizenNames(lattices, organisms) => lattices.len() + organisms.len(),
            Self::ConfluenceNames(confluences) => confluences.len(),
            Self::ContentKeys(params) => params.len(),
        }
    }

    /// A slot for the entry at `i`. The moduli are primes below the number of slots.
    #[expect(clippy::cast_possible_truncation, reason = "a remainder is below the number of slots")]
    const fn hash(&self, i: usize) -> usize {
        match self.entry(i) {
            Entry::Id(id) => {
                let (first, last) = id.halves();
                (first % 16381 + last % 16369) as usize % SLOTS
            }
            Entry::Text(text) => {
                let mut hash = 0;
                let mut rest = text.as_bytes();
                // Eight bytes at a time, because a statement costs more here than what it computes.
                while let [a, b, c, d, e, f, g, h, others @ ..] = rest {
                    hash = (hash << 32 ^ u64::from_ne_bytes([*a, *b, *c, *d, *e, *f, *g, *h])) % 16381;
                    rest = others;
                }
                while let [byte, others @ ..] = rest {
                    hash = (hash << 8 | *byte as u64) % 16381;
                    rest = others;
                }
                hash as usize
            }
        }
    }

    const fn same(&self, i: usize, j: usize) -> bool {
        match (self.entry(i), self.entry(j)) {
            (Entry::Id(a), Entry::Id(b)) => a.const_eq(b),
            (Entry::Text(a), Entry::Text(b)) => same_text(a, b),
            _ => false,
        }
    }

    const fn entry(&self, i: usize) -> Entry<'_> {
        match self {
            Self::StableIds(lattices, organisms) => {
                if i < lattices.len() {
                    Entry::Id(&lattices[i].stable_id)
                } else {
                    Entry::Id(&organisms[i - lattices.len()].stable_id)
                }
            }
            Self::LatticeNames(lattices) => Entry::Text(lattices[i].name),
            Self::CitizenNames(lattices, organisms) => {
                if i < lattices.len() {
                    Entry::Text(lattices[i].name)
                } else {
                    Entry::Text(organisms[i - lattices.len()].1)
                }
            }
            Self::ConfluenceNames(confluences) => Entry::Text(confluences[i].name),
            Self::ContentKeys(params) => Entry::Text(params[i].key),
        }
    }
}

enum Entry<'a> {
    Id(&'a UniqueId),
    Text(&'a str),
}
