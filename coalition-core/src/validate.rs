//! The rules for every configuration, wherever it comes from.

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
    /// Checks the rules of a coalition. They are the same as in `coalition!`, and work in a const too.
    ///
    /// ```
    /// # use coalition_core::{CoalitionConfig, Fault};
    /// let empty = CoalitionConfig {
    ///     name: "signals.euro-fx",
    ///     lattices: &[],
    ///     organisms: &[],
    ///     confluences: &[],
    ///     ticket_issuer: None,
    /// };
    /// assert_eq!(empty.validate(), Err(Fault::NoCitizen));
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the first fault, component by component in declared order:
    ///
    /// | code | fault |
    /// |---|---|
    /// | C07 | two citizens of the coalition or of one confluence have one stable id; two lattices or two confluences have one name |
    /// | C09 | two content parameters have one key |
    /// | C11 | a name is outside the grammar, or the coalition's name has one part |
    /// | C12 | a module is there twice |
    /// | C14 | the role of an organism of the coalition is empty |
    /// | C15 | the coalition has no citizen; a confluence spans fewer than two, or a module none |
    /// | C16 | a stable id, a content hash, an id in content or access rules, or a measurement is all-zero |
    /// | C17 | a confluence or the ticket issuer recognises the coalition's issuer, or a module does and there is none |
    pub const fn validate(&self) -> Result<(), Fault> {
        self.rules(Duplicates::Searched, Duplicates::Searched)
    }

    /// Checks the other rules of a coalition that is known to have no duplicates.
    ///
    /// # Errors
    ///
    /// Returns the first fault.
    #[doc(hidden)]
    pub const fn validate_distinct(&self) -> Result<(), Fault> {
        self.rules(Duplicates::KnownAbsent, Duplicates::KnownAbsent)
    }

    /// Checks the other rules of a coalition whose own lists are known to have no duplicates.
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
    /// Checks the rules of a confluence or a module by itself.
    ///
    /// It assumes that the coalition has a ticket issuer.
    ///
    /// # Errors
    ///
    /// Returns the first fault of those that [`CoalitionConfig::validate`] lists. The fault names the confluence
    /// `confluences[0]`.
    pub const fn validate(&self) -> Result<(), Fault> {
        confluence(self, 0, true, Duplicates::Searched)
    }
}

impl TicketIssuerConfig<'_> {
    /// Checks the rules of a ticket issuer.
    ///
    /// # Errors
    ///
    /// Returns the first fault: its name is outside the grammar (C11), an id or a measurement in its access rules is
    /// all-zero (C16), or it recognises itself (C17).
    pub const fn validate(&self) -> Result<(), Fault> {
        check!(name(self.name, false, Place::TicketIssuer));
        acl(&self.acl, AclSubject::TicketIssuer)
    }
}

/// Returns the fault of two confluences with one name, by their indices.
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

/// A list is searched for duplicates, or is known to have none.
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
