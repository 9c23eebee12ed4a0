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
    for report in behind(bytes, &REPORT_MAGIC).filter_map(Report::find) {
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
}

impl<'b> Report<'b> {
    /// The magic alone is no report. One is known by its digest, which is that of the bytes that follow.
    fn find(mut bytes: &'b [u8]) -> Option<Self> {
        let [schema] = take(&mut bytes)?;
        let (root, digest) = (take(&mut bytes)?, take(&mut bytes)?);
        let length = usize::try_from(u64::from_le_bytes(take(&mut bytes)?)).ok()?;
        let encoding = bytes.get(..length)?;
        let mut hasher = Hasher::new();
        hasher.bytes(b"handshake|");
        hasher.byte(schema);
        hasher.byte(b'|');
        hasher.bytes(encoding);
        let digest = UniqueId::from_bytes(digest);
        let report = Self { schema, root: UniqueId::from_bytes(root), digest, encoding };
        (hasher.finalise() == digest).then_some(report)
    }

    fn handshake(&self) -> Result<OwnedHandshake, String> {
        if self.schema != SCHEMA_VERSION_U8 {
            return Err(format!("its schema is {}, and this command reads {SCHEMA_VERSION_U8}", self.schema));
        }
        let handshake = OwnedHandshake::from_encoding(self.encoding).map_err(|error| error.to_string())?;
        let (root, digest) = handshake.with(|read| (read.coalition.coalition_root(), read.digest()));
        for (what, said, derived) in [("root", self.root, root), ("digest", self.digest, digest)] {
            if said != derived {
                return Err(format!("the build says the {what} {said}, this command derives {derived}"));
            }
        }
        Ok(handshake)
    }
}
