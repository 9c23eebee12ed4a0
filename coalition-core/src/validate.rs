//! The rules that hold for a configuration wherever it comes from.

use crate::duplicate::Entries;
use crate::name::{NameFault, name_fault};
use crate::text::is_blank;
use crate::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParams, ContentValue, Fault, LatticeConfig,
    OrganismRef, Place, Requirement, TicketIssuerConfig,
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
    /// - the role of each organism of the coalition is text that is not empty (C14)
    /// - no id is all-zero: stable ids, content hashes, ids in content, in ACLs, and measurements (C16)
    /// - no stable id stands twice among the citizens, nor among those that one confluence spans; no lattice has
    ///   another's name, no confluence another's, no parameter another's key (C09); no module stands twice (C12)
    /// - a confluence spans two citizens or more, a module one or more (C15)
    /// - only a module recognises the coalition's issuer, and only where there is one (C17)
    ///
    /// # Errors
    ///
    /// The first fault. The rules are those of the macro `coalition!`, which reports all faults that the text of a
    /// block shows.
    pub const fn validate(&self) -> Result<(), Fault> {
        self.rules(Duplicates::Searched, Duplicates::Searched)
    }

    /// Checks the other rules of a coalition in which nothing is known to stand twice.
    ///
    /// # Errors
    ///
    /// The first fault.
    #[doc(hidden)]
    pub const fn validate_distinct(&self) -> Result<(), Fault> {
        self.rules(Duplicates::KnownAbsent, Duplicates::KnownAbsent)
    }

    /// Checks the other rules of a coalition in whose own lists nothing is known to stand twice.
    #[doc(hidden)]
    pub const fn validate_parts(&self) -> Result<(), Fault> {
        self.rules(Duplicates::KnownAbsent, Duplicates::Searched)
    }

    /// `within` is for the lists of each confluence.
    const fn rules(&self, duplicates: Duplicates, within: Duplicates) -> Result<(), Fault> {
        check!(name(self.name, true, Place::Coalition));
        if self.lattices.is_empty() && self.organisms.is_empty() {
            return Err(Fault::NoCitizen);
        }
        check!(citizens(self.lattices, self.organisms, None, duplicates));
        if let Some((first, second)) = duplicates.first(&Entries::LatticeNames(self.lattices)) {
            return Err(Fault::SameName { first: Place::Lattice(first), second: Place::Lattice(second) });
        }
        let mut i = 0;
        while i < self.confluences.len() {
            check!(confluence(&self.confluences[i], i, self.ticket_issuer.is_some(), within));
            i += 1;
        }
        if let Some((first, second)) = duplicates.first(&Entries::ConfluenceNames(self.confluences)) {
            return Err(same_confluence_name(self.confluences, first, second));
        }
        match &self.ticket_issuer {
            Some(ticket_issuer) => ticket_issuer.validate(),
            None => Ok(()),
        }
    }
}

impl ConfluenceConfig<'_> {
    /// Checks the rules that [`CoalitionConfig::validate`] has for a confluence or a module. A fault
    /// calls it `confluences[0]`. Whether the coalition of a module has a ticket issuer is not known here.
    ///
    /// # Errors
    ///
    /// The first fault.
    pub const fn validate(&self) -> Result<(), Fault> {
        confluence(self, 0, true, Duplicates::Searched)
    }
}

impl TicketIssuerConfig<'_> {
    /// Checks the rules that [`CoalitionConfig::validate`] has for the ticket issuer.
    ///
    /// # Errors
    ///
    /// The first fault.
    pub const fn validate(&self) -> Result<(), Fault> {
        check!(name(self.name, false, Place::TicketIssuer));
        acl(&self.acl, AclSubject::TicketIssuer)
    }
}

/// The fault of two confluences with one name, by their indices.
#[must_use]
pub const fn same_confluence_name(
    confluences: &[ConfluenceConfig<'_>],
    first: usize,
    second: usize,
) -> Fault {
    match confluences[first].module() {
        Some(module) => Fault::ModuleTwice { module, first, second },
        None => Fault::SameName { first: Place::Confluence(first), second: Place::Confluence(second) },
    }
}

/// How much is known of what stands twice.
#[derive(Clone, Copy)]
enum Duplicates {
    Searched,
    KnownAbsent,
}

impl Duplicates {
    const fn first(self, list: &Entries<'_>) -> Option<(usize, usize)> {
        match self {
            Self::Searched => list.first_duplicate(),
            Self::KnownAbsent => None,
        }
    }
}

/// A confluence or module by its index, or the ticket issuer.
#[derive(Clone, Copy)]
enum AclSubject {
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
    duplicates: Duplicates,
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
        match &lattice.content_hash {
            Some(content_hash) if content_hash.is_zero() => {
                return Err(Fault::ZeroContentHash(citizen(lattices.len(), i, spanned_by)));
            }
            _ => {}
        }
        i += 1;
    }
    let mut i = 0;
    while i < organisms.len() {
        let organism = &organisms[i];
        // No block writes the role of an organism that is only spanned, so none is asked for.
        if spanned_by.is_none() && is_blank(organism.role) {
            return Err(Fault::RoleEmpty(Place::Organism(i)));
        }
        if organism.stable_id.is_zero() {
            return Err(Fault::ZeroStableId(citizen(lattices.len(), lattices.len() + i, spanned_by)));
        }
        match &organism.content_hash {
            Some(content_hash) if content_hash.is_zero() => {
                return Err(Fault::ZeroContentHash(citizen(lattices.len(), lattices.len() + i, spanned_by)));
            }
            _ => {}
        }
        i += 1;
    }
    match duplicates.first(&Entries::StableIds(lattices, organisms)) {
        None => Ok(()),
        Some((first, second)) => Err(Fault::SameStableId {
            first: citizen(lattices.len(), first, spanned_by),
            second: citizen(lattices.len(), second, spanned_by),
        }),
    }
}

/// Checks a lattice by itself.
///
/// # Errors
///
/// Returns the first rule that it breaks.
pub const fn lattice_alone(lattice: &LatticeConfig<'_>) -> Result<(), Fault> {
    citizens(core::slice::from_ref(lattice), &[], None, Duplicates::KnownAbsent)
}

/// Checks an organism by itself.
///
/// # Errors
///
/// Returns the first rule that it breaks.
pub const fn organism_alone(organism: &OrganismRef<'_>) -> Result<(), Fault> {
    citizens(&[], core::slice::from_ref(organism), None, Duplicates::KnownAbsent)
}

/// Checks a confluence by itself, in a coalition that has a ticket issuer or none.
///
/// # Errors
///
/// Returns the first rule that it breaks.
pub const fn confluence_alone(confluence: &ConfluenceConfig<'_>, has_issuer: bool) -> Result<(), Fault> {
    self::confluence(confluence, 0, has_issuer, Duplicates::Searched)
}

/// Returns the place of the citizen at `index` of the lattices and then the organisms.
#[must_use]
pub const fn citizen(lattices: usize, index: usize, spanned_by: Option<usize>) -> Place {
    match spanned_by {
        None if index < lattices => Place::Lattice(index),
        None => Place::Organism(index - lattices),
        Some(confluence) if index < lattices => Place::SpannedLattice { confluence, index },
        Some(confluence) => Place::SpannedOrganism { confluence, index: index - lattices },
    }
}

const fn confluence(
    confluence: &ConfluenceConfig<'_>,
    index: usize,
    has_issuer: bool,
    duplicates: Duplicates,
) -> Result<(), Fault> {
    check!(name(confluence.name, false, Place::Confluence(index)));
    let is_module = confluence.module().is_some();
    let spanned = confluence.lattices.len() + confluence.organisms.len();
    let least = if is_module { 1 } else { 2 };
    if spanned < least {
        return Err(Fault::TooFewSpanned { confluence: index, spanned, least });
    }
    check!(citizens(confluence.lattices, confluence.organisms, Some(index), duplicates));
    check!(content(&confluence.content, index, duplicates));
    acl(&confluence.acl, AclSubject::Confluence { index, is_module, has_issuer })
}

const fn content(
    content: &ContentParams<'_>,
    confluence: usize,
    duplicates: Duplicates,
) -> Result<(), Fault> {
    let mut index = 0;
    while index < content.params.len() {
        match &content.params[index].value {
            ContentValue::Id(id) if id.is_zero() => {
                return Err(Fault::ZeroValue(Place::ContentParam { confluence, index }));
            }
            _ => index += 1,
        }
    }
    match duplicates.first(&Entries::ContentKeys(content.params)) {
        None => Ok(()),
        Some((first, second)) => Err(Fault::SameKey {
            first: Place::ContentParam { confluence, index: first },
            second: Place::ContentParam { confluence, index: second },
        }),
    }
}

const fn acl(acl: &AclComposition<'_>, owner: AclSubject) -> Result<(), Fault> {
    let mut index = 0;
    while index < acl.requirements.len() {
        let place = match owner {
            AclSubject::Confluence { index: confluence, .. } => {
                Place::ConfluenceRequirement { confluence, index }
            }
            AclSubject::TicketIssuer => Place::TicketIssuerRequirement { index },
        };
        let is_zero = match &acl.requirements[index] {
            Requirement::RecogniseIssuer(id) | Requirement::RequireValidator(id) => id.is_zero(),
            Requirement::RequireMrtd(mrtd) => mrtd.is_zero(),
            Requirement::RecogniseCoalitionIssuer => match owner {
                AclSubject::TicketIssuer => return Err(Fault::CoalitionIssuerOnTicketIssuer(place)),
                AclSubject::Confluence { is_module: false, .. } => {
                    return Err(Fault::CoalitionIssuerOnConfluence(place));
                }
                AclSubject::Confluence { has_issuer: false, .. } => return Err(Fault::NoTicketIssuer(place)),
                AclSubject::Confluence { .. } => false,
            },
        };
        if is_zero {
            return Err(Fault::ZeroValue(place));
        }
        index += 1;
    }
    Ok(())
}
