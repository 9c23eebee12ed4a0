//! Every single edit of random declarations against the pins of what was declared before.

use std::collections::BTreeMap;

use anyhow::{Result, bail, ensure};
use coalition::OwnedHandshake;
use proptest::prelude::Rng as _;

use crate::block::{Pins, Style, write};
use crate::compiler::Messages;
use crate::edit::{Edit, edits};
use crate::random::Declarations;
use crate::reference::{Derived, Reference};
use crate::{progress, rustc};

/// How many of the edits of one large declaration are made, drawn by lot.
const MOST: usize = 120;

/// How an edit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    /// The root is another one, and C01 says which.
    Drift,
    /// The edit breaks a rule, whose message stands instead.
    Rule,
    /// The root is the same one, and the handshake digest is another: `expect_handshake` finds it.
    DigestAlone,
    /// Root and digest are the same, and it builds.
    Nothing,
}

/// An edited block for rustc, with the code that it must end with: none where it must build.
struct Sample {
    block: String,
    what: String,
    end: End,
}

pub fn prove(seed: u64, mutants: usize, through_rustc: usize) -> Result<()> {
    let mut declarations = Declarations::new(seed);
    let mut reference = Reference::start()?;
    let mut ends: BTreeMap<String, BTreeMap<End, usize>> = BTreeMap::new();
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
        let pins = Pins { root: derived.root(), digest: derived.digest(), own: &own };
        let frozen = write(&declaration, &pins, Style::Plain);
        let messages = Messages::of(&frozen)?;
        ensure!(messages.is_empty(), "the declaration itself does not build: {messages:?}\n{frozen}");

        let mut judged = Vec::new();
        for style in Style::OTHERS {
            let block = write(&declaration, &pins, style);
            let messages = Messages::of(&block)?;
            ensure!(messages.is_empty(), "{style:?} moves an identity: {messages:?}\n{block}");
            judged.push((format!("written otherwise: {style:?}"), End::Nothing, block));
        }
        let others =
            [("a digit of the coalition's pin", frozen.replacen(pins.root, &other_digit(pins.root), 1))];
        for (what, block) in others {
            let messages = Messages::of(&block)?;
            ensure!(messages.drifted_to(pins.root), "{what} is not found: {messages:?}\n{block}");
            judged.push((what.into(), End::Drift, block));
        }
        for (name, pin) in &own {
            let block = frozen.replacen(pin.as_str(), &other_digit(pin), 1);
            let messages = Messages::of(&block)?;
            let found: Vec<&str> = messages.codes().collect();
            ensure!(found == ["C01"], "a digit of the pin of `{name}` is not found: {messages:?}\n{block}");
            judged.push(("a digit of a component's own pin".into(), End::Drift, block));
        }
        let mut edits = edits(&declaration, declarations.rng());
        while edits.len() > MOST {
            let one = usize::try_from(declarations.rng().next_u32())? % edits.len();
            edits.swap_remove(one);
        }
        for edit in edits {
            let edited = reference.derive(&edit.declaration)?;
            let block = write(&edit.declaration, &pins, Style::Plain);
            let end = judge(&edit, &block, &derived, &edited)?;
            judged.push((edit.what, end, block));
        }
        bar.inc(judged.len() as u64);
        made += judged.len();
        // From each declaration a few for rustc, which takes longer.
        let few = (through_rustc * judged.len()).div_ceil(mutants).min(judged.len());
        for (what, end, _) in &judged {
            *ends.entry(what.clone()).or_default().entry(*end).or_default() += 1;
        }
        for _ in 0..few {
            let one = usize::try_from(declarations.rng().next_u32())? % judged.len();
            let (what, end, block) = judged.swap_remove(one);
            samples.push(Sample { block, what, end });
        }
    }
    bar.finish();
    let in_rustc = through(&samples)?;
    table(&ends);
    println!(
        "{made} edits of {drawn} declarations with up to {largest} citizens, {in_rustc} of them through rustc: no counterexample"
    );
    Ok(())
}

/// Holds what the compiler says of an edited block against what the reference program derives from it.
fn judge(edit: &Edit, block: &str, before: &Derived, after: &Derived) -> Result<End> {
    let messages = Messages::of(block)?;
    let breaks_a_rule = !messages.is_empty() && messages.codes().all(|code| edit.may_break.contains(&code));
    let drifts = after.root() != before.root();
    Ok(match (drifts, messages.is_empty()) {
        (true, false) if messages.drifted_to(after.root()) => End::Drift,
        (_, false) if breaks_a_rule => End::Rule,
        (false, true) => {
            // In const evaluation it is the core that finds these, by the digest that it derives.
            if let Ok(read) = serde_json::from_value::<OwnedHandshake>(after.0.clone()) {
                let digest = read.as_handshake().digest().to_string();
                ensure!(digest == after.digest(), "the core derives another digest\n{block}");
            } else {
                bail!("the core does not read what the reference program derived\n{block}");
            }
            if after.digest() == before.digest() { End::Nothing } else { End::DigestAlone }
        }
        _ => bail!("{}: the root is {}, the compiler says {messages:?}\n{block}", edit.what, after.root()),
    })
}

fn other_digit(id: &str) -> String {
    let last = if id.ends_with('0') { "1" } else { "0" };
    format!("{}{last}", &id[..id.len() - 1])
}

/// Gives the samples to rustc. Those with a message of the compiler's own go into other crates than the rest: rustc
/// evaluates nothing where an expansion failed.
fn through(samples: &[Sample]) -> Result<usize> {
    const AT_ONCE: usize = 250;
    let (early, late): (Vec<&Sample>, Vec<&Sample>) =
        samples.iter().partition(|sample| matches!(sample.end, End::Drift | End::Rule));
    let bar = progress("rustc", samples.len());
    for samples in early.chunks(AT_ONCE).chain(late.chunks(AT_ONCE)) {
        let blocks: Vec<String> = samples.iter().map(|sample| sample.block.clone()).collect();
        let codes = rustc::codes("drift", &blocks)?;
        for (index, sample) in samples.iter().enumerate() {
            let found = codes.get(&index).map_or(&[][..], Vec::as_slice);
            let is_right = match sample.end {
                End::Drift => found.iter().any(|code| code == "C01"),
                End::Rule => !found.is_empty() && found.iter().all(|code| code != "C01"),
                End::DigestAlone => found == ["C18"],
                End::Nothing => found.is_empty(),
            };
            ensure!(
                is_right,
                "{}: rustc says {found:?}, not {:?}\n{}",
                sample.what,
                sample.end,
                sample.block
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
