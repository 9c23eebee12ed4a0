//! Finds what stands twice, and says where it stood first.

use std::collections::HashMap;

use proc_macro2::Span;

/// Values seen so far, each with the place that had it first.
#[derive(Default)]
pub(super) struct Unique(HashMap<String, String>);

impl Unique {
    /// Adds a value, or returns the owner and the line that had it first.
    pub(super) fn add(&mut self, value: String, owner: &str, span: Span) -> Option<String> {
        if let Some(first) = self.0.get(&value) {
            return Some(first.clone());
        }
        self.0.insert(value, format!("{owner} on line {}", span.start().line));
        None
    }
}
