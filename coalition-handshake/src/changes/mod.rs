//! What changed between two handshakes, component by component: what [`Handshake::try_for_each_change`] tells.

mod component;
mod fields;
mod lists;
mod moved;
mod partner;
mod value;

use crate::Handshake;

pub use component::{Component, ComponentKind};
pub use value::Value;

/// One change of one component: what [`Handshake::try_for_each_change`] passes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// How it changed.
    pub how: How,
    /// What changed: as it is now, or as it was where it was removed.
    pub component: Component<'a>,
    /// What of it: a key of `coalition!` (`stable_id`, `content_hash`, `ticket_root`, `handshake`, `spans`, …), or one of
    /// `name`, `const_name`, `kind`, `description`, `fingerprint`, `import`, `place` and `order`.
    pub field: &'static str,
    /// What it was. `None` where there was none.
    pub was: Option<Value<'a>>,
    /// What it is. `None` where there is none any more.
    pub is: Option<Value<'a>>,
}

/// How a component changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It was not there before.
    Added,
    /// It is no longer there.
    Removed,
    /// It left its place among those of its list that stayed.
    Moved,
    /// An id of it is another one, or what an id is derived from.
    Repinned,
    /// What only the handshake digest covers.
    Metadata,
}

impl<'a> Handshake<'a> {
    /// Calls `visit` for everything that changed since `previous`: what was added, removed, moved, pinned anew and
    /// changed otherwise, in this order, and within each the coalition, the lattices, the organisms, the confluences and
    /// modules, and the ticket issuer. Without a `previous` handshake everything was added.
    ///
    /// A citizen is followed by its kind and name, then by its stable id, so that one that was renamed or that changed
    /// its kind is said to have; a confluence or module is followed by its name. Moved is what left its place among
    /// those that stayed, not all that made room. Beyond 16,384 lattices, organisms or confluences in `previous`, what
    /// is said of such a list is only that its `order` changed.
    ///
    /// # Errors
    ///
    /// The first that `visit` returns; nothing is visited behind it.
    pub fn try_for_each_change<E>(
        &self,
        previous: Option<&Handshake<'a>>,
        mut visit: impl FnMut(Change<'a>) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(previous) = previous else {
            return lists::all(How::Added, self, &mut visit);
        };
        lists::only_in(How::Added, self, previous, &mut visit)?;
        lists::only_in(How::Removed, previous, self, &mut visit)?;
        lists::moved(self, previous, &mut visit)?;
        fields::changed(How::Repinned, self, previous, &mut visit)?;
        fields::changed(How::Metadata, self, previous, &mut visit)
    }
}
