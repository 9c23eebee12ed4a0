//! Names: `[a-z0-9]+(-[a-z0-9]+)*` joined by `.`, at most 64 bytes.

use coalition_checks::__private::wording::{NAME_HELP, NAME_ONE_PART, expected_character, is_last_separator};
use coalition_core::__private::{LONGEST_NAME, NameFault, name_fault};

use crate::diagnostics::Code::C11;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::text::{Text, quoted};

/// Checks a name. `parts` is the least number of parts between dots: two for a coalition, which is namespaced.
pub(super) fn check(literal: &Text, what: &str, parts: usize, diagnostics: &mut Diagnostics) {
    let name = literal.value();
    let fault =
        |found: String| Diagnostic::new(literal.span(), C11, format_args!("the name of {what} {found}"));
    let fault = match name_fault(name, parts > 1) {
        None => return,
        Some(NameFault::Character { position }) => {
            let (before, rest) = name.split_at(position - 1);
            let found = rest.chars().next().unwrap_or_default();
            let expected = expected_character(found);
            if is_last_separator(before.as_bytes(), rest.as_bytes()) {
                fault(format!("ends at position {}{expected}", position + 1)).caret(name, position + 1)
            } else {
                fault(format!("has {} at position {position}{expected}", quoted(found))).caret(name, position)
            }
        }
        Some(NameFault::TooLong { bytes }) => {
            fault(format!("has {bytes} bytes: a name has at most {LONGEST_NAME}"))
        }
        Some(NameFault::OnePart) => fault(NAME_ONE_PART.into()),
        Some(_) => fault("is empty".into()),
    };
    diagnostics.add(match suggest(name, parts) {
        Some(valid) => fault.help(format_args!("write `\"{valid}\"`, or another name of that form")),
        None => fault.help(NAME_HELP),
    });
}

/// Returns a valid name with every letter and digit that was written, if there is one. Only case and separators are
/// fixed. A name with a letter less, or with another letter, would be another identity.
fn suggest(name: &str, parts: usize) -> Option<String> {
    let is_fixable =
        |c: char| c.is_ascii_alphanumeric() || c.is_ascii_whitespace() || matches!(c, '-' | '.' | '_');
    let tidy = tidy(name);
    let has_letters = !tidy.is_empty();
    let valid = if tidy.split('.').count() < parts { format!("your-org.{tidy}") } else { tidy };
    (name.chars().all(is_fixable) && has_letters && valid.len() <= LONGEST_NAME).then_some(valid)
}

/// The name that a const name stands for. It is part of the handshake digest of what builds today, so whatever this makes
/// of a const name stays as it is.
pub(super) fn of_const(ident: &str) -> Option<String> {
    let mut name = tidy(ident);
    name.truncate(LONGEST_NAME);
    let name = name.trim_end_matches(['-', '.']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// In lower case, with `-` for what a name cannot hold, and no separator that joins nothing.
fn tidy(name: &str) -> String {
    let lower = name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-");
    let parts = lower
        .split('.')
        .map(|part| part.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-"))
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(".")
}
