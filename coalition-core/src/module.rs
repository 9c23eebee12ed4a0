//! The modules of a coalition.

use core::fmt;
use core::str::FromStr;

use crate::text;

/// A service that a coalition may ship, each at most once. Its name is folded in its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Module {
    /// The directory of the coalition: one card for each citizen.
    Atlas,
    /// The coalition's schedule.
    Almanac,
    /// The coalition's record.
    Chronicle,
    /// The coalition's computation.
    Compute,
}

impl Module {
    /// Every module.
    pub const ALL: [Self; 4] = [Self::Atlas, Self::Almanac, Self::Chronicle, Self::Compute];

    /// Returns the name that its [`ConfluenceConfig`](crate::ConfluenceConfig) has: `atlas`, `almanac`, `chronicle` or
    /// `compute`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Atlas => "atlas",
            Self::Almanac => "almanac",
            Self::Chronicle => "chronicle",
            Self::Compute => "compute",
        }
    }

    /// Returns the module with this name.
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        let mut index = 0;
        while index < Self::ALL.len() {
            if text::same_text(Self::ALL[index].name(), name) {
                return Some(Self::ALL[index]);
            }
            index += 1;
        }
        None
    }
}

impl fmt::Display for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Module {
    type Err = UnknownModule;

    fn from_str(name: &str) -> Result<Self, UnknownModule> {
        Self::from_name(name).ok_or(UnknownModule)
    }
}

/// The text is not the name of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownModule;

impl fmt::Display for UnknownModule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("modules are `atlas`, `almanac`, `chronicle` and `compute`")
    }
}

impl core::error::Error for UnknownModule {}
