//! `cargo coalition new`

use std::fs;
use std::io::Write as _;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use toml_edit::{DocumentMut, InlineTable, value};

use crate::command::New;
use crate::edit::cannot;
use crate::exit::{Exit, Failure};
use crate::report::relative;
use crate::report::style::{GOOD, NOTE, status};

/// The files of an operator's crate. `{{name}}`, `{{const}}` and `{{crate}}` stand for what is asked for.
const FILES: [(&str, &str); 4] = [
    ("src/lib.rs", include_str!("../templates/lib.rs")),
    ("tests/release_notes.rs", include_str!("../templates/test.rs")),
    ("release-notes.md", include_str!("../templates/release-notes.md")),
    ("README.md", include_str!("../templates/README.md")),
];

pub fn run(options: &New) -> Result<Exit, Failure> {
    let package = options.package.clone().unwrap_or_else(|| options.name.replace('.', "-"));
    if package.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(Failure::usage(format_args!(
            "a crate cannot be named `{package}`: give it a name that begins with a letter by `--name`"
        )));
    }
    let folder = match &options.path {
        Some(path) => Utf8PathBuf::from_path_buf(path.clone())
            .map_err(|path| Failure::usage(format_args!("{} is no text", path.display())))?,
        None => Utf8PathBuf::from(&package),
    };
    if folder.exists() {
        return Err(Failure::usage(format_args!("{folder} exists already, and is left as it is")));
    }
    cargo_new(&folder, &package)?;
    depend(&folder, options)?;
    let const_name = package.replace('-', "_").to_uppercase();
    for (file, template) in FILES {
        let text = template
            .replace("{{name}}", &options.name)
            .replace("{{const}}", &const_name)
            .replace("{{crate}}", &package.replace('-', "_"));
        write(&folder.join(file), &text)?;
    }
    if !options.quiet {
        status("Created", GOOD, format_args!("{} in {}", options.name, relative(&folder)));
        status("Next", NOTE, format_args!("replace the citizens in {}", folder.join("src/lib.rs")));
        let manifest = folder.join("Cargo.toml");
        status("Then", NOTE, format_args!("cargo coalition freeze --manifest-path {manifest}"));
    }
    Ok(Exit::Fine)
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
    if made.success() { Ok(()) } else { Err(Exit::Broken.into()) }
}

/// Adds the dependency to what cargo wrote.
fn depend(folder: &Utf8Path, options: &New) -> Result<(), Failure> {
    let file = folder.join("Cargo.toml");
    let text = fs::read_to_string(&file).map_err(|error| cannot("read", &file, error))?;
    let mut manifest: DocumentMut = text.parse().map_err(|error| cannot("read", &file, error))?;
    manifest["dependencies"]["coalition"] = match &options.coalition_path {
        None => value(env!("CARGO_PKG_VERSION")),
        Some(path) => {
            let path = path
                .canonicalize()
                .map_err(|error| Failure::usage(format_args!("{}: {error}", path.display())))?;
            let mut table = InlineTable::new();
            table.insert("path", path.to_string_lossy().into_owned().into());
            value(table)
        }
    };
    fs::write(&file, manifest.to_string()).map_err(|error| cannot("write", &file, error))
}

/// Only `src/lib.rs` is there already: cargo wrote it a moment ago.
fn write(file: &Utf8Path, text: &str) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(Utf8Path::new("."));
    let opened = fs::create_dir_all(folder).and_then(|()| {
        fs::OpenOptions::new().write(true).truncate(true).create(true).open(file)?.write_all(text.as_bytes())
    });
    opened.map_err(|error| cannot("write", file, error))
}
