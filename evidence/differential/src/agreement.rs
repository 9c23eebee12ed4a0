//! The same declarations by every derivation that there is.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use coalition::OwnedHandshake;

use crate::block::{Pins, Style, write};
use crate::compiler::{Messages, code};
use crate::oracle::Models;
use crate::random::Declarations;
use crate::reference::Reference;
use crate::{progress, rustc};

/// How many declarations are in one crate.
const AT_ONCE: usize = 500;

pub fn prove(seed: u64, count: usize, through_rustc: usize, oracle: Option<&Path>) -> Result<()> {
    let mut declarations = Declarations::new(seed);
    let mut reference = Reference::start()?;
    let mut blocks = Vec::new();
    let mut models = Models::default();
    let bar = progress("derivations", count);
    for _ in 0..count {
        let declaration = declarations.draw()?;
        let derived = reference.derive(&declaration)?;
        let own = derived.own();
        let pins = Pins {
            root: derived.root(),
            digest: derived.digest(),
            components: Some(&derived.components),
            own: &own,
        };
        let block = write(&declaration, &pins, Style::Plain);
        // The compiler derives the root and every fingerprint, and holds them against the pins.
        let messages = Messages::of(&block)?;
        ensure!(messages.is_empty(), "the compiler: {messages:?}\n{block}");
        // The core derives every identity of the document while it reads it, and refuses one that does not follow.
        serde_json::from_value::<OwnedHandshake>(derived.document.clone())
            .with_context(|| format!("the core at run time\n{block}"))?;
        if oracle.is_some() {
            models.add(&derived);
        }
        if blocks.len() < through_rustc {
            blocks.push((block, derived.digest().to_owned()));
        }
        bar.inc(1);
    }
    bar.finish();
    if let Some(program) = oracle {
        models.compare(program)?;
        println!("{count} declarations by {} as well: not one difference", program.display());
    }
    let bar = progress("rustc", blocks.len());
    for batch in blocks.chunks_mut(AT_ONCE) {
        // rustc evaluates the root against the macro's, and the digest against its pin. One pin of each crate is wrong,
        // which must be the only error: so the others were evaluated.
        let last = batch.len() - 1;
        let (block, digest) = &mut batch[last];
        let wrong = format!("0x{}", "f1".repeat(32));
        *block = block.replacen(digest.as_str(), &wrong, 1);
        let sources: Vec<String> = batch.iter().map(|(block, _)| rustc::call(block)).collect();
        let messages = rustc::messages("agreement", &sources)?;
        let is_right = |said: &Vec<String>| said.len() == 1 && code(&said[0]) == "C18";
        ensure!(
            messages.len() == 1 && messages.get(&last).is_some_and(is_right),
            "const evaluation: {messages:?}\n{}",
            messages.keys().next().map_or("", |index| &sources[*index])
        );
        bar.inc(batch.len() as u64);
    }
    bar.finish();
    println!(
        "{count} declarations by the reference program, the compiler and the core at run time, {} of them by rustc in const \
         evaluation: not one difference",
        blocks.len()
    );
    Ok(())
}
