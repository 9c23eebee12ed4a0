//! Text, and the list that some keys take.

use syn::LitStr;

use crate::report::Code::C14;
use crate::report::{Fault, Report};
use crate::syntax::Value;

/// Text that is not empty.
pub(super) fn text(value: &Value, what: &str, report: &mut Report) -> Option<LitStr> {
    let fault = match value {
        Value::Text(literal) if !literal.value().is_empty() => return Some(literal.clone()),
        Value::Text(literal) => Fault::new(literal.span(), C14, format_args!("{what} is empty")),
        Value::Invalid => return None,
        other => {
            Fault::new(other.place(), C14, format_args!("{what} takes text, found {}", other.describe()))
        }
    };
    report.add(fault.help("write text in quotes: `\"oracle\"`"));
    None
}

/// `[value, …]`. `takes` says what is expected, `help` how it is written.
pub(super) fn items<'a>(
    value: &'a Value,
    takes: &str,
    help: &str,
    report: &mut Report,
) -> Option<&'a [Value]> {
    match value {
        Value::List(_, values) => Some(values),
        Value::Invalid => None,
        other => {
            let fault = Fault::new(other.place(), C14, format_args!("{takes}, found {}", other.describe()));
            report.add(fault.help(help));
            None
        }
    }
}
