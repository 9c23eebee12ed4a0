//! Values of changed fields.

use core::fmt::{self, Display, Formatter};

use coalition_core::{AclComposition, ConfluenceConfig, ContentParams, UniqueId};

use super::Component;
use crate::block::list;
use crate::key::PublishedKey;

/// The value of a field. `Display` writes it in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedValue<'a> {
    /// A 32-byte id, root, fingerprint or signature.
    Id(UniqueId),
    /// Text: a name, a role, a link, a description.
    Text(&'a str),
    /// A list of texts: the peers.
    Texts(&'a [&'a str]),
    /// The component itself, if its name or kind changed.
    Component(Component<'a>),
    /// A place in a list, counted from 1.
    Place(usize),
    /// The citizens that a confluence spans. Each is written as its name or role, its stable id and its content hash.
    Spans(&'a ConfluenceConfig<'a>),
    /// Content parameters, in order.
    Content(ContentParams<'a>),
    /// Access rules, in order.
    Acl(AclComposition<'a>),
}

impl<'a> ChangedValue<'a> {
    /// Returns the value of an optional key, if it has one.
    pub(super) fn of_key(key: PublishedKey<'a>) -> Option<Self> {
        match key {
            PublishedKey::Id(id) => id.map(Self::Id),
            PublishedKey::Link(text) | PublishedKey::Path(text) | PublishedKey::Text(text) => {
                text.map(Self::Text)
            }
            PublishedKey::Texts(texts) => (!texts.is_empty()).then_some(Self::Texts(texts)),
        }
    }
}

impl Display for ChangedValue<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Text(text) => text.fmt(f),
            Self::Texts(texts) => list(f, *texts),
            Self::Component(component) => write!(f, "{} {}", component.kind, component.name),
            Self::Place(place) => place.fmt(f),
            Self::Spans(confluence) => {
                let lattices =
                    confluence.lattices.iter().map(|l| Spanned(l.name, l.stable_id, l.content_hash));
                let organisms = confluence.organisms.iter();
                let organisms = organisms.map(|o| Spanned(o.role, o.stable_id, o.content_hash));
                list(f, lattices.chain(organisms))
            }
            Self::Content(content) => list(f, content.params),
            Self::Acl(acl) => list(f, acl.requirements),
        }
    }
}

/// A spanned citizen: the name of a lattice or the role of an organism, the stable id and the content hash.
struct Spanned<'a>(&'a str, UniqueId, Option<UniqueId>);

impl Display for Spanned<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(known_by, stable_id, content_hash) = self;
        write!(f, "{known_by} {stable_id}")?;
        content_hash.map_or(Ok(()), |hash| write!(f, " content_hash {hash}"))
    }
}
