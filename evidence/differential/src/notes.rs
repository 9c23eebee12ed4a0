//! The notes that a drift must have, from the summaries of the reference program and the tables in the guide. Shares no//! code with the crates.

use std::ops::Range;

use anyhow::{Context, Result, ensure};

use crate::declaration::{DeclarationDocument, is_module, items, text};
use crate::reference::Derived;

const HEADINGS: [&str; 4] = ["lattices", "organisms", "confluences", "ticket_issuer"];
const CONFLUENCES: usize = 2;
/// The most notes that a message shows.
const MOST: usize = 8;

/// A component of a summary.
struct SummarisedComponent {
    /// Its name in messages.
    subject: String,
    /// Its const name before it was renamed.
    origin: String,
    /// Its word: the first 8 digits of an id, and the digits after each `:`.
    id: String,
    details: Vec<String>,
    /// `true` for a module without `spans`.
    has_default_span: bool,
}

/// The components of a declaration, in the lists of its summary.
pub struct Summary([Vec<SummarisedComponent>; 4]);

impl Summary {
    pub fn new(declaration: &DeclarationDocument, derived: &Derived) -> Result<Self> {
        let mut words = HEADINGS.map(|_| Vec::new());
        let mut list = 0;
        for word in derived.components.split(' ').filter(|word| !word.is_empty()) {
            match HEADINGS.iter().position(|heading| *heading == word) {
                Some(heading) => list = heading,
                None => words[list].push(word),
            }
        }
        let mut lists = HEADINGS.map(|_| Vec::new());
        for (list, heading) in HEADINGS.iter().enumerate() {
            let declared = match &declaration[*heading] {
                issuer if issuer.is_object() => std::slice::from_ref(issuer),
                _ => items(declaration, heading),
            };
            ensure!(declared.len() == words[list].len(), "the reference program summarises every component");
            for (component, word) in declared.iter().zip(&words[list]) {
                let ident = text(&component["ident"]);
                let is_module = is_module(&component["name"]);
                let kind = ["lattice", "organism", if is_module { "module" } else { "confluence" }];
                let mut parts = word.split(':').map(str::to_owned);
                lists[list].push(SummarisedComponent {
                    subject: kind
                        .get(list)
                        .map_or("the ticket issuer".into(), |kind| format!("{kind} `{ident}`")),
                    origin: ident.trim_end_matches("_X").to_owned(),
                    id: parts.next().context("a word")?,
                    details: parts.collect(),
                    has_default_span: list == CONFLUENCES && is_module && component["spans"].is_null(),
                });
            }
        }
        Ok(Self(lists))
    }
}

/// How far the notes of a drift could be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotesMatch {
    /// They are exactly those that were expected.
    Exact,
    /// The same, but a summary cannot tell the edits from others: two edits stand side by side in one list.
    Neighbours,
    /// Confluences with the same content and access rules have other fingerprints: it is open which is which.
    Ambiguous,
    /// More than eight, some of them moves: only what is shown is compared.
    Cut,
}

/// Compares the notes of a drift with the two summaries.
pub fn check(frozen: &Summary, edited: &Summary, notes: &[String]) -> Result<NotesMatch> {
    let (shown, hidden) = match notes
        .split_last()
        .and_then(|(last, shown)| Some((shown, last.split_once(" more difference")?)))
    {
        Some((shown, (count, _))) => (shown, count.parse()?),
        None => (notes, 0_usize),
    };
    ensure!(shown.len() <= MOST && (hidden == 0 || shown.len() == MOST), "{} notes are shown", shown.len());
    let mut expected =
        Expected { notes: Vec::new(), citizens: false, reading: NotesMatch::Exact, open: Vec::new() };
    let mut all_moves = 0;
    for (list, (frozen, edited)) in frozen.0.iter().zip(&edited.0).enumerate() {
        let lists = ComparedLists { list, frozen, edited };
        let matched = lists.matched();
        let moves = lists.moves(&matched, shown)?;
        let fewest = matched.len() - longest_ascent(&matched);
        ensure!(
            moves.len() == fewest || hidden > 0 && moves.len() < fewest,
            "{} moves instead of {fewest}",
            moves.len()
        );
        all_moves += fewest;
        if hidden == 0 {
            expected.notes.extend(moves.iter().map(|(_, note)| note.clone()));
            let is_moved = |(_, j): &(usize, usize)| moves.iter().any(|(moved, _)| moved == j);
            let kept = matched.iter().copied().filter(|pair| !is_moved(pair)).collect();
            lists.compare(&matched, kept, &mut expected);
        } else if fewest == 0 {
            lists.compare(&matched, matched.clone(), &mut expected);
        }
        expected.citizens |= list < CONFLUENCES && (fewest > 0 || !expected.notes.is_empty());
    }
    if expected.notes.is_empty() && expected.open.is_empty() && all_moves == 0 {
        expected.notes.push("the summary shows no difference: the coalition's name, a later digit of an id, or the pin itself changed".into());
    }
    let mut others: Vec<&String> = shown.iter().collect();
    if hidden > 0 {
        if all_moves > 0 {
            ensure!(shown.len() + hidden >= all_moves + expected.notes.len(), "fewer notes than differences");
            return Ok(NotesMatch::Cut);
        }
        let count = shown.len() + hidden;
        ensure!(
            expected.notes.len() == count || !expected.open.is_empty(),
            "{} differences",
            expected.notes.len()
        );
        others.retain(|note| !expected.notes.contains(note));
    } else {
        for note in &expected.notes {
            let at = others.iter().position(|other| *other == note);
            others.remove(at.with_context(|| format!("missing: {note}"))?);
        }
    }
    for (removed, added) in &expected.open {
        let (mut gone, mut new) = (0, 0);
        others.retain(|note| {
            let is_gone =
                removed.iter().any(|id| **note == format!("a confluence or module was removed: {id}…"));
            let is_new = added.iter().any(|subject| **note == format!("{subject} was added"));
            (gone, new) = (gone + usize::from(is_gone), new + usize::from(is_new));
            let is_edited = added.iter().any(|subject| note.contains(" changed") && note.contains(subject));
            !(is_gone || is_new || is_edited)
        });
        ensure!(hidden > 0 || removed.len() + new == added.len() + gone, "removed {gone}, added {new}");
    }
    ensure!(others.is_empty(), "not expected: {others:#?}");
    Ok(expected.reading)
}

struct Expected {
    notes: Vec<String>,
    /// `true` if a citizen has a note. Default spans follow it.
    citizens: bool,
    reading: NotesMatch,
    /// The ids that are gone and the subjects that are new in ambiguous parts of the list of confluences.
    open: Vec<(Vec<String>, Vec<String>)>,
}

/// A list, frozen and edited.
struct ComparedLists<'s> {
    list: usize,
    frozen: &'s [SummarisedComponent],
    edited: &'s [SummarisedComponent],
}

impl ComparedLists<'_> {
    /// Returns the places of each component that is in both, in the order of the edited list. Citizens have the same id,
    /// others the same word.
    fn matched(&self) -> Vec<(usize, usize)> {
        let is_same = |frozen: &SummarisedComponent, edited: &SummarisedComponent| {
            frozen.id == edited.id && (self.list < CONFLUENCES || frozen.details == edited.details)
        };
        let place = |(j, edited)| Some((self.frozen.iter().position(|frozen| is_same(frozen, edited))?, j));
        self.edited.iter().enumerate().filter_map(place).collect()
    }

    /// Returns what the notes say of moves, each with its place in the edited list, and checks that it is true.
    fn moves(&self, matched: &[(usize, usize)], notes: &[String]) -> Result<Vec<(usize, String)>> {
        let split = |note: &'_ String| -> Option<(usize, bool, String, String)> {
            let (subject, rest) = note.split_once(" is out of place: it was frozen ")?;
            let j = self.edited.iter().position(|component| component.subject == subject)?;
            let (side, other) = rest.split_once(' ')?;
            Some((j, side == "before", other.to_owned(), note.clone()))
        };
        let moves: Vec<_> = notes.iter().filter_map(split).collect();
        let kept: Vec<_> =
            matched.iter().filter(|(_, j)| moves.iter().all(|(moved, ..)| moved != j)).collect();
        for (j, is_before, other, note) in &moves {
            let (i, _) = matched
                .iter()
                .find(|(_, matched)| matched == j)
                .with_context(|| format!("not moved: {note}"))?;
            let nearest = if *is_before {
                kept.iter().filter(|(kept, _)| kept > i).min()
            } else {
                kept.iter().filter(|(kept, _)| kept < i).max()
            };
            let is_true = nearest.is_some_and(|(_, beside)| {
                self.edited[*beside].subject == *other && (j > beside) == *is_before
            });
            // If some moves are not shown, it is unknown which components were kept.
            ensure!(is_true || notes.len() == MOST, "not true: {note}");
        }
        Ok(moves.into_iter().map(|(j, _, _, note)| (j, note)).collect())
    }

    /// Compares what stands between components that are in their places, and the content hashes of all that are matched.
    fn compare(&self, matched: &[(usize, usize)], kept: Vec<(usize, usize)>, expected: &mut Expected) {
        let (mut i, mut j) = (0, 0);
        for (kept, beside) in kept.into_iter().chain([(self.frozen.len(), self.edited.len())]) {
            let gone =
                (i..kept).filter(|i| matched.iter().all(|(matched, _)| matched != i)).collect::<Vec<_>>();
            let new =
                (j..beside).filter(|j| matched.iter().all(|(_, matched)| matched != j)).collect::<Vec<_>>();
            self.between(&gone, &new, expected);
            (i, j) = (kept + 1, beside + 1);
        }
        for (i, j) in matched {
            self.content_hash(*i, *j, expected);
        }
    }

    /// Compares what is gone with what is new in one place. If the counts differ, a confluence is known by its content and
    /// access rules.
    fn between(&self, gone: &[usize], new: &[usize], expected: &mut Expected) {
        if gone.len() == new.len() {
            return self.segment(gone, new, expected);
        }
        let twins =
            |i: &usize| new.iter().filter(|j| self.edited[**j].details == self.frozen[*i].details).count();
        let pairs: Vec<(usize, usize)> = if self.list == CONFLUENCES {
            let pair = |(at, i): (usize, &usize)| {
                let to = new.iter().position(|j| self.edited[*j].details == self.frozen[*i].details)?;
                Some((at, to))
            };
            gone.iter().enumerate().filter_map(pair).collect()
        } else {
            Vec::new()
        };
        let is_one_to_one =
            pairs.is_sorted_by(|one, next| one.1 < next.1) && gone.iter().all(|i| twins(i) < 2);
        if self.list == CONFLUENCES && !is_one_to_one {
            expected.reading = NotesMatch::Ambiguous;
            let ids = gone.iter().map(|i| self.frozen[*i].id.clone()).collect();
            expected.open.push((ids, new.iter().map(|j| self.edited[*j].subject.clone()).collect()));
            return;
        }
        let (mut at, mut to): (Range<usize>, Range<usize>) = (0..0, 0..0);
        for (twin, beside) in pairs.into_iter().chain([(gone.len(), new.len())]) {
            (at, to) = (at.end..twin, to.end..beside);
            self.segment(&gone[at.clone()], &new[to.clone()], expected);
            if twin < gone.len() {
                self.edited(gone[twin], new[beside], expected);
            }
            (at.end, to.end) = (twin + 1, beside + 1);
        }
    }

    /// As many that are new as are gone are the same ones, edited. Otherwise they were removed and added.
    fn segment(&self, gone: &[usize], new: &[usize], expected: &mut Expected) {
        let is_pairwise = gone.len() == new.len();
        let same_origin = |i: &usize, j: &usize| self.frozen[*i].origin == self.edited[*j].origin;
        let is_told_apart = if is_pairwise {
            gone.iter().zip(new).all(|(i, j)| same_origin(i, j))
        } else {
            gone.iter().all(|i| !new.iter().any(|j| same_origin(i, j)))
        };
        if !is_told_apart {
            expected.reading = expected.reading.max(NotesMatch::Neighbours);
        }
        if is_pairwise {
            gone.iter().zip(new).for_each(|(i, j)| self.edited(*i, *j, expected));
            return;
        }
        let what = ["a lattice", "an organism", "a confluence or module", "the ticket issuer"][self.list];
        expected.notes.extend(gone.iter().map(|i| format!("{what} was removed: {}…", self.frozen[*i].id)));
        expected.notes.extend(new.iter().map(|j| format!("{} was added", self.edited[*j].subject)));
    }

    fn edited(&self, i: usize, j: usize, expected: &mut Expected) {
        let (was, is) = (&self.frozen[i], &self.edited[j]);
        let subject = &is.subject;
        if self.list != CONFLUENCES {
            let what = if self.list < CONFLUENCES { "stable id" } else { "fingerprint" };
            expected.notes.push(format!(
                "{subject} has another {what}: {}… was frozen, {}… is declared",
                was.id, is.id
            ));
            return self.content_hash(i, j, expected);
        }
        let what = match (was.details[0] != is.details[0], was.details[1] != is.details[1]) {
            (true, true) => "the content and the access rules",
            (true, false) => "the content",
            (false, true) => "the access rules",
            (false, false) if is.has_default_span && expected.citizens => return,
            (false, false) => "the name or the spanned citizens",
        };
        let or = if what.starts_with("the name") { ", or a later digit of an id" } else { "" };
        expected.notes.push(format!("{what} of {subject} changed{or}"));
    }

    fn content_hash(&self, i: usize, j: usize, expected: &mut Expected) {
        let (was, is) = (&self.frozen[i], &self.edited[j]);
        let subject = &is.subject;
        if self.list < CONFLUENCES {
            expected.notes.extend(match (was.details.first(), is.details.first()) {
                (None, Some(hash)) => Some(format!("the content hash of {subject} was pinned: {hash}…")),
                (Some(hash), None) => Some(format!("the content hash of {subject} was unpinned: {hash}…")),
                (Some(was), Some(is)) if was != is => {
                    Some(format!("{subject} has another content hash: {was}… was frozen, {is}… is declared"))
                }
                _ => None,
            });
        }
    }
}

/// The most pairs, in their order, of which both places ascend.
fn longest_ascent(pairs: &[(usize, usize)]) -> usize {
    let mut ends = Vec::new();
    for (place, _) in pairs {
        let at = ends.partition_point(|end| end < place);
        ends.truncate(ends.len().max(at));
        if at == ends.len() { ends.push(*place) } else { ends[at] = *place }
    }
    ends.len()
}
