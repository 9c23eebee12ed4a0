//! The workspace, and which files are its own.

use anstream::adapter::strip_str;
use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::{Metadata, Package, PackageId, TargetKind};
use clap_cargo::Workspace as Packages;

use crate::command::Build;
use crate::exit::Failure;
use crate::paths::real;

/// The workspace, and the packages of it that were asked for.
pub struct Workspace {
    metadata: Metadata,
    selected: Vec<PackageId>,
}

impl Workspace {
    /// Without `--package` it is all of them: whoever checks a workspace means each coalition of it.
    pub fn open(options: &Build) -> Result<Self, Failure> {
        let metadata = options.manifest.metadata().no_deps().exec().map_err(|error| match error {
            cargo_metadata::Error::CargoMetadata { stderr } => {
                Failure::broken(strip_str(&stderr).to_string().trim().trim_start_matches("error: "))
            }
            error => Failure::broken(error),
        })?;
        let packages = packages(options);
        let selected: Vec<PackageId> =
            packages.partition_packages(&metadata).0.into_iter().map(|package| package.id.clone()).collect();
        Ok(Self { metadata, selected })
    }

    pub fn root(&self) -> &Utf8Path {
        &self.metadata.workspace_root
    }

    pub fn target(&self) -> &Utf8Path {
        &self.metadata.target_directory
    }

    pub fn selected(&self) -> impl Iterator<Item = &Package> {
        self.metadata.packages.iter().filter(|package| self.selected.contains(&package.id))
    }

    /// A package of the workspace.
    pub fn package(&self, id: &PackageId) -> Option<&Package> {
        let is_member = self.metadata.workspace_members.contains(id);
        self.metadata.packages.iter().find(|package| is_member && package.id == *id)
    }

    pub fn has_library(&self) -> bool {
        self.selected().flat_map(|package| &package.targets).any(|target| {
            target.kind.iter().any(|kind| {
                !matches!(
                    kind,
                    TargetKind::Bin
                        | TargetKind::Example
                        | TargetKind::Test
                        | TargetKind::Bench
                        | TargetKind::CustomBuild
                )
            })
        })
    }

    /// The file that rustc names. Cargo runs it in the workspace for its members, and in the package for all others.
    pub fn file(&self, name: &str, package_root: Option<&Utf8Path>) -> Utf8PathBuf {
        let in_workspace = self.root().join(name);
        real(&match package_root {
            Some(root) if !in_workspace.is_file() => root.join(name),
            _ => in_workspace,
        })
    }

    /// Returns `true` if people write this file: it is in the folder of a member, and no build made it.
    pub fn owns(&self, file: &Utf8Path) -> bool {
        let file = real(file);
        let within = |folder: &Utf8Path| file.starts_with(real(folder));
        let members = self.metadata.workspace_packages();
        members.iter().any(|member| member.manifest_path.parent().is_some_and(within))
            && !within(&self.metadata.target_directory)
            && !self.metadata.build_directory.as_deref().is_some_and(within)
    }

    /// Returns `true` if a file lies in the workspace after all links of its path. The file need not exist yet.
    pub fn may_write(&self, file: &Utf8Path) -> bool {
        let there = file.ancestors().find(|path| path.symlink_metadata().is_ok());
        // A link to nothing would be followed by whoever creates the file.
        there.is_some_and(|path| path.exists() && self.owns(path))
    }
}

/// The packages that were asked for, as cargo is told them.
pub fn packages(options: &Build) -> Packages {
    let mut packages = options.packages.clone();
    packages.workspace |= packages.package.is_empty();
    packages
}
