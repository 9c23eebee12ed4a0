//! The coalition's own declaration.

use coalition_checks::__private::wording::NO_CITIZEN;
use coalition_core::__private::LONGEST_NAME;
use coalition_handshake::__private::Components;

use super::components::components;
use super::entries::KnownEntries;
use super::spans::Spannable;
use super::{id, name, text};
use crate::diagnostics::Code::{C15, C19};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::drift;
use crate::model::CheckedCoalition;
use crate::syntax::{Declaration, Source, path_place};
use crate::text::Text;

/// The coalition itself, without its components. `whole` says that every declaration of the block could be read.
pub(super) fn coalition(
    head: &Declaration,
    entries: &KnownEntries,
    citizens: &Spannable,
    whole: bool,
    diagnostics: &mut Diagnostics,
) -> Option<CheckedCoalition> {
    let name = match &head.source {
        Source::Text(name) => {
            name::check(name, &format!("coalition `{}`", head.ident), 2, diagnostics);
            Some(name.clone())
        }
        Source::Path(path) => {
            let fault = Diagnostic::new(path_place(path), C19, "a coalition cannot be imported");
            diagnostics.add(fault.help(
                "a coalition is one declaration: name it in quotes and import its components, or check a whole \
                 configuration with `assert_fingerprint!`",
            ));
            None
        }
        Source::Invalid => None,
    };
    if citizens.count() == 0 && whole {
        let found = format!("coalition `{}`{}", head.ident, NO_CITIZEN.found);
        diagnostics.add(Diagnostic::new(head.ident.span(), C15, found).help(NO_CITIZEN.help));
    }
    let expect_fingerprint =
        entries.get("expect_fingerprint").map(|value| id::pin(value, "expect_fingerprint", diagnostics));
    let expect_components = entries.get("expect_components").and_then(|value| components(value, diagnostics));
    let expect_handshake =
        entries.get("expect_handshake").and_then(|value| id::pin(value, "expect_handshake", diagnostics));
    let peers = entries.get("peers").map(|value| text::peers(value, diagnostics)).unwrap_or_default();
    let change_channel = entries
        .get("change_channel")
        .and_then(|value| text::text(value, "change_channel", "`change_channel`", diagnostics));
    let handshake_url =
        entries.get("handshake").and_then(|value| text::link(value, "handshake", diagnostics));
    if head.whole
        && name.is_some()
        && expect_fingerprint.is_none()
        && !diagnostics.is_empty()
        && !entries.meant("expect_fingerprint")
    {
        // If nothing else is wrong, the drift check says the value itself. A name that is no name is shown by its own fault.
        let is_shown = |name: &&str| name.len() <= LONGEST_NAME && !name.contains(char::is_control);
        let name = name.as_ref().map(Text::value).filter(is_shown);
        let name = name.map_or_else(|| head.ident.to_string(), str::to_owned);
        diagnostics.add(drift::missing(head.ident.span(), &name, None, &Components::NONE));
    }
    Some(CheckedCoalition {
        docs: head.docs(),
        visibility: head.visibility.clone(),
        ident: head.ident.clone(),
        name: name?,
        expect_fingerprint: expect_fingerprint.flatten(),
        expect_components,
        expect_handshake,
        peers,
        change_channel,
        handshake_url,
        lattices: Vec::new(),
        organisms: Vec::new(),
        confluences: Vec::new(),
        ticket_issuer: None,
    })
}
