//! The rules that one imported component keeps or breaks by itself. They are reported at the import.

use core::slice::from_ref;

use coalition_core::__private::{ConstString, confluence_alone, lattice_alone, organism_alone};
use coalition_core::{
    CoalitionConfig, ConfluenceConfig, Fault, LatticeConfig, OrganismRef, TicketIssuerConfig,
};

use crate::block_names::BlockNames;
use crate::fault_message::fault_message;
use crate::wording::NO_MODULE_HELP;

const ALONE: CoalitionConfig<'static> =
    CoalitionConfig { name: "", lattices: &[], organisms: &[], confluences: &[], ticket_issuer: None };
const NO_NAMES: BlockNames<'static> = BlockNames { lattices: &[], organisms: &[], confluences: &[] };

/// Checks an imported lattice. `ident` is its const name in the block.
///
/// # Panics
///
/// Panics with the first rule that it breaks.
#[track_caller]
pub const fn check_lattice(lattice: &LatticeConfig<'_>, ident: &str) {
    if let Err(fault) = lattice_alone(lattice) {
        let alone = CoalitionConfig { lattices: from_ref(lattice), ..ALONE };
        refuse(&alone, &BlockNames { lattices: &[ident], ..NO_NAMES }, fault);
    }
}

/// Checks an imported organism. `ident` and `name` are what the block calls it.
///
/// # Panics
///
/// Panics with the first rule that it breaks.
#[track_caller]
pub const fn check_organism(organism: &OrganismRef<'_>, ident: &str, name: &str) {
    if let Err(fault) = organism_alone(organism) {
        let alone = CoalitionConfig { organisms: from_ref(organism), ..ALONE };
        refuse(&alone, &BlockNames { organisms: &[(ident, name)], ..NO_NAMES }, fault);
    }
}

/// Checks an imported confluence or module.
///
/// # Panics
///
/// Panics with the first rule that it breaks.
#[track_caller]
pub const fn check_confluence(
    confluence: &ConfluenceConfig<'_>,
    ident: &str,
    is_module: bool,
    has_issuer: bool,
) {
    check_kind(confluence, (ident, is_module));
    if let Err(fault) = confluence_alone(confluence, has_issuer) {
        let alone = CoalitionConfig { confluences: from_ref(confluence), ..ALONE };
        refuse(&alone, &BlockNames { confluences: &[(ident, is_module)], ..NO_NAMES }, fault);
    }
}

/// Checks an imported ticket issuer.
///
/// # Panics
///
/// Panics with the first rule that it breaks.
#[track_caller]
pub const fn check_ticket_issuer(issuer: &TicketIssuerConfig<'_>) {
    if let Err(fault) = issuer.validate() {
        refuse(&CoalitionConfig { ticket_issuer: Some(*issuer), ..ALONE }, &NO_NAMES, fault);
    }
}

/// Returns `true` if [`check_lattice`] passes.
#[must_use]
pub const fn keeps_lattice(lattice: &LatticeConfig<'_>) -> bool {
    lattice_alone(lattice).is_ok()
}

/// Returns `true` if [`check_organism`] passes.
#[must_use]
pub const fn keeps_organism(organism: &OrganismRef<'_>) -> bool {
    organism_alone(organism).is_ok()
}

/// Returns `true` if [`check_confluence`] passes.
#[must_use]
pub const fn keeps_confluence(confluence: &ConfluenceConfig<'_>, is_module: bool, has_issuer: bool) -> bool {
    confluence.module().is_some() == is_module && confluence_alone(confluence, has_issuer).is_ok()
}

/// Returns `true` if [`check_ticket_issuer`] passes.
#[must_use]
pub const fn keeps_ticket_issuer(issuer: &TicketIssuerConfig<'_>) -> bool {
    issuer.validate().is_ok()
}

#[track_caller]
const fn refuse(alone: &CoalitionConfig<'_>, names: &BlockNames<'_>, fault: Fault) {
    panic!("{}", fault_message(alone, names, fault).as_str());
}

/// Refuses, with C12, a module that is imported as a confluence, and the reverse.
#[track_caller]
pub(crate) const fn check_kind(confluence: &ConfluenceConfig<'_>, (ident, is_module): (&str, bool)) {
    let mut message = ConstString::new();
    match (confluence.module(), is_module) {
        (Some(_), true) | (None, false) => return,
        (Some(_), false) => {
            message.push_str("confluence `");
            message.push_str(ident);
            message.push_str("` has the name of a module, `");
            message.push_str(confluence.name);
            message.push_str("` [C12]\nhelp: write `module ");
            message.push_str(ident);
            message.push_str("` if it is the coalition's own, or import another confluence");
        }
        (None, true) => {
            message.push_str("there is no module `");
            message.push_str(confluence.name);
            message.push_str("`, which `");
            message.push_str(ident);
            message.push_str("` imports [C12]\nhelp: ");
            message.push_str(NO_MODULE_HELP);
        }
    }
    panic!("{}", message.as_str());
}
