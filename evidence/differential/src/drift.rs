//! Single edits and pairs of edits of random declarations, compared with the pins of what was declared before.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail, ensure};
use coalition::OwnedHandshake;
use proptest::prelude::Rng as _;

use crate::block::{Pins, Style, operator, write};
use crate::compiler::{Messages, code, notes};
use crate::edit::{Edit, edits};
use crate::notes::{NotesMatch, Summary};
use crate::random::Declarations;
use crate::reference::{Derived, Reference};
use crate::{progress, rustc};

/// How many of the edits of one large declaration are made, drawn by lot.
const MOST: usize = 120;
/// The row of all pairs in the table.
const TWO: &str = "two edits";

/// How an edit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    /// The root is another one, and C01 says which.
    Drift,
    /// The edit breaks a rule, whose message stands instead.
    Rule,
    /// The root is the same one, and the handshake digest is another: `expect_handshake` finds it. If the summary is another
    /// too, C20 finds it first.
    DigestAlone,
    /// Root and digest are the same, and it builds.
    Nothing,
}

/// An edited block, and what the compiler says of it.
struct Sample {
    /// The module with the block.
    source: String,
    what: String,
    end: End,
    /// The notes of its drift.
    notes: Vec<String>,
    /// `true` if its citizens are imported, so that only rustc sees them.
    is_imported: bool,
}

impl Sample {
    fn new(what: impl Into<String>, end: End, block: &str) -> Self {
        Self { source: rustc::call(block), what: what.into(), end, notes: Vec::new(), is_imported: false }
    }
}

pub fn prove(seed: u64, mutants: usize, through_rustc: usize) -> Result<()> {
    let mut declarations = Declarations::new(seed);
    let mut reference = Reference::start()?;
    let mut ends: BTreeMap<String, BTreeMap<End, usize>> = BTreeMap::new();
    let mut readings: BTreeMap<NotesMatch, usize> = BTreeMap::new();
    let mut samples: Vec<Sample> = Vec::new();
    let (mut made, mut drawn, mut largest) = (0, 0, 0);
    let bar = progress("compiler", mutants);
    while made < mutants {
        let declaration = declarations.draw()?;
        drawn += 1;
        let citizens =
            ["lattices", "organisms"].map(|kind| crate::declaration::items(&declaration, kind).len());
        largest = largest.max(citizens.iter().sum());
        let derived = reference.derive(&declaration)?;
        let own = derived.own();
        let (root, digest, components) =
            (derived.root(), derived.digest(), Some(derived.components.as_str()));
        let pins = Pins { root, digest, components, own: &own };
        let mut judge = Judge {
            before: &derived,
            summary: Summary::new(&declaration, &derived)?,
            pins,
            reference: &mut reference,
            readings: &mut readings,
        };
        let frozen = write(&declaration, &pins, Style::Plain);
        let messages = Messages::of(&frozen)?;
        ensure!(messages.is_empty(), "the declaration itself does not build: {messages:?}\n{frozen}");

        let mut judged = Vec::new();
        for style in Style::OTHERS {
            let block = write(&declaration, &pins, style);
            let messages = Messages::of(&block)?;
            ensure!(messages.is_empty(), "{style:?} moves an identity: {messages:?}\n{block}");
            judged.push(Sample::new(format!("written otherwise: {style:?}"), End::Nothing, &block));
        }
        let block = frozen.replacen(root, &other_digit(root), 1);
        let messages = Messages::of(&block)?;
        let notes = messages.drifted_to(root).with_context(|| format!("not found: {messages:?}\n{block}"))?;
        judge.notes(&Summary::new(&declaration, &derived)?, &notes).with_context(|| block.clone())?;
        judged.push(Sample { notes, ..Sample::new("a digit of the coalition's pin", End::Drift, &block) });
        for (name, pin) in &own {
            let block = frozen.replacen(pin.as_str(), &other_digit(pin), 1);
            let messages = Messages::of(&block)?;
            let found: Vec<&str> = messages.codes().collect();
            ensure!(found == ["C01"], "a digit of the pin of `{name}` is not found: {messages:?}\n{block}");
            judged.push(Sample::new("a digit of a component's own pin", End::Drift, &block));
        }
        let mut edits = edits(&declaration, "1", declarations.rng());
        while edits.len() > MOST {
            let one = below(edits.len(), &mut declarations)?;
            edits.swap_remove(one);
        }
        // As many pairs: a second edit of what is edited.
        for one in 0..edits.len() {
            let mut seconds = crate::edit::edits(&edits[one].declaration, "2", declarations.rng());
            let second = seconds.swap_remove(below(seconds.len(), &mut declarations)?);
            let what = format!("{TWO}: {}, {}", edits[one].what, second.what);
            let may_break = [edits[one].may_break.as_slice(), &second.may_break].concat();
            edits.push(Edit { what, may_break, ..second });
        }
        for edit in edits {
            let is_imported = declarations.rng().next_u32().is_multiple_of(2);
            judged.push(judge.edit(&edit, is_imported)?);
        }
        bar.inc(judged.len() as u64);
        made += judged.len();
        // From each declaration a few for rustc, which takes longer.
        let few = (through_rustc * judged.len()).div_ceil(mutants).min(judged.len());
        for Sample { what, end, .. } in &judged {
            let what = if what.starts_with(TWO) { TWO } else { what };
            *ends.entry(what.to_owned()).or_default().entry(*end).or_default() += 1;
        }
        for _ in 0..few {
            samples.push(judged.swap_remove(below(judged.len(), &mut declarations)?));
        }
    }
    bar.finish();
    let in_rustc = through(&samples)?;
    table(&ends);
    let count = |reading| readings.get(&reading).copied().unwrap_or_default();
    println!(
        "notes: {} drifts name exactly the edits; {} more have two edits side by side, which a summary cannot tell apart; {} are \
         ambiguous, and {} are cut after eight notes",
        count(NotesMatch::Exact),
        count(NotesMatch::Neighbours),
        count(NotesMatch::Ambiguous),
        count(NotesMatch::Cut)
    );
    println!(
        "{made} edits of {drawn} declarations with up to {largest} citizens, {in_rustc} of them through rustc: no counterexample"
    );
    Ok(())
}

/// Draws a number below another.
fn below(count: usize, declarations: &mut Declarations) -> Result<usize> {
    Ok(usize::try_from(declarations.rng().next_u32())? % count)
}

/// Compares what the compiler says of edits with what the reference program derives from them.
struct Judge<'d> {
    before: &'d Derived,
    summary: Summary,
    pins: Pins<'d>,
    reference: &'d mut Reference,
    readings: &'d mut BTreeMap<NotesMatch, usize>,
}

impl Judge<'_> {
    fn edit(&mut self, edit: &Edit, is_imported: bool) -> Result<Sample> {
        let (before, declaration) = (self.before, &edit.declaration);
        let after = self.reference.derive(declaration)?;
        let mut pins = self.pins;
        let mut block = write(declaration, &pins, Style::Plain);
        let mut messages = Messages::of(&block)?;
        let breaks_a_rule =
            !messages.is_empty() && messages.codes().all(|code| edit.may_break.contains(&code));
        let drifts = after.root() != before.root();
        if !drifts && !breaks_a_rule && after.components != before.components {
            let codes: Vec<&str> = messages.codes().collect();
            ensure!(codes == ["C20"], "{}: the summary is another, {messages:?}\n{block}", edit.what);
            pins.components = None;
            block = write(declaration, &pins, Style::Plain);
            messages = Messages::of(&block)?;
        }
        let mut notes = Vec::new();
        let end = match (drifts, messages.is_empty()) {
            (true, false) if messages.drifted_to(after.root()).is_some() => {
                notes = messages.drifted_to(after.root()).unwrap_or_default();
                let edited = Summary::new(declaration, &after)?;
                self.notes(&edited, &notes)
                    .with_context(|| format!("{}\nnotes: {notes:#?}\n{block}", edit.what))?;
                End::Drift
            }
            (_, false) if breaks_a_rule => End::Rule,
            (false, true) => {
                // In const evaluation the core finds these by the digest that it derives.
                let Ok(read) = serde_json::from_value::<OwnedHandshake>(after.document.clone()) else {
                    bail!("the core does not read what the reference program derived\n{block}");
                };
                let digest = read.as_handshake().digest().to_string();
                ensure!(digest == after.digest(), "the core derives another digest\n{block}");
                if after.digest() == before.digest() { End::Nothing } else { End::DigestAlone }
            }
            _ => {
                bail!("{}: the root is {}, the compiler says {messages:?}\n{block}", edit.what, after.root())
            }
        };
        let mut sample = Sample { notes, ..Sample::new(edit.what.as_str(), end, &block) };
        if is_imported && end != End::Rule {
            let block = write(declaration, &pins, Style::Imported);
            sample.source = operator(declaration) + &rustc::call(&block);
            sample.is_imported = true;
        }
        Ok(sample)
    }

    /// Checks the notes of a drift.
    fn notes(&mut self, edited: &Summary, notes: &[String]) -> Result<()> {
        *self.readings.entry(crate::notes::check(&self.summary, edited, notes)?).or_default() += 1;
        Ok(())
    }
}

fn other_digit(id: &str) -> String {
    let last = if id.ends_with('0') { "1" } else { "0" };
    format!("{}{last}", &id[..id.len() - 1])
}

/// Gives the samples to rustc. Those with a message of the compiler's own go into other crates than the rest: rustc
/// evaluates nothing if an expansion fails.
fn through(samples: &[Sample]) -> Result<usize> {
    const AT_ONCE: usize = 250;
    let is_early = |sample: &&Sample| matches!(sample.end, End::Drift | End::Rule) && !sample.is_imported;
    let (early, late): (Vec<&Sample>, Vec<&Sample>) = samples.iter().partition(is_early);
    let bar = progress("rustc", samples.len());
    for samples in early.chunks(AT_ONCE).chain(late.chunks(AT_ONCE)) {
        let sources: Vec<String> = samples.iter().map(|sample| sample.source.clone()).collect();
        let messages = rustc::messages("drift", &sources)?;
        for (index, sample) in samples.iter().enumerate() {
            let said = messages.get(&index).map_or(&[][..], Vec::as_slice);
            let found: Vec<&str> = said.iter().map(|message| code(message)).collect();
            let is_right = match sample.end {
                End::Drift => found.contains(&"C01"),
                End::Rule => !found.is_empty() && !found.contains(&"C01"),
                End::DigestAlone => found == ["C18"],
                End::Nothing => found.is_empty(),
            };
            let same_notes =
                sample.notes.is_empty() || said.iter().any(|message| notes(message) == sample.notes);
            ensure!(
                is_right && same_notes,
                "{}: rustc says {said:#?}, not {:?} with {:#?}\n{}",
                sample.what,
                sample.end,
                sample.notes,
                sample.source
            );
        }
        bar.inc(samples.len() as u64);
    }
    bar.finish();
    Ok(samples.len())
}

fn table(ends: &BTreeMap<String, BTreeMap<End, usize>>) {
    let row = |what: &str, [drift, rule, digest, nothing]: [String; 4]| {
        println!("{what:<48} {drift:>8} {rule:>8} {digest:>8} {nothing:>8}");
    };
    row("edit", ["C01", "rule", "C18", "builds"].map(str::to_owned));
    let mut sums = [0; 4];
    for (what, ends) in ends {
        let counts = [End::Drift, End::Rule, End::DigestAlone, End::Nothing]
            .map(|end| ends.get(&end).copied().unwrap_or_default());
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count;
        }
        row(what, counts.map(|count| if count == 0 { "·".into() } else { count.to_string() }));
    }
    row("in all", sums.map(|sum| sum.to_string()));
}
