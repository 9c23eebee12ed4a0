//! The bytes that a target was built from.
//!
//! Cargo compares times: a source that is replaced by an older file passes for unchanged. So this command keeps a digest
//! of the sources beside what was built of them.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use camino::{Utf8Path, Utf8PathBuf};

/// Returns `true` if the sources of a target differ from those that it was built from. Records them if it was just built.
pub fn is_stale(artifact: &Utf8Path, sources: &[Utf8PathBuf], was_built_before: bool) -> bool {
    let record = artifact.with_extension("sources");
    let now = digest(sources);
    if was_built_before {
        return fs::read_to_string(record).ok() != Some(now);
    }
    // Without a record, it is built again the next time.
    let _ = fs::write(record, now);
    false
}

/// Has cargo build a package again, of which this is an artifact: without its fingerprint cargo does not know it.
pub fn forget(artifact: &Utf8Path, package: &str) {
    let Some(profile) = artifact.parent().and_then(Utf8Path::parent) else { return };
    for entry in fs::read_dir(profile.join(".fingerprint")).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_its =
            name.to_str().and_then(|name| name.rsplit_once('-')).is_some_and(|(name, _)| name == package);
        if is_its {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn digest(sources: &[Utf8PathBuf]) -> String {
    let mut hasher = DefaultHasher::new();
    for source in sources {
        source.hash(&mut hasher);
        fs::read(source).ok().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
