//! Checks that all components share, and the ticket issuer, which has no others.

use coalition_checks::__private::wording::NAME_TAKEN;
use syn::Path;

use super::acl::{self, AclOwner, Issuer};
use super::entries::KnownEntries;
use super::spans::Spannable;
use super::unique::FirstUses;
use super::{id, name, shape, text};
use crate::diagnostics::Code::{C07, C09, C11, C14, C19};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::{CheckedRequirement, CheckedTicketIssuer, Origin, Pin, Profile, ProfileValue};
use crate::syntax::{Declaration, Source, path_place, path_text};
use crate::text::Text;
use crate::vocabulary::{Kind, MODULES, ProfileKey};

/// The state of the checks of components.
pub(super) struct Checker<'a> {
    pub(super) citizens: &'a Spannable,
    pub(super) issuer: Issuer<'a>,
    pub(super) pins_handshake: bool,
    pub(super) names: FirstUses,
    pub(super) imports: FirstUses,
    pub(super) ids: FirstUses,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Checker<'_> {
    /// Doc comments are descriptions; nothing else may change what a declaration means.
    pub(super) fn attributes(&mut self, declaration: &Declaration) {
        for attribute in &declaration.attributes {
            if attribute.doc.is_none() {
                let name = path_text(&attribute.path);
                let found = format!("`#[{name}]` on {} `{}`", declaration.kind, declaration.ident);
                self.diagnostics.add(Diagnostic::new(path_place(&attribute.path), C09, found).help(
                    "remove it: one declaration has one fingerprint in every build; only `///` is allowed",
                ));
            }
        }
    }

    /// The name or the path that a component comes from.
    pub(super) fn origin(
        &mut self,
        declaration: &Declaration,
        kind: Kind,
        group: &'static str,
    ) -> Option<Origin> {
        let owner = format!("{kind} `{}`", declaration.ident);
        match &declaration.source {
            Source::Invalid => None,
            Source::Path(path) if shape::lacks_quotes(declaration, kind) => {
                self.without_quotes(declaration, kind, path);
                None
            }
            Source::Path(path) => {
                let place = path_place(path);
                if let Some(first) = self.imports.add(path_text(path), &owner, place.last()) {
                    let found = format!("{owner} imports `{}` again", path_text(path));
                    let help = format!("import each const once; the first to import this one is {first}");
                    self.diagnostics.add(Diagnostic::new(place, C07, found).help(help));
                }
                Some(Origin::Imported(path.clone()))
            }
            Source::Text(name) if shape::quoted_path(declaration).is_some() => {
                let found = format!("the name of {owner} is a path in quotes");
                let (kind, ident, path) = (kind.name(), &declaration.ident, name.value());
                self.diagnostics.add(
                    Diagnostic::new(name.span(), C11, found)
                        .help(format_args!("to import that const, write `{kind} {ident} = {path}`")),
                );
                None
            }
            Source::Text(name) => {
                self.name(name, &owner, group);
                Some(Origin::Declared(name.clone()))
            }
        }
    }

    /// Reports a name without quotes. Otherwise rustc would report a cycle or an unknown value.
    fn without_quotes(&mut self, declaration: &Declaration, kind: Kind, path: &Path) {
        let ident = &declaration.ident;
        let found = if shape::names_itself(path, ident) {
            "is imported from itself"
        } else {
            "has its name without quotes"
        };
        let fault = Diagnostic::new(path_place(path), C14, format_args!("{kind} `{ident}` {found}"));
        let last = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        let module = MODULES.into_iter().find(|module| last.eq_ignore_ascii_case(module));
        self.diagnostics.add(match module.filter(|_| kind == Kind::Module) {
            Some(module) => fault.help(format_args!(
                "write `module {ident} = \"{module}\"`; to import a const, write its whole path"
            )),
            None => fault.help(format_args!(
                "write its name in quotes, `{} {ident} = \"name\"`, or the whole path of a const to import",
                kind.name()
            )),
        });
    }

    /// A name is within the grammar, and stands once within its group.
    pub(super) fn name(&mut self, name: &Text, owner: &str, group: &str) {
        name::check(name, owner, 1, self.diagnostics);
        if let Some(first) = self.names.add(format!("{group} {}", name.value()), owner, name.span()) {
            let found = format!("{owner} has the name `{}`{}", name.value(), NAME_TAKEN.found);
            let help = format!("{}{first}", NAME_TAKEN.help);
            self.diagnostics.add(Diagnostic::new(name.span(), C07, found).help(help));
        }
    }

    pub(super) fn ticket_issuer(
        &mut self,
        declaration: &Declaration,
        entries: &KnownEntries,
    ) -> Option<CheckedTicketIssuer> {
        if let Some(first) =
            self.names.add("ticket issuer", &format!("`{}`", declaration.ident), declaration.ident.span())
        {
            let found = format!("ticket issuer `{}` is a second one", declaration.ident);
            self.diagnostics.add(
                Diagnostic::new(declaration.kind.span(), C19, found)
                    .help(format_args!("a coalition has at most one ticket issuer; the first is {first}")),
            );
        }
        let origin = self.origin(declaration, Kind::TicketIssuer, "ticket issuer named");
        Some(CheckedTicketIssuer {
            docs: declaration.docs(),
            ident: declaration.ident.clone(),
            acl: self.acl(entries, AclOwner::TicketIssuer),
            profile: self.profile(
                Kind::TicketIssuer,
                &format!("{} `{}`", Kind::TicketIssuer, declaration.ident),
                entries,
            ),
            expect_fingerprint: self.pin(entries),
            origin: origin?,
        })
    }

    /// The keys that only the handshake covers.
    pub(super) fn profile(&mut self, kind: Kind, owner: &str, entries: &KnownEntries) -> Profile {
        let written = kind.keys().iter().filter_map(|key| {
            let (kind, value) = (key.profile?, entries.get(key.name)?);
            let value = match kind {
                ProfileKey::Id(_) => {
                    let what = format!("`{}` of {owner}", key.name);
                    ProfileValue::Id(id::id(value, &what, self.diagnostics)?)
                }
                ProfileKey::Link(_) => ProfileValue::Link(text::link(value, key.name, self.diagnostics)?),
            };
            Some((key.name, value))
        });
        Profile(written.collect())
    }

    pub(super) fn acl(&mut self, entries: &KnownEntries, owner: AclOwner) -> Vec<CheckedRequirement> {
        entries
            .get("acl")
            .map(|value| acl::acl(value, owner, self.issuer, self.diagnostics))
            .unwrap_or_default()
    }

    pub(super) fn pin(&mut self, entries: &KnownEntries) -> Option<Pin> {
        entries
            .get("expect_fingerprint")
            .and_then(|value| id::pin(value, "expect_fingerprint", self.diagnostics))
    }
}
