//! One coalition in two states: what became of it, component by component.

use std::collections::BTreeSet;
use std::convert::Infallible;

use coalition_handshake::changes::{self, ChangeKind};
use coalition_handshake::{Handshake, OwnedHandshake};
use serde::Serialize;

/// A coalition in its new state, beside its old one.
#[derive(Clone, Serialize)]
pub struct Comparison {
    pub name: String,
    pub status: ComparisonStatus,
    pub fingerprint: Sides,
    pub handshake_digest: Sides,
    pub changes: Vec<ComponentChange>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ComparisonStatus {
    Same,
    Changed,
    Added,
    Removed,
}

/// An identity on both sides; absent on the one that does not have the coalition.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sides {
    pub was: Option<String>,
    pub is: Option<String>,
}

/// One change of one component, as it is read.
#[derive(Clone, Serialize)]
pub struct ComponentChange {
    #[serde(rename = "change", serialize_with = "serialise")]
    pub how: ChangeKind,
    pub kind: String,
    pub name: String,
    pub const_name: String,
    /// The field that changed: `stable_id`, `fingerprint`, `description`.
    pub field: &'static str,
    pub was: Option<String>,
    pub is: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn serialise<S: serde::Serializer>(how: &ChangeKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match how {
        ChangeKind::Added => "added",
        ChangeKind::Removed => "removed",
        ChangeKind::Moved => "moved",
        ChangeKind::Repinned => "re_pinned",
        ChangeKind::Metadata => "metadata",
    })
}

impl Comparison {
    pub fn of(was: Option<&OwnedHandshake>, is: Option<&OwnedHandshake>) -> Self {
        let root = |owned: &OwnedHandshake| owned.as_handshake().coalition.coalition_root().to_string();
        let digest = |owned: &OwnedHandshake| owned.as_handshake().digest().to_string();
        Self {
            name: is.or(was).map(name_of).unwrap_or_default(),
            status: match (was, is) {
                (None, _) => ComparisonStatus::Added,
                (_, None) => ComparisonStatus::Removed,
                (Some(was), Some(is)) if digest(was) == digest(is) => ComparisonStatus::Same,
                _ => ComparisonStatus::Changed,
            },
            fingerprint: Sides { was: was.map(root), is: is.map(root) },
            handshake_digest: Sides { was: was.map(digest), is: is.map(digest) },
            changes: match (was, is) {
                (Some(was), Some(is)) => changes(Some(was.as_handshake()), is.as_handshake()),
                (None, Some(is)) => changes(None, is.as_handshake()),
                // That the coalition is gone says it of all that it had.
                (_, None) => Vec::new(),
            },
        }
    }
}

impl Comparison {
    /// Returns `true` if the fingerprint changed, so that integrators must rebuild.
    pub fn must_rebuild(&self) -> bool {
        self.fingerprint.was != self.fingerprint.is
    }

    /// Parts the changes that only follow from others, which are the second ones, from those that somebody made.
    pub fn parted(&self) -> (Vec<&ComponentChange>, Vec<&ComponentChange>) {
        let citizens: Vec<_> =
            self.changes.iter().filter(|change| matches!(&*change.kind, "lattice" | "organism")).collect();
        let values = citizens.iter().flat_map(|change| [&change.was, &change.is]).flatten();
        let edited: BTreeSet<_> = values.flat_map(|value| ids(value)).collect();
        let is_moved = citizens.iter().any(|change| change.how == ChangeKind::Moved);
        self.changes.iter().partition(|change| match (change.field, &change.was, &change.is) {
            // It is derived from what else is declared of the component, and changes with that alone.
            ("fingerprint", Some(_), Some(_)) => false,
            // Citizens are spanned by their ids, which may have changed where the citizens are declared.
            ("spans", Some(was), Some(is)) => {
                let [was, is] = [was, is].map(|spans| ids(spans).collect::<Vec<_>>());
                let follows = if was == is {
                    !citizens.is_empty()
                } else {
                    let [was, is] = [was, is].map(BTreeSet::from_iter);
                    was.symmetric_difference(&is).all(|id| edited.contains(id)) && (was != is || is_moved)
                };
                !follows
            }
            _ => true,
        })
    }
}

impl ComponentChange {
    pub fn is_of_the_component_of(&self, other: &Self) -> bool {
        (&self.kind, &self.const_name) == (&other.kind, &other.const_name)
    }
}

/// The ids in a value, in order.
fn ids(value: &str) -> impl Iterator<Item = &str> {
    value
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() == 66 && word.starts_with("0x"))
}

fn changes<'a>(was: Option<&Handshake<'a>>, is: &Handshake<'a>) -> Vec<ComponentChange> {
    let mut found = Vec::new();
    let Ok(()) = is.try_for_each_change(was, |change| {
        found.push(ComponentChange::from(change));
        Ok::<_, Infallible>(())
    });
    found
}

impl From<changes::Change<'_>> for ComponentChange {
    fn from(change: changes::Change<'_>) -> Self {
        let read = |value: Option<changes::ChangedValue<'_>>| value.map(|value| value.to_string());
        let component = change.component;
        Self {
            how: change.kind,
            kind: component.kind.to_string(),
            name: component.name.into(),
            const_name: component.ident.into(),
            field: change.field,
            was: read(change.was),
            is: read(change.is),
        }
    }
}

pub fn name_of(owned: &OwnedHandshake) -> String {
    owned.as_handshake().coalition.name.to_owned()
}
