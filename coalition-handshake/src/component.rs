//! Components in short form, as a summary keeps them to explain a drift.

use coalition_core::{CoalitionConfig, UniqueId};

/// One component of a coalition, in the short form that a summary keeps.
#[derive(Clone, Copy, Debug)]
pub struct SummaryComponent {
    /// The first four bytes of its stable id or its fingerprint, big-endian.
    pub id: u32,
    /// For an organism, the first four bytes of its content hash, if pinned. For a confluence or a module, the first two
    /// bytes of its content digest, then the first two of its ACL digest. Big-endian.
    pub detail: Option<u32>,
}

impl SummaryComponent {
    /// A value to fill an array of components with.
    pub const NONE: Self = Self { id: 0, detail: None };

    /// Compares what a summary keeps.
    #[must_use]
    pub const fn same(&self, other: &Self) -> bool {
        self.id == other.id && self.same_detail(other)
    }

    /// Compares the content hash, or the digests.
    #[must_use]
    pub const fn same_detail(&self, other: &Self) -> bool {
        match (self.detail, other.detail) {
            (Some(own), Some(other)) => own == other,
            (None, None) => true,
            _ => false,
        }
    }
}

/// The components of a coalition, list by list, each in declared order.
#[derive(Clone, Copy, Debug)]
pub struct Components<'a> {
    /// The lattices, the organisms, the confluences and modules, and the ticket issuer or nothing.
    pub lists: [&'a [SummaryComponent]; 4],
}

/// The lists of a summary, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryList {
    /// Lattices.
    Lattices,
    /// Organisms.
    Organisms,
    /// Confluences and modules.
    Confluences,
    /// The ticket issuer.
    TicketIssuer,
}

impl SummaryList {
    /// Every list, in the order of a summary.
    pub const ALL: [Self; 4] = [Self::Lattices, Self::Organisms, Self::Confluences, Self::TicketIssuer];

    /// The word that heads the list in a summary.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Lattices => "lattices",
            Self::Organisms => "organisms",
            Self::Confluences => "confluences",
            Self::TicketIssuer => "ticket_issuer",
        }
    }
}

impl<'a> Components<'a> {
    /// No component.
    pub const NONE: Self = Self { lists: [&[]; 4] };

    /// Splits the components of a configuration, one list after the other, as [`components`] returns them.
    #[must_use]
    pub const fn of(config: &CoalitionConfig<'_>, all: &'a [SummaryComponent]) -> Self {
        let (lattices, rest) = all.split_at(config.lattices.len());
        let (organisms, rest) = rest.split_at(config.organisms.len());
        let (confluences, ticket_issuer) = rest.split_at(config.confluences.len());
        Self { lists: [lattices, organisms, confluences, ticket_issuer] }
    }

    /// Counts the components.
    #[must_use]
    pub const fn count(&self) -> usize {
        let [lattices, organisms, confluences, ticket_issuer] = self.lists;
        lattices.len() + organisms.len() + confluences.len() + ticket_issuer.len()
    }

    /// Compares two summaries word by word.
    #[must_use]
    pub const fn same(&self, other: &Self) -> bool {
        let mut list = 0;
        while list < self.lists.len() {
            let (own, other) = (self.lists[list], other.lists[list]);
            if own.len() != other.len() {
                return false;
            }
            let mut i = 0;
            while i < own.len() {
                if !own[i].same(&other[i]) {
                    return false;
                }
                i += 1;
            }
            list += 1;
        }
        true
    }
}

/// Shortens the `N` components of a configuration: its lattices, its organisms, its confluences and modules, and its
/// ticket issuer, if it has one.
///
/// # Panics
///
/// If the configuration has more than `N` components.
#[must_use]
pub const fn components<const N: usize>(config: &CoalitionConfig<'_>) -> [SummaryComponent; N] {
    let mut components = [SummaryComponent::NONE; N];
    let mut at = 0;
    while at < N {
        components[at] = component(config, at);
        at += 1;
    }
    components
}

/// Shortens the component at an index that counts through all four lists.
pub(crate) const fn component(config: &CoalitionConfig<'_>, index: usize) -> SummaryComponent {
    let CoalitionConfig { lattices, organisms, confluences, .. } = config;
    if index < lattices.len() {
        return SummaryComponent {
            id: first_four_bytes(&lattices[index].stable_id),
            ..SummaryComponent::NONE
        };
    }
    let index = index - lattices.len();
    if index < organisms.len() {
        let organism = &organisms[index];
        let detail = match &organism.content_hash {
            Some(content_hash) => Some(first_four_bytes(content_hash)),
            None => None,
        };
        return SummaryComponent { id: first_four_bytes(&organism.stable_id), detail };
    }
    let index = index - organisms.len();
    if index < confluences.len() {
        let confluence = &confluences[index];
        let content = first_four_bytes(&confluence.content.digest());
        let acl = first_four_bytes(&confluence.acl.digest());
        return SummaryComponent {
            id: first_four_bytes(&confluence.fingerprint()),
            detail: Some(content & 0xffff_0000 | acl >> 16),
        };
    }
    match &config.ticket_issuer {
        Some(issuer) => {
            SummaryComponent { id: first_four_bytes(&issuer.fingerprint()), ..SummaryComponent::NONE }
        }
        None => SummaryComponent::NONE,
    }
}

/// Returns the first four bytes, big-endian: the first 8 hex digits.
const fn first_four_bytes(id: &UniqueId) -> u32 {
    let [a, b, c, d, ..] = *id.as_bytes();
    u32::from_be_bytes([a, b, c, d])
}
