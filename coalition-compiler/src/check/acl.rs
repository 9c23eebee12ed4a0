//! `acl`: the requirements of access rules.

use super::{id, text};
use crate::model::Requirement;
use crate::report::Code::{C08, C14, C17};
use crate::report::{Fault, Report};
use crate::syntax::Value;
use crate::vocabulary::{list, nearest};

/// Where access rules stand; it decides what they may recognise.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AclOwner {
    Confluence,
    Module { coalition_has_issuer: bool },
    TicketIssuer,
}

const RULES: [&str; 3] = ["recognise_issuer", "require_mrtd", "require_validator"];

/// `[requirement, …]`, in the order written.
pub(super) fn acl(value: &Value, owner: AclOwner, report: &mut Report) -> Vec<Requirement> {
    let form = format!("requirements are {}, each with `(\"0x…\")`", list(RULES));
    let Some(values) = text::items(value, "`acl` takes a list of requirements", &form, report) else {
        return Vec::new();
    };
    values.iter().filter_map(|value| requirement(value, owner, &form, report)).collect()
}

fn requirement(value: &Value, owner: AclOwner, form: &str, report: &mut Report) -> Option<Requirement> {
    let Value::Call(name, argument) = value else {
        if !matches!(value, Value::Invalid) {
            let found = format!("`acl` takes requirements, found {}", value.describe());
            report.add(Fault::new(value.place(), C14, found).help(form));
        }
        return None;
    };
    let rule = name.to_string();
    let what = format!("`{rule}`");
    match (rule.as_str(), &**argument) {
        ("recognise_issuer", Value::Path(path)) if path.is_ident("self") => {
            recognise_self(value, owner, report)
        }
        ("recognise_issuer", argument) => id::id(argument, &what, report).map(Requirement::RecogniseIssuer),
        ("require_mrtd", argument) => id::id(argument, &what, report).map(Requirement::RequireMrtd),
        ("require_validator", argument) => id::id(argument, &what, report).map(Requirement::RequireValidator),
        _ => {
            let fault = Fault::new(name.span(), C08, format_args!("there is no requirement `{rule}`"));
            report.add(fault.unknown(&rule, nearest(&rule, RULES)).help(form));
            None
        }
    }
}

/// `recognise_issuer(self)`: the coalition's own `TICKETS_ROOT`.
fn recognise_self(value: &Value, owner: AclOwner, report: &mut Report) -> Option<Requirement> {
    let (found, help) = match owner {
        AclOwner::Module { coalition_has_issuer: true } => {
            return Some(Requirement::RecogniseCoalitionIssuer);
        }
        AclOwner::Module { coalition_has_issuer: false } => (
            "`recognise_issuer(self)` needs a ticket issuer, and this coalition has none",
            "declare one, `ticket_issuer TICKETS = \"name\" { … }`, or write the root of another: \
             `recognise_issuer(\"0x…\")`",
        ),
        AclOwner::Confluence => (
            "`recognise_issuer(self)` on a confluence, which is independent of any coalition",
            "write the root of the issuer that it recognises, `recognise_issuer(\"0x…\")`; `self` is for modules",
        ),
        AclOwner::TicketIssuer => (
            "`recognise_issuer(self)` on the ticket issuer itself",
            "write the root of another issuer, `recognise_issuer(\"0x…\")`; `self` is for modules",
        ),
    };
    report.add(Fault::new(value.place(), C17, found).help(help));
    None
}
