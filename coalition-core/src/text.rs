//! Comparing text in const evaluation.

use core::cmp::Ordering;

/// Ascending byte order.
pub(crate) const fn compare(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        match (a, b) {
            ([], []) => return Ordering::Equal,
            ([], _) => return Ordering::Less,
            (_, []) => return Ordering::Greater,
            ([x, rest_a @ ..], [y, rest_b @ ..]) => {
                if *x < *y {
                    return Ordering::Less;
                }
                if *x > *y {
                    return Ordering::Greater;
                }
                (a, b) = (rest_a, rest_b);
            }
        }
    }
}

/// `==`.
#[must_use]
pub const fn same_text(a: &str, b: &str) -> bool {
    a.len() == b.len() && matches!(compare(a, b), Ordering::Equal)
}

/// Whether the text is an identifier of ASCII letters, digits and `_`, and not a lone `_`.
pub(crate) const fn is_identifier(text: &str) -> bool {
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
