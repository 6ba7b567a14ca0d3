//! The definitions in the sources of packages: from the first file of each target through its modules.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    found::Found,
    modules::{Home, candidates},
    scan::{Module, scan},
    tokens::tokens,
};
use crate::{
    file::{SourceFile, SourceSpan},
    message::Message,
    paths,
};

/// All definitions that can be reached from the first files of targets, in order, and what is wrong on the way to them.
pub(crate) fn definitions(roots: impl IntoIterator<Item = PathBuf>) -> (Vec<Found>, Vec<Message>) {
    let mut walk = Walk::new(&|found| found);
    for root in roots {
        walk.from(&root);
    }
    (
        walk.looked
            .into_iter()
            .flat_map(|looked| looked.definitions)
            .collect(),
        walk.messages,
    )
}

/// The definitions of some sources, and all files around them.
#[derive(Debug)]
pub(crate) struct Survey {
    /// The definitions.
    pub(crate) found: Vec<Found>,
    /// Every file that could be read.
    pub(crate) files: Vec<Arc<SourceFile>>,
    /// What is wrong on the way.
    pub(crate) messages: Vec<Message>,
}

/// The definitions that can be reached from some first files, and the files that can be reached from these and others.
pub(crate) fn survey(
    roots: impl IntoIterator<Item = PathBuf>,
    others: impl IntoIterator<Item = PathBuf>,
) -> Survey {
    let mut walk = Walk::new(&|found| found);
    for root in roots {
        walk.from(&root);
    }
    let within = walk.looked.len();
    for root in others {
        walk.from(&root);
    }
    let files = walk
        .looked
        .iter()
        .map(|looked| Arc::clone(&looked.file))
        .collect();
    let found = walk
        .looked
        .into_iter()
        .take(within)
        .flat_map(|looked| looked.definitions)
        .collect();
    Survey {
        found,
        files,
        messages: walk.messages,
    }
}

/// What has been made of a file.
#[derive(Debug)]
pub(crate) struct Looked<T> {
    /// The path that has led to it.
    pub(super) path: PathBuf,
    /// The path without links, by which a file is known.
    canonical: PathBuf,
    file: Arc<SourceFile>,
    modules: Vec<Module>,
    /// What has been made of its definitions, in order.
    pub(crate) definitions: Vec<T>,
}

/// What has been made of files, by the paths that lead to them.
pub(crate) type Ahead<T> = HashMap<PathBuf, Looked<T>>;

/// A way through the files of targets. A file is looked at once, however many targets it's part of.
pub(crate) struct Walk<'m, T> {
    /// The files, in order.
    pub(crate) looked: Vec<Looked<T>>,
    /// What is wrong on the way.
    pub(crate) messages: Vec<Message>,
    make: &'m dyn Fn(Found) -> T,
    ahead: Ahead<T>,
    visited: HashSet<PathBuf>,
}

/// A file that is still to be looked at.
struct Next {
    path: PathBuf,
    home: Home,
    /// Whether the module, or one that it's part of, depends on a `#[cfg]`.
    conditional: bool,
}

impl<'m, T> Walk<'m, T> {
    /// Begins a walk that makes something of each definition.
    pub(crate) fn new(make: &'m dyn Fn(Found) -> T) -> Self {
        Walk {
            looked: Vec::new(),
            messages: Vec::new(),
            make,
            ahead: Ahead::new(),
            visited: HashSet::new(),
        }
    }

    /// The walk with files that have been looked at ahead of it.
    pub(crate) fn with(self, ahead: Ahead<T>) -> Self {
        Walk { ahead, ..self }
    }

    /// Goes through the files that can be reached from the first one of a target.
    pub(crate) fn from(&mut self, root: &Path) {
        let mut stack = vec![Next {
            path: root.to_owned(),
            home: Home::of_root(root),
            conditional: false,
        }];
        while let Some(next) = stack.pop() {
            let ahead = self.ahead.remove(&next.path);
            let canonical = match &ahead {
                Some(looked) => looked.canonical.clone(),
                None => next
                    .path
                    .canonicalize()
                    .unwrap_or_else(|_| next.path.clone()),
            };
            if !self.visited.insert(canonical.clone()) {
                continue;
            }
            match ahead.map_or_else(|| self.look(&next.path, canonical), Ok) {
                Ok(looked) => {
                    let modules = looked
                        .modules
                        .iter()
                        .filter_map(|module| self.module(module, &looked, &next));
                    let modules: Vec<Next> = modules.collect();
                    stack.extend(modules.into_iter().rev());
                    self.looked.push(looked);
                }
                Err(message) => self.messages.push(message),
            }
        }
    }

    /// Makes something of the definitions of a file, and finds its modules.
    fn look(&self, path: &Path, canonical: PathBuf) -> Result<Looked<T>, Message> {
        let file = Arc::new(SourceFile::read(path).map_err(Message::error)?);
        let scan = scan(tokens(&file)?);
        let found = scan.definitions.into_iter().map(|body| Found {
            file: Arc::clone(&file),
            body,
        });
        let definitions = found.map(self.make).collect();
        Ok(Looked {
            path: path.to_owned(),
            canonical,
            file,
            modules: scan.modules,
            definitions,
        })
    }

    fn module(&mut self, module: &Module, looked: &Looked<T>, within: &Next) -> Option<Next> {
        let conditional = module.conditional || within.conditional;
        let candidates = candidates(module, &within.home);
        if let Some((path, home)) = candidates
            .iter()
            .find(|(path, _)| self.ahead.contains_key(path) || path.is_file())
        {
            return Some(Next {
                path: path.clone(),
                home: home.clone(),
                conditional,
            });
        }
        // Without its `#[cfg]`, nobody may miss it.
        if !conditional {
            let paths: Vec<_> = candidates
                .iter()
                .map(|(path, _)| format!("`{}`", paths::shown(&paths::from_here(path))))
                .collect();
            let message = Message::warning(format!(
                "the file of module `{}` isn't there, so its definitions aren't checked: expected {}",
                module.name,
                paths.join(" or ")
            ));
            self.messages.push(message.at(SourceSpan {
                file: Arc::clone(&looked.file),
                range: module.range.clone(),
            }));
        }
        None
    }
}
