//! Real documents.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Returns the real documents that are kept beside a checkout of the workspace, each with its path; none where they
/// aren't there.
pub(crate) fn corpus() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md")
                && !path.ends_with("README.md")
            {
                let text = fs::read_to_string(&path).expect("a file of the corpus can be read");
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}
