//! Which files of a crate import which.
//!
//! A file imports another if a path in it leads there: in a `use`, in code, or in the input of a macro. What is
//! imported through a re-export is imported from the file that has it. `mod name;` alone imports nothing.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Expr, ExprLit, ItemMod, ItemUse, Lit, Macro, Meta, MetaNameValue, UseTree, Visibility,
    visit::{self, Visit},
};

/// The path of a module from the root of its crate.
type Module = Vec<String>;

/// The files of a crate.
#[derive(Debug)]
pub struct Imports {
    files: Vec<PathBuf>,
    /// For each file those that it imports, by their indices.
    imports: Vec<BTreeSet<usize>>,
}

impl Imports {
    /// Reads a crate from its first file on.
    #[must_use]
    pub fn of(root: &Path) -> Imports {
        let mut tree = Tree::default();
        tree.file(root, Module::new(), root.parent().unwrap_or(Path::new("")));
        let mut imports = vec![BTreeSet::new(); tree.files.len()];
        for Mention { module, path } in &tree.mentions {
            let from = tree.modules[module];
            if let Some(to) = tree.resolved(module, path, 0)
                && tree.modules[&to] != from
            {
                imports[from].insert(tree.modules[&to]);
            }
        }
        Imports {
            files: tree.files,
            imports,
        }
    }

    /// How many files there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// The shortest way from a file through the ones that it imports back to itself, if there is any.
    #[must_use]
    pub fn cycle(&self) -> Option<Vec<&Path>> {
        let cycles = (0..self.files.len()).filter_map(|start| self.cycle_of(start));
        cycles.min_by_key(Vec::len)
    }

    fn cycle_of(&self, start: usize) -> Option<Vec<&Path>> {
        let mut came_from: Vec<Option<usize>> = vec![None; self.files.len()];
        let mut queue = VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            for &next in &self.imports[at] {
                if next == start {
                    let mut way = vec![self.files[at].as_path()];
                    let mut back = at;
                    while let Some(before) = came_from[back].filter(|_| back != start) {
                        way.push(self.files[before].as_path());
                        back = before;
                    }
                    way.reverse();
                    return Some(way);
                }
                if came_from[next].is_none() {
                    came_from[next] = Some(at);
                    queue.push_back(next);
                }
            }
        }
        None
    }
}

/// A path in a module.
struct Mention {
    module: Module,
    path: Vec<String>,
}

#[derive(Default)]
struct Tree {
    files: Vec<PathBuf>,
    /// The file of each module.
    modules: BTreeMap<Module, usize>,
    mentions: Vec<Mention>,
    /// The names that `use` gives to paths, by module.
    names: BTreeMap<(Module, String), Vec<String>>,
}

impl Tree {
    /// Reads a file. `folder` is where its modules are.
    fn file(&mut self, path: &Path, module: Module, folder: &Path) {
        let text =
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file =
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut visitor = Visitor {
            file: self.files.len(),
            folder: folder.to_owned(),
            module: module.clone(),
            others: Vec::new(),
            tree: self,
        };
        visitor.tree.files.push(path.to_owned());
        visitor.tree.modules.insert(module, visitor.file);
        visitor.visit_file(&file);
        for (module, folder, given) in visitor.others {
            let name = module.last().expect("a module has a name");
            let given = given.map(|given| path.with_file_name(given));
            let beside = folder.join(format!("{name}.rs"));
            let file = given
                .or_else(|| Some(beside).filter(|beside| beside.is_file()))
                .unwrap_or_else(|| folder.join(name).join("mod.rs"));
            self.file(&file, module.clone(), &folder.join(name));
        }
    }

    /// The module that a path leads to, as far as it leads through modules.
    fn resolved(&self, module: &Module, path: &[String], depth: u8) -> Option<Module> {
        let (first, mut rest) = path.split_first()?;
        let child = |of: &Module, name: &String| [&**of, std::slice::from_ref(name)].concat();
        let mut at = match &**first {
            "crate" => Module::new(),
            "self" => module.clone(),
            "super" => module.split_last()?.1.to_vec(),
            _ if self.modules.contains_key(&child(module, first)) => child(module, first),
            _ => {
                // A name that stands for itself, as that of another crate does, leads nowhere.
                let known = self.names.get(&(module.clone(), first.clone()))?;
                let path = [&**known, rest].concat();
                return (depth < 8).then(|| self.resolved(module, &path, depth + 1))?;
            }
        };
        while let Some((next, after)) = rest.split_first() {
            match &**next {
                "self" => {}
                "super" => {
                    at.pop()?;
                }
                _ if self.modules.contains_key(&child(&at, next)) => at.push(next.clone()),
                _ => {
                    // What is re-exported is followed to where it is.
                    let Some(known) = self.names.get(&(at.clone(), next.clone())) else {
                        break;
                    };
                    let path = [&**known, after].concat();
                    let further = (depth < 8).then(|| self.resolved(&at, &path, depth + 1));
                    return further.flatten().or(Some(at));
                }
            }
            rest = after;
        }
        Some(at)
    }
}

struct Visitor<'t> {
    tree: &'t mut Tree,
    file: usize,
    folder: PathBuf,
    module: Module,
    /// The modules that are in other files, with the folders where those are, and the paths that `#[path]` gives.
    others: Vec<(Module, PathBuf, Option<String>)>,
}

impl Visitor<'_> {
    fn mention(&mut self, path: Vec<String>) {
        self.tree.mentions.push(Mention {
            module: self.module.clone(),
            path,
        });
    }

    fn tree(&mut self, tree: &UseTree, mut before: Vec<String>) {
        let (name, path) = match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                return self.tree(&path.tree, before);
            }
            UseTree::Group(group) => {
                for item in &group.items {
                    self.tree(item, before.clone());
                }
                return;
            }
            UseTree::Glob(_) => return self.mention(before),
            UseTree::Name(name) => (&name.ident, &name.ident),
            UseTree::Rename(rename) => (&rename.rename, &rename.ident),
        };
        let name = match before.last() {
            Some(last) if name == "self" => last.clone(),
            _ => name.to_string(),
        };
        if path != "self" || before.is_empty() {
            before.push(path.to_string());
        }
        self.tree
            .names
            .insert((self.module.clone(), name), before.clone());
        self.mention(before);
    }

    /// Paths of at least two names among tokens.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_colon =
            |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
        let mut path = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(name) => {
                    path.push(name.to_string());
                    if is_colon(at + 1) && is_colon(at + 2) {
                        continue;
                    }
                }
                TokenTree::Punct(p) if p.as_char() == ':' && !path.is_empty() => continue,
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
            let path = std::mem::take(&mut path);
            if path.len() > 1 {
                self.mention(path);
            }
        }
    }
}

impl Visit<'_> for Visitor<'_> {
    fn visit_item_mod(&mut self, item: &ItemMod) {
        self.module.push(item.ident.to_string());
        if item.content.is_some() {
            let folder = self.folder.join(item.ident.to_string());
            let around = std::mem::replace(&mut self.folder, folder);
            self.tree.modules.insert(self.module.clone(), self.file);
            visit::visit_item_mod(self, item);
            self.folder = around;
        } else {
            let given = item
                .attrs
                .iter()
                .find_map(|attribute| match &attribute.meta {
                    Meta::NameValue(MetaNameValue {
                        path,
                        value:
                            Expr::Lit(ExprLit {
                                lit: Lit::Str(given),
                                ..
                            }),
                        ..
                    }) if path.is_ident("path") => Some(given.value()),
                    _ => None,
                });
            self.others
                .push((self.module.clone(), self.folder.clone(), given));
        }
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &ItemUse) {
        self.tree(&item.tree, Vec::new());
    }

    fn visit_path(&mut self, path: &syn::Path) {
        if path.segments.len() > 1 {
            self.mention(
                path.segments
                    .iter()
                    .map(|segment| segment.ident.to_string())
                    .collect(),
            );
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &Macro) {
        self.visit_path(&item.path);
        self.tokens(item.tokens.clone());
    }

    // What `pub(super)` names is who may see the item.
    fn visit_visibility(&mut self, _: &Visibility) {}
}
