//! A member's file: append-only, each line with its own checksum, written by one process.
//!
//! ```text
//! coalition.journal 1 0x<identity of the Atlas>
//! <64 hex digits: BLAKE3 of the rest of the line> <kind> <JSON>
//! ```
//!
//! A line counts once it is on disk whole. A last line that is cut off was never acknowledged and is dropped. A line
//! that was changed since is left out and reported; the other members still have what it said.

use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use coalition::UniqueId;

const MAGIC: &str = "coalition.journal 1 ";

/// A member's file, locked until it is dropped.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    /// The position after the last whole line, in bytes.
    length: u64,
    lock: File,
}

/// A line of a journal, without its checksum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The kind of the line, as a word.
    pub kind: String,
    /// The content of the line, in JSON.
    pub json: String,
}

/// The content of a journal when it was opened.
#[derive(Debug, Default)]
pub struct Contents {
    /// The sound lines with their numbers, in order.
    pub lines: Vec<(usize, Line)>,
    /// The numbers of the lines that were changed after they were written.
    pub damaged: Vec<usize>,
}

impl Journal {
    /// Opens the journal of an Atlas in a folder, or starts one.
    ///
    /// # Errors
    ///
    /// If another process has it open, if it is another Atlas's, or if the disk fails.
    pub fn open(folder: &Path, name: &str, module: UniqueId) -> Result<(Self, Contents), StoreError> {
        let path = folder.join(format!("{name}.journal"));
        let failed = |error| StoreError::Io { file: path.clone(), error };
        fs::create_dir_all(folder).map_err(failed)?;
        let lock = folder.join(format!("{name}.lock"));
        let lock = OpenOptions::new().write(true).create(true).truncate(false).open(lock).map_err(failed)?;
        lock.try_lock().map_err(|fault| match fault {
            TryLockError::WouldBlock => StoreError::Locked { folder: folder.to_owned() },
            TryLockError::Error(error) => failed(error),
        })?;
        let mut file = OpenOptions::new();
        let mut file =
            file.read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(failed)?;
        let mut journal = Self { path: path.clone(), file, length: 0, lock };
        let header = format!("{MAGIC}{module}\n");
        // A crash while the first line was written leaves a part of it.
        if header.as_bytes().starts_with(&bytes) && bytes.len() < header.len() {
            journal.write(&header).map_err(failed)?;
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
            return Ok((journal, Contents::default()));
        }
        let (contents, length) = read(&bytes, module).map_err(|fault| match fault {
            Some(kept) => StoreError::OtherAtlas { file: path.clone(), kept, compiled: module },
            None => StoreError::Unreadable { file: path },
        })?;
        journal.length = length;
        Ok((journal, contents))
    }

    /// Appends lines, and returns when they are on disk.
    ///
    /// # Errors
    ///
    /// If the disk fails. Then none of the lines counts.
    pub fn append(&mut self, lines: &[Line]) -> Result<(), StoreError> {
        let mut text = String::new();
        for line in lines {
            let rest = format!("{} {}", line.kind, line.json);
            let _ = writeln!(text, "{} {rest}", blake3::hash(rest.as_bytes()));
        }
        self.write(&text).map_err(|error| StoreError::Io { file: self.path.clone(), error })
    }

    /// Replaces all lines by these, for a journal most of whose lines no longer count.
    ///
    /// # Errors
    ///
    /// If the disk fails. Then the old lines count.
    pub fn rewrite(&mut self, module: UniqueId, lines: &[Line]) -> Result<(), StoreError> {
        let failed = |error| StoreError::Io { file: self.path.clone(), error };
        let draft = self.path.with_extension("draft");
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(true).open(&draft).map_err(failed)?;
        let lock = self.lock.try_clone().map_err(failed)?;
        let mut new = Self { path: self.path.clone(), file, length: 0, lock };
        new.write(&format!("{MAGIC}{module}\n")).map_err(failed)?;
        new.append(lines)?;
        fs::rename(&draft, &self.path).map_err(failed)?;
        if let Some(folder) = self.path.parent() {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
        }
        *self = new;
        Ok(())
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.length))?;
        let written = self.file.write_all(text.as_bytes()).and_then(|()| self.file.sync_data());
        match written {
            Ok(()) => {
                self.length += text.len() as u64;
                Ok(())
            }
            Err(error) => {
                // What is written in part goes, or the next line would be joined to it.
                let _ = self.file.set_len(self.length);
                Err(error)
            }
        }
    }
}

/// Reads the lines, and returns where the last whole one ends. Fails with the Atlas that the file belongs to, if it
/// names one.
fn read(bytes: &[u8], module: UniqueId) -> Result<(Contents, u64), Option<UniqueId>> {
    let mut contents = Contents::default();
    let mut length = 0;
    for (index, bytes) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let Some(line) = bytes.strip_suffix(b"\n") else { break };
        let line = std::str::from_utf8(line);
        if index == 0 {
            let kept = line.ok().and_then(|line| line.strip_prefix(MAGIC)).ok_or(None)?;
            let kept: UniqueId = kept.parse().map_err(|_| None)?;
            if kept != module {
                return Err(Some(kept));
            }
        } else {
            match line.ok().and_then(parse) {
                Some(line) => contents.lines.push((index + 1, line)),
                None => contents.damaged.push(index + 1),
            }
        }
        length += bytes.len() as u64;
    }
    if length == 0 { Err(None) } else { Ok((contents, length)) }
}

fn parse(line: &str) -> Option<Line> {
    let (checksum, rest) = line.split_once(' ')?;
    if checksum != blake3::hash(rest.as_bytes()).to_hex().as_str() {
        return None;
    }
    let (kind, json) = rest.split_once(' ')?;
    Some(Line { kind: kind.to_owned(), json: json.to_owned() })
}

/// Why a member's state cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk failed.
    #[error("{}: {error}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// The system's error.
        error: io::Error,
    },
    /// Another process uses the folder.
    #[error("{}: another process uses this state folder; give each member a folder of its own", folder.display())]
    Locked {
        /// The folder.
        folder: PathBuf,
    },
    /// The file is not a journal.
    #[error("{}: this is not a member's journal; move the file away: the other members reseed this one", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
    },
    /// The file belongs to another Atlas.
    #[error("{} is of the Atlas {kept}, and {compiled} is compiled; give each Atlas a state folder of its own", file.display())]
    OtherAtlas {
        /// The file.
        file: PathBuf,
        /// The identity of its Atlas.
        kept: UniqueId,
        /// The compiled identity.
        compiled: UniqueId,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: UniqueId = UniqueId::from_bytes([9; 32]);

    fn line(text: &str) -> Line {
        Line { kind: "record".to_owned(), json: format!("\"{text}\"") }
    }

    fn said(contents: &Contents) -> Vec<Line> {
        contents.lines.iter().map(|(_, line)| line.clone()).collect()
    }

    fn written(lines: &[Line]) -> (tempfile::TempDir, PathBuf) {
        let disk = tempfile::tempdir().expect("a disk");
        let (mut journal, contents) = Journal::open(disk.path(), "atlas", MODULE).expect("a journal");
        assert_eq!(said(&contents), []);
        for line in lines {
            journal.append(std::slice::from_ref(line)).expect("written");
        }
        let path = journal.path.clone();
        (disk, path)
    }

    #[test]
    fn holds_what_was_appended() {
        let lines = [line("one"), line("two"), line("three")];
        let (disk, _) = written(&lines);
        let (mut journal, contents) = Journal::open(disk.path(), "atlas", MODULE).expect("a journal");
        assert_eq!((said(&contents), contents.damaged), (lines.to_vec(), vec![]));
        journal.rewrite(MODULE, &lines[1..]).expect("rewritten");
        journal.append(&[line("four")]).expect("written");
        drop(journal);
        let (_, contents) = Journal::open(disk.path(), "atlas", MODULE).expect("a journal");
        assert_eq!(said(&contents), [line("two"), line("three"), line("four")]);
    }

    /// A crash may cut the file off anywhere: what was acknowledged before is there, and the file can be written on.
    #[test]
    fn a_crash_loses_at_most_the_line_that_was_being_written() {
        let (disk, path) = written(&[line("one"), line("two")]);
        let whole = fs::read(&path).expect("read");
        let first =
            whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).expect("a line").0 + 1;
        for cut in 0..whole.len() {
            fs::write(&path, &whole[..cut]).expect("written");
            let (mut journal, contents) = Journal::open(disk.path(), "atlas", MODULE).expect("a journal");
            let kept = usize::from(cut >= first);
            assert_eq!(said(&contents), [line("one")][..kept], "cut at {cut}");
            assert!(contents.damaged.is_empty(), "cut at {cut}");
            journal.append(&[line("three")]).expect("written");
            drop(journal);
            let (_, contents) = Journal::open(disk.path(), "atlas", MODULE).expect("a journal");
            assert_eq!(said(&contents).last(), Some(&line("three")), "cut at {cut}");
            assert_eq!(contents.lines.len(), kept + 1, "cut at {cut}");
        }
    }

    #[test]
    fn a_line_that_was_changed_is_left_out_and_reported() {
        let (disk, path) = written(&[line("one"), line("two"), line("three")]);
        let text = fs::read_to_string(&path).expect("read").replace("\"two\"", "\"owt\"");
        fs::write(&path, text).expect("written");
        let (_, contents) = Journal::open(disk.path(), "atlas", MODULE).expect("a journal");
        assert_eq!((said(&contents), contents.damaged), (vec![line("one"), line("three")], vec![3]));
    }

    #[test]
    fn one_process_at_a_time_and_one_module_have_it() {
        let (disk, path) = written(&[line("one")]);
        let open = |module| Journal::open(disk.path(), "atlas", module);
        let (journal, _) = open(MODULE).expect("a journal");
        assert!(matches!(open(MODULE), Err(StoreError::Locked { .. })));
        drop(journal);
        assert!(matches!(open(UniqueId::from_bytes([8; 32])), Err(StoreError::OtherAtlas { .. })));
        fs::write(&path, "{\n").expect("written");
        assert!(matches!(open(MODULE), Err(StoreError::Unreadable { .. })));
        assert_eq!(fs::read(&path).expect("read"), b"{\n");
    }

    #[test]
    fn a_full_disk_leaves_what_was_written_before() {
        // A file that takes no more stands for a full disk.
        let (disk, _) = written(&[line("one")]);
        let (mut journal, _) = Journal::open(disk.path(), "atlas", MODULE).expect("a journal");
        let sound = std::mem::replace(
            &mut journal.file,
            File::options().write(true).open("/dev/full").expect("a full disk"),
        );
        assert!(matches!(journal.append(&[line("two")]), Err(StoreError::Io { .. })));
        journal.file = sound;
        journal.append(&[line("three")]).expect("written");
        drop(journal);
        let (_, contents) = Journal::open(disk.path(), "atlas", MODULE).expect("a journal");
        assert_eq!(said(&contents), [line("one"), line("three")]);
    }
}
