//! Which control a path means, by the names of catalogs and what files import. A crate isn't compiled for it: what can't be
//! told is said.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashMap, HashSet},
};

use super::{
    modules::{Modules, Site},
    names::{CatalogNames, ControlIndex},
};
use crate::{
    nearest::nearest,
    sources::{imports::Import, walk::CrateFile},
};

/// Why a path leads to no control.
pub(super) struct Unresolved {
    pub(super) message: String,
    /// The catalog that it leads to.
    pub(super) catalog: Option<usize>,
}

impl Unresolved {
    fn path(message: String) -> Unresolved {
        Unresolved {
            message,
            catalog: None,
        }
    }
}

/// How many paths one may stand for by way of imports. Real files have one or two.
const MOST: usize = 32;

/// The controls that a path may mean, and how much of where each is it names.
type Found = BTreeMap<ControlIndex, Named>;

/// How much of where a control is a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Nothing,
    /// It, or where it is, names the crate.
    Crate,
    /// It names the module too.
    Module,
}

/// The controls of some catalogs, by their names.
pub(super) struct Resolver<'c> {
    catalogs: &'c [CatalogNames],
    files: &'c [CrateFile],
    /// The modules of the files, once they're needed.
    modules: OnceCell<Modules<'c>>,
    /// The catalogs of each name.
    by_name: HashMap<&'c str, Vec<usize>>,
    rows: HashMap<(usize, &'c str), usize>,
    /// Whether a file calls something else by the name of a catalog, so that names alone lead astray.
    is_renamed: bool,
}

/// Where a path is.
pub(super) struct Scope<'i> {
    /// The name of its crate.
    pub(super) crate_name: &'i str,
    /// What its file imports.
    pub(super) file: &'i Imported,
    /// What all files of its package import.
    pub(super) package: &'i Imported,
}

/// What some files import, to be looked up.
#[derive(Debug, Default)]
pub(super) struct Imported {
    /// The paths that each name stands for.
    by_name: HashMap<String, Vec<Vec<String>>>,
    /// The paths to catalogs of which all names are imported.
    stars: Vec<Vec<String>>,
}

impl<'c> Resolver<'c> {
    pub(super) fn of(catalogs: &'c [CatalogNames], files: &'c [CrateFile]) -> Resolver<'c> {
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut rows = HashMap::new();
        for (at, catalog) in catalogs.iter().enumerate() {
            by_name.entry(&catalog.name).or_default().push(at);
            for (row, variant) in catalog.variants.iter().enumerate() {
                rows.entry((at, &**variant)).or_insert(row);
            }
        }
        let mut imports = files.iter().flat_map(|of| &of.scan.names);
        let is_renamed = imports.any(|Import { path, name, .. }| {
            let name = name.as_deref().filter(|name| by_name.contains_key(name));
            name.is_some_and(|name| path.last().is_some_and(|last| last != name))
        });
        Resolver {
            catalogs,
            files,
            modules: OnceCell::new(),
            by_name,
            rows,
            is_renamed,
        }
    }

    /// What some files import, as far as it may lead to these controls.
    pub(super) fn imported<'i>(&self, imports: impl Iterator<Item = &'i Import>) -> Imported {
        let mut imported = Imported::default();
        let mut stars = Vec::new();
        for Import { path, name, .. } in imports {
            match name {
                // A name for itself leads nowhere.
                Some(name) if *path == [&**name] => {}
                Some(name) => {
                    let paths = imported.by_name.entry(name.clone()).or_default();
                    if paths.len() < MOST && !paths.contains(path) {
                        paths.push(path.clone());
                    }
                }
                None => stars.push(path),
            }
        }
        let mut known = HashSet::new();
        let expanded = stars.into_iter().flat_map(|star| expanded(star, &imported));
        let leads = |star: &Vec<String>| {
            let last = star.last().map_or("", |last| last);
            self.by_name.contains_key(last)
        };
        let stars: Vec<_> = expanded
            .filter(|star| leads(star) && known.insert(star.clone()))
            .collect();
        Imported { stars, ..imported }
    }

    /// The control of a path, or why there's none.
    pub(super) fn control(
        &self,
        path: &[String],
        scope: &Scope<'_>,
        site: Site<'_>,
    ) -> Result<ControlIndex, Unresolved> {
        let shown = path.join("::");
        let paths = expanded(path, scope.file);
        let mut found = Found::new();
        for path in &paths {
            self.direct(path, scope, &mut found);
        }
        if found.is_empty() {
            for path in &paths {
                self.through_others(path, scope, &mut found);
            }
        }
        if found.len() != 1 || self.is_renamed {
            let modules = || Modules::of(self.files, self.catalogs);
            let modules = self.modules.get_or_init(modules);
            let exact = modules.controls(path, site, &self.rows);
            if let [control] = exact.into_iter().collect::<Vec<_>>()[..] {
                return Ok(control);
            }
        }
        let most = found.values().max().copied();
        let named: Vec<&ControlIndex> = found
            .iter()
            .filter_map(|(control, named)| (Some(*named) == most).then_some(control))
            .collect();
        let all: Vec<&ControlIndex> = found.keys().collect();
        match (&named[..], &all[..]) {
            ([control], _) => return Ok(**control),
            (_, []) => {}
            _ => {
                let places = all.iter().map(|control| {
                    let catalog = &self.catalogs[control.catalog];
                    let place = [std::slice::from_ref(&catalog.crate_name), &catalog.modules];
                    format!("`{}`", place.concat().join("::"))
                });
                let places: Vec<String> = places.collect();
                return Err(Unresolved::path(format!(
                    "`{shown}` may be a control in {}, so it isn't counted: write its whole path, from the crate on",
                    places.join(" or in ")
                )));
            }
        }
        // The catalog is known, the control isn't.
        let catalogs = paths
            .iter()
            .filter_map(|path| self.by_name.get(&**path.iter().rev().nth(1)?));
        if let Some(at) = catalogs.flatten().next() {
            let catalog = &self.catalogs[*at];
            let variant = path.last().map_or("", |last| last);
            let near = nearest(
                variant,
                catalog.variants.iter().map(|name| (name.clone(), name)),
            )
            .map(|near| format!(": `{near}` is near"))
            .unwrap_or_default();
            return Err(Unresolved {
                message: format!("`{}` has no control `{variant}`{near}", catalog.name),
                catalog: Some(*at),
            });
        }
        Err(Unresolved::path(format!(
            "`{shown}` leads to no control of a catalog in scope, so it isn't counted"
        )))
    }

    /// The controls of paths that end with the names of catalog and variant.
    fn direct(&self, path: &[String], scope: &Scope<'_>, found: &mut Found) {
        match path {
            [before @ .., catalog, variant] => self.named(before, catalog, variant, scope, found),
            [variant] => self.behind_stars(variant, scope.file, scope, found),
            [] => {}
        }
    }

    /// The controls of paths that end with names which other files of the package give.
    fn through_others(&self, path: &[String], scope: &Scope<'_>, found: &mut Found) {
        let Some(variant) = path.last() else { return };
        let of = |name: &String| scope.package.by_name.get(name).into_iter().flatten();
        if let [before @ .., name, variant] = path {
            for path in of(name) {
                if let [outer @ .., catalog] = &path[..] {
                    let before = [before, outer].concat();
                    self.named(&before, catalog, variant, scope, found);
                }
            }
        }
        for path in of(variant) {
            self.direct(path, scope, found);
        }
        self.behind_stars(variant, scope.package, scope, found);
    }

    /// The controls of a bare variant, of which all are imported.
    fn behind_stars(
        &self,
        variant: &str,
        imported: &Imported,
        scope: &Scope<'_>,
        found: &mut Found,
    ) {
        for star in &imported.stars {
            if let [before @ .., catalog] = &star[..] {
                self.named(before, catalog, variant, scope, found);
            }
        }
    }

    /// The controls of these names. Of each it's known whether the path, or where it is, names the crate.
    fn named(
        &self,
        before: &[String],
        catalog: &str,
        variant: &str,
        scope: &Scope<'_>,
        found: &mut Found,
    ) {
        for at in self.by_name.get(catalog).into_iter().flatten() {
            if let Some(row) = self.rows.get(&(*at, variant)) {
                let crate_name = &self.catalogs[*at].crate_name;
                let is_foreign = before.first().is_some_and(|first| {
                    self.catalogs
                        .iter()
                        .any(|catalog| catalog.crate_name == *first)
                });
                let is_of_crate =
                    before.contains(crate_name) || (!is_foreign && crate_name == scope.crate_name);
                let is_of_module = || {
                    let is_within = |name: &&String| {
                        *name != crate_name && !["crate", "self", "super"].contains(&&***name)
                    };
                    let modules: Vec<&String> = before.iter().filter(is_within).collect();
                    let own = self.catalogs[*at].modules.iter().rev();
                    let is_end = modules.iter().rev().copied().eq(own.take(modules.len()));
                    !modules.is_empty() && is_end
                };
                let named = match is_of_crate {
                    false => Named::Nothing,
                    true if is_of_module() => Named::Module,
                    true => Named::Crate,
                };
                let control = ControlIndex {
                    catalog: *at,
                    row: *row,
                };
                let known = found.entry(control).or_insert(named);
                *known = named.max(*known);
            }
        }
    }
}

/// The paths that one stands for by what is imported; itself, if its first name isn't.
fn expanded(path: &[String], imported: &Imported) -> Vec<Vec<String>> {
    let mut paths = vec![path.to_vec()];
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(path) = paths.get(at).cloned() {
        at += 1;
        let Some((first, rest)) = path.split_first() else {
            continue;
        };
        let Some(of_first) = imported.by_name.get(first) else {
            ends.push(path);
            continue;
        };
        for import in of_first {
            let longer = [&**import, rest].concat();
            if paths.len() < MOST && longer.len() <= MOST && !paths.contains(&longer) {
                paths.push(longer);
            }
        }
    }
    if ends.is_empty() { paths } else { ends }
}
