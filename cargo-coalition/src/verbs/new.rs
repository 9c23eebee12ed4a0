//! `cargo coalition new`

use std::fmt::Display;
use std::fs;
use std::io::Write as _;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use toml_edit::{DocumentMut, InlineTable, Item, value};

use crate::command::New;
use crate::exit::{Exit, Failure};
use crate::interruption::Unfinished;
use crate::output::escape::shown;
use crate::output::layout;
use crate::output::style::{GOOD, NOTE, status};
use crate::source::regular_file;

/// The files of an operator's crate. Words in double braces are replaced.
const FILES: [(&str, &str); 5] = [
    ("src/lib.rs", include_str!("../../templates/lib.rs")),
    (WORKFLOW, include_str!("../../templates/workflow.yml")),
    ("tests/release_notes.rs", include_str!("../../templates/test.rs")),
    ("release-notes.md", include_str!("../../templates/release-notes.md")),
    ("README.md", include_str!("../../templates/README.md")),
];

const WORKFLOW: &str = ".github/workflows/coalition.yml";

/// The description of the coalition, until its operator writes one.
pub const PLACEHOLDER: &str =
    "What this coalition is for, in a sentence or two: integrators read it on the handshake page.";

/// The peer and the host of the scaffold's links, which do not exist.
pub const EXAMPLE_PEER: &str = "the address of a peer on the shared universe";
pub const EXAMPLE_HOST: &str = "operator.example";

/// The ids under `--example`, which are no operator's.
pub const EXAMPLE_IDS: [(&str, &str); 6] = [
    ("ethereum", "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036"),
    ("unichain", "0x647ce2c73708362b72f47f2027d12695f4cc53560a2828fd04b75f24aa8e6e5c"),
    ("feed", "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe"),
    ("content_hash", "0x0b35e87b97a0bd2a4a5263ad86ff4dd14e26484fb48286d9de1ef269828b34c3"),
    ("ticket_root", "0x33bcc4f1ac3e88b70bd1e9b1a4a1d2a9c5fc1f3ae5cd5d5ad4a0ea1ad1b6b9f0"),
    ("state_machine", "0x7f5a0a3b6e2f4c1d9b8e7a6c5d4f3e2b1a0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e"),
];

pub fn run(options: &New) -> Result<Exit, Failure> {
    let package = options.package.clone().unwrap_or_else(|| options.name.replace('.', "-"));
    if package.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(Failure::usage(format_args!(
            "a crate cannot be named `{package}`: choose a name that begins with a letter with `--name`"
        )));
    }
    let folder = match &options.path {
        Some(path) => Utf8PathBuf::from_path_buf(path.clone())
            .map_err(|path| Failure::usage(format_args!("{} is not valid UTF-8", path.display())))?,
        None => Utf8PathBuf::from(&package),
    };
    if folder.exists() {
        return Err(Failure::usage(format_args!("{folder} already exists; it was not changed")));
    }
    let dependency = dependency(options)?;
    let unfinished = Unfinished::new({
        let folder = folder.clone();
        Box::new(move || drop(fs::remove_dir_all(folder)))
    });
    let made = make(options, &folder, &package, dependency);
    if made.is_err() {
        // It was not there before. If it cannot be removed either, the failure says enough.
        let _ = fs::remove_dir_all(&folder);
    }
    drop(unfinished);
    made?;
    if !options.quiet {
        say_next(options, &folder);
    }
    Ok(Exit::Fine)
}

/// Makes the crate.
fn make(options: &New, folder: &Utf8Path, package: &str, dependency: Item) -> Result<(), Failure> {
    cargo_new(folder, package)?;
    depend(folder, dependency)?;
    let const_name = package.replace('-', "_").to_uppercase();
    for (file, template) in FILES {
        let mut text = template.replace("{{name}}", &options.name).replace("{{const}}", &const_name);
        for (word, id) in EXAMPLE_IDS {
            let id = if options.example { format!("\"{id}\"") } else { "_".into() };
            text = text.replace(&format!("{{{{{word}}}}}"), &id);
        }
        let text = text
            .replace("{{placeholder}}", PLACEHOLDER)
            .replace("{{peer}}", EXAMPLE_PEER)
            .replace("{{version}}", env!("CARGO_PKG_VERSION"))
            .replace("{{crate}}", &package.replace('-', "_"));
        write(&folder.join(file), &text)?;
    }
    Ok(())
}

fn say_next(options: &New, folder: &Utf8Path) {
    status("Created", GOOD, format_args!("{} in {}", options.name, shown(folder)));
    let (source, manifest) = (folder.join("src/lib.rs"), folder.join("Cargo.toml"));
    if options.example {
        status("Example", NOTE, format_args!("its citizens do not exist: {source}"));
    } else {
        status("Next", NOTE, format_args!("declare the citizens in {source}"));
    }
    // A command stays on one line, to be copied.
    let freeze = format!("cargo coalition freeze --manifest-path {}", shown(&manifest));
    layout::labelled(&format!("{NOTE}{:>12}{NOTE:#}", "Then"), &freeze, 4);
    // GitHub reads the workflows of the repository's own folder.
    if !folder.join(".git").exists() {
        status("CI", NOTE, format_args!("move {WORKFLOW} to the root of the repository"));
    }
}

/// Cargo makes the package: it knows the workspace around it, and the version control.
fn cargo_new(folder: &Utf8Path, package: &str) -> Result<(), Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let made = Command::new(cargo)
        .args(["new", "--quiet", "--lib", "--edition", "2024", "--name", package, "--"])
        .arg(folder)
        .status()
        .map_err(|error| Failure::broken(format_args!("cargo does not run: {error}")))?;
    // Cargo has said why.
    if made.success() { Ok(()) } else { Err(Failure::reported(Exit::Broken)) }
}

/// Returns the dependency on `coalition`.
fn dependency(options: &New) -> Result<Item, Failure> {
    let Some(path) = &options.coalition_path else { return Ok(value(env!("CARGO_PKG_VERSION"))) };
    let invalid = |why: &dyn Display| Failure::usage(format_args!("{}: {why}", path.display()));
    let path = dunce::canonicalize(path).map_err(|error| invalid(&error))?;
    let manifest = regular_file::read_to_string(path.join("Cargo.toml")).unwrap_or_default();
    let manifest: DocumentMut = manifest.parse().unwrap_or_default();
    let name = manifest.get("package").and_then(|package| package.get("name")).and_then(Item::as_str);
    if name != Some("coalition") {
        return Err(invalid(&"it is not a checkout of the crate `coalition`"));
    }
    let path = path.to_str().ok_or_else(|| invalid(&"it is not valid UTF-8"))?;
    let mut table = InlineTable::new();
    table.insert("path", path.into());
    Ok(value(table))
}

/// Adds the dependency to what cargo wrote.
fn depend(folder: &Utf8Path, dependency: Item) -> Result<(), Failure> {
    let file = folder.join("Cargo.toml");
    let text = fs::read_to_string(&file).map_err(|error| Failure::file("read", &file, error))?;
    let mut manifest: DocumentMut = text.parse().map_err(|error| Failure::file("read", &file, error))?;
    manifest["dependencies"]["coalition"] = dependency;
    fs::write(&file, manifest.to_string()).map_err(|error| Failure::file("write", &file, error))
}

/// Only `src/lib.rs` is there already: cargo wrote it a moment ago.
fn write(file: &Utf8Path, text: &str) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(Utf8Path::new("."));
    let opened = fs::create_dir_all(folder).and_then(|()| {
        fs::OpenOptions::new().write(true).truncate(true).create(true).open(file)?.write_all(text.as_bytes())
    });
    opened.map_err(|error| Failure::file("write", file, error))
}
