//! `spans`: the citizens of a confluence or a module.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Ident, Path};

use super::text;
use crate::diagnostics::Code::{C07, C10, C14};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::Spans;
use crate::syntax::{Value, path_place, path_text};
use crate::vocabulary::{form, list, nearest};

/// The citizens of a block, by const name: `r#NAME` is `NAME`.
#[derive(Default)]
pub(super) struct Spannable {
    places: HashMap<Ident, CitizenIndex>,
    /// In declared order, for messages.
    names: Vec<String>,
    lattices: usize,
    organisms: usize,
    /// The const names of declarations that could not be read, which may be citizens.
    unread: HashSet<Ident>,
    /// `true` if a const name could not be read, so that any name may be a citizen's.
    nameless: bool,
    /// The number of names that were looked up and not found.
    unknown: Cell<usize>,
}

#[derive(Clone, Copy)]
enum CitizenIndex {
    Lattice(usize),
    Organism(usize),
}

impl Spannable {
    pub(super) fn with_unread(names: &[Ident], nameless: bool) -> Self {
        Self { unread: names.iter().map(IdentExt::unraw).collect(), nameless, ..Self::default() }
    }

    pub(super) fn add(&mut self, ident: &Ident, is_lattice: bool) {
        let (count, place): (_, fn(usize) -> CitizenIndex) = if is_lattice {
            (&mut self.lattices, CitizenIndex::Lattice)
        } else {
            (&mut self.organisms, CitizenIndex::Organism)
        };
        // The first of two that share a name is the one that is meant; the second was reported.
        self.places.entry(ident.unraw()).or_insert(place(*count));
        *count += 1;
        self.names.push(ident.to_string());
    }

    pub(super) fn count(&self) -> usize {
        self.lattices + self.organisms
    }

    /// `[CITIZEN, …]`: their indices, in the order written, unless one is no citizen.
    pub(super) fn spans(&self, value: &Value, owner: &str, diagnostics: &mut Diagnostics) -> Option<Spans> {
        let values = text::items(value, "spans", "citizens", diagnostics)?;
        let is_other = |value: &&Value| !matches!(value, Value::Path(_) | Value::Invalid);
        if let Some(other) = values.iter().find(is_other) {
            let found = format!("`spans` takes const names, found {}", other.describe());
            let form = match self.in_list(values) {
                Some(names) => format!("`spans = [{names}]`"),
                None => form("spans").unwrap_or_default(),
            };
            diagnostics.add(Diagnostic::new(other.place(), C14, found).help(format_args!("write {form}")));
            return None;
        }
        let mut seen: HashMap<Ident, Span> = HashMap::new();
        let (mut lattices, mut organisms) = (Vec::new(), Vec::new());
        for value in values {
            let Value::Path(path) = value else { continue };
            match path.get_ident().and_then(|ident| Some((ident, self.places.get(&ident.unraw())?))) {
                None if self.may_be_unread(path) => {}
                None => self.unknown(path, owner, diagnostics),
                Some((ident, citizen)) => {
                    if let Some(first) = seen.insert(ident.unraw(), ident.span()) {
                        let line = first.start().line;
                        let fault =
                            Diagnostic::new(ident.span(), C07, format_args!("{owner} spans `{ident}` twice"));
                        diagnostics
                            .add(fault.help(format_args!("keep one of them; the first is on line {line}")));
                    }
                    match citizen {
                        CitizenIndex::Lattice(index) => lattices.push(*index),
                        CitizenIndex::Organism(index) => organisms.push(*index),
                    }
                }
            }
        }
        (lattices.len() + organisms.len() == values.len()).then_some(Spans::Listed { lattices, organisms })
    }

    /// A list of texts as const names, if each is a citizen's: `["ETHEREUM_MAINNET"]`.
    fn in_list(&self, values: &[Value]) -> Option<String> {
        let names = values.iter().map(|value| match value {
            Value::Text(text) => self.names.iter().find(|name| *name == text.value()).map(String::as_str),
            _ => None,
        });
        Some(names.collect::<Option<Vec<_>>>()?.join(", "))
    }

    fn may_be_unread(&self, path: &Path) -> bool {
        self.nameless || path.get_ident().is_some_and(|ident| self.unread.contains(&ident.unraw()))
    }

    fn unknown(&self, path: &Path, owner: &str, diagnostics: &mut Diagnostics) {
        // A long list would bury the rest of the message. After a dozen of them it is not the spelling that is wrong, and
        // to compare every name with every citizen would take long.
        const SHOWN: usize = 12;
        let found = format!("{owner} spans `{}`, which is not a citizen of this block", path_text(path));
        let before = self.unknown.replace(self.unknown.get() + 1);
        let candidates = self.names.iter().map(String::as_str).filter(|_| before < SHOWN);
        let name = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        let nearest = nearest(&name, candidates);
        let fault = Diagnostic::new(path_place(path), C10, found).unknown(&name, nearest);
        let known = list(self.names.iter().take(SHOWN).map(String::as_str));
        let fault = match self.names.len() {
            0 => fault.help("declare the citizens that it spans in this block"),
            1 => fault.help(format_args!("the only citizen of this block is {known}")),
            2..=SHOWN => fault.help(format_args!("the citizens of this block are {known}")),
            count => {
                fault.help(format_args!("the citizens of this block are {known} and {} more", count - SHOWN))
            }
        };
        diagnostics.add(match nearest {
            Some(_) => fault,
            None => fault.help(
                "a confluence that spans a citizen outside this coalition is imported from its operator's crate",
            ),
        });
    }
}
