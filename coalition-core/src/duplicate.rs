//! Whatever stands twice, found without a heap and without comparing all pairs.

use crate::id::same_content_hash;
use crate::text::same_text;
use crate::{ConfluenceConfig, ContentParam, LatticeConfig, OrganismRef, UniqueId};

/// The slots of the table, and the entries that it holds at once: a quarter, so that few meet.
const SLOTS: usize = 16384;
const WINDOW: usize = SLOTS / 4;

/// Primes of 32 bits for the hash.
const PRIME: u128 = 4_000_000_007;
const FACTOR: u128 = 2_654_435_761;

/// A list, and what makes two of its entries the same.
pub enum Entries<'a> {
    /// The stable ids of lattices, then of organisms.
    StableIds(&'a [LatticeConfig<'a>], &'a [OrganismRef<'a>]),
    /// The names of lattices.
    LatticeNames(&'a [LatticeConfig<'a>]),
    /// The names of lattices, then those that a block gives its organisms, each behind its const name.
    CitizenNames(&'a [LatticeConfig<'a>], &'a [(&'a str, &'a str)]),
    /// The names of confluences.
    ConfluenceNames(&'a [ConfluenceConfig<'a>]),
    /// The keys of parameters.
    ContentKeys(&'a [ContentParam<'a>]),
    /// The lattices of a coalition, then those that one of its confluences spans, with all their fields.
    Lattices(&'a [LatticeConfig<'a>], &'a [LatticeConfig<'a>]),
    /// The organisms of both, with all their fields.
    Organisms(&'a [OrganismRef<'a>], &'a [OrganismRef<'a>]),
}

impl Entries<'_> {
    /// The indices of two entries that are the same, the lower first.
    ///
    /// A window of 4096 entries at a time is put in an open hash table, in which every later entry is then looked
    /// up: n lookups below 4096 entries, n²/8192 far above. The hash does not resist entries that were chosen to
    /// collide; they cost time, never a wrong answer.
    #[must_use]
    pub const fn first_duplicate(&self) -> Option<(usize, usize)> {
        let len = self.len();
        let mut start = 0;
        while start + 1 < len {
            let mut window = SearchWindow::from(start);
            let mut i = start;
            while i < len {
                match window.find(self, i) {
                    Ok(other) => return Some((other, i)),
                    Err(slot) if i - start < WINDOW => window.set(slot, i),
                    Err(_) => {}
                }
                i += 1;
            }
            start += WINDOW;
        }
        None
    }

    /// Returns `true` if each entry from index `known` on is the same as one below it. Those below are all different.
    ///
    /// Entries in the order of those are found without a table. From the first that is not, all are looked up.
    #[must_use]
    pub const fn is_known(&self, known: usize) -> bool {
        let len = self.len();
        let mut first = known;
        while first < len && first - known < known && self.same(first - known, first) {
            first += 1;
        }
        let mut found = first;
        let mut start = 0;
        while start < known && found < len {
            let mut window = SearchWindow::from(start);
            let mut i = start;
            while i < known && i - start < WINDOW {
                if let Err(slot) = window.find(self, i) {
                    window.set(slot, i);
                }
                i += 1;
            }
            let mut i = first;
            while i < len {
                if window.find(self, i).is_ok() {
                    found += 1;
                }
                i += 1;
            }
            start += WINDOW;
        }
        found == len
    }

    const fn len(&self) -> usize {
        match self {
            Self::StableIds(lattices, organisms) => lattices.len() + organisms.len(),
            Self::LatticeNames(lattices) => lattices.len(),
            Self::CitizenNames(lattices, organisms) => lattices.len() + organisms.len(),
            Self::ConfluenceNames(confluences) => confluences.len(),
            Self::ContentKeys(params) => params.len(),
            Self::Lattices(known, spanned) => known.len() + spanned.len(),
            Self::Organisms(known, spanned) => known.len() + spanned.len(),
        }
    }

    /// Returns a slot for the entry at `i`.
    ///
    /// Ids and names are often numbered. The product modulo a prime spreads such rows over the table. Without it they fill
    /// adjacent slots, and a search takes dozens of steps.
    const fn hash(&self, i: usize) -> usize {
        let value = match self.entry(i) {
            ComparedEntry::Id(id)
            | ComparedEntry::Lattice(LatticeConfig { stable_id: id, .. })
            | ComparedEntry::Organism(OrganismRef { stable_id: id, .. }) => {
                let (first, last) = id.halves();
                ((first % PRIME) << 56) ^ (last % PRIME)
            }
            ComparedEntry::Text(text) => {
                let mut value = 0;
                let mut rest = text.as_bytes();
                // Eight bytes at a time, because a statement costs more here than what it computes.
                while let [a, b, c, d, e, f, g, h, others @ ..] = rest {
                    value =
                        (value << 64 ^ u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]) as u128) % PRIME;
                    rest = others;
                }
                while let [byte, others @ ..] = rest {
                    value = value << 8 ^ *byte as u128;
                    rest = others;
                }
                value
            }
        };
        // The value has at most 88 bits, so the product cannot overflow.
        (value * FACTOR % PRIME) as usize % SLOTS
    }

    const fn same(&self, i: usize, j: usize) -> bool {
        match (self.entry(i), self.entry(j)) {
            (ComparedEntry::Id(a), ComparedEntry::Id(b)) => a.const_eq(b),
            (ComparedEntry::Text(a), ComparedEntry::Text(b)) => same_text(a, b),
            (ComparedEntry::Lattice(a), ComparedEntry::Lattice(b)) => {
                a.stable_id.const_eq(&b.stable_id)
                    && same_text(a.name, b.name)
                    && same_content_hash(&a.content_hash, &b.content_hash)
            }
            (ComparedEntry::Organism(a), ComparedEntry::Organism(b)) => {
                a.stable_id.const_eq(&b.stable_id)
                    && same_text(a.role, b.role)
                    && same_content_hash(&a.content_hash, &b.content_hash)
            }
            _ => false,
        }
    }

    const fn entry(&self, i: usize) -> ComparedEntry<'_> {
        match self {
            Self::StableIds(lattices, organisms) => {
                if i < lattices.len() {
                    ComparedEntry::Id(&lattices[i].stable_id)
                } else {
                    ComparedEntry::Id(&organisms[i - lattices.len()].stable_id)
                }
            }
            Self::LatticeNames(lattices) => ComparedEntry::Text(lattices[i].name),
            Self::CitizenNames(lattices, organisms) => {
                if i < lattices.len() {
                    ComparedEntry::Text(lattices[i].name)
                } else {
                    ComparedEntry::Text(organisms[i - lattices.len()].1)
                }
            }
            Self::ConfluenceNames(confluences) => ComparedEntry::Text(confluences[i].name),
            Self::ContentKeys(params) => ComparedEntry::Text(params[i].key),
            Self::Lattices(known, spanned) => {
                ComparedEntry::Lattice(if i < known.len() { &known[i] } else { &spanned[i - known.len()] })
            }
            Self::Organisms(known, spanned) => {
                ComparedEntry::Organism(if i < known.len() { &known[i] } else { &spanned[i - known.len()] })
            }
        }
    }
}

enum ComparedEntry<'a> {
    Id(&'a UniqueId),
    Text(&'a str),
    Lattice(&'a LatticeConfig<'a>),
    Organism(&'a OrganismRef<'a>),
}

/// An open hash table of entries from an index on. A slot holds the entry's place in the window, counted from 1.
struct SearchWindow {
    start: usize,
    slots: [u16; SLOTS],
}

impl SearchWindow {
    #[expect(clippy::large_stack_arrays, reason = "32 KiB, for want of a heap")]
    const fn from(start: usize) -> Self {
        Self { start, slots: [0; SLOTS] }
    }

    /// The index of the entry that is the same as the one at `i`, or the slot for it.
    const fn find(&self, list: &Entries<'_>, i: usize) -> Result<usize, usize> {
        let mut slot = list.hash(i);
        while self.slots[slot] != 0 {
            let other = self.start + self.slots[slot] as usize - 1;
            if list.same(other, i) {
                return Ok(other);
            }
            slot = (slot + 1) % SLOTS;
        }
        Err(slot)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a window has 4096 entries")]
    const fn set(&mut self, slot: usize, i: usize) {
        self.slots[slot] = (i - self.start + 1) as u16;
    }
}
