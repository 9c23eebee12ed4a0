//! The whole handshake that a build carries of each coalition where this command asked for it.

use camino::Utf8Path;
use coalition_core::__private::Hasher;
use coalition_core::{SCHEMA_VERSION_U8, UniqueId};
use coalition_handshake::__private::REPORT_MAGIC;
use coalition_handshake::OwnedHandshake;

use super::scan::{behind, take};
use crate::exit::Failure;

/// The reports in a file. Each comes with the identities that the user's own library derived, and what this command
/// would derive from the encoding is held against them.
pub fn reports(bytes: &[u8], file: &Utf8Path) -> Result<Vec<OwnedHandshake>, Failure> {
    let mut handshakes = Vec::new();
    let (mut end, mut hashed_in_vain) = (0, 0);
    for rest in behind(bytes, &REPORT_MAGIC) {
        // A report within another one is part of a text.
        if bytes.len() - rest.len() < end {
            continue;
        }
        let Some(report) = Report::read(rest) else { continue };
        if !report.is_whole() {
            // Many beginnings of long reports would cost the square of the file's size.
            hashed_in_vain += report.encoding.len();
            if hashed_in_vain > bytes.len() {
                return Err(Failure::broken(format_args!(
                    "{file} has the beginnings of many reports that are none: it was not built from `coalition!`"
                )));
            }
            continue;
        }
        end = bytes.len() - report.rest;
        let handshake = report.handshake().map_err(|fault| {
            Failure::broken(format_args!(
                "{file} has a handshake that this command reads otherwise than the crate `coalition` of the build: \
                 {fault}. Are they of one version?"
            ))
        })?;
        handshakes.push(handshake);
    }
    Ok(handshakes)
}

struct Report<'b> {
    schema: u8,
    root: UniqueId,
    digest: UniqueId,
    encoding: &'b [u8],
    /// How many bytes follow it.
    rest: usize,
}

impl<'b> Report<'b> {
    /// Reads what follows a magic, which alone is no report.
    fn read(mut bytes: &'b [u8]) -> Option<Self> {
        let [schema] = take(&mut bytes)?;
        let (root, digest) = (take(&mut bytes)?, take(&mut bytes)?);
        let length = usize::try_from(u64::from_le_bytes(take(&mut bytes)?)).ok()?;
        let (encoding, rest) = bytes.split_at_checked(length)?;
        let [root, digest] = [root, digest].map(UniqueId::from_bytes);
        Some(Self { schema, root, digest, encoding, rest: rest.len() })
    }

    /// Whether the digest is that of the encoding: by that a report is known.
    fn is_whole(&self) -> bool {
        let mut hasher = Hasher::new();
        hasher.bytes(b"handshake|");
        hasher.byte(self.schema);
        hasher.byte(b'|');
        hasher.bytes(self.encoding);
        hasher.finalise() == self.digest
    }

    fn handshake(&self) -> Result<OwnedHandshake, String> {
        if self.schema != SCHEMA_VERSION_U8 {
            return Err(format!("its schema is {}, and this command reads {SCHEMA_VERSION_U8}", self.schema));
        }
        let handshake = OwnedHandshake::from_encoding(self.encoding).map_err(|error| error.to_string())?;
        let read = handshake.as_handshake();
        let (root, digest) = (read.coalition.coalition_root(), read.digest());
        for (what, said, derived) in [("root", self.root, root), ("digest", self.digest, digest)] {
            if said != derived {
                return Err(format!("the build says the {what} {said}, this command derives {derived}"));
            }
        }
        Ok(handshake)
    }
}

#[cfg(test)]
mod tests {
    use coalition_handshake::__private::REPORT_MAGIC;

    use super::reports;

    fn report(digest: [u8; 32], encoding: &[u8]) -> Vec<u8> {
        let length = (encoding.len() as u64).to_le_bytes();
        [&REPORT_MAGIC[..], &[1], &[0; 32], &digest, &length, encoding].concat()
    }

    #[test]
    fn beginnings_of_reports_cost_no_more_than_the_file() {
        // Each of the beginnings says that all that follows is its encoding.
        let mut file = vec![0; 1 << 10];
        for _ in 0..10_000 {
            let beginning = report([0; 32], &[]);
            let length = (file.len() as u64).to_le_bytes();
            file.splice(..0, [&beginning[..beginning.len() - 8], &length].concat());
        }
        let start = std::time::Instant::now();
        let refused = reports(&file, "hostile".into()).unwrap_err().to_string();
        assert!(refused.contains("hostile has the beginnings of many reports"), "{refused}");
        // The square of this size takes minutes.
        assert!(start.elapsed().as_secs() < 20);
        // One is chance, and its length too.
        assert!(reports(&report([0; 32], &[0; 64]), "chance".into()).unwrap().is_empty());
    }
}
