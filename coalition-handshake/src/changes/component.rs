//! The components that changes name.

use core::fmt;

use crate::{CitizenCard, CitizenKind, ConfluenceCard, Handshake};

/// A component of a coalition, or the coalition itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Component<'a> {
    /// The kind.
    pub kind: ComponentKind,
    /// The name. Empty for an organism whose name is not known.
    pub name: &'a str,
    /// The const name in the block.
    pub ident: &'a str,
}

/// The kind of a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComponentKind {
    /// The coalition itself.
    Coalition,
    /// A block-building lattice.
    Lattice,
    /// A standalone organism.
    Organism,
    /// A service that spans several citizens.
    Confluence,
    /// A confluence that ships with the coalition.
    Module,
    /// The coalition's ticket issuer.
    TicketIssuer,
}

impl fmt::Display for ComponentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Coalition => "coalition",
            Self::Lattice => "lattice",
            Self::Organism => "organism",
            Self::Confluence => "confluence",
            Self::Module => "module",
            Self::TicketIssuer => "ticket issuer",
        })
    }
}

impl From<CitizenKind> for ComponentKind {
    fn from(kind: CitizenKind) -> Self {
        match kind {
            CitizenKind::Lattice => Self::Lattice,
            CitizenKind::Organism => Self::Organism,
        }
    }
}

impl<'a> Component<'a> {
    pub(super) fn coalition(handshake: &Handshake<'a>) -> Self {
        Self { kind: ComponentKind::Coalition, name: handshake.coalition.name, ident: handshake.ident }
    }

    pub(super) fn citizen(card: &CitizenCard<'a>) -> Self {
        Self { kind: card.kind.into(), name: card.name, ident: card.ident }
    }

    pub(super) fn confluence(card: &ConfluenceCard<'a>) -> Self {
        let kind = if card.module.is_some() { ComponentKind::Module } else { ComponentKind::Confluence };
        Self { kind, name: card.config.name, ident: card.ident }
    }

    /// Returns the ticket issuer, if there is one.
    pub(super) fn ticket_issuer(handshake: &Handshake<'a>) -> Option<Self> {
        let (issuer, profile) = (handshake.coalition.ticket_issuer?, handshake.ticket_issuer?);
        Some(Self { kind: ComponentKind::TicketIssuer, name: issuer.name, ident: profile.ident })
    }
}
