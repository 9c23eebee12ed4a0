//! Holds the derived fingerprints against the frozen ones.

use proc_macro2::Span;

use crate::derive::Identities;
use crate::explain::{Subject, explain};
use crate::lower::{Bytes32, Coalition};
use crate::model::{self, Origin, Pin};
use crate::report::Code::{C01, C02, C03};
use crate::report::{Fault, Report};

/// Reports every fingerprint that is not what was frozen, or not frozen at all. `derived` is nothing where rustc alone
/// can derive the coalition, and makes the checks.
pub(crate) fn check(
    declared: &model::Coalition,
    derived: Option<(&Coalition, &Identities)>,
    report: &mut Report,
) {
    let owner = format!("coalition `{}`", declared.name.value());
    let Some((coalition, got)) = derived else {
        if declared.expect_fingerprint.is_none() {
            report.add(missing(declared.ident.span(), &owner, None));
        }
        return;
    };
    let mut held = Vec::new();
    match declared.expect_fingerprint {
        Some(pin) => held.push(Held { owner, pin, got: got.root, subject: Some(Subject::Coalition) }),
        None => report.add(missing(declared.ident.span(), &owner, Some(got.root))),
    }
    // The pin of an import is checked by rustc, which alone sees the const.
    for (index, confluence) in declared.confluences.iter().enumerate() {
        if let (Some(pin), Origin::Declared(_)) = (confluence.expect_fingerprint, &confluence.origin) {
            let owner = coalition.confluences[index].label.to_string();
            let subject = Some(Subject::Confluence(index));
            held.push(Held { owner, pin, got: got.confluences[index], subject });
        }
    }
    if let (Some(issuer), Some(got)) = (&declared.ticket_issuer, got.ticket_issuer) {
        if let (Some(pin), Origin::Declared(_)) = (issuer.expect_fingerprint, &issuer.origin) {
            held.push(Held { owner: format!("ticket issuer `{}`", issuer.ident), pin, got, subject: None });
        }
    }
    let drifted: Vec<_> = held.iter().filter_map(Held::drifted).collect();
    let notes = explain(coalition, got, &drifted);
    for held in held {
        let note = held.subject.and_then(|subject| notes.get(&subject));
        if let Some(fault) = held.fault(note) {
            report.add(fault);
        }
    }
}

/// A fingerprint that is held against its pin.
struct Held {
    owner: String,
    pin: Pin,
    got: Bytes32,
    /// Nothing for the ticket issuer: there is no edit that its fingerprint is looked for under.
    subject: Option<Subject>,
}

impl Held {
    fn drifted(&self) -> Option<(Subject, Bytes32)> {
        match self.pin {
            Pin::Frozen(specified, _) if specified != self.got => Some((self.subject?, specified)),
            _ => None,
        }
    }

    fn fault(&self, note: Option<&String>) -> Option<Fault> {
        let (owner, got) = (&self.owner, show(self.got));
        match self.pin {
            Pin::Frozen(specified, _) if specified == self.got => None,
            Pin::Frozen(specified, span) => {
                let found = format!("{owner} does not match its frozen fingerprint");
                let fault = Fault::new(span, C01, found).specified(show(specified)).got(got);
                let fault = match note {
                    Some(note) => fault.note(note),
                    None => fault,
                };
                Some(
                    fault
                        .help("operators: review with `cargo coalition diff`, then `cargo coalition freeze`")
                        .help("integrators: do not edit the pin; compare with the operator's handshake page"),
                )
            }
            Pin::Unfrozen(span) => {
                let fault = Fault::new(span, C03, format_args!("{owner} is not frozen yet")).got(&got);
                Some(fault.help(format_args!(
                    "operators: review the declaration, then freeze it: `expect_fingerprint = \"{got}\"`"
                )))
            }
        }
    }
}

/// C02, with the line to add: the value, or `_` where the next build says it.
pub(crate) fn missing(span: Span, owner: &str, got: Option<Bytes32>) -> Fault {
    let fault = Fault::new(span, C02, format_args!("{owner} has no `expect_fingerprint`"));
    let fault = match got.map(show) {
        Some(got) => fault.got(&got).help(format_args!(
            "operators: review the declaration, then add `expect_fingerprint = \"{got}\",`"
        )),
        None => {
            fault.help("operators: add `expect_fingerprint = _,`; the next build says the value to freeze")
        }
    };
    fault.help("integrators: add the line from the operator's handshake page instead")
}

fn show(bytes: Bytes32) -> String {
    format!("0x{}", hex::encode(bytes))
}
