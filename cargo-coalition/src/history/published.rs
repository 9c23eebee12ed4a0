//! Comparison of the pins with what is published from them: the release notes and the handshake.

use std::fmt;

use camino::{Utf8Path, Utf8PathBuf};
use serde::Serialize;

use crate::build::coalitions::{Coalition, State};
use crate::build::workspace::Workspace;
use crate::history::handshake_file;
use crate::history::release_notes::{self, Noted};
use crate::output::escape::{escape, shown};

/// A published file that lags behind a frozen coalition.
#[derive(Serialize)]
pub struct Lag {
    pub coalition: String,
    pub file: Utf8PathBuf,
    /// The fingerprint that the file has.
    pub published: Option<String>,
    #[serde(skip)]
    pub how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Notes,
    Page,
    /// A file of the handshake does not have the text that would be written today.
    Stale,
    Missing,
    LeftOver,
}

impl fmt::Display for Lag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, name) = (shown(&self.file), escape(&self.coalition));
        let is_older =
            if self.published.is_some() { "is older than the pin" } else { "lacks the fingerprint" };
        match self.how {
            How::Notes => write!(f, "{file} {is_older} of {name}: run `cargo coalition freeze`"),
            How::Page => write!(f, "{file} {is_older} of {name}: run `cargo coalition handshake`"),
            How::Stale => {
                write!(f, "{file} is not the page of {name} any more: run `cargo coalition handshake`")
            }
            How::Missing => write!(f, "{file} is missing: run `cargo coalition handshake`"),
            How::LeftOver => write!(f, "{file} is left over: the page of {name} lies elsewhere now"),
        }
    }
}

/// The published files that have an older identity than the frozen coalitions. A package without release notes or without
/// a handshake publishes none: it is an integrator's.
pub fn lags(coalitions: &[Coalition], workspace: &Workspace) -> Vec<Lag> {
    coalitions
        .iter()
        .flat_map(|coalition| [notes(coalition, workspace), page(coalition, workspace)])
        .flatten()
        .collect()
}

/// Returns `true` if the package of a coalition publishes something: it has release notes or a handshake.
pub fn is_published(coalition: &Coalition, workspace: &Workspace) -> bool {
    workspace.package(&coalition.package).is_some_and(|package| {
        release_notes::file(package).is_file() || handshake_file::folder(package).is_dir()
    })
}

/// Returns the lag of the release notes, if they lack the fingerprint of a frozen coalition.
pub fn notes(coalition: &Coalition, workspace: &Workspace) -> Option<Lag> {
    let root = frozen(coalition)?;
    let file = release_notes::file(workspace.package(&coalition.package)?);
    let published = last_entry(coalition, &file).map(|noted| noted.root);
    let lags = file.is_file() && published.as_deref() != Some(root);
    lags.then(|| Lag { coalition: coalition.name.clone(), file, published, how: How::Notes })
}

/// Returns the newest entry of a coalition in its release notes. An entry with the fingerprint of another block of its
/// name is that block's.
pub fn last_entry(coalition: &Coalition, file: &Utf8Path) -> Option<Noted> {
    let entries = release_notes::noted(file, &coalition.name);
    entries.into_iter().find(|noted| !is_of_twin(coalition, &noted.root))
}

fn is_of_twin(coalition: &Coalition, root: &str) -> bool {
    let own = coalition.block.as_ref().and_then(|block| block.fingerprint.frozen());
    own != Some(root) && coalition.twins.iter().any(|twin| twin.as_deref() == Some(root))
}

fn page(coalition: &Coalition, workspace: &Workspace) -> Option<Lag> {
    let root = frozen(coalition)?;
    let digest = coalition.block.as_ref()?.handshake.frozen();
    let folder = handshake_file::folder(workspace.package(&coalition.package)?);
    let files = [folder.join(&coalition.name), folder].map(|folder| folder.join("handshake.json"));
    let file = files.into_iter().find(|file| file.is_file())?;
    let read = handshake_file::read(&file).ok()?;
    let mut handshakes = read.iter().map(|owned| owned.as_handshake());
    let published = handshakes.find(|published| published.coalition.name == coalition.name);
    let found = published.map(|published| published.coalition.coalition_root().to_string());
    let is_same = found.as_deref() == Some(root)
        && digest.is_none_or(|digest| published.is_some_and(|own| own.digest().to_string() == digest));
    let lags = !is_same && found.as_ref().is_none_or(|found| !is_of_twin(coalition, found));
    lags.then(|| Lag { coalition: coalition.name.clone(), file, published: found, how: How::Page })
}

/// The fingerprint of a coalition that the build verified.
fn frozen(coalition: &Coalition) -> Option<&str> {
    coalition.block.as_ref().filter(|_| coalition.state == State::Frozen)?.fingerprint.frozen()
}
