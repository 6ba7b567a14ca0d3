//! The packages of a folder, as Cargo knows them.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use cargo_metadata::{Metadata, MetadataCommand};

use super::{
    condition::{Cfg, Condition},
    manifest::Manifest,
    target::CargoTarget,
};
use crate::{args::Selection, message::Message, nearest::nearest, paths};

/// The packages that a command is about, and the others of their workspace.
#[derive(Debug)]
pub(crate) struct Packages {
    folder: PathBuf,
    /// Where Cargo writes which packages are meant.
    lock: PathBuf,
    chosen: Vec<Package>,
    others: Vec<Package>,
}

/// A package, and where its sources begin.
#[derive(Debug)]
pub(super) struct Package {
    /// Its name.
    pub(super) name: String,
    /// The folder of its manifest.
    pub(super) folder: PathBuf,
    /// The folder in which Cargo builds.
    pub(super) build_folder: PathBuf,
    /// Whether it depends on what has the macro.
    pub(super) has_macro: bool,
    /// The names of the packages that it depends on.
    pub(super) dependencies: Vec<String>,
    /// The crates of those that go by another name in its sources, by that name.
    pub(super) renamed: Arc<HashMap<String, String>>,
    /// The first file of each target: libraries, binaries, examples, tests, benches, the build script.
    pub(super) roots: Vec<Root>,
}

/// The first file of a target.
#[derive(Debug)]
pub(super) struct Root {
    /// Its path.
    pub(super) path: PathBuf,
    /// The target.
    pub(super) target: Arc<CargoTarget>,
    /// The features that it's only there with.
    pub(super) conditions: Vec<Condition>,
}

impl Package {
    pub(super) fn of(package: &cargo_metadata::Package, metadata: &Metadata) -> Package {
        let manifest = package.manifest_path.as_std_path();
        let described = Manifest::read(manifest);
        let build = metadata.build_directory.as_ref();
        let crate_name = |name: &str| name.replace('-', "_");
        let renamed = package.dependencies.iter().filter_map(|dependency| {
            let name = dependency.rename.as_ref()?;
            Some((crate_name(name), crate_name(&dependency.name)))
        });
        Package {
            renamed: Arc::new(renamed.collect()),
            name: package.name.to_string(),
            folder: manifest.parent().unwrap_or(manifest).to_owned(),
            build_folder: build
                .unwrap_or(&metadata.target_directory)
                .clone()
                .into_std_path_buf(),
            has_macro: package
                .dependencies
                .iter()
                .any(|dependency| dependency.name == "controls-core"),
            dependencies: package
                .dependencies
                .iter()
                .map(|dependency| dependency.name.clone())
                .collect(),
            roots: package
                .targets
                .iter()
                .map(|target| Root {
                    path: target.src_path.as_std_path().to_owned(),
                    target: Arc::new(CargoTarget::of(&package.name, target, &described)),
                    conditions: target.required_features.iter().map(feature).collect(),
                })
                .collect(),
        }
    }

    /// The folders in which its build script has left files: one for each profile and target.
    pub(super) fn out_folders(&self) -> impl Iterator<Item = PathBuf> {
        let of_profiles = entries(&self.build_folder);
        let of_targets = of_profiles.iter().flat_map(|folder| entries(folder));
        let builds: Vec<PathBuf> = of_profiles
            .iter()
            .cloned()
            .chain(of_targets)
            .flat_map(|folder| entries(&folder.join("build")))
            .collect();
        let prefix = format!("{}-", self.name);
        let is_own = move |folder: &PathBuf| {
            let name = folder.file_name().and_then(|name| name.to_str());
            // What follows is a hash.
            name.and_then(|name| name.strip_prefix(&prefix))
                .is_some_and(|hash| hash.chars().all(|c| c.is_ascii_hexdigit()))
        };
        builds
            .into_iter()
            .filter(is_own)
            .map(|folder| folder.join("out"))
    }
}

/// That a feature is on.
fn feature(name: &String) -> Condition {
    let feature = format!("feature = {name:?}");
    Condition::Cfg(Cfg::of(feature.parse().unwrap_or_default()))
}

/// What is in a folder.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

impl Packages {
    /// The packages in and below a folder; if there are none, the one that the folder is part of. Where packages are
    /// named, these packages of the workspace.
    ///
    /// # Errors
    ///
    /// When there is no such folder, manifest or package, or a manifest that Cargo refuses.
    pub(crate) fn of(selection: &Selection) -> Result<Packages, Message> {
        let folder = match &selection.manifest_path {
            Some(manifest) => folder_of(manifest)?,
            None => selection.path.clone(),
        };
        let shown = paths::shown(&folder);
        let canonical = canonical(&folder)?;
        let metadata = MetadataCommand::new()
            .current_dir(&folder)
            .no_deps()
            .exec()
            .map_err(|error| refused(&error))?;
        let (chosen, others) = if selection.package.is_empty() {
            chosen(&metadata, &canonical)
        } else {
            named(&metadata, &selection.package)?
        };
        if chosen.is_empty() {
            return Err(Message::error(format!(
                "there is no package in `{shown}`, nor is it part of one"
            )));
        }
        let packages = |of: Vec<&cargo_metadata::Package>| {
            of.into_iter()
                .map(|package| Package::of(package, &metadata))
                .collect()
        };
        Ok(Packages {
            folder,
            lock: metadata.workspace_root.join("Cargo.lock").into(),
            chosen: packages(chosen),
            others: packages(others),
        })
    }

    /// The packages of the workspace that the present folder is in.
    ///
    /// # Errors
    ///
    /// When it's in none, or Cargo refuses a manifest.
    pub(crate) fn of_here() -> Result<Packages, Message> {
        Packages::of(&Selection {
            path: ".".into(),
            package: Vec::new(),
            manifest_path: None,
        })
    }

    /// The folder that was asked for, as people are shown it.
    pub(crate) fn folder(&self) -> String {
        paths::shown(&self.folder)
    }

    /// The folder that was asked for.
    pub(super) fn path(&self) -> &Path {
        &self.folder
    }

    /// The file that says which versions of dependencies are meant.
    pub(super) fn lock(&self) -> &Path {
        &self.lock
    }

    /// The packages themselves.
    pub(super) fn chosen(&self) -> &[Package] {
        &self.chosen
    }

    /// The other packages of their workspace.
    pub(super) fn others(&self) -> &[Package] {
        &self.others
    }

    /// Whether a package is one of those that are meant.
    pub(crate) fn are_about(&self, package: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen.name == package)
    }

    /// The names of the packages of the workspace that are neither meant nor needed by those which are, directly or through
    /// others.
    pub(crate) fn out_of_scope(&self) -> HashSet<&str> {
        let mut names: HashSet<&str> = self.others.iter().map(|other| &*other.name).collect();
        let mut stack: Vec<&Package> = self.chosen.iter().collect();
        while let Some(package) = stack.pop() {
            for other in &self.others {
                if package.dependencies.contains(&other.name) && names.remove(&*other.name) {
                    stack.push(other);
                }
            }
        }
        names
    }

    /// Says that a command has nothing to do, because no definitions are in these packages, but in some that they depend
    /// on.
    pub(crate) fn nothing(&self, to: &str, dependencies: &[&str]) -> Message {
        let names: Vec<&str> = self.chosen.iter().map(|package| &*package.name).collect();
        let others = match dependencies {
            [] => String::new(),
            dependencies => format!(
                ", only in those of dependencies, which are their authors' to {to}: {}",
                listed(dependencies)
            ),
        };
        Message::error(format!(
            "there is nothing to {to} in `{}`: no `controls!` in the sources of {}{others}",
            self.folder(),
            listed(&names)
        ))
    }
}

fn listed(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

fn refused(error: &cargo_metadata::Error) -> Message {
    Message::error(match error {
        cargo_metadata::Error::CargoMetadata { .. } => {
            format!(
                "Cargo can't say which packages there are: {}",
                reason(error)
            )
        }
        error => format!("`cargo metadata` can't be run: {}", reason(error)),
    })
}

/// Why Cargo says nothing of packages.
pub(super) fn reason(error: &cargo_metadata::Error) -> String {
    match error {
        cargo_metadata::Error::CargoMetadata { stderr } => {
            let stderr = stderr.trim();
            stderr.strip_prefix("error: ").unwrap_or(stderr).to_owned()
        }
        error => error.to_string(),
    }
}

/// The folder of a manifest that is named as Cargo's commands have it named.
fn folder_of(manifest: &Path) -> Result<PathBuf, Message> {
    let shown = paths::shown(manifest);
    if manifest.file_name().is_none_or(|name| name != "Cargo.toml") {
        return Err(Message::error(format!(
            "`{shown}` isn't the path of a `Cargo.toml`, which `--manifest-path` must be"
        )));
    }
    if !manifest.is_file() {
        return Err(Message::error(format!("there is no file `{shown}`")));
    }
    Ok(manifest
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
        .to_owned())
}

/// The path of a folder without links, if the folder is one of a package or in one.
fn canonical(folder: &Path) -> Result<PathBuf, Message> {
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
    Ok(canonical)
}

/// The packages of these names, and the others.
fn named<'m>(metadata: &'m Metadata, names: &[String]) -> Result<Sorted<'m>, Message> {
    let known = || metadata.packages.iter().map(|package| &**package.name);
    if let Some(name) = names
        .iter()
        .find(|name| !known().any(|known| known == **name))
    {
        let help = nearest(name, known().map(|known| (known.to_owned(), known)))
            .map(|near| format!("\n  = help: a package with a similar name exists: `{near}`"))
            .unwrap_or_default();
        return Err(Message::error(format!(
            "the workspace has no package `{name}`{help}"
        )));
    }
    Ok(by_folder(metadata)
        .into_iter()
        .map(|(_, package)| package)
        .partition(|package| names.iter().any(|name| *name == **package.name)))
}

/// The packages that are meant, and the others.
type Sorted<'m> = (
    Vec<&'m cargo_metadata::Package>,
    Vec<&'m cargo_metadata::Package>,
);

/// The packages with their folders, and in the order of these.
fn by_folder(metadata: &Metadata) -> Vec<(PathBuf, &cargo_metadata::Package)> {
    let mut packages: Vec<(PathBuf, &cargo_metadata::Package)> = metadata
        .packages
        .iter()
        .map(|package| (home(package), package))
        .collect();
    packages.sort_by(|(one, _), (other, _)| one.cmp(other));
    packages
}

/// The packages that a folder means, and the others.
fn chosen<'m>(metadata: &'m Metadata, folder: &Path) -> Sorted<'m> {
    let packages = by_folder(metadata);
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
    let bare = |packages: Vec<(PathBuf, &'m cargo_metadata::Package)>| {
        packages.into_iter().map(|(_, package)| package).collect()
    };
    (bare(chosen), bare(others))
}

/// The folder of a package.
fn home(package: &cargo_metadata::Package) -> PathBuf {
    let manifest = package.manifest_path.as_std_path();
    let folder = manifest.parent().unwrap_or(manifest);
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}
