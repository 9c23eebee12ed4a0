//! The evidence behind two promises of coalition: drift fails the build, and every derivation gives the same identity.
//! See `README.md`.

mod agreement;
mod block;
mod compiler;
mod declaration;
mod drift;
mod edit;
mod notes;
mod oracle;
mod random;
mod reference;
mod rustc;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

/// Looks for a counterexample, and fails where it finds one.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    proof: Proof,
    /// Draws other declarations.
    #[arg(long, global = true, default_value_t = 1)]
    seed: u64,
}

#[derive(Subcommand)]
enum Proof {
    /// Every single edit of random declarations: what is folded must drift, what is not must build to the same root.
    Drift {
        /// How many edited declarations go through the compiler.
        #[arg(long, default_value_t = 100_000)]
        mutants: usize,
        /// How many of them go through rustc too.
        #[arg(long, default_value_t = 1_000)]
        rustc: usize,
    },
    /// Random declarations through the reference program, the compiler, the core at run time and const evaluation.
    Agreement {
        /// How many declarations are derived by all but rustc.
        #[arg(long, default_value_t = 10_000)]
        declarations: usize,
        /// How many of them rustc evaluates.
        #[arg(long, default_value_t = 10_000)]
        rustc: usize,
        /// A further reference program in Python, which reads models as in tests/vectors/vectors.json.
        #[arg(long, value_name = "PROGRAM")]
        oracle: Option<PathBuf>,
    },
}

fn main() -> Result<()> {
    let Arguments { proof, seed } = Arguments::parse();
    match proof {
        Proof::Drift { mutants, rustc } => drift::prove(seed, mutants, rustc),
        Proof::Agreement { declarations, rustc, oracle } => {
            agreement::prove(seed, declarations, rustc, oracle.as_deref())
        }
    }
}

/// A bar on the terminal, which shows nothing where there is none.
fn progress(what: &'static str, count: usize) -> ProgressBar {
    let style = ProgressStyle::with_template(
        "{msg:>12} {bar:40} {pos}/{len} {elapsed_precise} (of about {duration_precise})",
    );
    let bar = ProgressBar::new(count as u64).with_message(what);
    style.map(|style| bar.clone().with_style(style)).unwrap_or(bar)
}
