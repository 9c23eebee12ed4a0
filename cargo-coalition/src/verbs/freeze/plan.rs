//! The edits that findings ask for, or the reasons why a person must make them.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::review::{DISAGREEMENT, Review};
use crate::build::coalitions::Coalition;
use crate::build::diagnostic::{Finding, PinCode};
use crate::build::workspace::Workspace;
use crate::source::block::blocks;
use crate::source::block_edit;
use crate::source::rewrite::{Rewrite, TextEdit};
use crate::source::source_file::SourceFile;

/// A finding with what is to be done about it.
#[derive(Clone, Debug)]
pub struct PlannedChange {
    pub finding: Finding,
    /// The value, and with the coalition's own one the component summary.
    pub edits: Vec<TextEdit>,
}

/// A finding that a person has to see to.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub finding: Finding,
    pub why: &'static str,
}

impl Refusal {
    /// Returns `true` if it is about a coalition.
    pub fn is_of(&self, coalition: &Coalition) -> bool {
        coalition.has(&self.finding)
    }
}

/// The edits for the findings of some coalitions.
#[derive(Default)]
pub struct Plan {
    pub sources: BTreeMap<Utf8PathBuf, SourceFile>,
    pub changes: Vec<PlannedChange>,
    pub refusals: Vec<Refusal>,
}

/// Decides about every finding of these coalitions. A component summary is that of a coalition's review.
pub fn plan(coalitions: &[&Coalition], reviews: &[Review], workspace: &Workspace) -> Plan {
    let mut plan = Plan::default();
    for coalition in coalitions {
        for finding in &coalition.findings {
            let finding = finding.clone();
            let decision = match coalition.block {
                Some(_) => {
                    let review = reviews.iter().find(|review| review.is_of_value(coalition, &finding));
                    decide(&finding, review, workspace, &mut plan.sources)
                }
                None => Err(unblocked(&finding, workspace)),
            };
            match decision {
                Ok(edits) => plan.changes.push(PlannedChange { finding, edits }),
                Err(why) => plan.refusals.push(Refusal { finding, why }),
            }
        }
    }
    plan.settle();
    plan
}

impl Plan {
    /// Returns the files as they will be.
    pub fn rewrites(&self) -> Vec<Rewrite> {
        let mut by_file: BTreeMap<&Utf8Path, Vec<&TextEdit>> = BTreeMap::new();
        for change in &self.changes {
            by_file.entry(&change.finding.at.file).or_default().extend(&change.edits);
        }
        by_file.into_iter().map(|(file, edits)| Rewrite::of(&self.sources[file], edits)).collect()
    }

    /// Returns `true` if a value of a coalition would be written.
    pub fn writes(&self, coalition: &Coalition) -> bool {
        self.changes.iter().any(|change| coalition.has(&change.finding))
    }

    /// Leaves everything of a coalition to a person.
    pub fn withhold(&mut self, coalition: &Coalition, why: &'static str) {
        let is_its = |change: &PlannedChange| coalition.has(&change.finding);
        let (withheld, kept) = std::mem::take(&mut self.changes).into_iter().partition(is_its);
        self.changes = kept;
        let refused = Vec::into_iter(withheld).map(|PlannedChange { finding, .. }| Refusal { finding, why });
        self.refusals.extend(refused);
    }

    /// A file that two targets share is reported by both. It is edited once, and only where they agree.
    fn settle(&mut self) {
        let changes = std::mem::take(&mut self.changes);
        let place =
            |change: &PlannedChange| (change.finding.at.file.clone(), change.finding.at.bytes.clone());
        for change in &changes {
            let rivals = changes.iter().filter(|other| place(other) == place(change));
            if rivals.clone().any(|other| other.edits != change.edits) {
                self.refusals.push(Refusal { finding: change.finding.clone(), why: DISAGREEMENT });
            } else if !self.changes.iter().any(|other| place(other) == place(change)) {
                self.changes.push(change.clone());
            }
        }
    }
}

/// Why a value in another's file is not written.
const OUTSIDE: &str = "its file is outside the workspace";

/// Why a pin that stands in no block is left to a person: what it covers cannot be reviewed.
fn unblocked(finding: &Finding, workspace: &Workspace) -> &'static str {
    if !workspace.owns(&finding.at.file) {
        OUTSIDE
    } else if finding.at.expanded {
        "a macro writes this block"
    } else {
        "it stands in no block of `coalition!`, so nothing shows what changed"
    }
}

fn decide(
    finding: &Finding,
    review: Option<&Review>,
    workspace: &Workspace,
    sources: &mut BTreeMap<Utf8PathBuf, SourceFile>,
) -> Result<Vec<TextEdit>, &'static str> {
    let at = &finding.at;
    let coalition = review.map(Review::coalition);
    if finding.code == PinCode::C13 {
        return Err(
            "it pins an import: compare with its operator's handshake page, then pin by hand what is right",
        );
    }
    if !workspace.owns(&at.file) || workspace.package(&finding.package).is_none() {
        return Err(OUTSIDE);
    }
    if at.expanded {
        return Err("a macro writes this block");
    }
    if !sources.contains_key(&at.file) {
        let source = SourceFile::read(&at.file).map_err(|_| "its file cannot be read")?;
        sources.insert(at.file.clone(), source);
    }
    let source = &sources[&at.file];
    // rustc says the place twice, in bytes and in characters. Where both readings agree the file is understood.
    if source.offset(at.line, at.column) != Some(at.bytes.start) {
        return Err("its file is not what was built");
    }
    let written = source.text.get(at.bytes.clone()).ok_or("its file is not what was built")?;
    let block_around = || blocks(source).into_iter().find(|block| block.bytes.contains(&at.bytes.start));
    match finding.literal() {
        Some(literal) if literal == written => {
            let got = finding.value().ok_or("the build says no value")?;
            let text = format!("\"{got}\"");
            Ok(match block_around() {
                Some(block) => block_edit::pin(source, &block, &at.bytes, text, coalition),
                None => vec![TextEdit { bytes: at.bytes.clone(), text }],
            })
        }
        Some(_) => Err("what stands there is not the value that the message names"),
        None if finding.code == PinCode::C20 => {
            let block = block_around().ok_or("its block cannot be read")?;
            let entry = block.components.as_ref().filter(|entry| entry.bytes.end == at.bytes.end);
            let entry = entry.ok_or("what stands there is not the summary that the message is about")?;
            let edit =
                coalition.and_then(|coalition| block_edit::components(source, &block, entry, coalition));
            Ok(edit.into_iter().collect())
        }
        None => {
            let block = blocks(source).into_iter().find(|block| block.const_bytes == at.bytes);
            let block = block.ok_or("its block cannot be read")?;
            let got = finding.value().ok_or("the build says no value")?;
            Ok(block_edit::insertion(source, &block, &format!("\"{got}\""), coalition))
        }
    }
}
