//! Names: `[a-z0-9]+(-[a-z0-9]+)*` joined by `.`, at most 64 bytes.

use crate::report::Code::C11;
use crate::report::{Fault, Report};
use crate::text::Text;

/// The longest name, in bytes.
const LONGEST: usize = 64;

/// Checks a name. `parts` is the least number of parts between dots: two for a coalition, which is namespaced.
pub(super) fn check(literal: &Text, what: &str, parts: usize, report: &mut Report) {
    let name = literal.value();
    let fault = |found: String| Fault::new(literal.span(), C11, format_args!("the name of {what} {found}"));
    let fault = if name.is_empty() {
        fault("is empty".into())
    } else if let Some((position, rule)) = misplaced(name) {
        let found = match name.chars().nth(position - 1) {
            Some(c) => format!("has `{}` at position {position}", c.escape_debug()),
            None => format!("ends at position {position}"),
        };
        fault(format!("{found}, where {rule}")).caret(name, position)
    } else if name.len() > LONGEST {
        fault(format!("has {} bytes: a name has at most {LONGEST}", name.len()))
    } else if name.split('.').count() < parts {
        fault("has one part: a coalition's name is namespaced".into())
    } else {
        return;
    };
    report.add(match suggest(name, parts) {
        Some(valid) => fault.help(format_args!("write `\"{valid}\"`, or another name of that form")),
        None => fault
            .help("a name is lower-case letters and digits, joined by `-` and `.`: `\"ethereum.mainnet\"`"),
    });
}

/// The first character, counted from one, that the grammar does not allow, and what it wants there.
fn misplaced(name: &str) -> Option<(usize, &'static str)> {
    let mut before = '.';
    for (index, c) in name.chars().enumerate() {
        match c {
            'a'..='z' | '0'..='9' => {}
            '-' | '.' if !matches!(before, '-' | '.') => {}
            '-' | '.' => return Some((index + 1, "a lower-case letter or a digit goes")),
            _ => return Some((index + 1, "a lower-case letter, a digit, `-` or `.` goes")),
        }
        before = c;
    }
    matches!(before, '-' | '.').then(|| (name.chars().count() + 1, "a lower-case letter or a digit goes"))
}

/// A valid name as near to what was written as can be had.
pub(super) fn suggest(name: &str, parts: usize) -> Option<String> {
    let lower = name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-");
    let tidy: Vec<String> = lower
        .split('.')
        .map(|part| part.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-"))
        .filter(|part| !part.is_empty())
        .collect();
    let mut valid = tidy.join(".");
    valid.truncate(LONGEST);
    let mut valid = valid.trim_end_matches(['-', '.']).to_owned();
    if !valid.is_empty() && tidy.len() < parts {
        valid = format!("your-org.{valid}");
    }
    (!valid.is_empty() && valid.len() <= LONGEST && misplaced(&valid).is_none()).then_some(valid)
}
