//! Confluences and modules.

use coalition_checks::__private::wording::{MODULE_TWICE_HELP, NO_MODULE_HELP, too_few_spanned};

use super::acl::AclOwner;
use super::component::Checker;
use super::content;
use super::entries::KnownEntries;
use crate::diagnostics::Code::{C12, C15};
use crate::diagnostics::Diagnostic;
use crate::model::{CheckedConfluence, Origin, Spans};
use crate::syntax::{Declaration, Source, Value};
use crate::vocabulary::{Kind, MODULES, nearest};

impl Checker<'_> {
    pub(super) fn confluence(
        &mut self,
        declaration: &Declaration,
        kind: Kind,
        entries: &KnownEntries,
    ) -> Option<CheckedConfluence> {
        let owner = format!("{kind} `{}`", declaration.ident);
        let is_module = kind == Kind::Module;
        let origin = match &declaration.source {
            Source::Text(name) if is_module || MODULES.contains(&name.value()) => {
                self.module_name(declaration, is_module)
            }
            _ => self.origin(declaration, kind, "confluence"),
        };
        let spans = entries.get("spans").map(|value| {
            let spans = self.citizens.spans(value, &owner, self.diagnostics)?;
            self.enough(&spans, value, &owner, is_module);
            Some(spans)
        });
        let content = entries.get("content");
        let acl_owner = match kind {
            Kind::Module => AclOwner::Module,
            _ => AclOwner::Confluence,
        };
        Some(CheckedConfluence {
            docs: declaration.docs(),
            ident: declaration.ident.clone(),
            is_module,
            content: content
                .map(|value| content::content(value, &owner, self.diagnostics))
                .unwrap_or_default(),
            acl: self.acl(entries, acl_owner),
            profile: self.profile(kind, &owner, entries),
            expect_fingerprint: self.pin(entries),
            origin: origin?,
            spans: spans.unwrap_or(Some(Spans::All))?,
        })
    }

    /// A confluence works across two citizens or more.
    fn enough(&mut self, spans: &Spans, value: &Value, owner: &str, is_module: bool) {
        let Spans::Listed { lattices, organisms } = spans else { return };
        let count = lattices.len() + organisms.len();
        let least = if is_module { 1 } else { 2 };
        if count < least {
            let wording = too_few_spanned(count, least);
            let fault = Diagnostic::new(value.place(), C15, format_args!("{owner}{}", wording.found));
            self.diagnostics.add(fault.help(wording.help));
        }
    }

    /// The name of a module, which no confluence takes.
    fn module_name(&mut self, declaration: &Declaration, is_module: bool) -> Option<Origin> {
        let Source::Text(name) = &declaration.source else { return None };
        let (ident, value) = (&declaration.ident, name.value());
        let known = MODULES.contains(&value);
        if !is_module {
            let found = format!("confluence `{ident}` has the name of a module, `{value}`");
            self.diagnostics.add(Diagnostic::new(name.span(), C12, found).help(format_args!(
                "write `module {ident} = \"{value}\"` if it is the coalition's own, or give it another name"
            )));
        } else if !known {
            let fault = Diagnostic::new(name.span(), C12, format_args!("there is no module `{value}`"));
            let fault = fault.unknown(value, nearest(value, MODULES).map(|nearest| format!("\"{nearest}\"")));
            self.diagnostics.add(fault.help(NO_MODULE_HELP));
        } else if let Some(first) =
            self.names.add(format!("module {value}"), &format!("module `{ident}`"), name.span())
        {
            let found = format!("module `{ident}` is a second `{value}`");
            let help = format!("{MODULE_TWICE_HELP}{first}");
            self.diagnostics.add(Diagnostic::new(name.span(), C12, found).help(help));
        }
        Some(Origin::Declared(name.clone()))
    }
}
