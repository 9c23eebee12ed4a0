//! The state in which a coalition was frozen last: from a handshake.json, or out of git.

use std::collections::BTreeMap;

use coalition_core::UniqueId;
use coalition_handshake::OwnedHandshake;

use crate::build::coalitions::Coalition;
use crate::build::read_build::ReadCoalition;
use crate::build::workspace::Workspace;
use crate::command::Build;
use crate::history::comparison::{Comparison, ComparisonStatus, Sides};
use crate::history::handshake_file;
use crate::history::published;
use crate::history::release_notes;
use crate::history::revision::{Revision, committed_text};
use crate::output::escape::shown;
use crate::output::style::{NOTE, status_err};
use crate::source::block::{SourceBlock, blocks};
use crate::source::source_file::SourceFile;

/// The state in which a coalition was frozen last, as far as it can be had.
#[derive(Clone)]
pub enum Previous {
    /// It was never frozen.
    None,
    /// Only its fingerprint is known, and its handshake digest where that was pinned.
    Pins(UniqueId, Option<UniqueId>),
    /// The whole state, and what holds it.
    State(Box<OwnedHandshake>, String),
}

impl Previous {
    /// Compares this state with the coalition as it is.
    pub fn compare(&self, reading: &ReadCoalition) -> Comparison {
        match self {
            Self::None => Comparison::of(None, Some(&reading.handshake)),
            Self::State(was, _) => Comparison::of(Some(was), Some(&reading.handshake)),
            Self::Pins(root, digest) => Comparison {
                name: reading.name(),
                status: ComparisonStatus::Changed,
                fingerprint: Sides { was: Some(root.to_string()), is: Some(reading.root()) },
                handshake_digest: Sides {
                    was: digest.map(|digest| digest.to_string()),
                    is: Some(reading.digest()),
                },
                changes: Vec::new(),
            },
        }
    }
}

/// The places that hold earlier states: `handshake.json`, release notes and git.
pub struct Archive<'a> {
    build: &'a Build,
    workspace: &'a Workspace,
    quiet: bool,
    /// The coalitions of each revision that was read, by its name.
    revisions: BTreeMap<String, Vec<OwnedHandshake>>,
}

impl<'a> Archive<'a> {
    pub fn new(build: &'a Build, workspace: &'a Workspace, quiet: bool) -> Self {
        Self { build, workspace, quiet, revisions: BTreeMap::new() }
    }

    /// The state that the pins of a block stand for. Where a pin was opened, the release notes know what it was.
    pub fn previous(&mut self, coalition: &Coalition, block: &SourceBlock) -> Previous {
        let id = |pin: &str| pin.parse::<UniqueId>().ok();
        match block.fingerprint.frozen() {
            Some(root) => self.state(coalition, id(root), block.handshake.frozen().and_then(id)),
            None => self.noted(coalition),
        }
    }

    /// The state that the last entry of the release notes stands for.
    pub fn noted(&mut self, coalition: &Coalition) -> Previous {
        let Some(package) = self.workspace.package(&coalition.package) else { return Previous::None };
        let file = release_notes::file(package);
        // Among several open blocks of one name, the notes do not say whose an entry is. The last commit does.
        let committed = coalition.twins.contains(&None).then(|| self.committed(coalition)).flatten();
        let last = match committed {
            Some(pin) => {
                release_notes::noted(&file, &coalition.name).into_iter().find(|noted| noted.root == pin)
            }
            None => published::last_entry(coalition, &file),
        };
        let Some(last) = last else { return Previous::None };
        let digest = last.digest.and_then(|digest| digest.parse().ok());
        self.state(coalition, last.root.parse().ok(), digest)
    }

    /// Returns the fingerprint that the last commit has at the place of a coalition.
    fn committed(&self, coalition: &Coalition) -> Option<String> {
        let own = coalition.block.as_ref()?;
        let source = SourceFile {
            path: coalition.file.clone(),
            text: committed_text(&coalition.file, self.workspace)?,
        };
        let block = blocks(&source).into_iter().nth(own.index)?;
        let is_it = (&block.name, &block.const_name) == (&own.name, &own.const_name);
        block.fingerprint.frozen().filter(|_| is_it).map(Into::into)
    }

    /// The state that has these identities.
    fn state(&mut self, coalition: &Coalition, root: Option<UniqueId>, digest: Option<UniqueId>) -> Previous {
        let Some(package) = self.workspace.package(&coalition.package) else { return Previous::None };
        let Some(root) = root else { return Previous::None };
        let is_it = |owned: &OwnedHandshake| {
            let state = owned.as_handshake();
            let is_digest = digest.is_none_or(|digest| state.digest() == digest);
            is_digest && state.coalition.coalition_root() == root
        };
        let folder = handshake_file::folder(package);
        for file in [&folder, &folder.join(&coalition.name)].map(|folder| folder.join("handshake.json")) {
            let found = handshake_file::read(&file).ok().and_then(|found| found.into_iter().find(is_it));
            if let Some(state) = found {
                return Previous::State(state.into(), shown(&file));
            }
        }
        if let Some(revision) = Revision::that_froze(digest.unwrap_or(root), self.workspace)
            && let Some(state) = self.read(&revision).iter().find(|owned| is_it(owned))
        {
            let source = format!("{}, which froze it", revision.name);
            return Previous::State(Box::new(state.clone()), source);
        }
        Previous::Pins(root, digest)
    }

    /// Returns what a revision declares. If it cannot be read any more, that is nothing: it must not stop a freeze.
    fn read(&mut self, revision: &Revision) -> &[OwnedHandshake] {
        self.revisions.entry(revision.name.clone()).or_insert_with(|| {
            let unread = match revision.read(self.build, self.workspace, self.quiet) {
                Ok(states) => return states,
                Err(failure) => failure.text().unwrap_or("it does not build here any more").to_owned(),
            };
            status_err("Unread", NOTE, format_args!("{}: {unread}", revision.name));
            Vec::new()
        })
    }
}
