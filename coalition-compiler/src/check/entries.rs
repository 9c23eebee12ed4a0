//! The keys of one declaration, held against the table of its kind.

use proc_macro2::Span;
use syn::Ident;

use super::shape;
use crate::diagnostics::Code::{C08, C09, C14};
use crate::diagnostics::{Diagnostics, Fault};
use crate::syntax::{self, Declaration, Source};
use crate::vocabulary::{Key, Kind, Presence, list, nearest};

/// The keys of a declaration that belong there, each once.
pub(super) struct Entries<'a> {
    entries: Vec<(&'a Ident, &'a syntax::Value)>,
    /// The keys that were misspelt: they are reported, and not missing, too.
    meant: Vec<&'static str>,
}

impl<'a> Entries<'a> {
    /// Reports every key that is unknown, given twice, not for this source, or missing.
    pub(super) fn check(declaration: &'a Declaration, kind: Kind, diagnostics: &mut Diagnostics) -> Self {
        let owner = format!("{kind} `{}`", declaration.ident);
        let lacks_quotes = shape::lacks_quotes(declaration, kind);
        let (imported, source) = match declaration.source {
            Source::Path(_) if !lacks_quotes => (true, "imported by path"),
            _ => (false, "declared here"),
        };
        let presence = |key: &Key| if imported { key.imported } else { key.declared };
        let takes = || {
            let known = kind.keys().iter().filter(|key| presence(key) != Presence::Refused);
            format!("{} that is {source} takes {}", kind.a_noun(), list(known.map(|key| key.name)))
        };
        let mut entries: Vec<(&Ident, &syntax::Value)> = Vec::new();
        let mut meant = Vec::new();
        for entry in &declaration.entries {
            let (name, span) = (entry.key.to_string(), entry.key.span());
            match kind.keys().iter().find(|key| key.name == name) {
                None => {
                    let fault = Fault::new(span, C08, format_args!("{owner} has no key `{name}`"));
                    let nearest = nearest(&name, kind.keys().iter().map(|key| key.name));
                    meant.extend(nearest);
                    diagnostics.add(fault.unknown(&name, nearest).help(takes()));
                }
                Some(key) if presence(key) == Presence::Refused => {
                    let fault =
                        Fault::new(span, C09, format_args!("{owner} is {source}: it takes no `{name}`"));
                    diagnostics.add(fault.help(format_args!("remove it; {}", takes())));
                }
                Some(key) => match entries.iter().find(|(first, _)| **first == entry.key) {
                    Some((first, _)) => {
                        let line = first.span().start().line;
                        let fault = Fault::new(span, C09, format_args!("{owner} has the key `{name}` twice"));
                        diagnostics
                            .add(fault.help(format_args!("keep one of them; the first is on line {line}")));
                    }
                    None => {
                        let value = match instead_of_option(key, kind, presence(key), &entry.value) {
                            None => &entry.value,
                            Some(instead) => {
                                let found = entry.value.describe();
                                let found = format!("`{name}` of {owner} takes a value, found {found}");
                                diagnostics.add(Fault::new(entry.value.place(), C14, found).help(instead));
                                &syntax::Value::Invalid
                            }
                        };
                        entries.push((&entry.key, value));
                    }
                },
            }
        }
        for key in kind.keys().iter().filter(|key| presence(key) == Presence::Required) {
            // A declaration that could not be read to its end, or is none as it stands, says nothing on which keys go with
            // it.
            let unclear = !declaration.whole || lacks_quotes || meant.contains(&key.name);
            if !unclear && !entries.iter().any(|(present, _)| *present == key.name) {
                let fault =
                    Fault::new(declaration.ident.span(), C09, format_args!("{owner} lacks `{}`", key.name));
                diagnostics.add(fault.help(format_args!("add `{}`: {}", key.example, key.meaning)));
            }
        }
        Self { entries, meant }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'a syntax::Value> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
    }

    /// Where a key stands.
    pub(super) fn span(&self, key: &str) -> Option<Span> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(name, _)| name.span())
    }

    /// Whether a key was written, and misspelt.
    pub(super) fn meant(&self, key: &str) -> bool {
        self.meant.contains(&key)
    }
}

/// What to write where a value is Rust's `None` or `Some(…)`, which rustc would take for the const of an id.
fn instead_of_option(key: &Key, kind: Kind, presence: Presence, value: &syntax::Value) -> Option<String> {
    match value {
        syntax::Value::Path(path) if path.segments.last().is_some_and(|last| last.ident == "None") => {
            match (kind, key.name, presence) {
                // It says itself what to write.
                (Kind::Coalition, "expect_fingerprint", _) => None,
                (.., Presence::Required) => Some(format!("write `{}`: {}", key.example, key.meaning)),
                _ => Some(format!("leave `{}` out: there is no other way to have none", key.name)),
            }
        }
        syntax::Value::Call(name, _) if name == "Some" => {
            Some(format!("write the value itself: `{}`", key.example))
        }
        _ => None,
    }
}
