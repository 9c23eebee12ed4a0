//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::help;

/// Scaffold, check and freeze coalitions.
#[derive(Debug, Parser)]
#[command(
    name = "cargo-coalition",
    bin_name = "cargo coalition",
    version,
    styles = clap_cargo::style::CLAP_STYLING,
    disable_help_subcommand = true,
    long_about = help::COMMAND,
    after_long_help = help::EXIT_CODES
)]
pub struct CommandLine {
    #[command(flatten)]
    pub color: colorchoice_clap::Color,
    #[command(subcommand)]
    pub verb: Verb,
}

/// A verb.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Scaffold an operator's crate
    #[command(long_about = help::NEW)]
    New(New),
    /// Report each coalition as frozen, unfrozen or drifted; writes nothing
    #[command(long_about = help::CHECK)]
    Check(Check),
    /// Write the values from the build into the source, after asking
    #[command(long_about = help::FREEZE)]
    Freeze(Freeze),
    /// Show each coalition with its identities, as a table or as JSON
    #[command(long_about = help::SHOW)]
    Show(Show),
    /// Show what changed since a git revision or an earlier handshake.json
    #[command(long_about = help::DIFF)]
    Diff(Diff),
    /// Write the page to publish, as Markdown and HTML, and handshake.json
    #[command(long_about = help::HANDSHAKE)]
    Handshake(HandshakeOptions),
    /// Show which coalitions a binary was compiled against
    #[command(long_about = help::INSPECT)]
    Inspect(Inspect),
    /// Print the completions for a shell
    #[command(hide = true)]
    Completions { shell: clap_complete::Shell },
    /// Print the man page, or write one for each verb into a folder
    #[command(hide = true)]
    Man {
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

/// The options of `new`.
#[derive(Args, Debug)]
pub struct New {
    /// The coalition's name, such as `ethereum.superchain`: short, stable, namespaced, and final once it is frozen
    #[arg(value_parser = crate::name::coalition_name)]
    pub name: String,
    /// The name of the crate; the const is named after it [default: the coalition's, with `-` for `.`]
    #[arg(long = "name", value_name = "CRATE")]
    pub package: Option<String>,
    /// The folder to create [default: the name of the crate]
    #[arg(long, value_name = "DIR")]
    pub path: Option<PathBuf>,
    /// A checkout of the crate `coalition` to depend on [default: the release of this version]
    #[arg(long, value_name = "DIR")]
    pub coalition_path: Option<PathBuf>,
    /// Declare made-up citizens, so that the crate builds and freezes at once
    #[arg(long)]
    pub example: bool,
    /// Print only problems
    #[arg(short, long)]
    pub quiet: bool,
}

/// The options of `check`.
#[derive(Args, Debug)]
pub struct Check {
    /// Also fail if this build does not expand a block that is in the source; for CI
    #[arg(long)]
    pub deny_unchecked: bool,
    /// Also fail if release-notes.md or the handshake page is not up to date; for an operator's CI
    #[arg(long)]
    pub published: bool,
    #[command(flatten)]
    pub page: PageOptions,
    #[command(flatten)]
    pub build: Build,
    #[command(flatten)]
    pub output: Output,
}

/// The options of `freeze`.
#[derive(Args, Debug)]
pub struct Freeze {
    /// The coalition to freeze, by its name or the name of its const [default: all of them]
    pub name: Option<String>,
    /// Write without asking; required if there is no terminal
    #[arg(short, long)]
    pub yes: bool,
    #[command(flatten)]
    pub build: Build,
    #[command(flatten)]
    pub output: Output,
}

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
    /// The state to compare with: a git revision, an earlier handshake.json, or `-` for one on standard input
    #[arg(long, value_name = "REV|FILE", default_value = "HEAD")]
    pub against: String,
    #[command(flatten)]
    pub build: Build,
    #[command(flatten)]
    pub output: Output,
}

/// The options of `handshake`.
#[derive(Args, Debug)]
pub struct HandshakeOptions {
    /// The coalition whose page to write, by its name or the name of its const [default: all of them]
    pub name: Option<String>,
    /// Write nothing, and fail if a file is missing, stale or left over; for CI
    #[arg(long)]
    pub check: bool,
    /// Fail if something is missing on a page: peers, a change channel, links, descriptions; for CI
    #[arg(long)]
    pub deny_incomplete: bool,
    #[command(flatten)]
    pub page: PageOptions,
    #[command(flatten)]
    pub build: Build,
    #[command(flatten)]
    pub output: Output,
}

/// The options that say where a page lies and how it looks.
#[derive(Args, Debug)]
#[command(next_help_heading = "Page")]
pub struct PageOptions {
    /// The folder of the page [default: `handshake` beside the package's Cargo.toml]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// A minijinja template for handshake.html, instead of the built-in one
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
}

/// The options of `inspect`.
#[derive(Args, Debug)]
pub struct Inspect {
    /// The executable or library to read
    pub binary: PathBuf,
    #[command(flatten)]
    pub output: Output,
}

/// How to build.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Build")]
pub struct Build {
    #[command(flatten)]
    pub packages: clap_cargo::Workspace,
    #[command(flatten)]
    pub features: clap_cargo::Features,
    #[command(flatten)]
    pub manifest: clap_cargo::Manifest,
    /// Also build tests and benchmarks, not only the library, binaries and examples
    #[arg(long)]
    pub all_targets: bool,
    /// More arguments for `cargo check`, such as `--target` or `--locked`
    #[arg(last = true, value_name = "CARGO ARGS")]
    pub cargo: Vec<OsString>,
}

/// How to report.
#[derive(Args, Debug)]
#[command(next_help_heading = "Report")]
pub struct Output {
    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
    /// Report as JSON: the same as `--format json`
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// Print only problems
    #[arg(short, long)]
    pub quiet: bool,
}

impl Output {
    pub fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format }
    }
}

/// The format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a terminal
    Human,
    /// One JSON document, described by the schemas in schema/
    Json,
    /// Annotations for GitHub Actions
    Github,
}

/// Returns the arguments without the `coalition` that cargo passes.
pub fn arguments() -> Vec<OsString> {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    if arguments.get(1).is_some_and(|first| first == "coalition") {
        arguments.remove(1);
    }
    arguments
}

/// Returns the command as it was called, with `--yes`, quoted for a shell.
pub fn with_yes() -> String {
    let called = arguments();
    let mut words: Vec<String> = vec!["cargo".into(), "coalition".into()];
    words.extend(called.iter().skip(1).map(|word| word.to_string_lossy().into_owned()));
    let after_verb = words.iter().position(|word| word == "freeze").map_or(words.len(), |at| at + 1);
    words.insert(after_verb, "--yes".into());
    shlex::try_join(words.iter().map(String::as_str)).unwrap_or_else(|_| words.join(" "))
}
