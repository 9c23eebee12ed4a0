//! Comparison of the pins with what is published from them: the release notes and the handshake.

use std::fmt;

use camino::Utf8PathBuf;
use serde::Serialize;

use crate::build::coalitions::{Coalition, State};
use crate::build::workspace::Workspace;
use crate::history::handshake_file;
use crate::history::release_notes;
use crate::paths::relative;

/// A published file that does not have the identity of a frozen coalition.
#[derive(Serialize)]
pub struct Lag {
    pub coalition: String,
    pub file: Utf8PathBuf,
    /// The fingerprint that the file has.
    pub published: Option<String>,
    #[serde(skip)]
    pub verb: &'static str,
}

impl fmt::Display for Lag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { coalition, file, published, verb } = self;
        let file = relative(file);
        let how = if published.is_some() { "is older than the pin" } else { "lacks the fingerprint" };
        write!(f, "{file} {how} of {coalition}: run `cargo coalition {verb}`")
    }
}

/// The published files that are older than the frozen coalitions. A package without release notes or without a handshake
/// publishes none: it is an integrator's.
pub fn lags(coalitions: &[Coalition], workspace: &Workspace) -> Vec<Lag> {
    coalitions
        .iter()
        .flat_map(|coalition| [notes(coalition, workspace), page(coalition, workspace)])
        .flatten()
        .collect()
}

/// Whether the release notes of a coalition's package lack its fingerprint.
pub fn notes(coalition: &Coalition, workspace: &Workspace) -> Option<Lag> {
    let root = frozen(coalition)?;
    let file = release_notes::file(workspace.package(&coalition.package)?);
    let published = release_notes::last(&file, &coalition.name).map(|noted| noted.root);
    let lags = file.is_file() && published.as_deref() != Some(root);
    lags.then(|| Lag { coalition: coalition.name.clone(), file, published, verb: "freeze" })
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
    (!is_same).then(|| Lag { coalition: coalition.name.clone(), file, published: found, verb: "handshake" })
}

/// The fingerprint of a coalition that the build verified.
fn frozen(coalition: &Coalition) -> Option<&str> {
    coalition.block.as_ref().filter(|_| coalition.state == State::Frozen)?.fingerprint.frozen()
}
