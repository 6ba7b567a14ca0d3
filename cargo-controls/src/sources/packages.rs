//! The packages of a folder, as Cargo knows them.

use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand, Package};

use crate::{message::Message, paths};

/// A package, and where its sources begin.
#[derive(Debug)]
pub(crate) struct Roots {
    /// The name of the package.
    pub(crate) package: String,
    /// The first file of each target: libraries, binaries, examples, tests, benches, the build script.
    pub(crate) files: Vec<PathBuf>,
}

/// The packages in and below a folder; if there are none, the one that the folder is part of.
///
/// # Errors
///
/// When there is no such folder, no manifest, or one that Cargo refuses.
pub(crate) fn packages(folder: &Path) -> Result<Vec<Roots>, Message> {
    let shown = paths::shown(folder);
    let canonical = folder.canonicalize().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Message::error(format!("there is no folder `{shown}`")),
        _ => Message::error(format!("the folder `{shown}` can't be read: {error}")),
    })?;
    if !canonical.is_dir() {
        let message = format!("`{shown}` isn't a folder: name that of a package or workspace");
        return Err(Message::error(message));
    }
    if !canonical
        .ancestors()
        .any(|folder| folder.join("Cargo.toml").is_file())
    {
        let message = format!(
            "there is no `Cargo.toml` in `{shown}` or a folder above it: name the folder of a package or workspace"
        );
        return Err(Message::error(message));
    }
    let metadata = MetadataCommand::new()
        .current_dir(folder)
        .no_deps()
        .exec()
        .map_err(|error| refused(&error))?;
    let packages: Vec<Roots> = chosen(&metadata, &canonical)
        .into_iter()
        .map(roots)
        .collect();
    if packages.is_empty() {
        return Err(Message::error(format!(
            "there is no package in `{shown}`, nor is it part of one"
        )));
    }
    Ok(packages)
}

/// All packages of the workspace that a folder is part of.
///
/// # Errors
///
/// When there is no manifest, or one that Cargo refuses.
pub(crate) fn workspace(folder: &Path) -> Result<Vec<Roots>, Message> {
    let mut metadata = MetadataCommand::new()
        .current_dir(folder)
        .no_deps()
        .exec()
        .map_err(|error| refused(&error))?;
    metadata
        .packages
        .sort_by(|one, other| one.manifest_path.cmp(&other.manifest_path));
    Ok(metadata.packages.iter().map(roots).collect())
}

/// Says that a command has nothing to do, for there are no definitions in some packages.
pub(crate) fn nothing(to: &str, packages: &[Roots], folder: &Path) -> Message {
    let names: Vec<_> = packages
        .iter()
        .map(|package| format!("`{}`", package.package))
        .collect();
    Message::error(format!(
        "there is nothing to {to} in `{}`: no `controls!` stands in the sources of {}",
        paths::shown(folder),
        names.join(", ")
    ))
}

fn refused(error: &cargo_metadata::Error) -> Message {
    let message = match error {
        cargo_metadata::Error::CargoMetadata { stderr } => {
            let stderr = stderr.trim();
            format!(
                "Cargo can't say which packages there are: {}",
                stderr.strip_prefix("error: ").unwrap_or(stderr)
            )
        }
        error => format!("`cargo metadata` can't be run: {error}"),
    };
    Message::error(message)
}

fn chosen<'m>(metadata: &'m Metadata, folder: &Path) -> Vec<&'m Package> {
    let mut packages: Vec<(PathBuf, &Package)> = metadata
        .packages
        .iter()
        .map(|package| (home(package), package))
        .collect();
    packages.sort_by(|(one, _), (other, _)| one.cmp(other));
    let is_root = metadata
        .workspace_root
        .as_std_path()
        .canonicalize()
        .is_ok_and(|root| root == folder);
    let within: Vec<_> = packages
        .iter()
        .filter(|(home, _)| is_root || home.starts_with(folder))
        .map(|(_, package)| *package)
        .collect();
    if !within.is_empty() {
        return within;
    }
    let around = packages.iter().filter(|(home, _)| folder.starts_with(home));
    around
        .max_by_key(|(home, _)| home.components().count())
        .map(|(_, package)| *package)
        .into_iter()
        .collect()
}

/// The folder of a package.
fn home(package: &Package) -> PathBuf {
    let manifest = package.manifest_path.as_std_path();
    let folder = manifest.parent().unwrap_or(manifest);
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

fn roots(package: &Package) -> Roots {
    let files = package
        .targets
        .iter()
        .map(|target| target.src_path.as_std_path().to_owned())
        .collect();
    Roots {
        package: package.name.to_string(),
        files,
    }
}
