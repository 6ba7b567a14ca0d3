//! The paths of catalogs, by which commands are told which one is meant where several have one name.

use std::collections::HashSet;

/// The path of a catalog from its crate on.
pub(crate) fn catalog_path(crate_name: &str, modules: &[String], name: &str) -> String {
    let mut path = crate_name.to_owned();
    for part in modules.iter().map(String::as_str).chain([name]) {
        path.extend(["::", part]);
    }
    path
}

/// The name of a catalog, with which its path ends.
pub(crate) fn catalog_name(path: &str) -> &str {
    path.rsplit_once("::").map_or(path, |(_, name)| name)
}

/// Whether somebody means the catalog of a path: by its name, or by as much of the path as tells it apart.
pub(crate) fn is_path_of(wanted: &str, path: &str) -> bool {
    path.strip_suffix(wanted)
        .is_some_and(|before| before.is_empty() || before.ends_with("::"))
}

/// Says that one catalog is to be named.
pub(crate) fn several(what: &str, paths: &[String]) -> String {
    let names: Vec<&str> = paths.iter().map(|path| catalog_name(path)).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let (shown, help) = if are_different(&names) {
        (names, "name one")
    } else if are_different(&paths) {
        (paths, "name one by its path")
    } else {
        (paths, "choose its package with `-p`")
    };
    let shown = shown.join("`, `");
    format!("{what}, and `{shown}` are in scope\n  = help: {help}")
}

fn are_different(texts: &[&str]) -> bool {
    texts.iter().collect::<HashSet<_>>().len() == texts.len()
}
