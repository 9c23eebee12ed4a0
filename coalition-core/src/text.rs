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
pub(crate) const fn same_text(a: &str, b: &str) -> bool {
    a.len() == b.len() && matches!(compare(a, b), Ordering::Equal)
}

/// Whether nothing but white space, as [`str::trim`] knows it, is in the text.
pub(crate) const fn is_blank(text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [b'\t'..=b'\r' | b' ', others @ ..]
            | [0xc2, 0x85 | 0xa0, others @ ..]
            | [0xe1, 0x9a, 0x80, others @ ..]
            | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, others @ ..]
            | [0xe2, 0x81, 0x9f, others @ ..]
            | [0xe3, 0x80, 0x80, others @ ..] => others,
            _ => return false,
        };
    }
}
