//! Finds the one edit since the freeze that explains a drift: derives again with each edit undone.

mod edit;

use std::collections::HashMap;

use crate::derive::{Derivation, Identities, references};
use crate::lower::{Body, Bytes32, Citizen, Coalition, Confluence};
use edit::{Edit, List, kinds};

/// The most bytes that a search for one kind of edit hashes, for all pins of a block together: about a second's work for
/// a compiler that is built without optimisation. Leaving out, pins and neighbours try every component of some 700,
/// moves every pair of some 80. What was declared last is tried first: additions come at the end.
const BUDGET: u64 = 16 << 20;

/// What has a pin.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Subject {
    Coalition,
    /// The confluence of this index.
    Confluence(usize),
}

/// For each subject that drifted, and its pin, the edit that, undone, makes it match, in the words of the note: nothing
/// where no edit does. `got` is what the coalition has as it is.
pub(crate) fn explain(
    coalition: &Coalition,
    got: &Identities,
    drifted: &[(Subject, Bytes32)],
) -> HashMap<Subject, String> {
    let mut notes = HashMap::new();
    if drifted.is_empty() {
        return notes;
    }
    let mut search = Search::new(coalition, got);
    for kind in kinds(coalition) {
        search.derivation.hashed = 0;
        for edit in kind {
            if notes.len() == drifted.len() || search.derivation.hashed > BUDGET {
                break;
            }
            let undone = search.undo(&edit);
            for (subject, pin) in drifted {
                let value = match subject {
                    Subject::Coalition => &undone.root,
                    Subject::Confluence(index) => &undone.confluences[*index],
                };
                if value == pin {
                    notes.entry(*subject).or_insert_with(|| edit.note(coalition));
                }
            }
        }
    }
    notes
}

struct Search<'a> {
    coalition: &'a Coalition,
    /// The fingerprints of confluences and of the ticket issuer as they are: an edit changes few of them.
    got: &'a Identities,
    /// The digests of each confluence's content and access rules as they are.
    digests: Vec<[Bytes32; 2]>,
    derivation: Derivation,
}

/// What is derived with an edit undone.
struct Undone {
    root: Bytes32,
    /// In the order as it is, whatever was undone.
    confluences: Vec<Bytes32>,
}

impl<'a> Search<'a> {
    fn new(coalition: &'a Coalition, got: &'a Identities) -> Self {
        let mut derivation = Derivation::default();
        let digests = |confluence: &Confluence| match &confluence.body {
            Body::Pinned(_) => [[0; 32]; 2],
            Body::Declared { content, acl, .. } => {
                [derivation.content(&references(content)), derivation.acl(&references(acl))]
            }
        };
        let digests = coalition.confluences.iter().map(digests).collect();
        Self { coalition, got, digests, derivation }
    }

    fn undo(&mut self, edit: &Edit) -> Undone {
        let coalition = self.coalition;
        let lattices = edit.citizens(List::Lattices, &coalition.lattices);
        let organisms = edit.citizens(List::Organisms, &coalition.organisms);
        let confluences: Vec<Bytes32> = (0..coalition.confluences.len())
            .map(|index| self.fingerprint(index, edit, [&lattices, &organisms]))
            .collect();
        let issuer = self.got.ticket_issuer.filter(|_| !matches!(edit, Edit::WithoutTicketIssuer));
        let fingerprints = edit.items(List::Confluences, &confluences).into_iter().chain(&issuer);
        let root = self.derivation.root(&coalition.name, [&lattices, &organisms], fingerprints);
        Undone { root, confluences }
    }

    /// The fingerprint of a confluence beside these citizens of the coalition.
    fn fingerprint(&mut self, index: usize, edit: &Edit, all: [&[&Citizen]; 2]) -> Bytes32 {
        let confluence = &self.coalition.confluences[index];
        let Body::Declared { spans, content, acl } = &confluence.body else {
            return self.got.confluences[index];
        };
        if !edit.touches(index, spans.is_none()) {
            return self.got.confluences[index];
        }
        let [mut content_digest, mut acl_digest] = self.digests[index];
        match edit.list() {
            Some(list @ List::Content(_)) => {
                content_digest = self.derivation.content(&edit.items(list, content));
            }
            Some(list @ List::Acl(_)) => acl_digest = self.derivation.acl(&edit.items(list, acl)),
            _ => {}
        }
        let name = &confluence.name;
        let Some(listed) = spans else {
            return self.derivation.confluence(name, all, content_digest, acl_digest);
        };
        let lattices = edit.citizens(List::SpannedLattices(index), &listed.lattices);
        let organisms = edit.citizens(List::SpannedOrganisms(index), &listed.organisms);
        self.derivation.confluence(name, [&lattices, &organisms], content_digest, acl_digest)
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, List, Search, kinds};
    use crate::derive::derive;
    use crate::lower::{Body, Citizen, Coalition, Confluence, Listed, Parameter};

    const TEXT: usize = 1 << 16;

    /// Fifty lattices, and twenty confluences with a long text each that span three of them.
    fn coalition() -> Coalition {
        let lattice = |index: u8| Citizen {
            label: format!("lattice `L{index}`").into(),
            stable_id: [index; 32],
            content_hash: None,
        };
        let lattices: Vec<Citizen> = (1..=50).map(lattice).collect();
        let confluence = |index: usize| Confluence {
            label: format!("confluence `C{index}`").into(),
            name: format!("c{index}").into(),
            body: Body::Declared {
                spans: Some(Listed { lattices: lattices[index..index + 3].to_vec(), organisms: Vec::new() }),
                content: vec![Parameter { key: "text".into(), value: vec![0; TEXT].into() }],
                acl: Vec::new(),
            },
        };
        let confluences = (0..20).map(confluence).collect();
        Coalition { name: "a.b".into(), lattices, organisms: Vec::new(), confluences, ticket_issuer: None }
    }

    #[test]
    fn what_an_edit_leaves_alone_is_not_hashed_again() {
        let coalition = coalition();
        let got = derive(&coalition);
        let mut search = Search::new(&coalition, &got);
        for edit in kinds(&coalition).into_iter().flatten() {
            search.derivation.hashed = 0;
            search.undo(&edit);
            assert!(search.derivation.hashed < 8_192, "{}", edit.note(&coalition));
        }
    }

    #[test]
    fn a_text_that_is_hashed_is_counted() {
        let mut coalition = coalition();
        let Body::Declared { content, .. } = &mut coalition.confluences[0].body else { unreachable!() };
        content.push(Parameter { key: "tiny".into(), value: vec![0; 1].into() });
        let got = derive(&coalition);
        let mut search = Search::new(&coalition, &got);
        search.derivation.hashed = 0;
        search.undo(&Edit::Without(List::Content(0), 1));
        assert!(search.derivation.hashed > TEXT as u64);
    }
}
