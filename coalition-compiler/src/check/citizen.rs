//! Lattices and organisms.

use coalition_checks::__private::wording::STABLE_ID_TAKEN;
use syn::Ident;
use syn::ext::IdentExt as _;

use super::component::Checker;
use super::entries::KnownEntries;
use super::{id, name, text};
use crate::diagnostics::Code::{C07, C09};
use crate::diagnostics::Diagnostic;
use crate::model::{BytesOrPath, CheckedCitizen};
use crate::syntax::{Declaration, Source};
use crate::text::Text;
use crate::vocabulary::Kind;

impl Checker<'_> {
    pub(super) fn citizen(
        &mut self,
        declaration: &Declaration,
        kind: Kind,
        entries: &KnownEntries,
    ) -> Option<CheckedCitizen> {
        let owner = format!("{kind} `{}`", declaration.ident);
        let origin = self.origin(declaration, kind, "citizen");
        let role = entries
            .get("role")
            .map(|value| text::text(value, "role", &format!("`role` of {owner}"), self.diagnostics));
        let mut read = |key: &str| {
            entries
                .get(key)
                .map(|value| id::id::<32>(value, &format!("`{key}` of {owner}"), self.diagnostics))
        };
        let (stable_id, content_hash) = (read("stable_id"), read("content_hash"));
        // On an import it is held against the const; here nothing else would cover it.
        if let (Kind::Lattice, Source::Text(_), Some(span), false) =
            (kind, &declaration.source, entries.span("content_hash"), self.pins_handshake)
        {
            let found = format!("`content_hash` of {owner} pins nothing without `expect_handshake`");
            self.diagnostics.add(
                Diagnostic::new(span, C09, found)
                    .help("a lattice's content hash is not folded in COALITION_ROOT: no fingerprint covers it")
                    .help("remove it, or add `expect_handshake = _,` to the coalition; the next build says the value"),
            );
        }
        if let Some(Some(BytesOrPath::Literal(bytes, span))) = stable_id {
            if let Some(first) = self.ids.add(bytes, &owner, span) {
                let fault = Diagnostic::new(span, C07, format_args!("{owner}{}", STABLE_ID_TAKEN.found));
                self.diagnostics.add(fault.help(format_args!("{}{first}", STABLE_ID_TAKEN.help)));
            }
        }
        Some(CheckedCitizen {
            docs: declaration.docs(),
            ident: declaration.ident.clone(),
            origin: origin?,
            role: role.flatten(),
            stable_id: stable_id.flatten(),
            content_hash: content_hash.flatten(),
            name: (kind == Kind::Organism && matches!(declaration.source, Source::Path(_)))
                .then(|| self.imported_name(declaration, entries, &owner))
                .flatten(),
            profile: self.profile(kind, &owner, entries),
        })
    }

    /// The name of an imported organism, which its const does not hold: the one that is given, or its const name in the
    /// spelling of names.
    fn imported_name(
        &mut self,
        declaration: &Declaration,
        entries: &KnownEntries,
        owner: &str,
    ) -> Option<Text> {
        let name = match entries.get("name") {
            Some(name) => text::text(name, "name", "`name`", self.diagnostics)?,
            None if entries.meant("name") => return None,
            None => Text::new(self.name_of_const(&declaration.ident, owner)?, declaration.ident.span()),
        };
        self.name(&name, owner, "citizen");
        Some(name)
    }

    /// A const name in the spelling of names, where that has every letter, `a` to `z`, and every digit of it.
    fn name_of_const(&mut self, ident: &Ident, owner: &str) -> Option<String> {
        let ident = ident.unraw();
        let written = ident.to_string();
        let count = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).count();
        let (found, help) = match name::of_const(&written) {
            Some(name) if count(&name) == count(&written.to_lowercase()) => return Some(name),
            Some(start) => ("its const name is too long for one", format!("name = \"{start}\"")),
            None => ("no name can be made of its const name", "name = \"price-feed.eur\"".into()),
        };
        self.diagnostics.add(
            Diagnostic::new(ident.span(), C09, format_args!("{owner} lacks `name`: {found}"))
                .help(format_args!("add `{help}`: its name, which an imported const does not hold")),
        );
        None
    }
}
