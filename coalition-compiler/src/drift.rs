//! Holds the derived fingerprints against the frozen ones.

use proc_macro2::Span;

use crate::derive::{Identities, derive};
use crate::explain::explain;
use crate::lower::{Bytes32, Coalition};
use crate::model::{self, Origin, Pin};
use crate::report::Code::{C01, C02, C03};
use crate::report::{Fault, Report};

/// Reports every fingerprint that is not what was frozen, or not frozen at all. Returns the identities, where they can
/// be derived while expanding; rustc makes the checks of a coalition that it alone can derive.
pub(crate) fn check(
    declared: &model::Coalition,
    coalition: Option<&Coalition>,
    report: &mut Report,
) -> Option<Identities> {
    let owner = format!("coalition `{}`", declared.name.value());
    let Some(coalition) = coalition else {
        if declared.expect_fingerprint.is_none() {
            report.add(missing(declared.ident.span(), &owner, None));
        }
        return None;
    };
    let got = derive(coalition);
    match declared.expect_fingerprint {
        Some(pin) => {
            let note = || explain(coalition, |edited| derive(edited).root == pin.bytes());
            compare(&owner, pin, got.root, note, report);
        }
        None => report.add(missing(declared.ident.span(), &owner, Some(got.root))),
    }
    // The pin of an import is checked by rustc, which alone sees the const.
    for (confluence, (lowered, fingerprint)) in
        declared.confluences.iter().zip(coalition.confluences.iter().zip(&got.confluences))
    {
        if let (Some(pin), Origin::Declared(_)) = (confluence.expect_fingerprint, &confluence.origin) {
            let matches = |edited: &Coalition| {
                let same = edited.confluences.iter().position(|other| other.label == lowered.label);
                same.is_some_and(|same| derive(edited).confluences[same] == pin.bytes())
            };
            compare(&lowered.label, pin, *fingerprint, || explain(coalition, matches), report);
        }
    }
    if let (Some(issuer), Some(fingerprint)) = (&declared.ticket_issuer, got.ticket_issuer)
        && let (Some(pin), Origin::Declared(_)) = (issuer.expect_fingerprint, &issuer.origin)
    {
        let matches = |edited: &Coalition| derive(edited).ticket_issuer == Some(pin.bytes());
        let owner = format!("ticket issuer `{}`", issuer.ident);
        compare(&owner, pin, fingerprint, || explain(coalition, matches), report);
    }
    Some(got)
}

fn compare(owner: &str, pin: Pin, got: Bytes32, note: impl FnOnce() -> Option<String>, report: &mut Report) {
    match pin {
        Pin::Frozen(specified, _) if specified == got => {}
        Pin::Frozen(specified, span) => {
            let (specified, got) = (show(specified), show(got));
            let fault = Fault::new(span, C01, format_args!("{owner} does not match its frozen fingerprint"))
                .specified(&specified)
                .got(&got);
            let fault = match note() {
                Some(note) => fault.note(note),
                None => fault,
            };
            report.add(
                fault
                    .help("operators: review with `cargo coalition diff`, then `cargo coalition freeze`")
                    .help("integrators: do not edit the pin; compare with the operator's handshake page"),
            );
        }
        Pin::Unfrozen(span) => {
            let got = show(got);
            report.add(Fault::new(span, C03, format_args!("{owner} is not frozen yet")).got(&got).help(
                format_args!(
                    "operators: review the declaration, then freeze it: `expect_fingerprint = \"{got}\"`"
                ),
            ));
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
