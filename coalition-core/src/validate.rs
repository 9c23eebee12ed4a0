//! The rules that hold for a configuration wherever it comes from.

use core::fmt;

use crate::duplicate::Unique;
use crate::message::Message;
use crate::name::{NameFault, name_fault};
use crate::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParams, ContentValue, LatticeConfig, Module,
    OrganismRef, Requirement,
};

/// `?` for a `const fn`, where the operator is not available.
macro_rules! check {
    ($result:expr) => {
        if let Err(fault) = $result {
            return Err(fault);
        }
    };
}

impl CoalitionConfig<'_> {
    /// Checks the rules of a coalition, in declared order:
    ///
    /// - every name is within the grammar, the coalition's of two parts or more (C11)
    /// - there is a citizen (C15)
    /// - no id is all-zero: stable ids, content hashes, ids in content, in ACLs, and measurements (C16)
    /// - no stable id stands twice among the citizens, nor among those that one confluence spans; no lattice has
    ///   another's name, no confluence another's, no parameter another's key (C09); no module stands twice (C12)
    /// - a confluence spans two citizens or more, a module one or more (C15)
    /// - only a module recognises the coalition's issuer, and only where there is one (C17)
    ///
    /// A role is free text: nothing is derived from it.
    ///
    /// # Errors
    ///
    /// The first fault. The rules are those of the macro `coalition!`, which reports all faults of a block.
    pub const fn validate(&self) -> Result<(), Fault> {
        check!(name(self.name, true, Place::Coalition));
        if self.lattices.is_empty() && self.organisms.is_empty() {
            return Err(Fault::NoCitizen);
        }
        check!(citizens(self.lattices, self.organisms, None));
        if let Some((first, second)) = Unique::LatticeNames(self.lattices).first_duplicate() {
            return Err(Fault::SameName { first: Place::Lattice(first), second: Place::Lattice(second) });
        }
        let mut i = 0;
        while i < self.confluences.len() {
            check!(confluence(&self.confluences[i], i, self.ticket_issuer.is_some()));
            i += 1;
        }
        if let Some((first, second)) = Unique::ConfluenceNames(self.confluences).first_duplicate() {
            return Err(match self.confluences[first].module() {
                Some(module) => Fault::ModuleTwice { module, first, second },
                None => {
                    Fault::SameName { first: Place::Confluence(first), second: Place::Confluence(second) }
                }
            });
        }
        if let Some(ticket_issuer) = &self.ticket_issuer {
            check!(name(ticket_issuer.name, false, Place::TicketIssuer));
            check!(acl(&ticket_issuer.acl, Owner::TicketIssuer));
        }
        Ok(())
    }
}

/// The first rule that a configuration breaks. `Display` says it in one line that ends with its [code](Self::code).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// There is neither a lattice nor an organism. C15
    NoCitizen,
    /// The name is empty. C11
    NameEmpty(Place),
    /// The name has a character outside the grammar. C11
    NameCharacter {
        /// Whose name.
        place: Place,
        /// Counted in characters from 1.
        position: usize,
    },
    /// The name is longer than 64 bytes. C11
    NameTooLong {
        /// Whose name.
        place: Place,
        /// The bytes that it has.
        bytes: usize,
    },
    /// The coalition's name has one part, where it must be namespaced. C11
    NameOnePart(Place),
    /// The stable id is all-zero. C16
    ZeroStableId(Place),
    /// The pinned content hash is all-zero. C16
    ZeroContentHash(Place),
    /// The id or the measurement in a parameter or a requirement is all-zero. C16
    ZeroValue(Place),
    /// Two citizens have the same stable id. C07
    SameStableId {
        /// The one declared first.
        first: Place,
        /// The one declared again.
        second: Place,
    },
    /// Two lattices, or two confluences, have the same name. C07
    SameName {
        /// The one declared first.
        first: Place,
        /// The one declared again.
        second: Place,
    },
    /// Two parameters have the same key. C09
    SameKey {
        /// The one declared first.
        first: Place,
        /// The one declared again.
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
        /// The citizens that it spans.
        spanned: usize,
        /// The citizens that it must span at least: 2, for a module 1.
        least: usize,
    },
    /// A confluence, which is independent of any coalition, recognises the coalition's issuer. C17
    CoalitionIssuerOnConfluence(Place),
    /// The ticket issuer recognises itself. C17
    CoalitionIssuerOnTicketIssuer(Place),
    /// A module recognises the coalition's issuer, and there is none. C17
    NoTicketIssuer(Place),
}

/// Where in a configuration. Indices count from 0.
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
    /// The code of the rule, `"C07"` and so on, which does not change.
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
            Self::NoCitizen | Self::TooFewSpanned { .. } => "C15",
            Self::ZeroStableId(_) | Self::ZeroContentHash(_) | Self::ZeroValue(_) => "C16",
            Self::CoalitionIssuerOnConfluence(_)
            | Self::CoalitionIssuerOnTicketIssuer(_)
            | Self::NoTicketIssuer(_) => "C17",
        }
    }

    /// The words of `Display`, for a panic in a const too.
    #[doc(hidden)]
    #[must_use]
    pub const fn message(&self) -> Message {
        let mut message = Message::new();
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
    const fn push(self, message: &mut Message) {
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

const fn indexed(message: &mut Message, list: &str, index: usize) {
    message.push_str(list);
    message.push_str("[");
    message.push_usize(index);
    message.push_str("]");
}

const fn pair(message: &mut Message, second: Place, middle: &str, first: Place) {
    second.push(message);
    message.push_str(middle);
    first.push(message);
}

const fn name_message(message: &mut Message, place: Place, fault: NameFault) {
    message.push_str("the name of ");
    place.push(message);
    fault.describe(message);
}

/// A confluence or module by its index, or the ticket issuer.
#[derive(Clone, Copy)]
enum Owner {
    Confluence { index: usize, is_module: bool, has_issuer: bool },
    TicketIssuer,
}

const fn name(name: &str, namespaced: bool, place: Place) -> Result<(), Fault> {
    match name_fault(name, namespaced) {
        None => Ok(()),
        Some(fault) => Err(of_name(fault, place)),
    }
}

const fn of_name(fault: NameFault, place: Place) -> Fault {
    match fault {
        NameFault::Empty => Fault::NameEmpty(place),
        NameFault::Character { position } => Fault::NameCharacter { place, position },
        NameFault::TooLong { bytes } => Fault::NameTooLong { place, bytes },
        NameFault::OnePart => Fault::NameOnePart(place),
    }
}

/// The citizens of the coalition, or those that the confluence at `spanned_by` spans.
const fn citizens(
    lattices: &[LatticeConfig<'_>],
    organisms: &[OrganismRef<'_>],
    spanned_by: Option<usize>,
) -> Result<(), Fault> {
    let mut i = 0;
    while i < lattices.len() {
        let lattice = &lattices[i];
        // The place is only worked out for a fault: const evaluation pays for every call.
        if let Some(fault) = name_fault(lattice.name, false) {
            return Err(of_name(fault, citizen(lattices.len(), i, spanned_by)));
        }
        if lattice.stable_id.is_zero() {
            return Err(Fault::ZeroStableId(citizen(lattices.len(), i, spanned_by)));
        }
        if let Some(content_hash) = &lattice.content_hash
            && content_hash.is_zero()
        {
            return Err(Fault::ZeroContentHash(citizen(lattices.len(), i, spanned_by)));
        }
        i += 1;
    }
    let mut i = 0;
    while i < organisms.len() {
        let organism = &organisms[i];
        if organism.stable_id.is_zero() {
            return Err(Fault::ZeroStableId(citizen(lattices.len(), lattices.len() + i, spanned_by)));
        }
        if let Some(content_hash) = &organism.content_hash
            && content_hash.is_zero()
        {
            return Err(Fault::ZeroContentHash(citizen(lattices.len(), lattices.len() + i, spanned_by)));
        }
        i += 1;
    }
    match Unique::StableIds(lattices, organisms).first_duplicate() {
        None => Ok(()),
        Some((first, second)) => Err(Fault::SameStableId {
            first: citizen(lattices.len(), first, spanned_by),
            second: citizen(lattices.len(), second, spanned_by),
        }),
    }
}

/// The place of the citizen at `index` of the lattices and then the organisms.
const fn citizen(lattices: usize, index: usize, spanned_by: Option<usize>) -> Place {
    match spanned_by {
        None if index < lattices => Place::Lattice(index),
        None => Place::Organism(index - lattices),
        Some(confluence) if index < lattices => Place::SpannedLattice { confluence, index },
        Some(confluence) => Place::SpannedOrganism { confluence, index: index - lattices },
    }
}

const fn confluence(confluence: &ConfluenceConfig<'_>, index: usize, has_issuer: bool) -> Result<(), Fault> {
    check!(name(confluence.name, false, Place::Confluence(index)));
    let is_module = confluence.module().is_some();
    let spanned = confluence.lattices.len() + confluence.organisms.len();
    let least = if is_module { 1 } else { 2 };
    if spanned < least {
        return Err(Fault::TooFewSpanned { confluence: index, spanned, least });
    }
    check!(citizens(confluence.lattices, confluence.organisms, Some(index)));
    check!(content(&confluence.content, index));
    acl(&confluence.acl, Owner::Confluence { index, is_module, has_issuer })
}

const fn content(content: &ContentParams<'_>, confluence: usize) -> Result<(), Fault> {
    let mut index = 0;
    while index < content.params.len() {
        if let ContentValue::Id(id) = &content.params[index].value
            && id.is_zero()
        {
            return Err(Fault::ZeroValue(Place::ContentParam { confluence, index }));
        }
        index += 1;
    }
    match Unique::ContentKeys(content.params).first_duplicate() {
        None => Ok(()),
        Some((first, second)) => Err(Fault::SameKey {
            first: Place::ContentParam { confluence, index: first },
            second: Place::ContentParam { confluence, index: second },
        }),
    }
}

const fn acl(acl: &AclComposition<'_>, owner: Owner) -> Result<(), Fault> {
    let mut index = 0;
    while index < acl.requirements.len() {
        let place = match owner {
            Owner::Confluence { index: confluence, .. } => Place::ConfluenceRequirement { confluence, index },
            Owner::TicketIssuer => Place::TicketIssuerRequirement { index },
        };
        let is_zero = match &acl.requirements[index] {
            Requirement::RecogniseIssuer(id) | Requirement::RequireValidator(id) => id.is_zero(),
            Requirement::RequireMrtd(mrtd) => mrtd.is_zero(),
            Requirement::RecogniseCoalitionIssuer => match owner {
                Owner::TicketIssuer => return Err(Fault::CoalitionIssuerOnTicketIssuer(place)),
                Owner::Confluence { is_module: false, .. } => {
                    return Err(Fault::CoalitionIssuerOnConfluence(place));
                }
                Owner::Confluence { has_issuer: false, .. } => return Err(Fault::NoTicketIssuer(place)),
                Owner::Confluence { .. } => false,
            },
        };
        if is_zero {
            return Err(Fault::ZeroValue(place));
        }
        index += 1;
    }
    Ok(())
}
