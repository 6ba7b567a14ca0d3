//! The packages of a folder, as Cargo knows them.

use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand, Package};

use crate::{message::Message, paths};

/// The packages that a command is about, and the others of their workspace.
#[derive(Debug)]
pub(crate) struct Packages {
    /// The folder that was asked for, as people are shown it.
    folder: String,
    chosen: Vec<Roots>,
    others: Vec<Roots>,
}

/// A package, and where its sources begin.
#[derive(Debug)]
struct Roots {
    /// The name of the package.
    package: String,
    /// The first file of each target: libraries, binaries, examples, tests, benches, the build script.
    files: Vec<PathBuf>,
}

impl Packages {
    /// The packages in and below a folder; if there are none, the one that the folder is part of.
    ///
    /// # Errors
    ///
    /// When there is no such folder, no manifest, or one that Cargo refuses.
    pub(crate) fn of(folder: &Path) -> Result<Packages, Message> {
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
        let (chosen, others) = chosen(&metadata, &canonical);
        if chosen.is_empty() {
            return Err(Message::error(format!(
                "there is no package in `{shown}`, nor is it part of one"
            )));
        }
        let roots = |packages: Vec<&Package>| packages.into_iter().map(roots).collect();
        Ok(Packages {
            folder: shown,
            chosen: roots(chosen),
            others: roots(others),
        })
    }

    /// The first files of their targets.
    pub(crate) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.chosen.iter().flat_map(|package| &package.files)
    }

    /// The first files of the other packages' targets.
    pub(crate) fn other_files(&self) -> impl Iterator<Item = &PathBuf> {
        self.others.iter().flat_map(|package| &package.files)
    }

    /// Says that a command has nothing to do, because no definitions are in these packages.
    pub(crate) fn nothing(&self, to: &str) -> Message {
        let names: Vec<_> = self
            .chosen
            .iter()
            .map(|package| format!("`{}`", package.package))
            .collect();
        Message::error(format!(
            "there is nothing to {to} in `{}`: no `controls!` in the sources of {}",
            self.folder,
            names.join(", ")
        ))
    }
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

/// The packages that a folder means, and the others, each in the order of their folders.
fn chosen<'m>(metadata: &'m Metadata, folder: &Path) -> (Vec<&'m Package>, Vec<&'m Package>) {
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
    let is_within = |home: &Path| is_root || home.starts_with(folder);
    // Of packages around the folder, the innermost is the last.
    let around = packages
        .iter()
        .rfind(|(home, _)| folder.starts_with(home))
        .filter(|_| !packages.iter().any(|(home, _)| is_within(home)))
        .map(|(home, _)| home.clone());
    let is_chosen = |home: &PathBuf| is_within(home) || around.as_ref() == Some(home);
    let (chosen, others): (Vec<_>, Vec<_>) =
        packages.into_iter().partition(|(home, _)| is_chosen(home));
    let bare = |packages: Vec<(PathBuf, &'m Package)>| {
        packages.into_iter().map(|(_, package)| package).collect()
    };
    (bare(chosen), bare(others))
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
