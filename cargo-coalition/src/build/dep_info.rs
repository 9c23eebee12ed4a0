//! The files that a target consists of, as rustc recorded them beside what it built.

use camino::{Utf8Path, Utf8PathBuf};

use crate::paths::real;

/// The sources of the target that `artifact` belongs to: `libNAME-HASH.rmeta` lies beside `NAME-HASH.d`.
pub fn sources(artifact: &Utf8Path, workspace: &Utf8Path) -> Option<Vec<Utf8PathBuf>> {
    let stem = artifact.file_stem()?;
    let folder = artifact.parent()?;
    let record = [stem.strip_prefix("lib"), Some(stem)]
        .into_iter()
        .flatten()
        .find_map(|stem| std::fs::read_to_string(folder.join(format!("{stem}.d"))).ok())?;
    Some(listed(&record).map(|file| real(&workspace.join(file))).collect())
}

/// Every file has a line of its own, a rule without prerequisites: `src/lib.rs:`.
fn listed(record: &str) -> impl Iterator<Item = String> {
    record
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.strip_suffix(':'))
        .map(|file| file.replace("\\ ", " "))
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_what_has_a_rule_of_its_own() {
        let record = "target/deps/a.d: src/lib.rs src/my\\ file.rs\n\nsrc/lib.rs:\nsrc/my\\ file.rs:\n\n# env-dep:A=b:\n";
        assert_eq!(super::listed(record).collect::<Vec<_>>(), ["src/lib.rs", "src/my file.rs"]);
    }
}
