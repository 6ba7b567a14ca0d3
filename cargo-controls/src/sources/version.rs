//! The version of the package that a document is part of.

use std::path::{Path, PathBuf};

use cargo_metadata::{MetadataCommand, semver::Version};

/// The version, if the file is in the folder of a package. The file itself need not be there.
pub(crate) fn version(document: &Path) -> Option<Version> {
    let absolute = std::path::absolute(document).ok()?;
    let folder = absolute
        .ancestors()
        .skip(1)
        .find(|folder| folder.is_dir())?;
    let metadata = MetadataCommand::new()
        .current_dir(folder)
        .no_deps()
        .exec()
        .ok()?;
    let folder = folder.canonicalize().ok()?;
    let homes = metadata.packages.iter().filter_map(|package| {
        let home: PathBuf = package.manifest_path.parent()?.canonicalize().ok()?;
        folder
            .starts_with(&home)
            .then_some((home.components().count(), &package.version))
    });
    let (_, version) = homes.max_by_key(|(depth, _)| *depth)?;
    Some(version.clone())
}
