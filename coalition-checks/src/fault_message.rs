//! A fault of a block in the words of the macro, which has the same rules for what is declared in it.

use coalition_core::__private::{ConstString, LONGEST_NAME, is_char_start};
use coalition_core::{CoalitionConfig, ConfluenceConfig, Fault, Place, Requirement};

use crate::block_names::BlockNames;
use crate::wording::{
    ISSUER_ON_CONFLUENCE, ISSUER_ON_ITSELF, MODULE_TWICE_HELP, NAME_HELP, NAME_ONE_PART, NAME_TAKEN,
    NO_CITIZEN, NO_TICKET_ISSUER, STABLE_ID_TAKEN, ZERO_ID, expected_character, is_last_separator,
    too_few_spanned,
};

/// A configuration, and what its block calls its components.
#[derive(Clone, Copy)]
struct NamedConfig<'a> {
    config: &'a CoalitionConfig<'a>,
    names: &'a BlockNames<'a>,
}

/// What the macro would say of a fault, with its `help:` lines. It can stand at `expect_fingerprint`, so it also names
/// the component that the macro would point at.
#[must_use]
pub const fn fault_message(
    config: &CoalitionConfig<'_>,
    names: &BlockNames<'_>,
    fault: Fault,
) -> ConstString {
    let block = NamedConfig { config, names };
    let mut message = ConstString::new();
    let help = block.describe(&mut message, fault);
    message.push_str(" [");
    message.push_str(fault.code());
    message.push_str("]\nhelp: ");
    message.push_str(help);
    match fault {
        Fault::SameStableId { first, .. } | Fault::SameName { first, .. } => block.push(&mut message, first),
        Fault::ModuleTwice { first, .. } => block.push(&mut message, Place::Confluence(first)),
        _ => {}
    }
    message
}

/// C07, for two citizens by their places among the lattices and then the organisms. An organism's configuration holds
/// no name, so no fault of a configuration says this.
#[must_use]
pub const fn same_name(
    config: &CoalitionConfig<'_>,
    names: &BlockNames<'_>,
    first: usize,
    second: usize,
) -> ConstString {
    let block = NamedConfig { config, names };
    let (first, second) = (block.citizen(first), block.citizen(second));
    let mut message = ConstString::new();
    block.push(&mut message, second);
    push_name_taken(&mut message, block.name(second));
    message.push_str(" [C07]\nhelp: ");
    message.push_str(NAME_TAKEN.help);
    block.push(&mut message, first);
    message
}

/// C16, for an id that no configuration holds. `what` names it.
#[must_use]
pub const fn zero_id(what: &str) -> ConstString {
    let mut message = ConstString::new();
    message.push_str(what);
    let help = is_zero(&mut message);
    message.push_str(" [C16]\nhelp: ");
    message.push_str(help);
    message
}

impl<'a> NamedConfig<'a> {
    /// The place of a citizen among the lattices and then the organisms.
    const fn citizen(self, index: usize) -> Place {
        match index.checked_sub(self.config.lattices.len()) {
            Some(organism) => Place::Organism(organism),
            None => Place::Lattice(index),
        }
    }

    /// Appends what was found. Returns the help, to which the first of two places is added.
    const fn describe(self, message: &mut ConstString, fault: Fault) -> &'static str {
        match fault {
            Fault::NameEmpty(place)
            | Fault::NameCharacter { place, .. }
            | Fault::NameTooLong { place, .. }
            | Fault::NameOnePart(place) => {
                message.push_str("the name of ");
                self.push(message, place);
                self.describe_name(message, fault);
                NAME_HELP
            }
            Fault::RoleEmpty(place) => {
                message.push_str("`role` of ");
                self.push(message, place);
                message.push_str(" is empty");
                "its operator's const says nothing: have it say what the organism does, or declare the organism here, \
                 with its `stable_id` and a `role = \"…\"`"
            }
            Fault::ZeroStableId(place) => self.zero(message, "`stable_id` of ", place),
            Fault::ZeroContentHash(place) => self.zero(message, "`content_hash` of ", place),
            Fault::ZeroValue(place) => self.zero(message, "", place),
            Fault::SameStableId { second, .. } => {
                self.push(message, second);
                message.push_str(STABLE_ID_TAKEN.found);
                STABLE_ID_TAKEN.help
            }
            Fault::SameName { second, .. } => {
                self.push(message, second);
                push_name_taken(message, self.name(second));
                NAME_TAKEN.help
            }
            Fault::SameKey { second, .. } => {
                self.push(message, second);
                message.push_str(" is there twice");
                "keep one of them"
            }
            Fault::ModuleTwice { module, second, .. } => {
                self.push(message, Place::Confluence(second));
                message.push_str(" is a second `");
                message.push_str(module.name());
                message.push_str("`");
                MODULE_TWICE_HELP
            }
            Fault::TooFewSpanned { confluence, spanned, least } => {
                self.push(message, Place::Confluence(confluence));
                let wording = too_few_spanned(spanned, least);
                message.push_str(wording.found);
                wording.help
            }
            Fault::CoalitionIssuerOnConfluence(place) => {
                self.push(message, place);
                message.push_str(ISSUER_ON_CONFLUENCE.found);
                ISSUER_ON_CONFLUENCE.help
            }
            Fault::CoalitionIssuerOnTicketIssuer(_) => {
                message.push_str("`recognise_issuer(self)`");
                message.push_str(ISSUER_ON_ITSELF.found);
                ISSUER_ON_ITSELF.help
            }
            Fault::NoTicketIssuer(place) => {
                self.push(message, place);
                message.push_str(NO_TICKET_ISSUER.found);
                NO_TICKET_ISSUER.help
            }
            Fault::NoCitizen => {
                message.push_str("coalition `");
                message.push_str(self.config.name);
                message.push_str("`");
                message.push_str(NO_CITIZEN.found);
                NO_CITIZEN.help
            }
            // The crates pin each other's exact version, so this fault was forgotten here.
            _ => panic!("a fault has no message"),
        }
    }

    const fn zero(self, message: &mut ConstString, key: &str, place: Place) -> &'static str {
        message.push_str(key);
        self.push(message, place);
        is_zero(message)
    }

    const fn describe_name(self, message: &mut ConstString, fault: Fault) {
        match fault {
            Fault::NameCharacter { place, position } => {
                let (before, rest) = self.name(place).as_bytes().split_at(position - 1);
                let mut end = 1;
                while !is_char_start(rest, end) {
                    end += 1;
                }
                let found = rest.split_at(end).0;
                if is_last_separator(before, rest) {
                    message.push_str(" ends at position ");
                    message.push_usize(position + 1);
                } else {
                    message.push_str(" has ");
                    message.push_quoted(character(found));
                    message.push_str(" at position ");
                    message.push_usize(position);
                }
                // Only the separators are of interest, and they are ASCII.
                message.push_str(expected_character(found[0] as char));
            }
            Fault::NameTooLong { bytes, .. } => {
                message.push_str(" has ");
                message.push_usize(bytes);
                message.push_str(" bytes: a name has at most ");
                message.push_usize(LONGEST_NAME);
            }
            Fault::NameOnePart(_) => {
                message.push_str(" ");
                message.push_str(NAME_ONE_PART);
            }
            _ => message.push_str(" is empty"),
        }
    }

    /// The name of what has one.
    const fn name(self, place: Place) -> &'a str {
        match place {
            Place::Lattice(index) => self.config.lattices[index].name,
            Place::Organism(index) => self.names.organisms[index].1,
            Place::SpannedLattice { confluence, index } => {
                self.config.confluences[confluence].lattices[index].name
            }
            Place::Confluence(index) => self.config.confluences[index].name,
            Place::TicketIssuer => match &self.config.ticket_issuer {
                Some(issuer) => issuer.name,
                None => "",
            },
            _ => self.config.name,
        }
    }

    /// Appends the kind and the const name of a component, and the part of it.
    const fn push(self, message: &mut ConstString, place: Place) {
        match place {
            Place::Coalition => quoted(message, "coalition `", self.config.name),
            Place::Lattice(index) => quoted(message, "lattice `", self.names.lattices[index]),
            Place::Organism(index) => quoted(message, "organism `", self.names.organisms[index].0),
            Place::Confluence(index) => {
                let (name, is_module) = self.names.confluences[index];
                quoted(message, if is_module { "module `" } else { "confluence `" }, name);
            }
            Place::SpannedLattice { confluence, .. } => {
                quoted(message, "lattice `", self.name(place));
                self.spanned(message, confluence);
            }
            Place::SpannedOrganism { confluence, index } => {
                message.push_str("organism ");
                message.push_usize(index + 1);
                self.spanned(message, confluence);
            }
            Place::ContentParam { confluence, index } => {
                quoted(message, "parameter `", self.confluence(confluence).content.params[index].key);
                message.push_str(" of ");
                self.push(message, Place::Confluence(confluence));
            }
            Place::ConfluenceRequirement { confluence, index } => {
                requirement(message, &self.confluence(confluence).acl.requirements[index]);
                self.push(message, Place::Confluence(confluence));
            }
            Place::TicketIssuer => message.push_str("the ticket issuer"),
            Place::TicketIssuerRequirement { index } => {
                if let Some(issuer) = &self.config.ticket_issuer {
                    requirement(message, &issuer.acl.requirements[index]);
                }
                self.push(message, Place::TicketIssuer);
            }
            _ => panic!("a place has no words"),
        }
    }

    const fn spanned(self, message: &mut ConstString, confluence: usize) {
        message.push_str(" in the `spans` of ");
        self.push(message, Place::Confluence(confluence));
    }

    const fn confluence(self, index: usize) -> &'a ConfluenceConfig<'a> {
        &self.config.confluences[index]
    }
}

/// Returns the character that these bytes are.
const fn character(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(character) => character,
        Err(_) => panic!("the bytes are one whole character"),
    }
}

/// Appends that a name is taken.
const fn push_name_taken(message: &mut ConstString, name: &str) {
    message.push_str(" has the name `");
    message.push_str(name);
    message.push_str("`");
    message.push_str(NAME_TAKEN.found);
}

/// Appends what is wrong with an id, and returns the help.
const fn is_zero(message: &mut ConstString) -> &'static str {
    message.push_str(ZERO_ID.found);
    ZERO_ID.help
}

const fn quoted(message: &mut ConstString, kind: &str, name: &str) {
    message.push_str(kind);
    message.push_str(name);
    message.push_str("`");
}

const fn requirement(message: &mut ConstString, requirement: &Requirement) {
    message.push_str(match requirement {
        Requirement::RecogniseIssuer(_) => "`recognise_issuer` of ",
        Requirement::RequireMrtd(_) => "`require_mrtd` of ",
        Requirement::RequireValidator(_) => "`require_validator` of ",
        Requirement::RecogniseCoalitionIssuer => "`recognise_issuer(self)` on ",
    });
}
