//! `spans`: the citizens of a confluence or a module.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use proc_macro2::Span;
use syn::Ident;
use syn::ext::IdentExt as _;

use super::text;
use crate::diagnostics::Code::{C07, C10, C14};
use crate::diagnostics::{Diagnostics, Fault};
use crate::model::Spans;
use crate::syntax::Value;
use crate::vocabulary::{list, nearest};

/// The citizens of a block, by const name: `r#NAME` is `NAME`.
#[derive(Default)]
pub(super) struct Citizens {
    places: HashMap<Ident, Citizen>,
    /// In declared order, for messages.
    names: Vec<String>,
    lattices: usize,
    organisms: usize,
    /// The const names of declarations that could not be read, which may be citizens.
    unread: HashSet<Ident>,
    /// How many names were looked for that are not there.
    unknown: Cell<usize>,
}

#[derive(Clone, Copy)]
enum Citizen {
    Lattice(usize),
    Organism(usize),
}

impl Citizens {
    pub(super) fn with_unread(names: &[Ident]) -> Self {
        Self { unread: names.iter().map(syn::ext::IdentExt::unraw).collect(), ..Self::default() }
    }

    pub(super) fn add(&mut self, ident: &Ident, is_lattice: bool) {
        let (count, place): (_, fn(usize) -> Citizen) = if is_lattice {
            (&mut self.lattices, Citizen::Lattice)
        } else {
            (&mut self.organisms, Citizen::Organism)
        };
        // The first of two that share a name is the one that is meant; the second was reported.
        self.places.entry(ident.unraw()).or_insert(place(*count));
        *count += 1;
        self.names.push(ident.to_string());
    }

    pub(super) fn count(&self) -> usize {
        self.lattices + self.organisms
    }

    /// `[CITIZEN, …]`: their indices, in the order written, and how many were written.
    pub(super) fn spans(
        &self,
        value: &Value,
        owner: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Spans, usize)> {
        let help =
            "write the const names of citizens of this block: `spans = [ETHEREUM_MAINNET, EUR_PRICE_FEED]`";
        let values = text::items(value, "`spans` takes a list of citizens", help, diagnostics)?;
        let mut seen: HashMap<Ident, Span> = HashMap::new();
        let (mut lattices, mut organisms) = (Vec::new(), Vec::new());
        for value in values {
            let Value::Path(path) = value else {
                if !matches!(value, Value::Invalid) {
                    let found = format!("`spans` takes const names, found {}", value.describe());
                    diagnostics.add(Fault::new(value.place(), C14, found).help(help));
                }
                continue;
            };
            match path.get_ident().and_then(|ident| Some((ident, self.places.get(&ident.unraw())?))) {
                None if path.get_ident().is_some_and(|ident| self.unread.contains(&ident.unraw())) => {}
                None => self.unknown(value, &crate::syntax::path_text(path), owner, diagnostics),
                Some((ident, citizen)) => {
                    if let Some(first) = seen.insert(ident.unraw(), ident.span()) {
                        let line = first.start().line;
                        let fault =
                            Fault::new(ident.span(), C07, format_args!("{owner} spans `{ident}` twice"));
                        diagnostics
                            .add(fault.help(format_args!("keep one of them; the first is on line {line}")));
                    }
                    match citizen {
                        Citizen::Lattice(index) => lattices.push(*index),
                        Citizen::Organism(index) => organisms.push(*index),
                    }
                }
            }
        }
        Some((Spans::Listed { lattices, organisms }, values.len()))
    }

    fn unknown(&self, value: &Value, name: &str, owner: &str, diagnostics: &mut Diagnostics) {
        // A long list would bury the rest of the message. After a dozen of them it is not the spelling that is wrong, and
        // to compare every name with every citizen would take long.
        const SHOWN: usize = 12;
        let found = format!("{owner} spans `{name}`, which is not a citizen of this block");
        let before = self.unknown.replace(self.unknown.get() + 1);
        let candidates = self.names.iter().map(String::as_str).filter(|_| before < SHOWN);
        let fault = Fault::new(value.place(), C10, found).unknown(name, nearest(name, candidates));
        let known = list(self.names.iter().take(SHOWN).map(String::as_str));
        let fault = match self.names.len() {
            0 => fault.help("declare the citizens that it spans in this block"),
            1..=SHOWN => fault.help(format_args!("the citizens of this block are {known}")),
            count => {
                fault.help(format_args!("the citizens of this block are {known} and {} more", count - SHOWN))
            }
        };
        diagnostics.add(fault.help(
            "a confluence that spans a citizen outside this coalition is imported from its operator's crate",
        ));
    }
}
