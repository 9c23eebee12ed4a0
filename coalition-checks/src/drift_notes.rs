//! The notes under a drift: which components are not those that were frozen.

use coalition_core::__private::ConstString;
use coalition_handshake::__private::{Components, SummaryComponent, SummaryList};

use crate::alignment::{Alignment, ROOM};
use crate::block_names::BlockNames;

/// The most notes under one drift.
const MOST: usize = 8;

/// Returns how many numbers [`push_notes`] needs room for, with `declared` components in all lists together.
#[must_use]
pub const fn room(frozen: &Components<'_>, declared: usize) -> usize {
    let frozen = frozen.count();
    ROOM * if frozen > declared { frozen } else { declared }
}

/// Appends a note, on a line of its own, for each component that is not the frozen one: at most eight, and how many more
/// there are. The modules at the indices `default_spans` leave `spans` out, so an edited citizen explains their fingerprint.
/// `room` has as many numbers as [`room`] says, of any value.
pub const fn push_notes(
    message: &mut ConstString,
    frozen: &Components<'_>,
    declared: &Components<'_>,
    names: &BlockNames<'_>,
    default_spans: &[usize],
    room: &mut [usize],
) {
    let mut notes = Notes { message, names, default_spans, count: 0, citizens: 0 };
    let mut list = 0;
    while list < SummaryList::ALL.len() {
        let alignment =
            Alignment::new(SummaryList::ALL[list], frozen.lists[list], declared.lists[list], room);
        Differences {
            notes: &mut notes,
            list: SummaryList::ALL[list],
            frozen: frozen.lists[list],
            declared: declared.lists[list],
            alignment: &alignment,
        }
        .push();
        list += 1;
        if list == 2 {
            notes.citizens = notes.count;
        }
    }
    match notes.count {
        0 => message.push_str("\nnote: the summary shows no difference: the coalition's name, a later digit of an id, or the pin itself changed"),
        1..=MOST => {}
        count => {
            message.push_str("\nnote: ");
            message.push_usize(count - MOST);
            message.push_str(if count == MOST + 1 { " more difference" } else { " more differences" });
        }
    }
}

/// The notes so far.
struct Notes<'n, 'm> {
    message: &'m mut ConstString,
    names: &'n BlockNames<'n>,
    default_spans: &'n [usize],
    count: usize,
    /// The number of notes about citizens, after their lists are compared.
    citizens: usize,
}

impl Notes<'_, '_> {
    /// Begins a note. `false` if there are enough.
    const fn begin(&mut self) -> bool {
        self.count += 1;
        if self.count <= MOST {
            self.message.push_str("\nnote: ");
        }
        self.count <= MOST
    }

    /// Returns `true` for a module that spans every citizen, if one of them has a note.
    const fn follows_citizens(&self, module: usize) -> bool {
        let mut rest = self.default_spans;
        while let [index, others @ ..] = rest {
            if *index == module {
                return self.citizens > 0;
            }
            rest = others;
        }
        false
    }

    /// Appends the kind and the const name of a declared component.
    const fn push_name(&mut self, list: SummaryList, index: usize) {
        let (kind, name) = match list {
            SummaryList::Lattices => ("lattice `", self.names.lattices[index]),
            SummaryList::Organisms => ("organism `", self.names.organisms[index].0),
            SummaryList::Confluences => {
                let (name, is_module) = self.names.confluences[index];
                (if is_module { "module `" } else { "confluence `" }, name)
            }
            SummaryList::TicketIssuer => {
                self.message.push_str("the ticket issuer");
                return;
            }
        };
        self.message.push_str(kind);
        self.message.push_str(name);
        self.message.push_str("`");
    }

    /// Appends `: 647ce2c7… was frozen, 647ce2c8… is declared`.
    const fn push_both(&mut self, frozen: u32, declared: u32) {
        self.message.push_str(": ");
        self.message.push_short(frozen, 8);
        self.message.push_str("… was frozen, ");
        self.message.push_short(declared, 8);
        self.message.push_str("… is declared");
    }
}

/// The differences of one list.
struct Differences<'d, 'n, 'm> {
    notes: &'d mut Notes<'n, 'm>,
    list: SummaryList,
    frozen: &'d [SummaryComponent],
    declared: &'d [SummaryComponent],
    alignment: &'d Alignment<'d>,
}

impl Differences<'_, '_, '_> {
    /// Goes from one component that is in its place to the next, and through what stands between.
    const fn push(&mut self) {
        let (mut i, mut j) = (0, 0);
        loop {
            let kept = self.alignment.next_kept(i);
            let Some(declared) = (if kept < self.frozen.len() { self.alignment.to(kept) } else { None })
            else {
                break;
            };
            self.between((i, kept), (j, declared));
            self.content_hash(kept, declared);
            (i, j) = (kept + 1, declared + 1);
        }
        self.between((i, self.frozen.len()), (j, self.declared.len()));
    }

    /// The components between two that are in their places. As many that are gone as are new are the same ones, edited.
    /// Otherwise a confluence is the one that has its content and access rules.
    const fn between(&mut self, frozen: (usize, usize), declared: (usize, usize)) {
        let ((mut i, i_end), (mut j, j_end)) = (frozen, declared);
        let (mut removed, mut added) = self.alignment.unmatched(frozen, declared);
        let mut at = j;
        while matches!(self.list, SummaryList::Confluences) && removed != added && removed > 0 && at < j_end {
            let twin =
                if self.alignment.from(at).is_none() { self.alignment.twin((i, i_end), at) } else { None };
            if let Some(twin) = twin {
                let before = self.alignment.unmatched((i, twin), (j, at));
                self.pairs_or_not((i, twin), (j, at));
                self.edited(twin, at);
                (removed, added) = (removed - before.0 - 1, added - before.1 - 1);
                (i, j) = (twin + 1, at + 1);
            }
            at += 1;
        }
        self.pairs_or_not((i, i_end), (j, j_end));
    }

    const fn pairs_or_not(&mut self, frozen: (usize, usize), declared: (usize, usize)) {
        let (removed, added) = self.alignment.unmatched(frozen, declared);
        let is_pairwise = removed == added;
        let mut i = frozen.0;
        while i < frozen.1 && !is_pairwise {
            if self.alignment.to(i).is_none() {
                self.removed(i);
            }
            i += 1;
        }
        let (mut i, mut j) = (frozen.0, declared.0);
        while j < declared.1 {
            match self.alignment.from(j) {
                Some(from) => {
                    self.moved(from, j);
                    self.content_hash(from, j);
                }
                None if is_pairwise => {
                    while self.alignment.to(i).is_some() {
                        i += 1;
                    }
                    self.edited(i, j);
                    i += 1;
                }
                None => self.added(j),
            }
            j += 1;
        }
    }

    const fn removed(&mut self, frozen: usize) {
        if self.notes.begin() {
            self.notes.message.push_str(match self.list {
                SummaryList::Lattices => "a lattice was removed: ",
                SummaryList::Organisms => "an organism was removed: ",
                SummaryList::Confluences => "a confluence or module was removed: ",
                SummaryList::TicketIssuer => "the ticket issuer was removed: ",
            });
            self.notes.message.push_short(self.frozen[frozen].id, 8);
            self.notes.message.push_str("…");
        }
    }

    const fn added(&mut self, declared: usize) {
        if self.notes.begin() {
            self.notes.push_name(self.list, declared);
            self.notes.message.push_str(" was added");
        }
    }

    /// A component that follows another one although it was frozen before it, or the reverse.
    const fn moved(&mut self, frozen: usize, declared: usize) {
        if !self.notes.begin() {
            return;
        }
        self.notes.push_name(self.list, declared);
        let next = self.alignment.next_kept(frozen);
        let next = if next < self.frozen.len() { self.alignment.to(next) } else { None };
        let last = match self.alignment.last_kept(frozen) {
            Some(last) => self.alignment.to(last),
            None => None,
        };
        let (side, other) = match (last, next) {
            (_, Some(next)) if declared > next => ("before ", next),
            (Some(last), _) => ("after ", last),
            // Not reached: of matched components, one at least is in its place.
            (None, next) => ("before ", if let Some(next) = next { next } else { declared }),
        };
        self.notes.message.push_str(" is out of place: it was frozen ");
        self.notes.message.push_str(side);
        self.notes.push_name(self.list, other);
    }

    /// A component in the place of a frozen one that is gone.
    const fn edited(&mut self, frozen: usize, declared: usize) {
        let (was, is) = (&self.frozen[frozen], &self.declared[declared]);
        if matches!(self.list, SummaryList::Confluences) {
            self.edited_confluence(was, is, declared);
        } else {
            if self.notes.begin() {
                self.notes.push_name(self.list, declared);
                self.notes.message.push_str(match self.list {
                    SummaryList::TicketIssuer => " has another fingerprint",
                    _ => " has another stable id",
                });
                self.notes.push_both(was.id, is.id);
            }
            self.content_hash(frozen, declared);
        }
    }

    const fn edited_confluence(&mut self, was: &SummaryComponent, is: &SummaryComponent, declared: usize) {
        let changed = match (was.detail, is.detail) {
            (Some(was), Some(is)) => (was >> 16 != is >> 16, was & 0xffff != is & 0xffff),
            _ => (false, false),
        };
        let is_other = matches!(changed, (false, false));
        if is_other && self.notes.follows_citizens(declared) || !self.notes.begin() {
            return;
        }
        self.notes.message.push_str(match changed {
            (true, true) => "the content and the access rules of ",
            (true, false) => "the content of ",
            (false, true) => "the access rules of ",
            (false, false) => "the name or the spanned citizens of ",
        });
        self.notes.push_name(self.list, declared);
        self.notes.message.push_str(" changed");
        if is_other {
            self.notes.message.push_str(", or a later digit of an id");
        }
    }

    /// A content hash that was pinned, unpinned or changed since the freeze.
    const fn content_hash(&mut self, frozen: usize, declared: usize) {
        let (was, is) = (&self.frozen[frozen], &self.declared[declared]);
        if matches!(self.list, SummaryList::Confluences) || was.same_detail(is) || !self.notes.begin() {
            return;
        }
        match (was.detail, is.detail) {
            (Some(was), Some(is)) => {
                self.notes.push_name(self.list, declared);
                self.notes.message.push_str(" has another content hash");
                self.notes.push_both(was, is);
            }
            (was, is) => {
                self.notes.message.push_str("the content hash of ");
                self.notes.push_name(self.list, declared);
                let (what, hash) = match (was, is) {
                    (None, Some(hash)) => (" was pinned: ", hash),
                    (Some(hash), _) => (" was unpinned: ", hash),
                    (None, None) => ("", 0),
                };
                self.notes.message.push_str(what);
                self.notes.message.push_short(hash, 8);
                self.notes.message.push_str("…");
            }
        }
    }
}
