//! The edits that a search undoes: what they are, what is left of a list, and what is said of them.

use std::rc::Rc;

use crate::derive::references;
use crate::lower::{Body, Citizen, Coalition, Confluence, Parameter, Requirement};

/// One edit, undone.
pub(super) enum Edit {
    /// The citizen of this label is left out, wherever it stands.
    WithoutCitizen(Rc<str>),
    /// A citizen is not pinned, wherever it stands.
    Unpinned(Citizen),
    WithoutTicketIssuer,
    /// The item of this index is left out of a list.
    Without(List, usize),
    /// An item stands in another place of its list.
    Moved {
        list: List,
        from: usize,
        to: usize,
    },
}

/// An ordered list of a coalition; those of a confluence with its index.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Lattices,
    Organisms,
    Confluences,
    SpannedLattices(usize),
    SpannedOrganisms(usize),
    Content(usize),
    Acl(usize),
}

/// The edits of a coalition, kind by kind.
pub(super) fn kinds(coalition: &Coalition) -> [Box<dyn Iterator<Item = Edit> + '_>; 4] {
    [
        Box::new(left_out(coalition)),
        Box::new(pins(coalition)),
        Box::new(swaps(coalition)),
        Box::new(moves(coalition)),
    ]
}

fn left_out(coalition: &Coalition) -> impl Iterator<Item = Edit> {
    let citizens = coalition.lattices.iter().chain(&coalition.organisms).rev();
    let citizens = citizens.map(|citizen| Edit::WithoutCitizen(citizen.label.clone()));
    let issuer = coalition.ticket_issuer.iter().map(|_| Edit::WithoutTicketIssuer);
    // Lattices and organisms are left out wherever they stand.
    let lists = lists(coalition).filter(|(list, _)| !matches!(list, List::Lattices | List::Organisms));
    let items = lists.flat_map(|(list, count)| (0..count).rev().map(move |index| Edit::Without(list, index)));
    citizens.chain(issuer).chain(items)
}

fn pins(coalition: &Coalition) -> impl Iterator<Item = Edit> {
    let pinned = coalition.organisms.iter().rev().filter(|organism| organism.content_hash.is_some());
    pinned.map(|organism| Edit::Unpinned(Citizen { content_hash: None, ..organism.clone() }))
}

fn swaps(coalition: &Coalition) -> impl Iterator<Item = Edit> {
    let swap = |list, from| Edit::Moved { list, from, to: from - 1 };
    lists(coalition).flat_map(move |(list, count)| (1..count).rev().map(move |from| swap(list, from)))
}

fn moves(coalition: &Coalition) -> impl Iterator<Item = Edit> {
    lists(coalition).flat_map(|(list, count)| {
        let places = move |from: usize| (0..count).filter(move |to| from.abs_diff(*to) > 1);
        (0..count).flat_map(move |from| places(from).map(move |to| Edit::Moved { list, from, to }))
    })
}

/// Every list of a coalition, and how many items it has.
fn lists(coalition: &Coalition) -> impl Iterator<Item = (List, usize)> {
    let own = |index| {
        [List::SpannedLattices, List::SpannedOrganisms, List::Content, List::Acl].map(|list| list(index))
    };
    let all = [List::Lattices, List::Organisms, List::Confluences];
    let all = all.into_iter().chain((0..coalition.confluences.len()).flat_map(own));
    all.map(|list| (list, list.items(coalition).len()))
}

impl Edit {
    /// The items of a list.
    pub(super) fn items<'a, T>(&self, list: List, items: &'a [T]) -> Vec<&'a T> {
        let mut items = references(items);
        match *self {
            Self::Without(edited, index) if edited == list => {
                items.remove(index);
            }
            Self::Moved { list: edited, from, to } if edited == list => {
                let item = items.remove(from);
                items.insert(to, item);
            }
            _ => {}
        }
        items
    }

    /// The items of a list that names citizens.
    pub(super) fn citizens<'a>(&'a self, list: List, citizens: &'a [Citizen]) -> Vec<&'a Citizen> {
        let mut citizens = self.items(list, citizens);
        match self {
            Self::WithoutCitizen(label) => citizens.retain(|citizen| citizen.label != *label),
            Self::Unpinned(unpinned) => {
                for citizen in citizens.iter_mut().filter(|citizen| citizen.label == unpinned.label) {
                    *citizen = unpinned;
                }
            }
            _ => {}
        }
        citizens
    }

    /// Whether the confluence of this index may have another fingerprint.
    pub(super) fn touches(&self, index: usize, spans_all: bool) -> bool {
        match self.list() {
            None => !matches!(self, Self::WithoutTicketIssuer),
            Some(List::Lattices | List::Organisms) => spans_all,
            Some(List::Confluences) => false,
            Some(
                List::SpannedLattices(of) | List::SpannedOrganisms(of) | List::Content(of) | List::Acl(of),
            ) => of == index,
        }
    }

    /// The one list that is another with the edit undone. A citizen stands in several.
    pub(super) fn list(&self) -> Option<List> {
        match self {
            Self::Without(list, _) | Self::Moved { list, .. } => Some(*list),
            Self::WithoutCitizen(_) | Self::Unpinned(_) | Self::WithoutTicketIssuer => None,
        }
    }

    /// What is said where the coalition matches with this edit undone.
    pub(super) fn note(&self, coalition: &Coalition) -> String {
        let added = |label: &str| format!("without {label} it matches: it was added after the freeze");
        match self {
            Self::WithoutCitizen(label) => added(label),
            Self::WithoutTicketIssuer => added("the ticket issuer"),
            Self::Without(list, index) => added(&list.label(*index, coalition)),
            Self::Unpinned(citizen) => format!(
                "without the `content_hash` of {} it matches: it was pinned after the freeze",
                citizen.label
            ),
            Self::Moved { list, from, to } => {
                let side = if to < from { "before" } else { "after" };
                let what = if from.abs_diff(*to) == 1 { "they changed places" } else { "it was moved" };
                let [moved, beside] = [from, to].map(|index| list.label(*index, coalition));
                format!("with {moved} {side} {beside} it matches: {what} after the freeze")
            }
        }
    }
}

impl List {
    /// The list itself. A confluence that is imported has none, and one that spans every citizen names none.
    fn items(self, coalition: &Coalition) -> Vec<&dyn Labelled> {
        fn labelled<T: Labelled>(items: &[T]) -> Vec<&dyn Labelled> {
            items.iter().map(|item| item as &dyn Labelled).collect()
        }
        let index = match self {
            Self::Lattices => return labelled(&coalition.lattices),
            Self::Organisms => return labelled(&coalition.organisms),
            Self::Confluences => return labelled(&coalition.confluences),
            Self::SpannedLattices(of) | Self::SpannedOrganisms(of) | Self::Content(of) | Self::Acl(of) => of,
        };
        match (self, &coalition.confluences[index].body) {
            (Self::SpannedLattices(_), Body::Declared { spans: Some(spans), .. }) => {
                labelled(&spans.lattices)
            }
            (Self::SpannedOrganisms(_), Body::Declared { spans: Some(spans), .. }) => {
                labelled(&spans.organisms)
            }
            (Self::Content(_), Body::Declared { content, .. }) => labelled(content),
            (Self::Acl(_), Body::Declared { acl, .. }) => labelled(acl),
            _ => Vec::new(),
        }
    }

    /// The name of an item, and of the confluence that it belongs to.
    fn label(self, index: usize, coalition: &Coalition) -> String {
        let item = self.items(coalition)[index].label();
        match self {
            Self::Lattices | Self::Organisms | Self::Confluences => item,
            Self::Content(of) | Self::Acl(of) => {
                format!("{item} of {}", coalition.confluences[of].label)
            }
            Self::SpannedLattices(of) | Self::SpannedOrganisms(of) => {
                format!("{item} in the `spans` of {}", coalition.confluences[of].label)
            }
        }
    }
}

/// An item that has a name.
trait Labelled {
    fn label(&self) -> String;
}

impl Labelled for Citizen {
    fn label(&self) -> String {
        self.label.to_string()
    }
}

impl Labelled for Confluence {
    fn label(&self) -> String {
        self.label.to_string()
    }
}

impl Labelled for Parameter {
    fn label(&self) -> String {
        format!("parameter `{}`", self.key)
    }
}

impl Labelled for Requirement {
    fn label(&self) -> String {
        self.label.to_string()
    }
}
