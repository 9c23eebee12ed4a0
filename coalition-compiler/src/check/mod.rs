//! Whole-tree rules. Every fault is collected; what keeps the rules becomes the model.

mod acl;
mod citizen;
mod coalition;
mod component;
mod components;
mod confluence;
mod content;
mod entries;
pub(crate) mod id;
mod name;
mod shape;
mod spans;
mod text;
mod unique;

use syn::Ident;

use crate::diagnostics::Diagnostics;
use crate::model::CheckedCoalition;
use crate::syntax::{Block, Declaration};
use crate::vocabulary::Kind;
use acl::Issuer;
use component::Checker;
use entries::KnownEntries;
pub(crate) use shape::lacks_quotes;
use spans::Spannable;
use unique::FirstUses;

/// Checks a block. The model is whole only where nothing was reported.
pub(crate) fn check(block: &Block, diagnostics: &mut Diagnostics) -> Option<CheckedCoalition> {
    if diagnostics.has_conflict() {
        return None;
    }
    let declarations: Vec<(Kind, &Declaration)> = block
        .declarations
        .iter()
        .filter_map(|declaration| shape::kind(declaration, diagnostics).map(|kind| (kind, declaration)))
        .collect();
    let whole = diagnostics.is_empty();
    // Nobody knows what these are. They may be what another declaration names.
    let mut unread: Vec<Ident> = diagnostics.unread().to_vec();
    let is_known = |declaration: &&Declaration| Kind::from_name(&declaration.kind.to_string()).is_some();
    unread
        .extend(block.declarations.iter().filter(|other| !is_known(other)).map(|other| other.ident.clone()));
    let head = shape::head(block, &declarations, diagnostics);
    let head = head.map(|head| (head, KnownEntries::check(head, Kind::Coalition, diagnostics)));
    shape::const_names(&declarations, diagnostics);

    let mut citizens = Spannable::with_unread(&unread, diagnostics.has_nameless());
    for (kind, declaration) in &declarations {
        if matches!(kind, Kind::Lattice | Kind::Organism) {
            citizens.add(&declaration.ident, *kind == Kind::Lattice);
        }
    }
    let issuer = declarations.iter().find(|(kind, _)| *kind == Kind::TicketIssuer);
    let issuer = issuer.map(|(_, declaration)| &declaration.ident);
    let mut checker = Checker {
        citizens: &citizens,
        issuer: Issuer {
            name: issuer,
            exists: issuer.is_some() || !unread.is_empty() || diagnostics.has_nameless(),
        },
        pins_handshake: head.as_ref().is_none_or(|(head, entries)| {
            !head.whole || entries.get("expect_handshake").is_some() || entries.meant("expect_handshake")
        }),
        names: FirstUses::default(),
        imports: FirstUses::default(),
        ids: FirstUses::default(),
        diagnostics,
    };
    let (mut lattices, mut organisms) = (Vec::new(), Vec::new());
    let (mut confluences, mut ticket_issuers) = (Vec::new(), Vec::new());
    for (kind, declaration) in &declarations {
        checker.attributes(declaration);
        if *kind == Kind::Coalition {
            continue; // Its keys were checked first, and its values are read last.
        }
        let entries = KnownEntries::check(declaration, *kind, checker.diagnostics);
        match kind {
            Kind::Coalition => {}
            Kind::Lattice => lattices.extend(checker.citizen(declaration, *kind, &entries)),
            Kind::Organism => organisms.extend(checker.citizen(declaration, *kind, &entries)),
            Kind::Confluence | Kind::Module => {
                confluences.extend(checker.confluence(declaration, *kind, &entries));
            }
            Kind::TicketIssuer => ticket_issuers.extend(checker.ticket_issuer(declaration, &entries)),
        }
    }
    let (head, entries) = head?;
    let mut coalition = coalition::coalition(head, &entries, &citizens, whole, diagnostics)?;
    (coalition.lattices, coalition.organisms) = (lattices, organisms);
    coalition.confluences = confluences;
    coalition.ticket_issuer = ticket_issuers.pop();
    Some(coalition)
}
