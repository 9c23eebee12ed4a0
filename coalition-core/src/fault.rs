//! Faults of a configuration: the rule that is broken, and the place.

use core::fmt;

use crate::Module;
use crate::const_string::ConstString;
use crate::name::NameFault;

/// A rule that a configuration breaks.
///
/// `Display` writes one line that ends with the [code](Self::code), such as
/// `the coalition references no citizen [C15]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// There is neither a lattice nor an organism. C15
    NoCitizen,
    /// The name is empty. C11
    NameEmpty(Place),
    /// The name has a character outside the grammar. C11
    NameCharacter {
        /// The component with this name.
        place: Place,
        /// The position of the character. The first character is 1.
        position: usize,
    },
    /// The name is longer than 64 bytes. C11
    NameTooLong {
        /// The component with this name.
        place: Place,
        /// The length of the name in bytes.
        bytes: usize,
    },
    /// The coalition's name has only one part. C11
    NameOnePart(Place),
    /// The role of an organism is empty. C14
    RoleEmpty(Place),
    /// The stable id is all-zero. C16
    ZeroStableId(Place),
    /// The pinned content hash is all-zero. C16
    ZeroContentHash(Place),
    /// The id or the measurement in a parameter or a requirement is all-zero. C16
    ZeroValue(Place),
    /// Two citizens have the same stable id. C07
    SameStableId {
        /// The place of the first.
        first: Place,
        /// The place of the second.
        second: Place,
    },
    /// Two lattices, or two confluences, have the same name. C07
    SameName {
        /// The place of the first.
        first: Place,
        /// The place of the second.
        second: Place,
    },
    /// Two parameters have the same key. C09
    SameKey {
        /// The place of the first.
        first: Place,
        /// The place of the second.
        second: Place,
    },
    /// A module is declared twice. C12
    ModuleTwice {
        /// The module.
        module: Module,
        /// Its index in `confluences`.
        first: usize,
        /// Its second index in `confluences`.
        second: usize,
    },
    /// A confluence spans fewer than two citizens, or a module none. C15
    TooFewSpanned {
        /// Its index in `confluences`.
        confluence: usize,
        /// The number of citizens that it spans.
        spanned: usize,
        /// The least number of citizens that it must span: 2, or 1 for a module.
        least: usize,
    },
    /// A confluence that is not a module recognises the coalition's issuer. C17
    CoalitionIssuerOnConfluence(Place),
    /// The ticket issuer recognises itself. C17
    CoalitionIssuerOnTicketIssuer(Place),
    /// A module recognises the coalition's issuer, but there is none. C17
    NoTicketIssuer(Place),
}

/// A place in a configuration. Indices count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// The coalition itself.
    Coalition,
    /// `lattices[index]`
    Lattice(usize),
    /// `organisms[index]`
    Organism(usize),
    /// `confluences[index]`
    Confluence(usize),
    /// `confluences[confluence].lattices[index]`
    SpannedLattice {
        /// The index in `confluences`.
        confluence: usize,
        /// The index in its `lattices`.
        index: usize,
    },
    /// `confluences[confluence].organisms[index]`
    SpannedOrganism {
        /// The index in `confluences`.
        confluence: usize,
        /// The index in its `organisms`.
        index: usize,
    },
    /// `confluences[confluence].content.params[index]`
    ContentParam {
        /// The index in `confluences`.
        confluence: usize,
        /// The index in its parameters.
        index: usize,
    },
    /// `confluences[confluence].acl.requirements[index]`
    ConfluenceRequirement {
        /// The index in `confluences`.
        confluence: usize,
        /// The index in its requirements.
        index: usize,
    },
    /// `ticket_issuer`
    TicketIssuer,
    /// `ticket_issuer.acl.requirements[index]`
    TicketIssuerRequirement {
        /// The index in its requirements.
        index: usize,
    },
}

impl Fault {
    /// Returns the code of the rule, such as `"C07"`. Codes do not change between versions.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SameStableId { .. } | Self::SameName { .. } => "C07",
            Self::SameKey { .. } => "C09",
            Self::NameEmpty(_)
            | Self::NameCharacter { .. }
            | Self::NameTooLong { .. }
            | Self::NameOnePart(_) => "C11",
            Self::ModuleTwice { .. } => "C12",
            Self::RoleEmpty(_) => "C14",
            Self::NoCitizen | Self::TooFewSpanned { .. } => "C15",
            Self::ZeroStableId(_) | Self::ZeroContentHash(_) | Self::ZeroValue(_) => "C16",
            Self::CoalitionIssuerOnConfluence(_)
            | Self::CoalitionIssuerOnTicketIssuer(_)
            | Self::NoTicketIssuer(_) => "C17",
        }
    }

    /// Returns the text that `Display` writes. Also works in a const.
    #[doc(hidden)]
    #[must_use]
    pub const fn message(&self) -> ConstString {
        let mut message = ConstString::new();
        match *self {
            Self::NoCitizen => message.push_str("the coalition references no citizen"),
            Self::NameEmpty(place) => name_message(&mut message, place, NameFault::Empty),
            Self::NameCharacter { place, position } => {
                name_message(&mut message, place, NameFault::Character { position });
            }
            Self::NameTooLong { place, bytes } => {
                name_message(&mut message, place, NameFault::TooLong { bytes });
            }
            Self::NameOnePart(place) => name_message(&mut message, place, NameFault::OnePart),
            Self::RoleEmpty(place) => {
                message.push_str("the role of ");
                place.push(&mut message);
                message.push_str(" is empty");
            }
            Self::ZeroStableId(place) => {
                place.push(&mut message);
                message.push_str(" has the all-zero stable id");
            }
            Self::ZeroContentHash(place) => {
                place.push(&mut message);
                message.push_str(" has the all-zero content hash");
            }
            Self::ZeroValue(place) => {
                place.push(&mut message);
                message.push_str(" is all-zero");
            }
            Self::SameStableId { first, second } => {
                pair(&mut message, second, " has the stable id of ", first);
            }
            Self::SameName { first, second } => pair(&mut message, second, " has the name of ", first),
            Self::SameKey { first, second } => pair(&mut message, second, " has the key of ", first),
            Self::ModuleTwice { module, first, second } => {
                let middle = " is the module of ";
                pair(&mut message, Place::Confluence(second), middle, Place::Confluence(first));
                message.push_str(" again, `");
                message.push_str(module.name());
                message.push_str("`");
            }
            Self::TooFewSpanned { confluence, spanned, least } => {
                Place::Confluence(confluence).push(&mut message);
                message.push_str(" spans ");
                message.push_usize(spanned);
                message.push_str(if spanned == 1 { " citizen" } else { " citizens" });
                message.push_str(", expected at least ");
                message.push_usize(least);
            }
            Self::CoalitionIssuerOnConfluence(place) => {
                place.push(&mut message);
                message.push_str(" recognises the coalition's issuer, on a confluence that is not a module");
            }
            Self::CoalitionIssuerOnTicketIssuer(place) => {
                place.push(&mut message);
                message.push_str(" recognises the coalition's issuer, on that issuer itself");
            }
            Self::NoTicketIssuer(place) => {
                place.push(&mut message);
                message.push_str(" recognises the coalition's issuer, and the coalition has none");
            }
        }
        message.push_str(" [");
        message.push_str(self.code());
        message.push_str("]");
        message
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().as_str())
    }
}

impl core::error::Error for Fault {}

impl Place {
    /// Appends the path of the place in backticks.
    const fn push(self, message: &mut ConstString) {
        message.push_str("`");
        match self {
            Self::Coalition => message.push_str("coalition"),
            Self::Lattice(index) => indexed(message, "lattices", index),
            Self::Organism(index) => indexed(message, "organisms", index),
            Self::Confluence(index) => indexed(message, "confluences", index),
            Self::SpannedLattice { confluence, index } => {
                indexed(message, "confluences", confluence);
                indexed(message, ".lattices", index);
            }
            Self::SpannedOrganism { confluence, index } => {
                indexed(message, "confluences", confluence);
                indexed(message, ".organisms", index);
            }
            Self::ContentParam { confluence, index } => {
                indexed(message, "confluences", confluence);
                indexed(message, ".content.params", index);
            }
            Self::ConfluenceRequirement { confluence, index } => {
                indexed(message, "confluences", confluence);
                indexed(message, ".acl.requirements", index);
            }
            Self::TicketIssuer => message.push_str("ticket_issuer"),
            Self::TicketIssuerRequirement { index } => {
                indexed(message, "ticket_issuer.acl.requirements", index);
            }
        }
        message.push_str("`");
    }
}

const fn indexed(message: &mut ConstString, list: &str, index: usize) {
    message.push_str(list);
    message.push_str("[");
    message.push_usize(index);
    message.push_str("]");
}

const fn pair(message: &mut ConstString, second: Place, middle: &str, first: Place) {
    second.push(message);
    message.push_str(middle);
    first.push(message);
}

const fn name_message(message: &mut ConstString, place: Place, fault: NameFault) {
    message.push_str("the name of ");
    place.push(message);
    fault.describe(message);
}
