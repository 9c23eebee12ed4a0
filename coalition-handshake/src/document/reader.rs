//! Reading of an encoding, value by value.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use coalition_core::UniqueId;

/// A reader of an encoding. It reserves no memory for a length that it reads, so a false length costs nothing.
pub(super) struct EncodingReader<'b> {
    pub(super) rest: &'b [u8],
}

impl EncodingReader<'_> {
    /// Reads a list with one profile for each component.
    pub(super) fn profiles<T>(
        &mut self,
        components: &mut [T],
        mut read: impl FnMut(&mut Self, &mut T) -> Result<(), String>,
    ) -> Result<(), String> {
        let count = self.number()?;
        if count != components.len() as u64 {
            return Err(format!("{count} profiles of {} components", components.len()));
        }
        components.iter_mut().try_for_each(|component| read(self, component))
    }

    /// Reads a list. Every item takes at least one byte, so a false count ends with the input.
    pub(super) fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, String>,
    ) -> Result<Vec<T>, String> {
        let count = self.number()?;
        (0..count).map(|_| item(self)).collect()
    }

    pub(super) fn option<T>(
        &mut self,
        value: impl FnOnce(&mut Self) -> Result<T, String>,
    ) -> Result<Option<T>, String> {
        if self.flag()? { value(self).map(Some) } else { Ok(None) }
    }

    pub(super) fn flag(&mut self) -> Result<bool, String> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            byte => Err(format!("{byte} where 0 or 1 stands")),
        }
    }

    pub(super) fn text(&mut self) -> Result<String, String> {
        let length = usize::try_from(self.number()?).unwrap_or(usize::MAX);
        let (text, rest) = self.rest.split_at_checked(length).ok_or("it ends too early")?;
        let text = core::str::from_utf8(text).map_err(|error| error.to_string())?;
        self.rest = rest;
        Ok(text.to_owned())
    }

    pub(super) fn id(&mut self) -> Result<UniqueId, String> {
        self.take().map(UniqueId::from_bytes)
    }

    pub(super) fn number(&mut self) -> Result<u64, String> {
        self.take().map(u64::from_le_bytes)
    }

    pub(super) fn byte(&mut self) -> Result<u8, String> {
        self.take().map(|[byte]: [u8; 1]| byte)
    }

    pub(super) fn take<const N: usize>(&mut self) -> Result<[u8; N], String> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or("it ends too early")?;
        self.rest = rest;
        Ok(*taken)
    }

    pub(super) fn end(&self) -> Result<(), String> {
        if self.rest.is_empty() { Ok(()) } else { Err(format!("{} bytes are left", self.rest.len())) }
    }
}
