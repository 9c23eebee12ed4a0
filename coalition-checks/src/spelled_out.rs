//! Imported confluences that a page spells out.

use coalition_core::__private::Entries;
use coalition_core::{CoalitionConfig, ConfluenceConfig, ContentParams};

/// Returns the path by which a page names an imported confluence. `None` if the page can spell the confluence out: it
/// spans only citizens of the coalition, and a block could declare its content.
#[must_use]
pub const fn import<'a>(
    coalition: &CoalitionConfig<'_>,
    confluence: &ConfluenceConfig<'_>,
    path: &'a str,
) -> Option<&'a str> {
    if !is_declarable(&confluence.content) {
        return Some(path);
    }
    let spans_citizens = Entries::Lattices(coalition.lattices, confluence.lattices)
        .is_known(coalition.lattices.len())
        && Entries::Organisms(coalition.organisms, confluence.organisms).is_known(coalition.organisms.len());
    if spans_citizens { None } else { Some(path) }
}

/// Returns `true` if a block that declares these parameters emits the same const: the keys are identifiers, and ascend.
const fn is_declarable(content: &ContentParams<'_>) -> bool {
    let mut rest = content.params;
    while let [param, others @ ..] = rest {
        if !is_identifier(param.key) {
            return false;
        }
        rest = others;
    }
    content.is_sorted()
}

/// Returns `true` for an identifier of ASCII letters, digits and `_`, and not a lone `_`.
const fn is_identifier(text: &str) -> bool {
    let [first, rest @ ..] = text.as_bytes() else { return false };
    if !(first.is_ascii_alphabetic() || (*first == b'_' && !rest.is_empty())) {
        return false;
    }
    let mut rest = rest;
    while let [byte, others @ ..] = rest {
        if !(byte.is_ascii_alphanumeric() || *byte == b'_') {
            return false;
        }
        rest = others;
    }
    true
}
