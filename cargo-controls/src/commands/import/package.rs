//! A crate of definitions, ready for `cargo check`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use cargo_metadata::MetadataCommand;
use controls_dsl::is_keyword;

use super::{
    arguments::Arguments,
    dependency, folder,
    imported::{Imported, Imports},
    texts::NewCrate,
};
use crate::paths;

/// A crate that has been made.
#[derive(Debug)]
pub(super) struct NewPackage {
    /// Its name.
    pub(super) name: String,
    /// Where it is, seen from here.
    pub(super) folder: PathBuf,
}

/// Makes a crate, and may say what a person should know about it.
pub(super) fn make(
    arguments: &Arguments,
    folder: &Path,
    imports: &Imports,
) -> Result<(NewPackage, Option<String>), String> {
    let absolute = paths::absolute(folder).ok_or_else(|| {
        format!(
            "`{}` can't be found from here: write another path",
            paths::shown(folder)
        )
    })?;
    let file = arguments
        .document
        .file_name()
        .map(|name| name.to_string_lossy())
        .unwrap_or_default();
    let name = package_name(&absolute, &imports.definitions);
    let new_crate = NewCrate {
        package: &name,
        document: &file,
        date: imports.date.as_deref(),
        published: arguments.published.as_deref(),
        imported: &imports.definitions,
        in_modules: arguments.all,
    };
    // Before Cargo is asked anything.
    folder::is_free(&absolute)?;
    let feature = imports.source.feature();
    let dependency = match &arguments.controls_core {
        Some(core) => dependency::in_folder(core, &absolute, feature)?,
        None => dependency::published(&absolute, feature)?,
    };
    let manifest = new_crate.manifest(&dependency);
    let copy = format!("document/{file}");
    let (notice, readme, changelog) = (
        new_crate.notice(),
        new_crate.readme(),
        new_crate.changelog(),
    );
    let sources = new_crate.sources();
    let mut files = vec![
        ("Cargo.toml", &*manifest),
        ("NOTICE.md", &*notice),
        ("README.md", &*readme),
        ("CHANGELOG.md", &*changelog),
        (&*copy, &*imports.source.text),
    ];
    files.extend(sources.iter().map(|(path, text)| (&**path, &**text)));
    folder::make(&absolute, &files)?;
    let warning = own_workspace(&absolute, &manifest);
    Ok((
        NewPackage {
            name,
            folder: paths::from_here(folder),
        },
        warning,
    ))
}

/// The name of the folder if it can name a package, or else one made of the catalog's.
fn package_name(folder: &Path, imported: &[Imported]) -> String {
    // The last are crates that the package is made with.
    const RESERVED: &[&str] = &[
        "alloc",
        "core",
        "proc_macro",
        "std",
        "test",
        "controls_core",
    ];
    let is_name = |name: &&str| {
        let crate_name = name.replace('-', "_");
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            && !is_keyword(name)
            && !RESERVED.contains(&&*crate_name)
    };
    if let Some(name) = folder
        .file_name()
        .and_then(|name| name.to_str())
        .filter(is_name)
    {
        return name.to_owned();
    }
    let catalog = imported.first().map_or("", |of| &*of.name);
    let mut name = String::from("controls");
    for c in catalog.chars().filter(char::is_ascii_alphanumeric) {
        if c.is_ascii_uppercase() || name.len() == "controls".len() {
            name.push('-');
        }
        name.push(c.to_ascii_lowercase());
    }
    Some(name)
        .filter(|name| name.contains('-') && is_name(&&**name))
        .unwrap_or_else(|| "controls-catalog".to_owned())
}

/// A package in the folder of a workspace that doesn't list it can't be built: it's made a workspace of its own.
fn own_workspace(folder: &Path, manifest: &str) -> Option<String> {
    let path = folder.join("Cargo.toml");
    let error = MetadataCommand::new()
        .manifest_path(&path)
        .no_deps()
        .exec()
        .err()?
        .to_string();
    if !error.contains("believes it's in a workspace") {
        return None;
    }
    let own =
        format!("{manifest}\n# The workspace around this package doesn't list it.\n[workspace]\n");
    let shown = paths::shown(&paths::from_here(folder));
    Some(match fs::write(&path, own) {
        Ok(()) => format!(
            "`{shown}` is in a workspace that doesn't list it, so it is a workspace of its own: to make it a member of the other, add it to `members` there and remove `[workspace]` from its `Cargo.toml`"
        ),
        Err(error) => {
            format!(
                "`{shown}` is in a workspace that doesn't list it: add it to `members` there ({error})"
            )
        }
    })
}
