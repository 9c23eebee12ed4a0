//! What a freeze is about to make final: each coalition as it is, beside the state in which it was frozen last.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use coalition_core::{OwnedHandshake, UniqueId};

use crate::block::Block;
use crate::command::Build;
use crate::comparison::{self, Comparison, Sides, Status};
use crate::exit::{Exit, Failure};
use crate::reading::{self, Read, Reading};
use crate::report::relative;
use crate::report::style::{NOTE, status, status_err};
use crate::revision::Revision;
use crate::survey::{Coalition, State};
use crate::workspace::Workspace;
use crate::{document, handshake, release_notes};

/// A coalition that is not frozen as it is.
pub struct Review {
    pub reading: Reading,
    pub previous: Previous,
    pub comparison: Comparison,
}

/// The state in which a coalition was frozen last, as far as it can be had.
pub enum Previous {
    /// It was never frozen.
    None,
    /// Only its fingerprint is known, and its handshake digest where that was pinned.
    Pins(UniqueId, Option<UniqueId>),
    /// The whole state, and what holds it.
    State(Box<OwnedHandshake>, String),
}

/// Reads those of these coalitions that are not frozen as they are.
pub fn review(
    coalitions: &[&Coalition],
    build: &Build,
    workspace: &Workspace,
    quiet: bool,
) -> Result<Result<Vec<Review>, Exit>, Failure> {
    let readings = match reading::read(build, workspace, quiet)? {
        Read::Readings(readings) => readings,
        Read::Ended(exit) => return Ok(Err(exit)),
    };
    let mut archive = Archive { build, workspace, quiet, revisions: BTreeMap::new() };
    let mut reviews = Vec::new();
    for reading in readings {
        let is_open = matches!(reading.state, State::Unfrozen | State::Drifted);
        let coalition = coalitions.iter().find(|coalition| is_open && reading.is_at(coalition));
        let Some((coalition, block)) =
            coalition.and_then(|coalition| Some((coalition, coalition.block.as_ref()?)))
        else {
            continue;
        };
        let previous = archive.previous(coalition, block);
        let comparison = previous.compare(&reading);
        reviews.push(Review { reading, previous, comparison });
    }
    Ok(Ok(reviews))
}

impl Previous {
    fn compare(&self, reading: &Reading) -> Comparison {
        match self {
            Self::None => Comparison::of(None, Some(&reading.handshake)),
            Self::State(was, _) => Comparison::of(Some(was), Some(&reading.handshake)),
            Self::Pins(root, digest) => Comparison {
                name: reading.name(),
                status: Status::Changed,
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

impl Review {
    pub fn print(&self) {
        match &self.previous {
            Previous::None => comparison::print(&self.comparison, "nothing: this is its first freeze"),
            Previous::State(_, source) => comparison::print(&self.comparison, source),
            Previous::Pins(..) => {
                comparison::print(&self.comparison, "its last freeze");
                status(
                    "Unknown",
                    NOTE,
                    "what changed since: neither git nor handshake.json has the state that was frozen",
                );
            }
        }
        anstream::println!();
    }

    /// The coalition as it was left, where it was frozen as it was reviewed.
    fn frozen<'c>(&self, after: &'c [Coalition]) -> Option<&'c Coalition> {
        let root = self.reading.root();
        let file = self.reading.place.as_ref().map(|place| &place.file);
        after.iter().find(|coalition| {
            let pin = coalition.block.as_ref().and_then(|block| block.fingerprint.frozen());
            Some(&coalition.file) == file && self.reading.is_named(&coalition.name) && pin == Some(&root)
        })
    }

    fn entry(&self, date: &str) -> String {
        self.reading.handshake.with(|is| match &self.previous {
            Previous::None => is.release_notes_entry(date, None).to_string(),
            Previous::Pins(root, digest) => {
                is.release_notes_entry(date, None).with_previous_pins(*root, *digest).to_string()
            }
            Previous::State(was, _) => was.with(|was| is.release_notes_entry(date, Some(was)).to_string()),
        })
    }
}

/// The entries for the release notes: of each coalition whose block now holds the fingerprint that it was reviewed with,
/// as the library writes it, and the file that it belongs to.
pub fn entries<'r>(
    reviews: &'r [Review],
    after: &'r [Coalition],
    workspace: &'r Workspace,
) -> impl Iterator<Item = (Utf8PathBuf, String)> + use<'r> {
    let date = jiff::Zoned::now().date().to_string();
    reviews.iter().filter_map(move |review| {
        let package = workspace.package(&review.frozen(after)?.package)?;
        Some((release_notes::file(package), review.entry(&date)))
    })
}

/// Where earlier states are found.
struct Archive<'a> {
    build: &'a Build,
    workspace: &'a Workspace,
    quiet: bool,
    /// What was read of a revision already, by its name.
    revisions: BTreeMap<String, Vec<OwnedHandshake>>,
}

impl Archive<'_> {
    /// The state that the pins of a block stand for. Where a pin was opened, the release notes know what it was.
    fn previous(&mut self, coalition: &Coalition, block: &Block) -> Previous {
        let Some(package) = self.workspace.package(&coalition.package) else { return Previous::None };
        let frozen = block.fingerprint.frozen().map(Into::into);
        let last = || release_notes::last(&release_notes::file(package), &coalition.name);
        let id = |pin: String| pin.parse::<UniqueId>().ok();
        let Some(root) = frozen.or_else(last).and_then(id) else { return Previous::None };
        let digest = block.handshake.frozen().map(Into::into).and_then(id);
        let is_it = |owned: &OwnedHandshake| {
            owned.with(|state| {
                let is_digest = digest.is_none_or(|digest| state.digest() == digest);
                is_digest && state.coalition.coalition_root() == root
            })
        };
        let folder = handshake::folder(package);
        for file in [&folder, &folder.join(&coalition.name)].map(|folder| folder.join("handshake.json")) {
            let found = document::read(&file).ok().and_then(|found| found.into_iter().find(is_it));
            if let Some(state) = found {
                return Previous::State(state.into(), relative(&file).to_string());
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

    /// What a revision declares. One that cannot be read any more declares nothing here: that is no reason not to freeze.
    fn read(&mut self, revision: &Revision) -> &[OwnedHandshake] {
        self.revisions.entry(revision.name.clone()).or_insert_with(|| {
            let unread = match revision.read(self.build, self.workspace, self.quiet) {
                Ok(Ok(states)) => return states,
                Ok(Err(_)) => "it does not build here any more".to_owned(),
                Err(failure) => failure.to_string(),
            };
            status_err("Unread", NOTE, format_args!("{}: {unread}", revision.name));
            Vec::new()
        })
    }
}
