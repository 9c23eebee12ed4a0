//! Finds what stands twice, and says where it stood first.

use std::collections::btree_map::{BTreeMap, Entry};

use proc_macro2::Span;

/// Values seen so far, each with the owner that had it first, and where that stands.
#[derive(Default)]
pub(super) struct FirstUses(BTreeMap<Vec<u8>, (String, Span)>);

impl FirstUses {
    /// Adds a value, or returns the owner and the line that had it first.
    pub(super) fn add(&mut self, value: impl Into<Vec<u8>>, owner: &str, span: Span) -> Option<String> {
        match self.0.entry(value.into()) {
            Entry::Vacant(place) => {
                place.insert((owner.to_owned(), span));
                None
            }
            Entry::Occupied(first) => {
                let (owner, span) = first.get();
                Some(format!("{owner} on line {}", span.start().line))
            }
        }
    }
}
