//! A declaration that keeps every rule that can be checked on tokens, with the spans that messages need.

use coalition_handshake::__private::{Components, SummaryComponent};
use proc_macro2::Span;
use syn::{Ident, Path, Visibility};

use crate::text::Text;
use crate::vocabulary::Kind;

/// One coalition.
pub(crate) struct CheckedCoalition {
    pub(crate) docs: Vec<Text>,
    pub(crate) visibility: Visibility,
    pub(crate) ident: Ident,
    pub(crate) name: Text,
    pub(crate) expect_fingerprint: Option<Pin>,
    pub(crate) expect_components: Option<FrozenComponents>,
    pub(crate) expect_handshake: Option<Pin>,
    pub(crate) peers: Vec<Text>,
    pub(crate) change_channel: Option<Text>,
    pub(crate) handshake_url: Option<Text>,
    pub(crate) lattices: Vec<CheckedCitizen>,
    pub(crate) organisms: Vec<CheckedCitizen>,
    /// Confluences and modules, in declared order.
    pub(crate) confluences: Vec<CheckedConfluence>,
    pub(crate) ticket_issuer: Option<CheckedTicketIssuer>,
}

/// The value of `expect_components`.
pub(crate) struct FrozenComponents {
    pub(crate) lists: [Vec<SummaryComponent>; 4],
    pub(crate) span: Span,
}

impl FrozenComponents {
    pub(crate) fn borrow(&self) -> Components<'_> {
        Components { lists: self.lists.each_ref().map(Vec::as_slice) }
    }
}

/// A lattice or an organism.
pub(crate) struct CheckedCitizen {
    pub(crate) docs: Vec<Text>,
    pub(crate) ident: Ident,
    pub(crate) origin: Origin,
    /// The role of an organism. Empty for a lattice and for an import.
    pub(crate) role: Option<Text>,
    /// The name of an imported organism, if it is given.
    pub(crate) name: Option<Text>,
    /// On an import, a pin.
    pub(crate) stable_id: Option<Id>,
    /// On an import, a pin.
    pub(crate) content_hash: Option<Id>,
    pub(crate) profile: Profile,
}

/// A confluence or a module.
pub(crate) struct CheckedConfluence {
    pub(crate) docs: Vec<Text>,
    pub(crate) ident: Ident,
    pub(crate) origin: Origin,
    pub(crate) is_module: bool,
    pub(crate) spans: Spans,
    /// The parameters, in ascending byte order of their keys.
    pub(crate) content: Vec<CheckedParameter>,
    pub(crate) acl: Vec<CheckedRequirement>,
    pub(crate) profile: Profile,
    /// On an import, a pin.
    pub(crate) expect_fingerprint: Option<Pin>,
}

/// The coalition's ticket issuer.
pub(crate) struct CheckedTicketIssuer {
    pub(crate) docs: Vec<Text>,
    pub(crate) ident: Ident,
    pub(crate) origin: Origin,
    pub(crate) acl: Vec<CheckedRequirement>,
    pub(crate) profile: Profile,
    /// On an import, a pin.
    pub(crate) expect_fingerprint: Option<Pin>,
}

/// The keys that are written of those that only the handshake covers, in the order of the vocabulary.
pub(crate) struct Profile(pub(crate) Vec<(&'static str, ProfileValue)>);

/// The value of such a key.
pub(crate) enum ProfileValue {
    Id(Id),
    Link(Text),
}

impl Profile {
    pub(crate) fn get(&self, key: &str) -> Option<&ProfileValue> {
        self.0.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }
}

/// The source of a component.
pub(crate) enum Origin {
    /// It is declared here, by this name.
    Declared(Text),
    /// It is a const of another crate or module.
    Imported(Path),
}

/// The citizens that a confluence spans.
pub(crate) enum Spans {
    /// Every citizen in declared order: a module that leaves `spans` out.
    All,
    /// Indices into the coalition's lattices and organisms, in the order written.
    Listed { lattices: Vec<usize>, organisms: Vec<usize> },
}

/// A 32-byte id, or the path of a const that holds one.
pub(crate) type Id = BytesOrPath<32>;

/// `N` bytes that are written out, or the path of a const that holds them.
#[derive(Clone)]
pub(crate) enum BytesOrPath<const N: usize> {
    Literal([u8; N], Span),
    Path(Path),
}

/// The value of an `expect_fingerprint`.
#[derive(Clone, Copy)]
pub(crate) enum Pin {
    /// `"0x…"`
    Frozen([u8; 32], Span),
    /// `_`: not frozen yet.
    Unfrozen(Span),
}

/// One content parameter.
pub(crate) struct CheckedParameter {
    pub(crate) key: String,
    pub(crate) value: CheckedValue,
}

/// The value of a content parameter.
pub(crate) enum CheckedValue {
    Bool(bool),
    U64(u64),
    Text(String),
    Id(Id),
}

/// One requirement of access rules.
pub(crate) enum CheckedRequirement {
    RecogniseIssuer(Id),
    RequireMrtd(BytesOrPath<48>),
    RequireValidator(Id),
    /// `recognise_issuer(self)`
    RecogniseCoalitionIssuer,
}

impl<const N: usize> BytesOrPath<N> {
    /// Returns the bytes if they are known while expanding.
    pub(crate) fn literal(&self) -> Option<[u8; N]> {
        match self {
            Self::Literal(bytes, _) => Some(*bytes),
            Self::Path(_) => None,
        }
    }
}

impl Pin {
    /// Returns the frozen bytes, or zeros if the pin is `_`. No fingerprint is all zeros.
    pub(crate) fn bytes(self) -> [u8; 32] {
        match self {
            Self::Frozen(bytes, _) => bytes,
            Self::Unfrozen(_) => [0; 32],
        }
    }
}

impl Origin {
    pub(crate) fn is_import(&self) -> bool {
        matches!(self, Self::Imported(_))
    }
}

impl CheckedCoalition {
    pub(crate) fn imports_a_confluence(&self) -> bool {
        self.confluences.iter().any(|confluence| confluence.origin.is_import())
    }
}

impl CheckedConfluence {
    /// The word that declares it.
    pub(crate) fn kind(&self) -> Kind {
        if self.is_module { Kind::Module } else { Kind::Confluence }
    }
}

impl CheckedCitizen {
    /// The name that the block gives it, its own or that of an imported organism. Nothing for an imported lattice,
    /// whose const holds it.
    pub(crate) fn name(&self) -> &str {
        let name = match &self.origin {
            Origin::Declared(name) => Some(name),
            Origin::Imported(_) => self.name.as_ref(),
        };
        name.map(Text::value).unwrap_or_default()
    }
}
