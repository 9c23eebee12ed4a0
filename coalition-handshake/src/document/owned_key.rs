//! Values of optional keys in the document.

use alloc::borrow::ToOwned;
use alloc::string::String;

use coalition_core::UniqueId;

use super::reader::EncodingReader;

/// An owned value of a key, and its conversions from and to the borrowed form.
pub(super) trait OwnedKey: Sized {
    type Borrowed<'a>;

    fn own(borrowed: &Self::Borrowed<'_>) -> Self;
    fn lend(&self) -> Self::Borrowed<'_>;
    fn read(reader: &mut EncodingReader<'_>) -> Result<Self, String>;
}

impl OwnedKey for Option<UniqueId> {
    type Borrowed<'a> = Self;

    fn own(borrowed: &Self) -> Self {
        *borrowed
    }

    fn lend(&self) -> Self {
        *self
    }

    fn read(reader: &mut EncodingReader<'_>) -> Result<Self, String> {
        reader.option(EncodingReader::id)
    }
}

impl OwnedKey for Option<String> {
    type Borrowed<'a> = Option<&'a str>;

    #[expect(clippy::ref_option_ref, reason = "the trait borrows every value")]
    fn own(borrowed: &Option<&str>) -> Self {
        borrowed.map(ToOwned::to_owned)
    }

    fn lend(&self) -> Option<&str> {
        self.as_deref()
    }

    fn read(reader: &mut EncodingReader<'_>) -> Result<Self, String> {
        reader.option(EncodingReader::text)
    }
}
