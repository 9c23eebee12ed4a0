//! The values of a block's pins, as a build says them.

use coalition_core::UniqueId;
use coalition_handshake::{ComponentSummary, Handshake};

use crate::build::coalitions::State;
use crate::source::block::{PinValue, Pinned, PlacedPin, SourceBlock};

/// Returns each pin of a block with its value.
pub fn values<'b>(
    block: &'b SourceBlock,
    handshake: &Handshake<'_>,
) -> impl Iterator<Item = (&'b PlacedPin, UniqueId)> {
    block.pins.iter().filter_map(|pin| Some((pin, value(&pin.of, handshake)?)))
}

fn value(of: &Pinned, handshake: &Handshake<'_>) -> Option<UniqueId> {
    match of {
        Pinned::Coalition => Some(handshake.coalition.coalition_root()),
        Pinned::Handshake => Some(handshake.digest()),
        Pinned::Part { const_name, .. } => {
            let issuer = handshake.coalition.ticket_issuer.zip(handshake.ticket_issuer);
            let issuer = issuer.filter(|(_, profile)| profile.ident == const_name);
            let mut confluences = handshake.confluence_cards().filter(|card| card.ident == const_name);
            let confluence = confluences.next().map(|card| card.config.fingerprint());
            confluence.or_else(|| issuer.map(|(issuer, _)| issuer.fingerprint()))
        }
    }
}

/// Compares the pins of a block with what the build says.
pub fn state(block: &SourceBlock, handshake: &Handshake<'_>) -> State {
    let is_drifted = |(placed, value): (&PlacedPin, UniqueId)| {
        placed.pin.frozen().is_some_and(|pin| pin != value.to_string())
    };
    let pins = || block.pins.iter().map(|placed| &placed.pin);
    if values(block, handshake).any(is_drifted) {
        State::Drifted
    } else if block.fingerprint == PinValue::Missing || pins().any(|pin| *pin == PinValue::Open) {
        State::Unfrozen
    } else if pins().any(|pin| *pin == PinValue::Other) {
        State::Unchecked
    } else if has_other_summary(block, handshake) {
        State::Stale
    } else {
        State::Frozen
    }
}

/// Returns `true` if a block has a component summary, and not that of what it declares.
pub fn has_other_summary(block: &SourceBlock, handshake: &Handshake<'_>) -> bool {
    let words = ComponentSummary::of(&handshake.coalition).to_string();
    let text = block.components.as_ref().and_then(|entry| entry.text.as_ref());
    text.is_some_and(|text| !text.split_whitespace().eq(words.split_whitespace()))
}
