//! Which control a path leads to by the modules that names are in, as the compiler looks them up. That takes what all files
//! import, so it's only asked where names alone don't tell: catalogs of one name are in scope, for example.

use std::collections::{BTreeSet, HashMap};

use super::names::{CatalogNames, ControlIndex};
use crate::sources::{imports::Import, walk::CrateFile};

/// How many names may lead to one another. Nobody writes so many, and the stack has an end.
const DEEPEST: u8 = 32;

/// The modules of some crates, and functions and other items with imports in them, by their paths from the crate on.
#[derive(Debug, Default)]
pub(super) struct Modules<'c> {
    by_path: HashMap<String, Module<'c>>,
    /// The crates that go by another name, by the crate and that name.
    renamed: HashMap<(String, &'c str), &'c str>,
}

/// What has names in it.
#[derive(Debug, Default)]
struct Module<'c> {
    /// The catalogs, by their names.
    catalogs: HashMap<&'c str, Vec<usize>>,
    /// What is imported, by the name that it has here.
    imports: HashMap<&'c str, Vec<&'c [String]>>,
    /// The paths of which all names are imported.
    stars: Vec<&'c [String]>,
}

/// Where a path is written.
#[derive(Clone, Copy)]
pub(super) struct Site<'s> {
    /// The name of the crate.
    pub(super) crate_name: &'s str,
    /// The modules of its file, outermost first.
    pub(super) modules: &'s [String],
    /// What is around it in its file, outermost first.
    pub(super) path: &'s [String],
    /// How many of these are modules.
    pub(super) inner: usize,
}

/// What a name stands for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Meaning {
    Module(String),
    Catalog(usize),
    Control(ControlIndex),
}

impl<'c> Modules<'c> {
    pub(super) fn of(files: &'c [CrateFile], catalogs: &'c [CatalogNames]) -> Modules<'c> {
        let mut modules = Modules::default();
        for (at, catalog) in catalogs.iter().enumerate() {
            let home = joined(&catalog.crate_name, &catalog.modules);
            let named = modules.at(home).catalogs.entry(&catalog.name).or_default();
            named.push(at);
        }
        for of in files {
            let crate_name = of.origin.target.crate_name();
            for (name, meant) in &*of.renamed {
                modules.renamed.insert((crate_name.clone(), name), meant);
            }
            let root = joined(&crate_name, &of.origin.modules);
            modules.at(root.clone());
            for Import { path, name, within } in &of.scan.names {
                let module = modules.at(joined(&root, &within.path));
                match name {
                    Some(name) => module.imports.entry(name).or_default().push(path),
                    None => module.stars.push(path),
                }
            }
        }
        modules
    }

    /// The module of a path, and those around it.
    fn at(&mut self, path: String) -> &mut Module<'c> {
        let mut around = &*path;
        while let Some((outer, _)) = around.rsplit_once("::") {
            self.by_path.entry(outer.to_owned()).or_default();
            around = outer;
        }
        self.by_path.entry(path).or_default()
    }

    /// The controls that a path means; `rows` finds the variant of a catalog.
    pub(super) fn controls(
        &self,
        path: &[String],
        site: Site<'_>,
        rows: &HashMap<(usize, &str), usize>,
    ) -> BTreeSet<ControlIndex> {
        let mut search = Search {
            modules: self,
            rows,
            known: HashMap::new(),
            depth: 0,
        };
        let file = joined(site.crate_name, site.modules);
        // Blocks from the innermost on, then the module that they're in.
        let inner = site.inner.min(site.path.len());
        let places = (inner..=site.path.len()).rev();
        let module = joined(&file, &site.path[..inner]);
        let found = places
            .map(|end| search.path(path, &joined(&file, &site.path[..end]), &module))
            .find(|found| !found.is_empty());
        let controls = found.into_iter().flatten();
        controls
            .filter_map(|meaning| match meaning {
                Meaning::Control(control) => Some(control),
                _ => None,
            })
            .collect()
    }
}

/// A way from name to name.
struct Search<'m> {
    modules: &'m Modules<'m>,
    rows: &'m HashMap<(usize, &'m str), usize>,
    /// What names mean that have been looked for, each with its place; nothing while one is being looked for.
    known: HashMap<(String, String), BTreeSet<Meaning>>,
    depth: u8,
}

impl Search<'_> {
    /// What a path means that is written in a place of a module.
    fn path(&mut self, path: &[String], place: &str, module: &str) -> BTreeSet<Meaning> {
        let Some((first, rest)) = path.split_first() else {
            return BTreeSet::new();
        };
        let mut found = match &**first {
            "crate" => only(root(module)),
            "self" => only(module),
            "super" => only(outer(module)),
            name => {
                let found = self.name(name, place, module);
                if found.is_empty() {
                    self.of_crate(name, module)
                } else {
                    found
                }
            }
        };
        for name in rest {
            found = found
                .into_iter()
                .flat_map(|meaning| self.within(&meaning, name))
                .collect();
        }
        found
    }

    /// The crate of a name.
    fn of_crate(&self, name: &str, module: &str) -> BTreeSet<Meaning> {
        let renamed = self.modules.renamed.get(&(root(module).to_owned(), name));
        let name = renamed.copied().unwrap_or(name);
        let is_known = self.modules.by_path.contains_key(name);
        if is_known {
            only(name)
        } else {
            BTreeSet::new()
        }
    }

    /// What a name means after another one.
    fn within(&mut self, meaning: &Meaning, name: &str) -> BTreeSet<Meaning> {
        match meaning {
            Meaning::Module(module) => match name {
                "self" => only(module),
                "super" => only(outer(module)),
                name => self.name(name, module, module),
            },
            Meaning::Catalog(catalog) => {
                let row = self.rows.get(&(*catalog, name));
                let control = row.map(|row| ControlIndex {
                    catalog: *catalog,
                    row: *row,
                });
                control.map(Meaning::Control).into_iter().collect()
            }
            Meaning::Control(_) => BTreeSet::new(),
        }
    }

    /// What a name means in a place of a module. What is there itself goes before what a `*` imports.
    fn name(&mut self, name: &str, place: &str, module: &str) -> BTreeSet<Meaning> {
        let Some(here) = self.modules.by_path.get(place) else {
            return BTreeSet::new();
        };
        let key = (place.to_owned(), name.to_owned());
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        if self.depth == DEEPEST {
            return BTreeSet::new();
        }
        self.known.insert(key.clone(), BTreeSet::new());
        self.depth += 1;
        let catalogs = here.catalogs.get(name).into_iter().flatten();
        let mut found: BTreeSet<Meaning> = catalogs.map(|at| Meaning::Catalog(*at)).collect();
        for path in here.imports.get(name).into_iter().flatten() {
            // `use name;` is about the crate.
            if **path == [name.to_owned()] {
                found.extend(self.of_crate(name, module));
            } else {
                found.extend(self.path(path, module, module));
            }
        }
        let inner = format!("{place}::{name}");
        if place == module && self.modules.by_path.contains_key(&inner) {
            found.extend(only(&inner));
        }
        if found.is_empty() {
            for path in &here.stars {
                for meaning in self.path(path, module, module) {
                    found.extend(self.within(&meaning, name));
                }
            }
        }
        self.depth -= 1;
        self.known.insert(key, found.clone());
        found
    }
}

fn only(module: &str) -> BTreeSet<Meaning> {
    BTreeSet::from([Meaning::Module(module.to_owned())])
}

fn joined(root: &str, names: &[String]) -> String {
    let names = names.iter().flat_map(|name| ["::", name]);
    std::iter::once(root).chain(names).collect()
}

/// The crate of a module.
fn root(module: &str) -> &str {
    module.split("::").next().unwrap_or(module)
}

/// The module around another one.
fn outer(module: &str) -> &str {
    module.rsplit_once("::").map_or(module, |(outer, _)| outer)
}
