//! `release-notes.md`, in which integrators find the fingerprint.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::Package;

use crate::build::workspace::Workspace;
use crate::exit::Failure;
use crate::source::regular_file;
use crate::source::rewrite::{self, Rewrite};

/// The release notes of a package.
pub fn file(package: &Package) -> Utf8PathBuf {
    package.manifest_path.with_file_name("release-notes.md")
}

/// Adds entries, each to its file and above the others there.
pub fn rewrites(
    entries: impl Iterator<Item = (Utf8PathBuf, String)>,
    workspace: &Workspace,
) -> Result<Vec<Rewrite>, Failure> {
    let mut rewrites: BTreeMap<Utf8PathBuf, Rewrite> = BTreeMap::new();
    for (file, entry) in entries {
        if !workspace.may_write(&file) {
            return Err(Failure::file("write", &file, "a link leads out of the workspace"));
        }
        let rewrite = match rewrites.remove(&file) {
            Some(rewrite) => rewrite,
            None => {
                let before = rewrite::read(&file)?;
                let after = before.clone().unwrap_or_else(|| "# Release notes\n".into());
                Rewrite { file: file.clone(), before, after }
            }
        };
        rewrites.insert(file, Rewrite { after: insert(&rewrite.after, &entry), ..rewrite });
    }
    Ok(rewrites.into_values().collect())
}

/// The identities in an entry.
#[derive(Debug, PartialEq, Eq)]
pub struct Noted {
    pub root: String,
    pub digest: Option<String>,
}

/// Returns the identities in the entries of a coalition's name, the newest first.
pub fn noted(file: &Utf8Path, name: &str) -> Vec<Noted> {
    regular_file::read_to_string(file).map(|notes| entries(&notes, name)).unwrap_or_default()
}

fn entries(notes: &str, name: &str) -> Vec<Noted> {
    let lines: Vec<_> = notes.lines().collect();
    let heads = (0..lines.len()).filter(|at| named(lines[*at]) == Some(name));
    let entries = heads.filter_map(|at| {
        let entry = || lines[at + 1..].iter().take_while(|line| !line.starts_with("## "));
        let value = |label: &str| {
            let value = entry().find_map(|line| line.strip_prefix(label))?.split('`').next()?;
            Some(value.to_owned())
        };
        let root = value("- fingerprint (COALITION_ROOT): `")?;
        Some(Noted { root, digest: value("- handshake digest: `") })
    });
    entries.collect()
}

/// The coalition in a heading, `## DATE: NAME (SHORT ROOT)`.
fn named(line: &str) -> Option<&str> {
    let (_, name) = line.strip_prefix("## ")?.split_once(": ")?;
    name.split(" (").next()
}

/// The date of the newest entry that has a fingerprint.
pub fn date(file: &Utf8Path, root: &str) -> Option<String> {
    dated(&regular_file::read_to_string(file).ok()?, root)
}

fn dated(notes: &str, root: &str) -> Option<String> {
    let line = format!("- fingerprint (COALITION_ROOT): `{root}`");
    let before = notes.lines().take_while(|found| found.trim_end() != line);
    let reaches = notes.lines().any(|found| found.trim_end() == line);
    let heading = before.filter(|line| line.starts_with("## ")).last().filter(|_| reaches)?;
    let date = heading.get(3..13)?;
    let is_date = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_date.then(|| date.into())
}

/// Puts an entry above the others, behind what introduces them.
fn insert(notes: &str, entry: &str) -> String {
    let line_end = if notes.contains("\r\n") { "\r\n" } else { "\n" };
    let entry = entry.replace('\n', line_end);
    let first = if notes.starts_with("## ") { Some(0) } else { notes.find("\n## ").map(|at| at + 1) };
    match first {
        Some(at) => format!("{}{entry}{line_end}{}", &notes[..at], &notes[at..]),
        None => format!("{}{line_end}{line_end}{entry}", notes.trim_end()).trim_start().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Noted, dated, entries, insert};

    #[test]
    fn the_newest_entry_is_on_top() {
        let first = "## 2026-01-02: a.b (11111111)\n\n- fingerprint (COALITION_ROOT): `0x1`\n";
        let notes = insert("# Release notes\n\nFor integrators.\n", first);
        assert_eq!(notes, format!("# Release notes\n\nFor integrators.\n\n{first}"));
        let second = "## 2026-01-03: a.b (22222222)\n\n- fingerprint (COALITION_ROOT): `0x2`\n- handshake digest: `0x3`\n- previous fingerprint: `0x1`\n";
        let notes = insert(&notes, second);
        assert_eq!(notes, format!("# Release notes\n\nFor integrators.\n\n{second}\n{first}"));
        let identities =
            |root: &str, digest: Option<&str>| Noted { root: root.into(), digest: digest.map(Into::into) };
        assert_eq!(entries(&notes, "a.b"), [identities("0x2", Some("0x3")), identities("0x1", None)]);
        for other in ["b", "a", "a.b.c"] {
            assert_eq!(entries(&notes, other), []);
        }
        assert_eq!(dated(&notes, "0x1").as_deref(), Some("2026-01-02"));
        assert_eq!(dated(&notes, "0x2").as_deref(), Some("2026-01-03"));
        assert_eq!(dated(&notes, "0x3"), None);
    }

    #[test]
    fn line_ends_stay() {
        assert_eq!(insert("# N\r\n\r\n## a\r\n", "## b\n"), "# N\r\n\r\n## b\r\n\r\n## a\r\n");
    }
}
