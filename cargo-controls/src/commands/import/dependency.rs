//! The dependency of a crate on `controls-core`: on the published one, or on the one in a folder.

use std::{fs, path::Path};

use cargo_metadata::{Error, MetadataCommand};
use serde::Deserialize;
use toml::Value;

use crate::paths;

const NAME: &str = "controls-core";

/// What follows `controls-core =` in a manifest, where it's the published one.
///
/// # Errors
///
/// When Cargo can't find it: the crate wouldn't build.
pub(super) fn published(folder: &Path, feature: Option<&str>) -> Result<String, String> {
    let version = env!("CARGO_PKG_VERSION");
    let dependency = format!(
        "{{ version = \"{version}\", default-features = false{} }}",
        features(feature)
    );
    let failed = |what: &str| {
        format!(
            "`{NAME}` {version} can't be found, so the crate would not build: pass `--controls-core` with the folder of that package, such as the one in a clone of its repository\n  = note: {what}"
        )
    };
    // Cargo is asked about a package of its own, in which nothing is in the way of an answer and no lock file is changed.
    let probe = tempfile::tempdir().map_err(|error| failed(&error.to_string()))?;
    let manifest = probe.path().join("Cargo.toml");
    let text = format!(
        "[package]\nname = \"probe\"\nedition = \"2024\"\n[lib]\npath = \"Cargo.toml\"\n[dependencies]\n{NAME} = {dependency}\n[workspace]\n"
    );
    fs::write(&manifest, text).map_err(|error| failed(&error.to_string()))?;
    // Where the crate will be, for Cargo's configuration to be that of the place.
    let place = folder.ancestors().find(|folder| folder.is_dir());
    let answer = MetadataCommand::new()
        .manifest_path(&manifest)
        .current_dir(place.unwrap_or(folder))
        .exec();
    match answer {
        Ok(_) => Ok(dependency),
        Err(Error::CargoMetadata { stderr }) => {
            let error = stderr.lines().find_map(|line| line.strip_prefix("error: "));
            Err(failed(&format!(
                "Cargo says: {}",
                error.unwrap_or(stderr.trim())
            )))
        }
        Err(error) => Err(failed(&format!("`cargo metadata` can't be run: {error}"))),
    }
}

/// What follows `controls-core =` in the manifest of a package in `folder`, where it's the one in `core`.
///
/// # Errors
///
/// When that isn't its folder.
pub(super) fn in_folder(
    core: &Path,
    folder: &Path,
    feature: Option<&str>,
) -> Result<String, String> {
    let shown = paths::shown(core);
    let manifest = fs::read_to_string(core.join("Cargo.toml")).map_err(|_| {
        format!(
            "there is no `Cargo.toml` in `{shown}`: `--controls-core` is the folder of that package"
        )
    })?;
    let manifest: Manifest = toml::from_str(&manifest)
        .map_err(|error| format!("`{shown}/Cargo.toml` can't be read: {}", error.message()))?;
    let is_there = core.join(NAME).join("Cargo.toml").is_file();
    match (manifest.package, manifest.workspace) {
        (Some(Package { name }), _) if name == NAME => {
            let path = paths::absolute(core)
                .map_or_else(|| core.to_owned(), |core| paths::relative(&core, folder));
            Ok(format!(
                "{{ path = {}, version = {}, default-features = false{} }}",
                string(&paths::shown(&path)),
                string(&version(core)?),
                features(feature)
            ))
        }
        (_, Some(_)) if is_there => Err(format!(
            "`{shown}` is the root of a workspace: pass `--controls-core {}`",
            paths::shown(&core.join(NAME))
        )),
        (None, _) => Err(format!(
            "`{shown}` is the root of a workspace: `--controls-core` is the folder of that package"
        )),
        (Some(Package { name }), _) => Err(format!(
            "`{shown}` is the folder of the package `{name}`, not of `{NAME}`"
        )),
    }
}

/// The feature that the document needs.
fn features(feature: Option<&str>) -> String {
    feature.map_or_else(String::new, |feature| {
        format!(", features = [\"{feature}\"]")
    })
}

/// The version of the package in a folder, which the manifest may leave to its workspace. Without it, Cargo packages no crate
/// that depends on it.
fn version(core: &Path) -> Result<String, String> {
    let manifest = core.join("Cargo.toml");
    let failed = |what: &str| {
        format!(
            "the version of `{}` can't be found: {what}",
            paths::shown(core)
        )
    };
    let metadata = MetadataCommand::new()
        .manifest_path(&manifest)
        .no_deps()
        .exec()
        .map_err(|error| failed(&error.to_string()))?;
    let package = metadata
        .packages
        .iter()
        .find(|package| **package.name == *NAME);
    package
        .map(|package| package.version.to_string())
        .ok_or_else(|| failed("Cargo knows of no such package"))
}

/// What is looked at of a manifest.
#[derive(Deserialize)]
struct Manifest {
    package: Option<Package>,
    workspace: Option<Value>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
}

/// A text as TOML writes it.
pub(super) fn string(text: &str) -> String {
    Value::from(text).to_string()
}
