//! The gaps of a page that is about to be published, by Step 7 of the runbook.

use coalition_handshake::Handshake;

use crate::output::escape::escape;
use crate::verbs::new::{EXAMPLE_HOST, EXAMPLE_IDS, EXAMPLE_PEER, PLACEHOLDER};

/// How many components are named, of those that lack the same.
const NAMED: usize = 4;

/// Returns a line for each thing that is missing, or that still is the scaffold's.
pub fn gaps(handshake: &Handshake<'_>) -> Vec<String> {
    let mut gaps = Vec::new();
    let mut gap = |is_missing: bool, text: &str| {
        if is_missing {
            gaps.push(text.to_owned());
        }
    };
    let description = handshake.description.trim();
    gap(description.is_empty(), "no description: say in a doc comment what the coalition is for");
    gap(description == PLACEHOLDER, "the description is the scaffold's: say what the coalition is for");
    gap(handshake.peers.is_empty(), "no `peers`: integrators need one to join the universe");
    gap(handshake.peers.contains(&EXAMPLE_PEER), "`peers` is the scaffold's: write an address");
    gap(handshake.change_channel.is_none(), "no `change_channel`: say where changes are announced");
    gap(handshake.change_channel.is_some_and(is_example), "`change_channel` is the scaffold's: write yours");
    gap(handshake.handshake_url.is_none(), "no `handshake`: the address at which this page is published");
    gap(handshake.handshake_url.is_some_and(is_example), "`handshake` is the scaffold's: write yours");

    let mut lack = |components: Vec<&str>, text: &str| {
        if let Some(names) = names(&components) {
            gaps.push(format!("{text}: {names}"));
        }
    };
    let citizens = || handshake.citizen_cards();
    let services = || handshake.confluence_cards();
    let links = || {
        let services = services().map(|card| (card.ident, card.handshake_url, card.module.is_none()));
        citizens().map(|card| (card.ident, card.handshake_url, true)).chain(services)
    };
    let sample = |id: Option<coalition_core::UniqueId>| {
        id.is_some_and(|id| EXAMPLE_IDS.iter().any(|(_, sample)| *sample == id.to_string()))
    };
    let is_sample = |card: &coalition_handshake::CitizenCard<'_>| {
        [Some(card.stable_id), card.content_hash, card.ticket_root].into_iter().any(sample)
    };
    lack(
        citizens().filter(is_sample).map(|card| card.ident).collect(),
        "ids of the example, which are no operator's",
    );
    // A module is the coalition's own, so this page is its handshake.
    lack(
        links()
            .filter(|(_, link, is_others)| *is_others && link.is_none())
            .map(|(ident, ..)| ident)
            .collect(),
        "no `handshake`, the link to the operator's page",
    );
    lack(
        links().filter(|(_, link, _)| link.is_some_and(is_example)).map(|(ident, ..)| ident).collect(),
        "`handshake` is the scaffold's",
    );
    lack(
        services().filter(|card| card.description.trim().is_empty()).map(|card| card.ident).collect(),
        "no description",
    );
    let modules = || services().filter(|card| card.module.is_some());
    lack(
        modules()
            .filter(|card| card.roster.is_none() && card.mrtds().next().is_none())
            .map(|card| card.ident)
            .collect(),
        "no `roster` and no MR_TD: integrators cannot tell who runs the module",
    );
    lack(
        modules().filter(|card| card.roster.is_some_and(is_example)).map(|card| card.ident).collect(),
        "`roster` is the scaffold's",
    );
    lack(
        services().filter(|card| card.state_machine.is_none()).map(|card| card.ident).collect(),
        "no `state_machine`, the signature of the state machine",
    );
    lack(
        services().filter(|card| sample(card.state_machine)).map(|card| card.ident).collect(),
        "`state_machine` is the example's",
    );
    gaps
}

fn is_example(link: &str) -> bool {
    link.contains(EXAMPLE_HOST)
}

fn names(components: &[&str]) -> Option<String> {
    let named: Vec<_> = components.iter().take(NAMED).map(|ident| format!("`{}`", escape(ident))).collect();
    let more = components.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    (!named.is_empty()).then(|| named.join(", ") + &more)
}
