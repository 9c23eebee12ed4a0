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
