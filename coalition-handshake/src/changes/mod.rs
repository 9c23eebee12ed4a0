//! Changes between two handshakes, as [`Handshake::try_for_each_change`] visits them.

mod changed_value;
mod component;
mod fields;
mod lists;
mod moved;
mod partner;

use crate::Handshake;

pub use changed_value::ChangedValue;
pub use component::{Component, ComponentKind};

/// One change of one component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// The kind of change.
    pub kind: ChangeKind,
    /// The component as it is now. If it was removed, as it was before.
    pub component: Component<'a>,
    /// The field that changed: a key of `coalition!`, such as `stable_id` or `spans`, or one of `name`, `const_name`,
    /// `kind`, `description`, `fingerprint`, `import`, `place` and `order`.
    pub field: &'static str,
    /// The value before. `None` if there was none.
    pub was: Option<ChangedValue<'a>>,
    /// The value now. `None` if there is none.
    pub is: Option<ChangedValue<'a>>,
}

/// The kind of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// The component is new.
    Added,
    /// The component is gone.
    Removed,
    /// The component changed its place in its list.
    Moved,
    /// An id of the component changed, or a value from which an id is derived.
    Repinned,
    /// A value changed that only the handshake digest covers.
    Metadata,
}

impl<'a> Handshake<'a> {
    /// Calls `visit` for every change since `previous`. Without a `previous` handshake, everything was added.
    ///
    /// The changes come in the order of the variants of [`ChangeKind`]. Within each kind, the coalition comes first, then
    /// lattices, organisms, confluences with modules, and the ticket issuer.
    ///
    /// Citizens are matched by kind and name, then by stable id. A citizen that was renamed is therefore reported as
    /// renamed, not as removed and added. Confluences and modules are matched by name.
    ///
    /// Only components that left their place count as moved, not those that made room for them. If `previous` has more
    /// than 16,384 lattices, organisms or confluences, that list gets one change of its `order`.
    ///
    /// ```
    /// # coalition::coalition! {
    /// #     coalition EURO_FX = "signals.euro-fx" {
    /// #         expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
    /// #     }
    /// #     organism EUR_PRICE_FEED = "price-feed.eur" {
    /// #         role = "oracle",
    /// #         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    /// #     }
    /// #     organism USD_PRICE_FEED = "price-feed.usd" {
    /// #         role = "oracle",
    /// #         stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
    /// #     }
    /// # }
    /// use core::convert::Infallible;
    /// use coalition::Handshake;
    ///
    /// let previous = Handshake { peers: &["8a88e3dd7409f195"], ..EURO_FX_HANDSHAKE };
    /// let mut fields = Vec::new();
    /// let visited = EURO_FX_HANDSHAKE.try_for_each_change(Some(&previous), |change| {
    ///     fields.push(change.field);
    ///     Ok::<_, Infallible>(())
    /// });
    /// assert!(visited.is_ok());
    /// assert_eq!(fields, ["peers"]);
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the first error of `visit`, and visits nothing after it.
    pub fn try_for_each_change<E>(
        &self,
        previous: Option<&Handshake<'a>>,
        mut visit: impl FnMut(Change<'a>) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(previous) = previous else {
            return lists::all(ChangeKind::Added, self, &mut visit);
        };
        lists::only_in(ChangeKind::Added, self, previous, &mut visit)?;
        lists::only_in(ChangeKind::Removed, previous, self, &mut visit)?;
        lists::moved(self, previous, &mut visit)?;
        fields::changed(ChangeKind::Repinned, self, previous, &mut visit)?;
        fields::changed(ChangeKind::Metadata, self, previous, &mut visit)
    }
}
