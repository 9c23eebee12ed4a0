//! The entry in `release-notes.md`, in which integrators find the fingerprint.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use crate::edit::{cannot, replace};
use crate::exit::Failure;
use crate::survey::Coalition;
use crate::workspace::Workspace;

/// The pins of a coalition: what stood there before, and what stands there now.
pub struct Release {
    name: String,
    file: Utf8PathBuf,
    fingerprint: [Option<String>; 2],
    handshake: [Option<String>; 2],
}

/// What was released between two surveys: each coalition that has a pin which it did not have.
pub fn releases(before: &[Coalition], after: &[Coalition], workspace: &Workspace) -> Vec<Release> {
    let mut releases = Vec::new();
    for (at, new) in after.iter().enumerate() {
        let Some(block) = &new.block else { continue };
        // Modules of one file may declare the same name: their order tells them apart.
        let same = |old: &&Coalition| (&old.file, &old.name) == (&new.file, &new.name) && old.block.is_some();
        let above = after[..at].iter().filter(same).count();
        let old = before.iter().filter(same).nth(above).and_then(|old| old.block.as_ref());
        let Some(package) = workspace.package(&new.package) else { continue };
        let Some(folder) = package.manifest_path.parent() else { continue };
        let pins = |old: Option<&str>, new: Option<&str>| [old.map(Into::into), new.map(Into::into)];
        let fingerprint = pins(old.and_then(|old| old.fingerprint.frozen()), block.fingerprint.frozen());
        let handshake = pins(old.and_then(|old| old.handshake.frozen()), block.handshake.frozen());
        let is_new = |[old, new]: &[Option<String>; 2]| new.is_some() && old != new;
        if is_new(&fingerprint) || is_new(&handshake) {
            let file = folder.join("release-notes.md");
            releases.push(Release { name: new.name.clone(), file, fingerprint, handshake });
        }
    }
    releases
}

/// Adds the entries, the newest on top, and returns the files.
pub fn record(releases: Vec<Release>) -> Result<Vec<Utf8PathBuf>, Failure> {
    let date = jiff::Zoned::now().date().to_string();
    let mut files: BTreeMap<Utf8PathBuf, (Option<String>, String)> = BTreeMap::new();
    for release in releases {
        if !files.contains_key(&release.file) {
            let text = read(&release.file)?;
            let notes = text.clone().unwrap_or_else(|| "# Release notes\n".into());
            files.insert(release.file.clone(), (text, notes));
        }
        let Some((_, notes)) = files.get_mut(&release.file) else { continue };
        *notes = insert(notes, &entry(&release, notes, &date));
    }
    for (file, (before, after)) in &files {
        match before {
            Some(before) => replace(file, before, after)?,
            None => fs::write(file, after).map_err(|error| cannot("write", file, error))?,
        }
    }
    Ok(files.into_keys().collect())
}

fn read(file: &Utf8Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", file, error)),
    }
}

/// The entry has the lines of `Handshake::release_notes_entry`, as far as the build says them.
fn entry(release: &Release, notes: &str, date: &str) -> String {
    let mut entry = format!("## {date}: {}\n\n", release.name);
    let mut lines = |label: &str, [old, new]: &[Option<String>; 2], first: &str| {
        let Some(new) = new else { return };
        let _ = writeln!(entry, "- {label}: `{new}`");
        // Where a pin was opened to be frozen anew, the notes still know what it was.
        let old = old.clone().or_else(|| last(notes, &release.name, label));
        let label = label.split(' ').next().filter(|word| *word != "handshake").unwrap_or(label);
        let _ = match old {
            Some(old) if old == *new => writeln!(entry, "- previous {label}: `{old}` (unchanged)"),
            Some(old) => writeln!(entry, "- previous {label}: `{old}`"),
            None => writeln!(entry, "- previous {label}: none{first}"),
        };
    };
    lines("fingerprint (COALITION_ROOT)", &release.fingerprint, ", this is the first freeze");
    lines("handshake digest", &release.handshake, "");
    entry
}

/// The value of this label in the newest entry of a coalition.
fn last(notes: &str, name: &str, label: &str) -> Option<String> {
    let heading = format!(": {name}");
    let mut lines = notes.lines().skip_while(|line| !(line.starts_with("## ") && line.ends_with(&heading)));
    lines.next()?;
    let label = format!("- {label}: `");
    lines
        .take_while(|line| !line.starts_with("## "))
        .find_map(|line| Some(line.strip_prefix(&label)?.split('`').next()?.into()))
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
    use super::{Release, entry, insert, last};

    fn release(fingerprint: [Option<&str>; 2], handshake: [Option<&str>; 2]) -> Release {
        let own = |pins: [Option<&str>; 2]| pins.map(|pin| pin.map(Into::into));
        Release {
            name: "a.b".into(),
            file: "release-notes.md".into(),
            fingerprint: own(fingerprint),
            handshake: own(handshake),
        }
    }

    #[test]
    fn the_newest_entry_is_on_top() {
        let first = entry(&release([None, Some("0x1")], [None, None]), "", "2026-01-02");
        assert_eq!(
            first,
            "## 2026-01-02: a.b\n\n- fingerprint (COALITION_ROOT): `0x1`\n- previous fingerprint: none, this is the \
             first freeze\n"
        );
        let notes = insert("# Release notes\n\nFor integrators.\n", &first);
        assert_eq!(notes, format!("# Release notes\n\nFor integrators.\n\n{first}"));
        let second = entry(&release([None, Some("0x2")], [Some("0x3"), Some("0x4")]), &notes, "2026-01-03");
        assert!(second.contains("- previous fingerprint: `0x1`\n"), "{second}");
        assert!(
            second.ends_with("- handshake digest: `0x4`\n- previous handshake digest: `0x3`\n"),
            "{second}"
        );
        let notes = insert(&notes, &second);
        assert_eq!(notes, format!("# Release notes\n\nFor integrators.\n\n{second}\n{first}"));
        assert_eq!(last(&notes, "a.b", "fingerprint (COALITION_ROOT)").as_deref(), Some("0x2"));
        assert_eq!(last(&notes, "b", "fingerprint (COALITION_ROOT)"), None);
    }

    #[test]
    fn what_stays_is_said_to() {
        let entry = entry(&release([Some("0x1"), Some("0x1")], [None, Some("0x2")]), "", "2026-01-02");
        assert!(entry.contains("- previous fingerprint: `0x1` (unchanged)\n"), "{entry}");
        assert!(entry.contains("- previous handshake digest: none\n"), "{entry}");
    }

    #[test]
    fn line_ends_stay() {
        assert_eq!(insert("# N\r\n\r\n## a\r\n", "## b\n"), "# N\r\n\r\n## b\r\n\r\n## a\r\n");
    }
}
