//! Paths as people are shown them.

use std::path::{Component, Path, PathBuf};

use pathdiff::diff_paths;

/// A path seen from the present folder: relative wherever the two have a folder in common, without `.` and `..` within.
pub(crate) fn from_here(path: &Path) -> PathBuf {
    let (Ok(here), Some(absolute)) = (std::env::current_dir(), absolute(path)) else {
        return path.to_owned();
    };
    relative(&absolute, &here)
}

/// A path from the root on, without `.` and `..`.
pub(crate) fn absolute(path: &Path) -> Option<PathBuf> {
    std::path::absolute(path)
        .ok()
        .map(|path| without_dots(&path))
}

/// A path as text, with `/` on all systems.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}

/// `path` as seen from `here`. Both are absolute. Where all that they have in common is the root, it stays as it is.
pub(crate) fn relative(path: &Path, here: &Path) -> PathBuf {
    let first = |path: &Path| {
        path.components()
            .find(|component| matches!(component, Component::Normal(_)))
            .map(|component| component.as_os_str().to_owned())
    };
    let relative = diff_paths(path, here).filter(|_| first(path) == first(here));
    match relative {
        Some(relative) if relative.as_os_str().is_empty() => PathBuf::from("."),
        Some(relative) => relative,
        None => path.to_owned(),
    }
}

fn without_dots(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            component => out.push(component),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_here() {
        for (path, here, expected) in [
            ("/a/b/c.rs", "/a/b", "c.rs"),
            ("/a/b/c.rs", "/a/b/d/e", "../../c.rs"),
            ("/a/b", "/a/b", "."),
            ("/x/y", "/a/b", "/x/y"),
            ("/a", "/a/b", ".."),
            ("/", "/a/b", "/"),
            ("/a/b", "/", "/a/b"),
        ] {
            assert_eq!(
                relative(Path::new(path), Path::new(here)),
                Path::new(expected),
                "{path} from {here}"
            );
        }
    }

    #[test]
    fn dots_within_a_path_are_resolved() {
        assert_eq!(without_dots(Path::new("/a/./b/../c")), Path::new("/a/c"));
    }
}
