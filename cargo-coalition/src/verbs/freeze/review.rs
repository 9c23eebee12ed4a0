//! The review of a freeze: each coalition as it is, beside the state in which it was frozen last.

use camino::Utf8PathBuf;
use cargo_metadata::PackageId;
use coalition_core::{CoalitionConfig, TicketIssuerConfig, UniqueId};
use coalition_handshake::{Handshake, OwnedHandshake};

use crate::build::coalitions::{Coalition, State};
use crate::build::diagnostic::{Finding, PinCode};
use crate::build::read_build::{self, ReadCoalition};
use crate::build::workspace::Workspace;
use crate::command::Build;
use crate::exit::Failure;
use crate::history::comparison::Comparison;
use crate::history::previous::{Archive, Previous};
use crate::history::published;
use crate::history::release_notes;
use crate::output::stdout::outln;
use crate::output::style::{NOTE, status};
use crate::verbs::comparison_text;

/// A coalition that is not frozen as it is, or whose freeze is not in the release notes.
pub struct Review {
    handshake: OwnedHandshake,
    package: PackageId,
    file: Utf8PathBuf,
    /// The number of blocks before its own in the file.
    index: usize,
    previous: Previous,
    pub comparison: Comparison,
    /// `true` if only the entry in the release notes is missing.
    pub is_entry_alone: bool,
}

/// Reads those of these coalitions that are not frozen as they are.
pub fn review(
    coalitions: &[&Coalition],
    build: &Build,
    workspace: &Workspace,
    quiet: bool,
) -> Result<Vec<Review>, Failure> {
    let readings = read_build::read(build, workspace, quiet)?;
    let mut archive = Archive::new(build, workspace, quiet);
    let mut reviews = Vec::new();
    for coalition in coalitions {
        let Some(block) = &coalition.block else { continue };
        let is_entry_alone = published::notes(coalition, workspace).is_some();
        let is_open = |reading: &ReadCoalition| {
            !coalition.findings.is_empty() || !matches!(reading.state, State::Frozen | State::Unchecked)
        };
        for reading in readings.iter().filter(|reading| reading.is_at(coalition)) {
            if is_entry_alone || is_open(reading) {
                let previous = if is_entry_alone {
                    archive.noted(coalition)
                } else {
                    archive.previous(coalition, block)
                };
                reviews.push(Review {
                    handshake: reading.handshake.clone(),
                    package: coalition.package.clone(),
                    file: coalition.file.clone(),
                    index: block.index,
                    comparison: previous.compare(reading),
                    previous,
                    is_entry_alone,
                });
            }
        }
    }
    Ok(reviews)
}

/// Why a value that two targets do not agree on is not written.
pub const DISAGREEMENT: &str = "two targets share its file, and this build says a value for each";

/// Why nothing of a coalition is to be written: its review shows something else than its build says.
pub fn objection(coalition: &Coalition, reviews: &[Review]) -> Option<&'static str> {
    coalition.block.as_ref()?;
    let own = || reviews.iter().filter(|review| review.is_of(coalition));
    // The identities that the build says follow from the pins of the imports, not from what is imported.
    if coalition.findings.iter().any(|finding| finding.code == PinCode::C13) {
        Some(
            "the pin of one of its imports does not hold, and the value follows from that pin: correct it first",
        )
    } else if coalition.findings.is_empty() {
        None
    } else if own().next().is_none() {
        Some("its declaration was not read, so it cannot be shown: name its package with `--package`")
    } else if own().any(|review| own().any(|other| other.values() != review.values())) {
        Some(DISAGREEMENT)
    } else if coalition.findings.iter().any(|finding| !own().any(|review| review.shows(finding))) {
        Some(
            "the build says another value than was shown: see `cargo coalition show`, and why the two differ",
        )
    } else {
        None
    }
}

impl Review {
    pub fn print(&self) {
        match &self.previous {
            Previous::None => comparison_text::print_first(&self.comparison),
            Previous::State(_, source) => comparison_text::print(&self.comparison, source),
            Previous::Pins(..) => {
                comparison_text::print(&self.comparison, "its last freeze");
                status(
                    "Unknown",
                    NOTE,
                    "what changed since: the frozen state is in no handshake.json, and git has no revision that builds \
                     to it; keep handshake/handshake.json in the repository",
                );
            }
        }
        outln!();
    }

    /// Returns `true` if it is the review of this coalition, which keeps its place when it is written.
    pub fn is_of(&self, coalition: &Coalition) -> bool {
        let block = coalition.block.as_ref();
        self.file == coalition.file && block.is_some_and(|block| block.index == self.index)
    }

    pub fn handshake(&self) -> &Handshake<'_> {
        self.handshake.as_handshake()
    }

    fn values(&self) -> (UniqueId, UniqueId) {
        (self.coalition().coalition_root(), self.handshake().digest())
    }

    /// Returns `true` if it is the review of this coalition with the value that a finding would have written.
    pub fn is_of_value(&self, coalition: &Coalition, finding: &Finding) -> bool {
        self.is_of(coalition) && self.shows(finding)
    }

    pub fn coalition(&self) -> &CoalitionConfig<'_> {
        &self.handshake.as_handshake().coalition
    }

    /// Returns `true` if the value that a finding would have written is the one that was reviewed.
    fn shows(&self, finding: &Finding) -> bool {
        // The summary of the components has no value of its own.
        let Some(got) = &finding.got else { return finding.code == PinCode::C20 };
        let is = self.handshake.as_handshake();
        let is_got = |id: UniqueId| id.to_string() == *got;
        match (finding.coalition(), finding.key()) {
            (Some(_), "expect_handshake") => is_got(is.digest()),
            (Some(_), _) => is_got(is.coalition.coalition_root()),
            (None, _) => {
                let issuer = is.coalition.ticket_issuer.iter().map(TicketIssuerConfig::fingerprint);
                is.confluence_cards().map(|card| card.config.fingerprint()).chain(issuer).any(is_got)
            }
        }
    }

    /// The entry for the release notes, if there is news.
    fn entry(&self, date: &str) -> Option<String> {
        let is = self.handshake.as_handshake();
        let entry = match &self.previous {
            Previous::None => is.release_notes_entry(date, None),
            Previous::Pins(root, digest) => {
                is.release_notes_entry(date, None).with_previous_pins(*root, *digest)
            }
            Previous::State(was, _) => is.release_notes_entry(date, Some(was.as_handshake())),
        };
        entry.has_news().then(|| entry.to_string())
    }
}

/// Returns the entries for the release notes, each with its file.
pub fn entries<'r>(
    reviews: &'r [&Review],
    workspace: &'r Workspace,
) -> impl Iterator<Item = (Utf8PathBuf, String)> + use<'r> {
    let date = jiff::Zoned::now().date().to_string();
    reviews.iter().filter_map(move |review| {
        let package = workspace.package(&review.package)?;
        Some((release_notes::file(package), review.entry(&date)?))
    })
}
