//! `acl`: the requirements of access rules.

use coalition_checks::__private::wording;
use syn::Ident;

use super::{id, text};
use crate::diagnostics::Code::{C08, C14, C17};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::CheckedRequirement;
use crate::syntax::{Value, path_text};
use crate::vocabulary::{list, nearest};

/// The owner of access rules. It decides what they may recognise.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AclOwner {
    Confluence,
    Module,
    TicketIssuer,
}

/// The coalition's own ticket issuer.
#[derive(Clone, Copy)]
pub(super) struct Issuer<'a> {
    /// Its const name, if that could be read.
    pub(super) name: Option<&'a Ident>,
    /// `true` if there is one, or may be one among the declarations that could not be read.
    pub(super) exists: bool,
}

const RULES: [&str; 3] = ["recognise_issuer", "require_mrtd", "require_validator"];

/// `[requirement, …]`, in the order written.
pub(super) fn acl(
    value: &Value,
    owner: AclOwner,
    issuer: Issuer,
    diagnostics: &mut Diagnostics,
) -> Vec<CheckedRequirement> {
    let form = format!("requirements are {}, each with `(\"0x…\")`", list(RULES));
    let Some(values) = text::items(value, "acl", "requirements", diagnostics) else {
        return Vec::new();
    };
    if let Some(other) = values.iter().find(|value| !matches!(value, Value::Call(..) | Value::Invalid)) {
        let found = format!("`acl` takes requirements, found {}", other.describe());
        diagnostics.add(Diagnostic::new(other.place(), C14, found).help(form));
        return Vec::new();
    }
    values.iter().filter_map(|value| requirement(value, owner, issuer, &form, diagnostics)).collect()
}

fn requirement(
    value: &Value,
    owner: AclOwner,
    issuer: Issuer,
    form: &str,
    diagnostics: &mut Diagnostics,
) -> Option<CheckedRequirement> {
    let Value::Call(name, argument) = value else { return None };
    let rule = name.to_string();
    let what = format!("`{rule}`");
    match rule.as_str() {
        "recognise_issuer" => match own_issuer(argument, issuer) {
            Some(written) => recognise_self(name, &written, owner, issuer.exists, diagnostics),
            None => id::id(argument, &what, diagnostics).map(CheckedRequirement::RecogniseIssuer),
        },
        "require_mrtd" => id::id(argument, &what, diagnostics).map(CheckedRequirement::RequireMrtd),
        "require_validator" => id::id(argument, &what, diagnostics).map(CheckedRequirement::RequireValidator),
        _ => {
            let fault = Diagnostic::new(name.span(), C08, format_args!("there is no requirement `{rule}`"));
            diagnostics.add(fault.unknown(&rule, nearest(&rule, RULES)).help(form));
            None
        }
    }
}

/// Returns the word that was written for the coalition's own ticket issuer: `self`, or a common mistake for it.
fn own_issuer(argument: &Value, issuer: Issuer) -> Option<String> {
    match argument {
        Value::Path(path) => {
            let is_meant = path.is_ident("self")
                || path.is_ident("Self")
                || issuer.name.is_some_and(|issuer| path.is_ident(issuer));
            is_meant.then(|| path_text(path))
        }
        Value::Text(text) if text.value() == "self" => Some("\"self\"".into()),
        _ => None,
    }
}

/// `recognise_issuer(self)`: the coalition's own `TICKETS_ROOT`.
fn recognise_self(
    rule: &Ident,
    written: &str,
    owner: AclOwner,
    has_issuer: bool,
    diagnostics: &mut Diagnostics,
) -> Option<CheckedRequirement> {
    let (code, found, help) = match owner {
        AclOwner::Module if has_issuer && written == "self" => {
            return Some(CheckedRequirement::RecogniseCoalitionIssuer);
        }
        AclOwner::Module if has_issuer => (
            C14,
            " means the ticket issuer of this coalition, which is written `self`".to_owned(),
            "write `recognise_issuer(self)`",
        ),
        AclOwner::Module => (C17, wording::NO_TICKET_ISSUER.found.to_owned(), wording::NO_TICKET_ISSUER.help),
        AclOwner::Confluence => (
            C17,
            format!(" on a confluence{}", wording::ISSUER_ON_CONFLUENCE.found),
            wording::ISSUER_ON_CONFLUENCE.help,
        ),
        AclOwner::TicketIssuer => {
            (C17, wording::ISSUER_ON_ITSELF.found.to_owned(), wording::ISSUER_ON_ITSELF.help)
        }
    };
    let found = format!("`recognise_issuer({written})`{found}");
    diagnostics.add(Diagnostic::new(rule.span(), code, found).help(help));
    None
}
