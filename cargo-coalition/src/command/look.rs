//! The options of the verbs that read coalitions out of a build.

use std::path::PathBuf;

use clap::Args;

use super::{Build, Output};

/// The options of `show`.
#[derive(Args, Debug)]
pub struct Show {
    /// The coalition to show, by its name or the name of its const [default: all of them]
    pub name: Option<String>,
    #[command(flatten)]
    pub build: Build,
    #[command(flatten)]
    pub output: Output,
}

/// The options of `diff`.
#[derive(Args, Debug)]
pub struct Diff {
    /// The coalition to compare, by its name or the name of its const [default: all of them]
    pub name: Option<String>,
    /// What to compare with: a git revision, an earlier handshake.json, or `-` for one on standard input
    #[arg(long, value_name = "REV|FILE", default_value = "HEAD")]
    pub against: String,
    #[command(flatten)]
    pub build: Build,
    #[command(flatten)]
    pub output: Output,
}

/// The options of `handshake`.
#[derive(Args, Debug)]
pub struct Handshake {
    /// The coalition whose page to write, by its name or the name of its const [default: all of them]
    pub name: Option<String>,
    /// Where to write [default: `handshake` beside the package's Cargo.toml]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Write nothing, and fail where a file is missing, stale or left over; for CI
    #[arg(long)]
    pub check: bool,
    /// Fail if something is missing on a page: peers, a change channel, links, descriptions; for CI
    #[arg(long)]
    pub deny_incomplete: bool,
    /// A minijinja template for handshake.html, in place of the built-in one
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    #[command(flatten)]
    pub build: Build,
    #[command(flatten)]
    pub output: Output,
}

/// The options of `inspect`.
#[derive(Args, Debug)]
pub struct Inspect {
    /// The executable or library to ask
    pub binary: PathBuf,
    #[command(flatten)]
    pub output: Output,
}
