//! The keys of one declaration, compared with the table of its kind.

use proc_macro2::Span;
use syn::Ident;

use super::shape;
use crate::diagnostics::Code::{C08, C09, C14};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::syntax::{self, Declaration, Source};
use crate::vocabulary::{self, Key, Kind, Presence, list, nearest};

/// The keys of a declaration that belong there, each once.
pub(super) struct KnownEntries<'a> {
    entries: Vec<(&'a Ident, &'a syntax::Value)>,
    /// The keys that were misspelt: they are reported, and not missing, too.
    meant: Vec<&'static str>,
}

impl<'a> KnownEntries<'a> {
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
            let that = if kind == Kind::Coalition { String::new() } else { format!(" that is {source}") };
            format!("{}{that} takes {}", kind.a_noun(), list(known.map(|key| key.name)))
        };
        let mut entries: Vec<(&Ident, &syntax::Value)> = Vec::new();
        let mut unknown = Vec::new();
        for entry in &declaration.entries {
            let (name, span) = (entry.key.to_string(), entry.key.span());
            match kind.keys().iter().find(|key| key.name == name) {
                None => unknown.push((entry, name)),
                Some(key) if presence(key) == Presence::Refused => {
                    let fault =
                        Diagnostic::new(span, C09, format_args!("{owner} is {source}: it takes no `{name}`"));
                    diagnostics.add(fault.help(format_args!("remove it; {}", takes())));
                }
                Some(key) => match entries.iter().find(|(first, _)| **first == entry.key) {
                    Some((first, _)) => {
                        let line = first.span().start().line;
                        let fault =
                            Diagnostic::new(span, C09, format_args!("{owner} has the key `{name}` twice"));
                        diagnostics
                            .add(fault.help(format_args!("keep one of them; the first is on line {line}")));
                    }
                    None => {
                        if let Some(fault) = &entry.fault {
                            diagnostics.add(fault.clone());
                        }
                        let value = match instead_of_option(key, kind, presence(key), &entry.value) {
                            None => &entry.value,
                            Some(instead) => {
                                let found = entry.value.describe();
                                let found = format!("`{name}` of {owner} takes a value, found {found}");
                                diagnostics
                                    .add(Diagnostic::new(entry.value.place(), C14, found).help(instead));
                                &syntax::Value::Invalid
                            }
                        };
                        entries.push((&entry.key, value));
                    }
                },
            }
        }
        let is_missing = |key: &&Key| {
            let is_required = presence(key) == Presence::Required
                || kind == Kind::Coalition && key.name == "expect_fingerprint";
            is_required && !entries.iter().any(|(present, _)| *present == key.name)
        };
        let mut missing: Vec<&Key> = kind.keys().iter().filter(is_missing).collect();
        let mut meant = Vec::new();
        for (entry, name) in unknown {
            let fault = Diagnostic::new(entry.key.span(), C08, format_args!("{owner} has no key `{name}`"));
            if let Some(kinds) = vocabulary::kinds_with(&name) {
                diagnostics.add(fault.help(format_args!("`{name}` is a key of {kinds}")).help(takes()));
                continue;
            }
            // It may stand for what is missing, and then that is not missing, too.
            let nearest = nearest(&name, kind.keys().iter().map(|key| key.name));
            let nearest = kind.keys().iter().find(|key| Some(key.name) == nearest);
            let nearest = nearest.or_else(|| missing.first().copied());
            meant.extend(nearest.map(|key| key.name));
            missing.retain(|key| !meant.contains(&key.name));
            let written = |key: &Key| if entry.fault.is_some() { key.example } else { key.name };
            diagnostics.add(fault.unknown(&name, nearest.map(written)).help(takes()));
        }
        for key in missing.into_iter().filter(|key| presence(key) == Presence::Required) {
            // A declaration that could not be read to its end, or is none as it stands, says nothing on which keys go with
            // it.
            if declaration.whole && !lacks_quotes && shape::quoted_path(declaration).is_none() {
                let fault = Diagnostic::new(
                    declaration.ident.span(),
                    C09,
                    format_args!("{owner} lacks `{}`", key.name),
                );
                diagnostics.add(fault.help(format_args!("add `{}`: {}", key.example, key.meaning)));
            }
        }
        Self { entries, meant }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'a syntax::Value> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
    }

    /// Returns the place of a key.
    pub(super) fn span(&self, key: &str) -> Option<Span> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(name, _)| name.span())
    }

    /// Returns `true` if a key was written, but misspelt.
    pub(super) fn meant(&self, key: &str) -> bool {
        self.meant.contains(&key)
    }
}

/// The help for Rust's `None` or `Some(…)` as a value, which rustc would take for the const of an id.
fn instead_of_option(key: &Key, kind: Kind, presence: Presence, value: &syntax::Value) -> Option<String> {
    match value {
        syntax::Value::Path(path)
            if path.segments.last().is_some_and(|last| last.ident == "None" || last.ident == "null") =>
        {
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
