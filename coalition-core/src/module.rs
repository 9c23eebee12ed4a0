//! The modules of a coalition.

use core::fmt;
use core::str::FromStr;

use crate::text;

/// A module that a coalition may ship, each at most once.
///
/// The configuration of a module is a [`ConfluenceConfig`](crate::ConfluenceConfig) with its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Module {
    /// The directory, with one card for each citizen.
    Atlas,
    /// The shared clock.
    Almanac,
    /// The log of changes.
    Chronicle,
    /// The shared computation.
    Compute,
}

impl Module {
    /// All modules.
    pub const ALL: [Self; 4] = [Self::Atlas, Self::Almanac, Self::Chronicle, Self::Compute];

    /// Returns the name: `atlas`, `almanac`, `chronicle` or `compute`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Atlas => "atlas",
            Self::Almanac => "almanac",
            Self::Chronicle => "chronicle",
            Self::Compute => "compute",
        }
    }

    /// Returns the module with this name, or `None` if no module has it.
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

/// The error of a text that is not the name of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownModule;

impl fmt::Display for UnknownModule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("modules are `atlas`, `almanac`, `chronicle` and `compute`")
    }
}

impl core::error::Error for UnknownModule {}
