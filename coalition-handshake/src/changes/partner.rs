//! Matching of the components of two handshakes.

use core::ops::Range;

use crate::Handshake;
use crate::cards::{CitizenCard, CitizenKind, around};

/// A handshake's citizens by index: the lattices, then the organisms.
#[derive(Clone, Copy)]
pub(super) struct CitizenList<'h, 'a>(pub(super) &'h Handshake<'a>);

impl<'a> CitizenList<'_, 'a> {
    fn len(self) -> usize {
        self.0.coalition.lattices.len() + self.0.coalition.organisms.len()
    }

    /// Returns the index of the citizen that matches `card`, a citizen of the handshake `of`: the citizen of the same kind
    /// and name, else the one with the same stable id, else the one of the same name in the other kind. The search begins
    /// at `hint`.
    ///
    /// Matching is symmetric: a later rule skips citizens that an earlier rule pairs.
    pub(super) fn partner(
        self,
        card: &CitizenCard<'_>,
        of: CitizenList<'_, '_>,
        hint: usize,
    ) -> Option<usize> {
        if let Some(index) = self.named(card.kind, card.name, hint) {
            return Some(index);
        }
        if let Some(index) = self.with_id(card, hint) {
            let found = self.get(index);
            return of.named(found.kind, found.name, hint).is_none().then_some(index);
        }
        let other = match card.kind {
            CitizenKind::Lattice => CitizenKind::Organism,
            CitizenKind::Organism => CitizenKind::Lattice,
        };
        let index = self.named(other, card.name, hint)?;
        let found = self.get(index);
        let paired = of.named(found.kind, found.name, hint).is_some() || of.with_id(&found, hint).is_some();
        (!paired).then_some(index)
    }

    pub(super) fn get(self, index: usize) -> CitizenCard<'a> {
        let lattices = self.0.coalition.lattices.len();
        if index < lattices { self.0.lattice_card(index) } else { self.0.organism_card(index - lattices) }
    }

    /// Returns the indices of the citizens of a kind.
    pub(super) fn range(self, kind: CitizenKind) -> Range<usize> {
        let lattices = self.0.coalition.lattices.len();
        if kind == CitizenKind::Lattice { 0..lattices } else { lattices..self.len() }
    }

    /// Returns the place in the other handshake of the citizen at this place. Both places are counted within the kind.
    pub(super) fn place(self, kind: CitizenKind, at: usize, to: CitizenList<'_, '_>) -> Option<usize> {
        let index = self.range(kind).start + at;
        let partner = to.partner(&self.get(index), self, index)?;
        let range = to.range(kind);
        range.contains(&partner).then(|| partner - range.start)
    }

    /// Returns the kind of a citizen without building its card.
    fn kind(self, index: usize) -> CitizenKind {
        if index < self.0.coalition.lattices.len() { CitizenKind::Lattice } else { CitizenKind::Organism }
    }

    fn named(self, kind: CitizenKind, name: &str, hint: usize) -> Option<usize> {
        let lattices = self.0.coalition.lattices.len();
        let name_at = |index: usize| match self.kind(index) {
            CitizenKind::Lattice => self.0.coalition.lattices[index].name,
            CitizenKind::Organism => {
                self.0.organisms.get(index - lattices).map_or("", |profile| profile.name)
            }
        };
        // An empty name means that the name is not known.
        let found = |&index: &usize| self.kind(index) == kind && name_at(index) == name;
        around(hint, self.len()).find(found).filter(|_| !name.is_empty())
    }

    fn with_id(self, card: &CitizenCard<'_>, hint: usize) -> Option<usize> {
        let lattices = self.0.coalition.lattices.len();
        let id_at = |index: usize| match self.kind(index) {
            CitizenKind::Lattice => self.0.coalition.lattices[index].stable_id,
            CitizenKind::Organism => self.0.coalition.organisms[index - lattices].stable_id,
        };
        around(hint, self.len()).find(|&index| id_at(index) == card.stable_id)
    }
}

/// Returns the index of the confluence or module of this name. The search begins at `hint`.
pub(super) fn confluence(handshake: &Handshake<'_>, name: &str, hint: usize) -> Option<usize> {
    let confluences = handshake.coalition.confluences;
    around(hint, confluences.len()).find(|&index| confluences[index].name == name)
}
