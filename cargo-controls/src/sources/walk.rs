//! The way through the files of packages: from the first file of each target to its modules, and to what is included.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    path::{Path, PathBuf},
    rc::Rc,
    sync::Arc,
};

use super::{
    condition::Condition,
    include::{Target, target},
    modules::{Home, candidates},
    packages::{Package, Root},
    scan::{Include, Module, Named, Scan, scan},
    target::CargoTarget,
    tokens::tokens,
};
use crate::{
    file::{SourceFile, SourceSpan},
    message::Message,
    paths,
};

/// A way through the files of packages.
#[derive(Default)]
pub(super) struct Walk<'p> {
    /// The files, in order.
    pub(super) visited: Vec<Visited<'p>>,
    /// What is wrong on the way.
    pub(super) messages: Vec<Message>,
    /// The paths of the files without links. A file is looked at once, however many targets it's part of.
    known: HashSet<PathBuf>,
}

/// A file, and where in a crate it is.
#[derive(Clone, Debug)]
pub(crate) struct CrateFile {
    /// The file.
    pub(crate) file: Arc<SourceFile>,
    /// Whether its package depends on what has the macros.
    pub(crate) has_macro: bool,
    /// The crates that go by another name in it, by that name.
    pub(crate) renamed: Arc<HashMap<String, String>>,
    /// The place of its items.
    pub(crate) origin: Origin,
    /// What is in it.
    pub(crate) scan: Rc<Scan>,
}

/// Where in a crate the items of a file are.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// The target that has led to the file first.
    pub(crate) target: Arc<CargoTarget>,
    /// The modules around them, outermost first.
    pub(crate) modules: Vec<String>,
    /// Each condition that they depend on.
    pub(crate) conditions: Vec<Condition>,
}

impl Origin {
    /// The place of what is in modules of this file.
    fn within(&self, modules: &[Named], conditions: &[Condition]) -> Origin {
        let names = modules.iter().map(|named| named.name.clone());
        Origin {
            target: Arc::clone(&self.target),
            modules: self.modules.iter().cloned().chain(names).collect(),
            conditions: [&*self.conditions, conditions].concat(),
        }
    }
}

/// A file that has been looked at.
pub(super) struct Visited<'p> {
    /// The package that has led to it first.
    pub(super) package: &'p Package,
    pub(super) file: Arc<SourceFile>,
    /// Where in a crate it is.
    pub(super) origin: Origin,
    /// What is in it.
    pub(super) scan: Rc<Scan>,
}

/// A file that is still to be looked at.
struct Next {
    path: PathBuf,
    home: Home,
    /// Whether it, or the module that it's part of, depends on a `cfg`.
    conditional: bool,
    origin: Origin,
}

impl<'p> Walk<'p> {
    /// A way that leads to no file that is known already.
    pub(super) fn beyond(files: &[CrateFile]) -> Walk<'p> {
        Walk {
            known: files.iter().map(|of| canonical(&of.file.path)).collect(),
            ..Walk::default()
        }
    }

    /// Goes through the files of a package.
    pub(super) fn package(&mut self, package: &'p Package) {
        for root in &package.roots {
            self.from(root, package);
        }
    }

    fn from(&mut self, root: &Root, package: &'p Package) {
        let mut stack = vec![Next {
            path: root.path.clone(),
            home: Home::of_root(&root.path),
            conditional: false,
            origin: Origin {
                target: Arc::clone(&root.target),
                modules: Vec::new(),
                conditions: root.conditions.clone(),
            },
        }];
        while let Some(next) = stack.pop() {
            if !self.known.insert(canonical(&next.path)) {
                continue;
            }
            match visit(&next, package) {
                Ok(visited) => {
                    let Scan {
                        includes, modules, ..
                    } = &*visited.scan;
                    let mut ways = Vec::new();
                    for include in includes {
                        ways.extend(self.include(include, &visited, &next));
                    }
                    for module in modules {
                        ways.extend(self.module(module, &visited, &next));
                    }
                    stack.extend(ways.into_iter().rev());
                    self.visited.push(visited);
                }
                Err(message) => self.messages.push(message),
            }
        }
    }

    /// The files that a module is in.
    fn module(&mut self, module: &Module, visited: &Visited<'_>, within: &Next) -> Vec<Next> {
        let conditional = !module.conditions.is_empty() || within.conditional;
        let mut inside = module.inside.clone();
        inside.push(module.named.clone());
        let origin = within.origin.within(&inside, &module.conditions);
        let candidates = candidates(module, &within.home);
        let found: Vec<Next> = candidates
            .iter()
            .filter_map(|list| list.iter().find(|(path, _)| path.is_file()))
            .map(|(path, home)| Next {
                path: path.clone(),
                home: home.clone(),
                conditional,
                origin: origin.clone(),
            })
            .collect();
        // Where it depends on a `cfg`, nobody may miss it.
        if found.is_empty() && !conditional {
            let paths: Vec<_> = candidates
                .iter()
                .flatten()
                .map(|(path, _)| format!("`{}`", paths::shown(&paths::from_here(path))))
                .collect();
            let message = format!(
                "the file of module `{}` isn't there, so its definitions aren't checked: expected {}",
                module.named.name,
                paths.join(" or ")
            );
            self.say(Message::warning(message), visited, &module.range);
        }
        found
    }

    /// The file that is included.
    fn include(&mut self, include: &Include, visited: &Visited<'_>, within: &Next) -> Option<Next> {
        let is_cfg = |condition: &Condition| matches!(condition, Condition::Cfg(_));
        let conditional = include.conditions.iter().any(is_cfg) || within.conditional;
        let package = visited.package;
        let message = match target(&include.body, &visited.file.path, package) {
            Target::File(path) if path.is_file() => {
                return Some(Next {
                    home: Home::of_root(&path),
                    path,
                    conditional,
                    origin: within.origin.within(&include.inside, &include.conditions),
                });
            }
            Target::File(_) if conditional => return None,
            Target::File(path) => Message::warning(format!(
                "the file that is included here isn't there, so its definitions aren't checked: expected `{}`",
                paths::shown(&paths::from_here(&path))
            )),
            // Without the macro there's no definition.
            Target::Generated | Target::Unknown if !package.has_macro => return None,
            Target::Generated => Message::error(
                "the file that is included here is made by the build script, which hasn't run, so its definitions aren't checked: run `cargo check` first",
            ),
            Target::Unknown => Message::error(
                "which file is included here can't be told without compiling, so its definitions aren't checked: only `cargo check` sees them",
            ),
        };
        self.say(message, visited, &include.range);
        None
    }

    fn say(&mut self, message: Message, visited: &Visited<'_>, range: &Range<usize>) {
        self.messages.push(message.at(SourceSpan {
            file: Arc::clone(&visited.file),
            range: range.clone(),
        }));
    }
}

fn visit<'p>(next: &Next, package: &'p Package) -> Result<Visited<'p>, Message> {
    let file = Arc::new(SourceFile::read(&next.path).map_err(Message::error)?);
    let scan = Rc::new(scan(tokens(&file)?));
    Ok(Visited {
        package,
        file,
        origin: next.origin.clone(),
        scan,
    })
}

impl Visited<'_> {
    /// The file without its package.
    pub(super) fn bare(self) -> CrateFile {
        CrateFile {
            file: self.file,
            has_macro: self.package.has_macro,
            renamed: Arc::clone(&self.package.renamed),
            origin: self.origin,
            scan: self.scan,
        }
    }
}

fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
