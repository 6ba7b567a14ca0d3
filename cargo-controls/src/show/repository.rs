//! Paths as tools want them that know a repository: seen from its root, wherever in it the command runs.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::paths;

/// The repository around the present folder.
pub(super) struct Repository {
    root: PathBuf,
    here: PathBuf,
}

impl Repository {
    /// Finds it by its `.git`, which is a folder, or a file in a linked worktree.
    pub(super) fn around_here() -> Option<Repository> {
        let here = env::current_dir().ok()?;
        let root = here
            .ancestors()
            .find(|folder| folder.join(".git").exists())?;
        Some(Repository {
            root: root.to_owned(),
            here,
        })
    }
}

/// The path of a file as it's seen from the root, given as it's seen from here.
pub(super) fn seen(repository: Option<&Repository>, file: &str) -> String {
    let seen = repository.and_then(|Repository { root, here }| {
        let absolute = paths::absolute(&here.join(Path::new(file)))?;
        Some(paths::shown(&paths::relative(&absolute, root)))
    });
    seen.unwrap_or_else(|| file.to_owned())
}
