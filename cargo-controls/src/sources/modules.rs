//! Where the files of modules are, by Rust's rules.

use std::path::{Path, PathBuf};

use super::scan::{Module, Named};

/// Where the modules of a file are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Home {
    /// The folder of the file.
    folder: PathBuf,
    /// The folder in it for the modules of a file such as `a.rs`. A crate's root, a `mod.rs` and what a `#[path]` leads
    /// to have theirs beside them.
    own: Option<String>,
}

impl Home {
    /// For the first file of a crate.
    pub(crate) fn of_root(file: &Path) -> Home {
        Home {
            folder: parent(file),
            own: None,
        }
    }
}

impl Home {
    /// Where the modules of a `mod name { … }` are looked for: by its path, by each of those that depend on a `cfg_attr`,
    /// and by its name.
    fn of_inline(&self, named: &Named) -> Vec<Home> {
        let by_name = match (&named.path, &self.own) {
            (Some(path), _) => self.folder.join(path),
            (None, Some(own)) => self.folder.join(own).join(&named.name),
            (None, None) => self.folder.join(&named.name),
        };
        let others = named.other_paths.iter().map(|path| self.folder.join(path));
        let folders = std::iter::once(by_name).chain(others);
        folders.map(|folder| Home { folder, own: None }).collect()
    }
}

/// A file that a module may be in, and where its modules are.
type Candidate = (PathBuf, Home);

/// The files that a module may be in. It's in the first of each list that is there; there are several lists where its
/// path, or that of a module around it, depends on a `cfg_attr`.
pub(crate) fn candidates(module: &Module, home: &Home) -> Vec<Vec<Candidate>> {
    let mut homes = vec![home.clone()];
    for named in &module.inside {
        homes = homes
            .iter()
            .flat_map(|home| home.of_inline(named))
            .collect();
    }
    homes
        .iter()
        .flat_map(|home| candidates_in(&module.named, home))
        .collect()
}

fn candidates_in(named: &Named, home: &Home) -> Vec<Vec<Candidate>> {
    let by_path = |path: &String| {
        let file = home.folder.join(path);
        let home = Home::of_root(&file);
        vec![(file, home)]
    };
    let first = match &named.path {
        Some(path) => by_path(path),
        None => by_name(&named.name, home),
    };
    let others = named.other_paths.iter().map(by_path);
    std::iter::once(first).chain(others).collect()
}

fn by_name(name: &str, home: &Home) -> Vec<Candidate> {
    let folder = match &home.own {
        Some(own) => home.folder.join(own),
        None => home.folder.clone(),
    };
    let nested = folder.join(name);
    vec![
        (
            folder.join(format!("{name}.rs")),
            Home {
                folder,
                own: Some(name.to_owned()),
            },
        ),
        (
            nested.join("mod.rs"),
            Home {
                folder: nested,
                own: None,
            },
        ),
    ]
}

fn parent(file: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    /// The files of all modules of a source.
    fn files(source: &str, home: &Home) -> Vec<String> {
        let scan = scan(source.parse().unwrap());
        let found = scan
            .modules
            .iter()
            .flat_map(|module| candidates(module, home).concat());
        found
            .map(|(path, _)| path.to_string_lossy().replace('\\', "/"))
            .collect()
    }

    #[test]
    fn files_are_where_the_compiler_looks_for_them() {
        let root = Home::of_root(Path::new("s/lib.rs"));
        let leaf = Home {
            folder: PathBuf::from("s"),
            own: Some("f".to_owned()),
        };
        for (source, of_root, of_leaf) in [
            (
                "mod a;",
                &["s/a.rs", "s/a/mod.rs"][..],
                &["s/f/a.rs", "s/f/a/mod.rs"][..],
            ),
            (
                "pub(crate) mod r#type;",
                &["s/type.rs", "s/type/mod.rs"],
                &["s/f/type.rs", "s/f/type/mod.rs"],
            ),
            (
                "mod i { mod a; }",
                &["s/i/a.rs", "s/i/a/mod.rs"],
                &["s/f/i/a.rs", "s/f/i/a/mod.rs"],
            ),
            ("#[path = \"x.rs\"] mod a;", &["s/x.rs"], &["s/x.rs"]),
            (
                "mod i { #[path = \"x.rs\"] mod a; }",
                &["s/i/x.rs"],
                &["s/f/i/x.rs"],
            ),
            (
                "#[path = \"d\"] mod i { mod a; }",
                &["s/d/a.rs", "s/d/a/mod.rs"],
                &["s/d/a.rs", "s/d/a/mod.rs"],
            ),
            (
                "#[cfg_attr(x, path = \"x.rs\")] mod a;",
                &["s/a.rs", "s/a/mod.rs", "s/x.rs"],
                &["s/f/a.rs", "s/f/a/mod.rs", "s/x.rs"],
            ),
            (
                "#[cfg_attr(x, path = \"d\")] mod i { #[path = \"x.rs\"] mod a; }",
                &["s/i/x.rs", "s/d/x.rs"],
                &["s/f/i/x.rs", "s/d/x.rs"],
            ),
        ] {
            assert_eq!(files(source, &root), of_root, "{source}");
            assert_eq!(files(source, &leaf), of_leaf, "{source}");
        }
    }

    #[test]
    fn modules_of_modules_are_in_folders_of_their_name() {
        let scan = scan("mod a; #[path = \"d/x.rs\"] mod b;".parse().unwrap());
        let root = Home::of_root(Path::new("s/lib.rs"));
        let homes: Vec<_> = scan
            .modules
            .iter()
            .flat_map(|module| candidates(module, &root).concat())
            .map(|(_, home)| home)
            .collect();
        let home = |folder: &str, own: Option<&str>| Home {
            folder: folder.into(),
            own: own.map(str::to_owned),
        };
        assert_eq!(
            homes,
            [home("s", Some("a")), home("s/a", None), home("s/d", None)]
        );
    }
}
