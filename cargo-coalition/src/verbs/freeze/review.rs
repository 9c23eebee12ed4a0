//! What a freeze is about to make final: each coalition as it is, beside the state in which it was frozen last.

use camino::Utf8PathBuf;
use cargo_metadata::PackageId;
use coalition_core::{CoalitionConfig, TicketIssuerConfig, UniqueId};
use coalition_handshake::OwnedHandshake;

use crate::build::coalitions::{Coalition, State};
use crate::build::diagnostic::{Code, Finding};
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
use crate::source::block::{Block, blocks};
use crate::source::source_file::Source;
use crate::verbs::comparison_text;

/// A coalition that is not frozen as it is.
#[derive(Clone)]
pub struct Review {
    handshake: OwnedHandshake,
    package: PackageId,
    file: Utf8PathBuf,
    previous: Previous,
    pub comparison: Comparison,
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
        let is_unnoted = published::notes(coalition, workspace).is_some();
        let found = if is_unnoted {
            readings.iter().filter(|reading| reading.is_at(coalition)).collect()
        } else {
            open(coalition, block, &readings)
        };
        for reading in found {
            let previous =
                if is_unnoted { archive.noted(coalition) } else { archive.previous(coalition, block) };
            reviews.push(Review {
                handshake: reading.handshake.clone(),
                package: coalition.package.clone(),
                file: coalition.file.clone(),
                comparison: previous.compare(reading),
                previous,
            });
        }
    }
    Ok(reviews)
}

/// What was read of a coalition, where that is not frozen as it is. What is declared alike in two packages is read at
/// one place alone, and what stands in a file of another name than `.rs` at none: such a block is known by its names.
fn open<'r>(coalition: &Coalition, block: &Block, readings: &'r [ReadCoalition]) -> Vec<&'r ReadCoalition> {
    let here: Vec<_> = readings.iter().filter(|reading| reading.is_at(coalition)).collect();
    if here.is_empty() && !coalition.findings.is_empty() {
        return readings.iter().filter(|reading| is_declared_by(&reading.handshake, block)).collect();
    }
    let is_open = |reading: &&ReadCoalition| !matches!(reading.state, State::Frozen | State::Unchecked);
    here.into_iter().filter(is_open).collect()
}

fn is_declared_by(handshake: &OwnedHandshake, block: &Block) -> bool {
    let read = handshake.as_handshake();
    read.coalition.name == block.name && read.ident == block.const_name
}

/// Why nothing of a coalition is to be written: its review shows something else than its build says.
pub fn objection(coalition: &Coalition, reviews: &[Review]) -> Option<&'static str> {
    let block = coalition.block.as_ref()?;
    let own = || reviews.iter().filter(|review| review.is_of(coalition, block));
    // The identities that the build says follow from the pins of the imports, not from what is imported.
    if coalition.findings.iter().any(|finding| finding.code == Code::C13) {
        Some(
            "the pin of one of its imports does not hold, and the value follows from that pin: correct it first",
        )
    } else if coalition.findings.is_empty() {
        None
    } else if own().next().is_none() {
        Some(
            "its declaration was not read, and not shown: freeze the package that it is in, with `--package`",
        )
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

    /// Whether it is the review of this coalition.
    pub fn is_of(&self, coalition: &Coalition, block: &Block) -> bool {
        self.file == coalition.file && is_declared_by(&self.handshake, block)
    }

    /// Returns `true` if it is the review of this coalition with the value that a finding would have written.
    pub fn is_of_value(&self, coalition: &Coalition, finding: &Finding) -> bool {
        coalition.block.as_ref().is_some_and(|block| self.is_of(coalition, block)) && self.shows(finding)
    }

    pub fn coalition(&self) -> &CoalitionConfig<'_> {
        &self.handshake.as_handshake().coalition
    }

    /// Whether the value that a finding would have written is the one that was reviewed.
    fn shows(&self, finding: &Finding) -> bool {
        // Without a value, what is written asks for one.
        let Some(got) = &finding.got else { return true };
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

    /// Whether the block now holds the fingerprint that it was reviewed with.
    fn is_frozen(&self) -> bool {
        let root = self.handshake.as_handshake().coalition.coalition_root().to_string();
        Source::read(&self.file).is_ok_and(|source| {
            blocks(&source).iter().any(|block| {
                is_declared_by(&self.handshake, block) && block.fingerprint.frozen() == Some(&root)
            })
        })
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

/// The entries for the release notes: of each coalition whose block now holds the fingerprint that it was reviewed with,
/// as the library writes it, and the file that it belongs to.
pub fn entries<'r>(
    reviews: &'r [Review],
    workspace: &'r Workspace,
) -> impl Iterator<Item = (Utf8PathBuf, String)> + use<'r> {
    let date = jiff::Zoned::now().date().to_string();
    reviews.iter().filter(|review| review.is_frozen()).filter_map(move |review| {
        let package = workspace.package(&review.package)?;
        Some((release_notes::file(package), review.entry(&date)?))
    })
}
