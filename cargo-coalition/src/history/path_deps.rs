//! Paths in the manifests of a revision to what the revision does not hold: a crate beside the repository, a submodule.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use toml_edit::{DocumentMut, Item, TableLike, Value};
use walkdir::WalkDir;

use crate::exit::Failure;
use crate::paths::real;

/// Has each such path in a checkout lead to where it leads in its repository, and returns those places.
pub fn redirect(checkout: &Utf8Path, repository: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Failure> {
    let mut led = Vec::new();
    let files = WalkDir::new(checkout).into_iter().filter_map(Result::ok);
    for file in files.filter(|file| file.file_type().is_file() && file.file_name() == "Cargo.toml") {
        let Some(file) = Utf8Path::from_path(file.path()) else { continue };
        let text = fs::read_to_string(file).map_err(|error| Failure::file("read", file, error))?;
        // Cargo reports a manifest that is wrong.
        let Ok(mut manifest) = text.parse::<DocumentMut>() else { continue };
        let folder = file.parent().unwrap_or(checkout);
        let within = folder.strip_prefix(checkout).unwrap_or(Utf8Path::new(""));
        let before = led.len();
        table(manifest.as_table_mut(), &mut |path| {
            let held = real(&folder.join(path));
            let original = real(&repository.join(within).join(path));
            let is_held = held.starts_with(checkout) && is_there(&held);
            (!is_held && is_there(&original)).then(|| {
                led.push(original.clone());
                original
            })
        });
        let absent = drop_absent_members(&mut manifest, folder);
        if led.len() > before || absent {
            fs::write(file, manifest.to_string()).map_err(|error| Failure::file("write", file, error))?;
        }
    }
    led.sort();
    led.dedup();
    Ok(led)
}

/// Removes the members that a workspace does not hold, such as those in a submodule. Returns `true` if there is one.
fn drop_absent_members(manifest: &mut DocumentMut, folder: &Utf8Path) -> bool {
    let workspace = manifest.get_mut("workspace").and_then(Item::as_table_like_mut);
    let members = workspace.and_then(|workspace| workspace.get_mut("members")).and_then(Item::as_array_mut);
    let Some(members) = members else { return false };
    let before = members.len();
    members.retain(|member| {
        // A pattern names those that are there.
        member.as_str().is_none_or(|member| {
            member.contains(['*', '?', '[']) || folder.join(member).join("Cargo.toml").is_file()
        })
    });
    members.len() < before
}

/// Returns `true` if a manifest may name this path: it is a package, or the root of a target.
fn is_there(path: &Utf8Path) -> bool {
    path.is_file() || path.join("Cargo.toml").is_file()
}

/// Replaces every `path` in a table, however deep, for which there is another.
fn table(entries: &mut dyn TableLike, lead: &mut impl FnMut(&str) -> Option<Utf8PathBuf>) {
    for (key, item) in entries.iter_mut() {
        if let Some(path) = item.as_str() {
            if key == "path"
                && let Some(path) = lead(path)
            {
                *item = toml_edit::value(path.as_str());
            }
        } else if let Some(entries) = item.as_table_like_mut() {
            table(entries, lead);
        } else if let Item::ArrayOfTables(tables) = item {
            tables.iter_mut().for_each(|entries| table(entries, lead));
        } else if let Item::Value(Value::Array(values)) = item {
            values.iter_mut().filter_map(Value::as_inline_table_mut).for_each(|entries| table(entries, lead));
        }
    }
}
