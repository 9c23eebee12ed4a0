//! Names: `[a-z0-9]+(-[a-z0-9]+)*` joined by `.`, at most 64 bytes.

use crate::diagnostics::Code::C11;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::text::{Text, quoted};

/// The longest name, in bytes.
const LONGEST: usize = 64;

/// Checks a name. `parts` is the least number of parts between dots: two for a coalition, which is namespaced.
pub(super) fn check(literal: &Text, what: &str, parts: usize, diagnostics: &mut Diagnostics) {
    let name = literal.value();
    let fault =
        |found: String| Diagnostic::new(literal.span(), C11, format_args!("the name of {what} {found}"));
    let fault = if name.is_empty() {
        fault("is empty".into())
    } else if let Some((position, rule)) = misplaced(name) {
        let found = match name.chars().nth(position - 1) {
            Some(c) => format!("has {} at position {position}", quoted(c)),
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
    diagnostics.add(match suggest(name, parts) {
        Some(valid) => fault.help(format_args!("write `\"{valid}\"`, or another name of that form")),
        None => fault
            .help("a name is lower-case letters, `a` to `z`, and digits, joined by `-` and `.`: `\"ethereum.mainnet\"`"),
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

/// A valid name with every letter and digit that was written, where there is one. Only case and separators are mended: a
/// name that lost a letter, or has another in its place, would be another identity.
fn suggest(name: &str, parts: usize) -> Option<String> {
    let is_mended =
        |c: char| c.is_ascii_alphanumeric() || c.is_ascii_whitespace() || matches!(c, '-' | '.' | '_');
    let tidy = tidy(name);
    let has_letters = !tidy.is_empty();
    let valid = if tidy.split('.').count() < parts { format!("your-org.{tidy}") } else { tidy };
    (name.chars().all(is_mended) && has_letters && valid.len() <= LONGEST).then_some(valid)
}

/// The name that a const name stands for. It is part of the handshake digest of what builds today, so whatever this makes
/// of a const name stays as it is.
pub(super) fn of_const(ident: &str) -> Option<String> {
    let mut name = tidy(ident);
    name.truncate(LONGEST);
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
