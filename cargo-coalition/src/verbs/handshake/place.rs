//! The folder of a coalition's page.

use std::path::Path;

use camino::{Utf8Path, Utf8PathBuf};

use crate::build::read_build::ReadCoalition;
use crate::build::workspace::Workspace;
use crate::exit::Failure;
use crate::history::handshake_file;

/// The folder of a coalition's page, and the folder that it had before another coalition came or went.
pub struct PagePlace {
    pub folder: Utf8PathBuf,
    pub other: Utf8PathBuf,
}

impl PagePlace {
    /// Several coalitions of a package have a folder each, whichever of them are written.
    pub fn of(
        reading: &ReadCoalition,
        all: &[ReadCoalition],
        out: Option<&Path>,
        workspace: &Workspace,
    ) -> Result<Self, Failure> {
        let whole = match out {
            Some(out) => {
                let text = Utf8Path::from_path(out);
                text.ok_or_else(|| Failure::usage(format_args!("{} is not valid UTF-8", out.display())))?
                    .to_owned()
            }
            None => match workspace.package(&reading.package) {
                Some(package) => handshake_file::folder(package),
                None => workspace.root().join("handshake"),
            },
        };
        let own = whole.join(reading.name());
        let sharing = all.iter().filter(|other| out.is_some() || other.package == reading.package);
        Ok(if sharing.count() > 1 {
            Self { folder: own, other: whole }
        } else {
            Self { folder: whole, other: own }
        })
    }
}
