//! The user's own build, which says everything that this command knows.

use std::collections::HashSet;
use std::io::BufReader;
use std::process::{Command, Stdio};
use std::{env, thread};

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};
use cargo_metadata::{Message, PackageId, Target};
use coalition_handshake::__private::PANIC_PREFIX;

use crate::build::dep_info;
use crate::build::diagnostic::{self, Finding, Span};
use crate::build::freshness;
use crate::build::progress;
use crate::build::rustc;
use crate::build::workspace::{self, Workspace};
use crate::build::wrapper::{self, BuildPurpose};
use crate::command::Build;
use crate::exit::Failure;
use crate::interruption::Running;
use crate::output::stderr::{self, errln};

/// The messages of a build.
#[derive(Default)]
pub struct BuildOutcome {
    /// Pins that do not hold.
    pub findings: Vec<Finding>,
    /// Blocks that were expanded.
    pub expanded: Vec<Expanded>,
    /// Handshakes that were said.
    pub handshakes: Vec<EncodedHandshake>,
    /// Everything else that is wrong.
    pub errors: Vec<Diagnostic>,
    /// The targets that were built.
    pub built: Vec<Built>,
    /// `true` if tests and benchmarks were to be built too.
    pub has_tests: bool,
    /// `true` if cargo succeeded.
    pub passed: bool,
    /// Everything that is wrong, in the order in which it was said.
    said: Vec<Diagnostic>,
    /// Artifacts of which the sources are not those of today, with the names of their packages.
    stale: Vec<(Utf8PathBuf, String)>,
    /// The messages so far, as rendered: a library and its tests say the same twice.
    rendered: HashSet<String>,
    /// Cargo's closing words about it.
    held: String,
}

/// A target of the workspace that was built, and the files that it consists of.
pub struct Built {
    pub package: PackageId,
    pub target: Target,
    pub files: Vec<Utf8PathBuf>,
}

/// A block that the compiler expanded, with its checks or without.
pub struct Expanded {
    pub is_checked: bool,
    pub name: String,
    pub package: PackageId,
    pub target: Target,
    /// The name of the coalition's const.
    pub at: Span,
}

/// The handshake of a block, as text.
pub struct EncodedHandshake {
    pub text: String,
    pub package: PackageId,
    /// The name of the coalition's const.
    pub at: Span,
}

impl BuildOutcome {
    /// Returns `true` if a target was built.
    pub fn has_built(&self, package: &PackageId, target: &Target) -> bool {
        let mut built = self.built.iter().filter(|built| built.package == *package);
        built.any(|built| (&built.target.name, &built.target.kind) == (&target.name, &target.kind))
    }

    /// Returns `true` if something other than a pin is wrong, or may be.
    pub fn is_broken(&self) -> bool {
        !self.errors.is_empty() || (!self.passed && self.findings.is_empty())
    }

    /// Says in rustc's and cargo's own words what is broken.
    pub fn explain(&self) {
        for diagnostic in &self.said {
            print(diagnostic);
        }
        stderr::print(format_args!("{}", self.held));
    }
}

/// Builds what was asked for, and passes warnings on.
pub fn build(options: &Build, workspace: &Workspace, quiet: bool) -> Result<BuildOutcome, Failure> {
    let target = workspace.target().join("coalition").join("check");
    run(
        || wrapper::wrap(command(options, workspace), BuildPurpose::Check, &target, Some(workspace.root())),
        options,
        workspace,
        quiet,
    )
}

/// Runs cargo and listens to it, and once more if it takes an older source for unchanged.
pub fn run(
    cargo: impl Fn() -> Result<Command, Failure>,
    options: &Build,
    workspace: &Workspace,
    quiet: bool,
) -> Result<BuildOutcome, Failure> {
    let outcome = listen(cargo()?, options, workspace, quiet)?;
    if outcome.stale.is_empty() {
        return Ok(outcome);
    }
    outcome.stale.iter().for_each(|(artifact, package)| freshness::forget(artifact, package));
    let outcome = listen(cargo()?, options, workspace, quiet)?;
    match outcome.stale.first() {
        None => Ok(outcome),
        Some((_, package)) => Err(Failure::broken(format_args!(
            "cargo takes an older source of `{package}` for unchanged: run `cargo clean`"
        ))),
    }
}

fn listen(
    mut cargo: Command,
    options: &Build,
    workspace: &Workspace,
    quiet: bool,
) -> Result<BuildOutcome, Failure> {
    progress::request(&mut cargo, quiet);
    cargo.arg("--message-format=json-diagnostic-rendered-ansi").args(&options.cargo);
    cargo.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = Running::start(&mut cargo)
        .map_err(|error| Failure::broken(format_args!("cargo does not run: {error}")))?;
    let stderr = running.child.stderr.take().map(|stderr| thread::spawn(|| progress::pass_on(stderr)));
    let mut outcome = BuildOutcome { has_tests: options.all_targets, ..BuildOutcome::default() };
    if let Some(stdout) = running.child.stdout.take() {
        for message in Message::parse_stream(BufReader::new(stdout)) {
            let message = message.map_err(Failure::broken)?;
            take(message, workspace, &mut outcome);
        }
    }
    outcome.held = stderr.and_then(|stderr| stderr.join().ok()).unwrap_or_default();
    outcome.passed = running.wait().map_err(Failure::broken)?.success();
    Ok(outcome)
}

/// `cargo check` of what was asked for.
pub fn command(options: &Build, workspace: &Workspace) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // All that can be built is built, so that one run reports as much as can be known.
    cargo.args(["check", "--keep-going"]);
    if let Some(path) = &options.manifest.manifest_path {
        cargo.arg("--manifest-path").arg(path);
    }
    let packages = workspace::packages(options);
    if packages.workspace {
        cargo.arg("--workspace");
    }
    cargo.args(packages.package.iter().flat_map(|package| ["--package", package]));
    cargo.args(packages.exclude.iter().flat_map(|package| ["--exclude", package]));
    let features = &options.features;
    if features.all_features {
        cargo.arg("--all-features");
    }
    if features.no_default_features {
        cargo.arg("--no-default-features");
    }
    cargo.args(features.features.iter().flat_map(|feature| ["--features", feature]));
    if options.all_targets {
        cargo.arg("--all-targets");
    } else {
        // Cargo refuses `--lib` where there is none.
        cargo.args(workspace.has_library().then_some("--lib")).args(["--bins", "--examples"]);
    }
    cargo
}

fn take(message: Message, workspace: &Workspace, outcome: &mut BuildOutcome) {
    match message {
        Message::CompilerMessage(message) => {
            let diagnostic = message.message;
            let root = package_root(&message.target.src_path, workspace, &message.package_id);
            let resolve = |name: &str| workspace.file(name, root.as_deref());
            if let Some(text) = diagnostic.message.strip_prefix(rustc::EXPANDED) {
                if workspace.package(&message.package_id).is_some()
                    && let Some((checked, name)) = text.split_once(' ')
                    && let Some(at) = diagnostic::place(&diagnostic, resolve)
                {
                    outcome.expanded.push(Expanded {
                        is_checked: checked == "checked",
                        name: name.into(),
                        package: message.package_id,
                        target: message.target,
                        at,
                    });
                }
                return;
            }
            if let Some(text) = diagnostic.message.strip_prefix(PANIC_PREFIX) {
                if let Some(at) = diagnostic::place(&diagnostic, resolve) {
                    outcome.handshakes.push(EncodedHandshake {
                        text: text.into(),
                        package: message.package_id,
                        at,
                    });
                }
                return;
            }
            let rendered = diagnostic.rendered.clone().unwrap_or_else(|| diagnostic.message.clone());
            if is_summary(&diagnostic) || !outcome.rendered.insert(rendered) {
                return;
            }
            match diagnostic.level {
                DiagnosticLevel::Error | DiagnosticLevel::Ice => {
                    match diagnostic::read(&diagnostic, &message.package_id, resolve) {
                        Some(finding) => outcome.findings.push(finding),
                        None => outcome.errors.push(diagnostic.clone()),
                    }
                    outcome.said.push(diagnostic);
                }
                DiagnosticLevel::Warning => print(&diagnostic),
                _ => {}
            }
        }
        Message::CompilerArtifact(artifact) if artifact.package_id.repr.starts_with("path+") => {
            let member = workspace.package(&artifact.package_id);
            let folder =
                if member.is_some() { Some(workspace.root()) } else { artifact.manifest_path.parent() };
            let sources = folder.and_then(|folder| {
                artifact.filenames.iter().find_map(|file| Some((file, dep_info::sources(file, folder)?)))
            });
            if let Some((file, sources)) = &sources
                && freshness::is_stale(file, sources, artifact.fresh)
            {
                outcome.stale.push(((*file).clone(), package_name(&artifact.package_id)));
            }
            let files = sources.map(|(_, sources)| sources).unwrap_or_default();
            if member.is_some() {
                outcome.built.push(Built { package: artifact.package_id, target: artifact.target, files });
            }
        }
        _ => {}
    }
}

/// `path+file:///folder#name@version`, or without the name if it is the folder's.
fn package_name(id: &PackageId) -> String {
    let (url, version) = id.repr.split_once('#').unwrap_or((&id.repr, ""));
    let name = version.split_once('@').map(|(name, _)| name).or_else(|| url.rsplit('/').next());
    name.unwrap_or_default().into()
}

/// The folder of the package that has this target: the nearest one above with a Cargo.toml.
fn package_root(source: &Utf8Path, workspace: &Workspace, id: &PackageId) -> Option<Utf8PathBuf> {
    if let Some(package) = workspace.package(id) {
        return package.manifest_path.parent().map(Into::into);
    }
    source.ancestors().find(|folder| folder.join("Cargo.toml").is_file()).map(Into::into)
}

/// rustc counts what it said, which is no news.
fn is_summary(diagnostic: &Diagnostic) -> bool {
    let text = &diagnostic.message;
    diagnostic.spans.is_empty()
        && (text.starts_with("aborting due to ") || text.ends_with(" emitted") && text.contains(" warning"))
}

fn print(diagnostic: &Diagnostic) {
    match &diagnostic.rendered {
        Some(rendered) => errln!("{}", rendered.trim_end_matches('\n')),
        None => errln!("{}", diagnostic.message),
    }
    errln!();
}
