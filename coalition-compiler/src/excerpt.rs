//! Excerpts of long texts, for messages.

use std::borrow::Cow;

/// The number of characters shown around the one at fault. An `MR_TD` of 98 is shown whole.
const AROUND: usize = 100;

/// A part of a text, and the column in which one of its characters is shown.
pub(crate) struct Excerpt {
    pub(crate) shown: String,
    /// The column. The first is 1.
    pub(crate) column: usize,
}

/// Returns the part of a text around its character `position`, with `…` for what is cut off.
///
/// The first character is at position 1. The position may be one past the end.
pub(crate) fn around(text: &str, position: usize) -> Excerpt {
    let count = text.chars().count();
    let start = position.saturating_sub(AROUND / 2).min(count.saturating_sub(AROUND));
    let (is_cut, goes_on) = (start > 0, start + AROUND < count);
    let shown = text.chars().skip(start).take(AROUND).collect::<String>();
    let mark = |cut| if cut { "…" } else { "" };
    Excerpt {
        shown: format!("{}{shown}{}", mark(is_cut), mark(goes_on)),
        column: position - start + usize::from(is_cut),
    }
}

/// Returns a text of at most `most` characters. A longer text keeps its beginning and its end, with `…` between them.
pub(crate) fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    let count = text.chars().count();
    if count <= most {
        return text.into();
    }
    let start: String = text.chars().take(most / 2).collect();
    let end: String = text.chars().skip(count - (most - most / 2 - 1)).collect();
    format!("{start}…{end}").into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{AROUND, Excerpt, around, shorten};

    proptest! {
        /// Tests every character of a text, and the position after its end.
        #[test]
        fn the_column_is_that_of_the_character(length in 1..300_usize, at in 0..=300_usize) {
            let text: String = ('一'..).take(length).collect();
            let at = at.min(length);
            let Excerpt { shown, column } = around(&text, at + 1);
            prop_assert_eq!(shown.chars().nth(column - 1), text.chars().nth(at));
            prop_assert!(shown.chars().count() <= AROUND + 2);
            prop_assert_eq!(shown.starts_with('…'), !text.starts_with(shown.chars().next().unwrap()));
            prop_assert_eq!(shown.ends_with('…'), !text.ends_with(shown.chars().last().unwrap()));
        }

        #[test]
        fn a_text_is_as_long_as_it_may_be(text in ".{0,40}", most in 2..50_usize) {
            let (count, shown) = (text.chars().count(), shorten(&text, most));
            prop_assert_eq!(shown.chars().count(), count.min(most));
            prop_assert_eq!(shown == text, count <= most);
        }
    }
}
