//! Content parameters.

use core::cmp::Ordering;
use core::fmt;

use crate::schema::tagged;
use crate::sink::Sink;
use crate::{UniqueId, text};

/// What a confluence is configured with. The order of the parameters is not part of its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentParams<'a> {
    /// The parameters, each key once. In ascending byte order of their keys they hash in one pass.
    pub params: &'a [ContentParam<'a>],
}

/// One content parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentParam<'a> {
    /// Its name.
    pub key: &'a str,
    /// Its value.
    pub value: ContentValue<'a>,
}

/// The value of a content parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContentValue<'a> {
    /// One byte, 0 or 1. Tag `0x00`.
    Bool(bool),
    /// Eight bytes, little-endian. Tag `0x01`.
    U64(u64),
    /// The length in bytes as a little-endian `u64`, then the UTF-8. Tag `0x02`.
    Text(&'a str),
    /// 32 bytes. Tag `0x03`.
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

/// No parameter.
impl Default for ContentParams<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// As it is declared: `window_ms = 500`, `schema = "bundle-v1"`, `policy = id("0x…")`.
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
    /// Its key as text, the tag of its value, its value.
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
    /// No parameter.
    pub const EMPTY: Self = Self { params: &[] };

    /// Derives the content digest:
    ///
    /// 1. `"content|" || SCHEMA_VERSION_U8 || "|"`;
    /// 2. the number of parameters, as a little-endian `u64`;
    /// 3. of each, in ascending byte order of its key: the key as a little-endian `u64` length and UTF-8, the tag of
    ///    the value, the value.
    ///
    /// Parameters in any other order are looked up one after the other, which takes quadratic time. Every rule refuses a
    /// key that stands twice; such parameters are hashed too, in declared order, so that no value is left out.
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

    /// The index of the parameter to hash behind the last one, or of the first.
    const fn next(&self, last: Option<usize>) -> Option<usize> {
        let mut next: Option<usize> = None;
        let mut index = 0;
        while index < self.params.len() {
            let is_behind_last = match last {
                Some(last) => self.precedes(last, index),
                None => true,
            };
            let precedes_next = match next {
                Some(next) => self.precedes(index, next),
                None => true,
            };
            if is_behind_last && precedes_next {
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
