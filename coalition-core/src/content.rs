//! Content parameters.

use core::cmp::Ordering;
use core::fmt;

use crate::schema::tagged;
use crate::sink::Sink;
use crate::{UniqueId, text};

/// The content parameters of a confluence: its own settings, under keys that it chooses.
///
/// Their order is not part of the identity.
///
/// ```
/// # use coalition_core::{ContentParam, ContentParams, ContentValue};
/// const CONTENT: ContentParams<'static> = ContentParams {
///     params: &[
///         ContentParam { key: "schema", value: ContentValue::Text("bundle-v1") },
///         ContentParam { key: "window_ms", value: ContentValue::U64(500) },
///     ],
/// };
/// assert_eq!(ContentValue::from(500_u64), CONTENT.params[1].value);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentParams<'a> {
    /// The parameters, each key once. Sort them by the bytes of their keys: sorted parameters are hashed in one pass.
    pub params: &'a [ContentParam<'a>],
}

/// One content parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentParam<'a> {
    /// The key.
    pub key: &'a str,
    /// The value.
    pub value: ContentValue<'a>,
}

/// The value of a content parameter.
///
/// [`ContentParams::digest`] hashes a tag of one byte, then the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContentValue<'a> {
    /// A boolean. Tag `0x00`, then one byte, 0 or 1.
    Bool(bool),
    /// An integer. Tag `0x01`, then eight bytes, little-endian.
    U64(u64),
    /// Text. Tag `0x02`, then its length in bytes as a little-endian `u64`, then its UTF-8.
    Text(&'a str),
    /// An id. Tag `0x03`, then 32 bytes.
    Id(UniqueId),
}

impl From<bool> for ContentValue<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u64> for ContentValue<'_> {
    fn from(value: u64) -> Self {
        Self::U64(value)
    }
}

impl<'a> From<&'a str> for ContentValue<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}

impl From<UniqueId> for ContentValue<'_> {
    fn from(value: UniqueId) -> Self {
        Self::Id(value)
    }
}

/// Returns [`ContentParams::EMPTY`].
impl Default for ContentParams<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// Writes the parameter as a block declares it: `window_ms = 500`, `schema = "bundle-v1"`, `policy = id("0x…")`.
impl fmt::Display for ContentParam<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = ", self.key)?;
        match self.value {
            ContentValue::Bool(value) => write!(f, "{value}"),
            ContentValue::U64(value) => write!(f, "{value}"),
            ContentValue::Text(text) => write!(f, "{text:?}"),
            ContentValue::Id(id) => write!(f, "id(\"{id}\")"),
        }
    }
}

impl ContentParam<'_> {
    /// Writes the key as text, the tag of the value, and the value.
    #[doc(hidden)]
    pub const fn fold(&self, sink: &mut Sink<'_>) {
        sink.text(self.key);
        match &self.value {
            ContentValue::Bool(value) => {
                sink.byte(0x00);
                sink.byte(*value as u8);
            }
            ContentValue::U64(value) => {
                sink.byte(0x01);
                sink.u64(*value);
            }
            ContentValue::Text(value) => {
                sink.byte(0x02);
                sink.text(value);
            }
            ContentValue::Id(value) => {
                sink.byte(0x03);
                sink.id(value);
            }
        }
    }
}

impl ContentParams<'_> {
    /// Content without a parameter.
    pub const EMPTY: Self = Self { params: &[] };

    /// Derives the content digest.
    ///
    /// It is the BLAKE3 hash of
    ///
    /// 1. `"content|" || SCHEMA_VERSION_U8 || "|"`;
    /// 2. the number of parameters, as a little-endian `u64`;
    /// 3. for each parameter, in ascending byte order of the keys: the length of the key in bytes as a little-endian
    ///    `u64`, the UTF-8 of the key, the tag of the value, and the value.
    ///
    /// Unsorted parameters take quadratic time. If a key is there twice, which
    /// [`validate`](crate::ConfluenceConfig::validate) refuses, both parameters are hashed, in declared order.
    #[must_use]
    pub const fn digest(&self) -> UniqueId {
        let mut hasher = tagged("content");
        hasher.u64(self.params.len() as u64);
        if self.is_sorted() {
            let mut rest = self.params;
            while let [param, others @ ..] = rest {
                param.fold(&mut Sink::Hash(&mut hasher));
                rest = others;
            }
        } else {
            let mut next = self.next(None);
            while let Some(index) = next {
                self.params[index].fold(&mut Sink::Hash(&mut hasher));
                next = self.next(Some(index));
            }
        }
        hasher.finalise()
    }

    /// Returns `true` if the keys ascend, and so are unique.
    #[doc(hidden)]
    #[must_use]
    pub const fn is_sorted(&self) -> bool {
        let mut rest = self.params;
        while let [first, others @ ..] = rest {
            match others {
                [second, ..] if !matches!(text::compare(first.key, second.key), Ordering::Less) => {
                    return false;
                }
                _ => rest = others,
            }
        }
        true
    }

    /// Returns the index of the parameter to hash after the last one, or of the first.
    const fn next(&self, last: Option<usize>) -> Option<usize> {
        let mut next: Option<usize> = None;
        let mut index = 0;
        while index < self.params.len() {
            let is_after_last = match last {
                Some(last) => self.precedes(last, index),
                None => true,
            };
            let precedes_next = match next {
                Some(next) => self.precedes(index, next),
                None => true,
            };
            if is_after_last && precedes_next {
                next = Some(index);
            }
            index += 1;
        }
        next
    }

    /// Returns `true` if the first of two parameters is hashed before the second.
    const fn precedes(&self, first: usize, second: usize) -> bool {
        match text::compare(self.params[first].key, self.params[second].key) {
            Ordering::Less => true,
            Ordering::Equal => first < second,
            Ordering::Greater => false,
        }
    }
}
