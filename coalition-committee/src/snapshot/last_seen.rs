//! The highest version that a reader has seen.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use coalition_core::UniqueId;
use serde::{Deserialize, Serialize};

use super::{Header, content_hash};

/// Refuses snapshots that are older than one seen before.
///
/// A source can serve an old snapshot until it expires. A reader that keeps this in a file is not misled after a restart
/// either.
#[derive(Debug)]
pub struct LastSeen {
    file: Option<PathBuf>,
    seen: Option<Seen>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    coalition: String,
    module: String,
    version: u64,
    /// The hash of the signed text, which tells two snapshots of one version apart.
    header_hash: UniqueId,
}

impl Seen {
    fn new(header: &Header) -> Self {
        Self {
            coalition: header.coalition.clone(),
            module: header.module.clone(),
            version: header.version,
            header_hash: content_hash(header.signed_text().as_bytes()),
        }
    }
}

impl LastSeen {
    /// Begins without any version, and forgets when it is dropped.
    #[must_use]
    pub const fn in_memory() -> Self {
        Self { file: None, seen: None }
    }

    /// Reads the version from a file, which is written when a newer snapshot is accepted. The file need not exist.
    ///
    /// # Errors
    ///
    /// Returns a [`LastSeenError`] if the file cannot be read.
    pub fn in_file(file: impl Into<PathBuf>) -> Result<Self, LastSeenError> {
        let file = file.into();
        let seen =
            match fs::read(&file) {
                Ok(text) => Some(serde_json::from_slice(&text).map_err(|fault| LastSeenError::Contents {
                    file: file.clone(),
                    fault: fault.to_string(),
                })?),
                Err(fault) if fault.kind() == io::ErrorKind::NotFound => None,
                Err(fault) => return Err(LastSeenError::io(&file, &fault)),
            };
        Ok(Self { file: Some(file), seen })
    }

    /// Returns the highest version seen.
    #[must_use]
    pub fn version(&self) -> Option<u64> {
        self.seen.as_ref().map(|seen| seen.version)
    }

    /// Accepts the header of a verified snapshot. Returns `true` if it is newer than all before, and `false` if it is the
    /// newest of them.
    ///
    /// # Errors
    ///
    /// Returns a [`LastSeenError`] if the snapshot is older, if it is another one of the same version, or if a newer version
    /// cannot be written to the file.
    pub fn accept(&mut self, header: &Header) -> Result<bool, LastSeenError> {
        let new = Seen::new(header);
        if let Some(seen) = &self.seen {
            if (&seen.coalition, &seen.module) != (&new.coalition, &new.module) {
                let file = self.file.clone().unwrap_or_default();
                let fault = format!("it is of module `{}` of coalition `{}`", seen.module, seen.coalition);
                return Err(LastSeenError::Contents { file, fault });
            }
            if new.version < seen.version {
                return Err(LastSeenError::RolledBack { version: new.version, seen: seen.version });
            }
            if new.version == seen.version {
                let same = new == *seen;
                return if same { Ok(false) } else { Err(LastSeenError::Forked { version: new.version }) };
            }
        }
        if let Some(file) = &self.file {
            write(file, &new).map_err(|fault| LastSeenError::io(file, &fault))?;
        }
        self.seen = Some(new);
        Ok(true)
    }
}

/// Replaces the file as a whole, so that a crash leaves the old or the new one.
fn write(file: &Path, seen: &Seen) -> io::Result<()> {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = file.with_file_name(name);
    fs::write(&new, serde_json::to_vec(seen)?)?;
    fs::File::open(&new)?.sync_all()?;
    fs::rename(&new, file)
}

/// The reason why a verified snapshot is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LastSeenError {
    /// A newer snapshot was seen before.
    #[error(
        "the snapshot has version {version}, and version {seen} was seen before; its source serves an old one"
    )]
    RolledBack {
        /// The version of the snapshot.
        version: u64,
        /// The highest version seen.
        seen: u64,
    },
    /// A majority signed two different snapshots of one version.
    #[error(
        "two different snapshots have version {version}, and a majority signed both; report it to the operator"
    )]
    Forked {
        /// The version.
        version: u64,
    },
    /// The file cannot be read or written.
    #[error("{file}: {fault}", file = .file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// The system's message.
        fault: String,
    },
    /// The file is not what this program writes.
    #[error("{file} does not hold the last version of this module: {fault}; name another file, or delete it", file = .file.display())]
    Contents {
        /// The file.
        file: PathBuf,
        /// The reason.
        fault: String,
    },
}

impl LastSeenError {
    fn io(file: &Path, fault: &io::Error) -> Self {
        Self::Io { file: file.to_owned(), fault: fault.to_string() }
    }
}
