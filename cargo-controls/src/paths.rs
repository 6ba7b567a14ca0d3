//! Paths as people are shown them.

use std::path::{Component, Path, PathBuf};

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

/// `path` as seen from `here`. Both are absolute.
pub(crate) fn relative(path: &Path, here: &Path) -> PathBuf {
    let is_same = |(one, other): &(Component<'_>, Component<'_>)| one == other;
    let common: Vec<_> = path
        .components()
        .zip(here.components())
        .take_while(is_same)
        .collect();
    if !common
        .iter()
        .any(|(component, _)| matches!(component, Component::Normal(_)))
    {
        return path.to_owned();
    }
    let shared = common.len();
    let up = here.components().skip(shared).map(|_| Component::ParentDir);
    let relative: PathBuf = up.chain(path.components().skip(shared)).collect();
    if relative.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        relative
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
