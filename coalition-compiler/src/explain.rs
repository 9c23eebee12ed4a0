//! Finds the one edit since the freeze that explains a drift: derives again with each edit undone.

use std::rc::Rc;

use crate::lower::{Body, Citizen, Coalition, Confluence, Parameter, Requirement};

/// The most bytes that a search for one kind of edit hashes: about a second's work for a compiler that is built without
/// optimisation. Leaving out, pins and neighbours try every component of some 700, moves every pair of some 80. What
/// was declared last is tried first: additions come at the end.
const BUDGET: usize = 16 << 20;

/// The edit that, undone, makes the coalition match, in the words of the note.
pub(crate) fn explain(coalition: &Coalition, matches: impl Fn(&Coalition) -> bool) -> Option<String> {
    let mut search = Search { coalition, matches, left: BUDGET, cost: cost(coalition) };
    let kinds = [Search::left_out, Search::pins, Search::swaps, Search::moves];
    kinds.into_iter().find_map(|kind| {
        search.left = BUDGET;
        kind(&mut search)
    })
}

struct Search<'a, F> {
    coalition: &'a Coalition,
    matches: F,
    /// What is left of the budget, and what one derivation takes from it.
    left: usize,
    cost: usize,
}

impl<F: Fn(&Coalition) -> bool> Search<'_, F> {
    /// Whether the edited coalition matches.
    fn undone(&mut self, edit: impl FnOnce(&mut Coalition)) -> bool {
        if self.exhausted() {
            return false;
        }
        self.left -= self.cost;
        let mut edited = self.coalition.clone();
        edit(&mut edited);
        (self.matches)(&edited)
    }

    fn exhausted(&self) -> bool {
        self.left < self.cost
    }

    fn left_out(&mut self) -> Option<String> {
        let added = |label: &str| format!("without {label} it matches: it was added after the freeze");
        let coalition = self.coalition;
        for citizen in coalition.lattices.iter().chain(&coalition.organisms).rev() {
            if self.undone(|c| citizen_lists(c, |list| list.retain(|other| other.label != citizen.label))) {
                return Some(added(&citizen.label));
            }
        }
        if coalition.ticket_issuer.is_some() && self.undone(|c| c.ticket_issuer = None) {
            return Some(added("the ticket issuer"));
        }
        self.each_list(|search, list, labels| {
            // Lattices and organisms were left out above, wherever they stand.
            let indices =
                if matches!(list, List::Lattices | List::Organisms) { 0..0 } else { 0..labels.len() };
            indices
                .rev()
                .find(|index| search.undone(|c| list.edit(c, |list| list.remove(*index))))
                .map(|i| added(&labels[i]))
        })
    }

    fn pins(&mut self) -> Option<String> {
        let organism = self.coalition.organisms.iter().rev().find(|organism| {
            let unpin = |citizen: &mut Citizen| {
                if citizen.label == organism.label {
                    citizen.content_hash = None;
                }
            };
            organism.content_hash.is_some()
                && self.undone(|c| citizen_lists(c, |list| list.iter_mut().for_each(unpin)))
        })?;
        Some(format!(
            "without the `content_hash` of {} it matches: it was pinned after the freeze",
            organism.label
        ))
    }

    fn swaps(&mut self) -> Option<String> {
        self.each_list(|search, list, labels| {
            let index = (1..labels.len())
                .rev()
                .find(|index| search.undone(|c| list.edit(c, |list| list.shift(*index, index - 1))))?;
            let [first, second] = [&labels[index - 1], &labels[index]];
            Some(format!("with {second} before {first} it matches: they changed places after the freeze"))
        })
    }

    fn moves(&mut self) -> Option<String> {
        self.each_list(|search, list, labels| {
            for from in 0..labels.len() {
                for to in (0..labels.len()).filter(|to| from.abs_diff(*to) > 1) {
                    if search.undone(|c| list.edit(c, |list| list.shift(from, to))) {
                        let side = if to < from { "before" } else { "after" };
                        let [moved, beside] = [&labels[from], &labels[to]];
                        return Some(format!(
                            "with {moved} {side} {beside} it matches: it was moved after the freeze"
                        ));
                    }
                    if search.exhausted() {
                        return None;
                    }
                }
            }
            None
        })
    }

    /// Tries every ordered list of the coalition, with the names of what it holds.
    fn each_list(
        &mut self,
        mut attempt: impl FnMut(&mut Self, List, &[Rc<str>]) -> Option<String>,
    ) -> Option<String> {
        let mut lists = vec![List::Lattices, List::Organisms, List::Confluences];
        for index in 0..self.coalition.confluences.len() {
            lists.extend(
                [List::SpannedLattices, List::SpannedOrganisms, List::Content, List::Acl]
                    .map(|list| list(index)),
            );
        }
        let mut coalition = self.coalition.clone();
        lists.into_iter().find_map(|list| {
            let labels = list.of(&mut coalition)?.labels();
            let labels: Vec<_> = labels.iter().map(|label| list.place(label, self.coalition)).collect();
            attempt(self, list, &labels)
        })
    }
}

/// Every list that names citizens: an edit of one citizen is made wherever it stands.
fn citizen_lists(coalition: &mut Coalition, mut edit: impl FnMut(&mut Vec<Citizen>)) {
    edit(&mut coalition.lattices);
    edit(&mut coalition.organisms);
    for confluence in &mut coalition.confluences {
        if let Body::Declared { spans: Some(spans), .. } = &mut confluence.body {
            edit(&mut spans.lattices);
            edit(&mut spans.organisms);
        }
    }
}

/// The bytes that one derivation hashes.
fn cost(coalition: &Coalition) -> usize {
    let citizens = |lattices: &[Citizen], organisms: &[Citizen]| -> usize {
        let pinned = organisms.iter().filter(|organism| organism.content_hash.is_some()).count();
        32 * (lattices.len() + organisms.len() + pinned)
    };
    let all = citizens(&coalition.lattices, &coalition.organisms);
    let confluence = |confluence: &Confluence| match &confluence.body {
        Body::Pinned(_) => 32,
        Body::Declared { spans, content, acl } => {
            let spanned = spans.as_ref().map_or(all, |spans| citizens(&spans.lattices, &spans.organisms));
            spanned + 64 * (content.len() + acl.len()) + 256
        }
    };
    all + coalition.confluences.iter().map(confluence).sum::<usize>() + 128
}

/// An ordered list of a coalition; those of a confluence with its index.
#[derive(Clone, Copy)]
enum List {
    Lattices,
    Organisms,
    Confluences,
    Content(usize),
    Acl(usize),
    SpannedLattices(usize),
    SpannedOrganisms(usize),
}

impl List {
    /// The list itself. A confluence that is imported, or that spans every citizen, has none of its own.
    fn of(self, coalition: &mut Coalition) -> Option<&mut dyn Ordered> {
        let index = match self {
            Self::Lattices => return Some(&mut coalition.lattices),
            Self::Organisms => return Some(&mut coalition.organisms),
            Self::Confluences => return Some(&mut coalition.confluences),
            Self::Content(index)
            | Self::Acl(index)
            | Self::SpannedLattices(index)
            | Self::SpannedOrganisms(index) => index,
        };
        let Body::Declared { spans, content, acl } = &mut coalition.confluences[index].body else {
            return None;
        };
        Some(match self {
            Self::Content(_) => content,
            Self::Acl(_) => acl,
            Self::SpannedLattices(_) => &mut spans.as_mut()?.lattices,
            _ => &mut spans.as_mut()?.organisms,
        })
    }

    /// Changes the list of a coalition, where there is one.
    fn edit(self, coalition: &mut Coalition, edit: impl FnOnce(&mut dyn Ordered)) {
        if let Some(list) = self.of(coalition) {
            edit(list);
        }
    }

    /// The name of an item, and of the confluence that it belongs to.
    fn place(self, item: &Rc<str>, coalition: &Coalition) -> Rc<str> {
        match self {
            Self::Lattices | Self::Organisms | Self::Confluences => item.clone(),
            Self::Content(index) | Self::Acl(index) => {
                format!("{item} of {}", coalition.confluences[index].label).into()
            }
            Self::SpannedLattices(index) | Self::SpannedOrganisms(index) => {
                format!("{item} in the `spans` of {}", coalition.confluences[index].label).into()
            }
        }
    }
}

/// A list of items that have names.
trait Ordered {
    fn labels(&self) -> Vec<Rc<str>>;
    fn remove(&mut self, index: usize);
    /// Takes an item out and puts it back in another place.
    fn shift(&mut self, from: usize, to: usize);
}

impl<T: Labelled> Ordered for Vec<T> {
    fn labels(&self) -> Vec<Rc<str>> {
        self.iter().map(Labelled::label).collect()
    }

    fn remove(&mut self, index: usize) {
        Vec::remove(self, index);
    }

    fn shift(&mut self, from: usize, to: usize) {
        let item = Vec::remove(self, from);
        self.insert(to, item);
    }
}

trait Labelled {
    fn label(&self) -> Rc<str>;
}

impl Labelled for Citizen {
    fn label(&self) -> Rc<str> {
        self.label.clone()
    }
}

impl Labelled for Confluence {
    fn label(&self) -> Rc<str> {
        self.label.clone()
    }
}

impl Labelled for Requirement {
    fn label(&self) -> Rc<str> {
        self.label.clone()
    }
}

impl Labelled for Parameter {
    fn label(&self) -> Rc<str> {
        format!("parameter `{}`", self.key).into()
    }
}
