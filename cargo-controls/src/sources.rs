//! The definitions in the sources of packages: from the first file of each target through its modules.

mod file;
mod modules;
mod scan;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    rc::Rc,
};

use proc_macro2::{Group, TokenStream};

use crate::report::Message;
use modules::Home;
use scan::Module;

pub(crate) use file::{Place, SourceFile};

/// A `controls!` of a source file.
#[derive(Debug)]
pub(crate) struct Found {
    /// The file.
    pub(crate) file: Rc<SourceFile>,
    /// The definition in its brackets.
    body: Group,
}

impl Found {
    /// The tokens of the definition.
    pub(crate) fn tokens(&self) -> TokenStream {
        self.body.stream()
    }

    /// The place of a token, or of the brackets around the definition if there is no token to point at.
    pub(crate) fn place(&self, span: proc_macro2::Span) -> Place {
        self.file.place(span).or_else(|| self.file.place(self.body.span())).unwrap_or_else(|| self.file.start())
    }
}

/// All definitions that can be reached from the first files of targets, in order, and what is wrong on the way to them.
/// A file is looked at once, however many targets it's part of.
pub(crate) fn definitions(roots: impl IntoIterator<Item = PathBuf>) -> (Vec<Found>, Vec<Message>) {
    let mut walk = Walk::default();
    for root in roots {
        walk.from(&root);
    }
    (walk.found, walk.messages)
}

/// The definitions of some sources, and all files around them.
#[derive(Debug)]
pub(crate) struct Survey {
    /// The definitions.
    pub(crate) found: Vec<Found>,
    /// Every file that could be read.
    pub(crate) files: Vec<Rc<SourceFile>>,
    /// What is wrong on the way.
    pub(crate) messages: Vec<Message>,
}

/// The definitions that can be reached from some first files, and the files that can be reached from these and others.
pub(crate) fn survey(roots: impl IntoIterator<Item = PathBuf>, others: impl IntoIterator<Item = PathBuf>) -> Survey {
    let mut walk = Walk::default();
    for root in roots {
        walk.from(&root);
    }
    let found = std::mem::take(&mut walk.found);
    for root in others {
        walk.from(&root);
    }
    Survey { found, files: walk.files, messages: walk.messages }
}

#[derive(Default)]
struct Walk {
    found: Vec<Found>,
    files: Vec<Rc<SourceFile>>,
    messages: Vec<Message>,
    visited: HashSet<PathBuf>,
}

/// A file that is still to be looked at.
struct Next {
    path: PathBuf,
    home: Home,
    /// Whether the module, or one that it's part of, depends on a `#[cfg]`.
    conditional: bool,
}

impl Walk {
    fn from(&mut self, root: &Path) {
        let mut stack = vec![Next { path: root.to_owned(), home: Home::of_root(root), conditional: false }];
        while let Some(next) = stack.pop() {
            if !self.visited.insert(next.path.canonicalize().unwrap_or_else(|_| next.path.clone())) {
                continue;
            }
            match self.file(&next) {
                Ok(modules) => stack.extend(modules.into_iter().rev()),
                Err(message) => self.messages.push(message),
            }
        }
    }

    /// Takes the definitions of a file, and returns the files of its modules.
    fn file(&mut self, next: &Next) -> Result<Vec<Next>, Message> {
        let file = Rc::new(SourceFile::read(&next.path)?);
        let scan = scan::scan(SourceFile::tokens(&file)?);
        let found = scan.definitions.into_iter().map(|body| Found { file: Rc::clone(&file), body });
        self.found.extend(found);
        self.files.push(Rc::clone(&file));
        Ok(scan.modules.iter().filter_map(|module| self.module(module, &file, next)).collect())
    }

    fn module(&mut self, module: &Module, file: &Rc<SourceFile>, within: &Next) -> Option<Next> {
        let conditional = module.conditional || within.conditional;
        let candidates = modules::candidates(module, &within.home);
        if let Some((path, home)) = candidates.iter().find(|(path, _)| path.is_file()) {
            return Some(Next { path: path.clone(), home: home.clone(), conditional });
        }
        // Without its `#[cfg]`, nobody may miss it.
        if !conditional {
            let paths: Vec<_> = candidates.iter().map(|(path, _)| format!("`{}`", file::shown(path))).collect();
            let message = Message::warning(format!(
                "the file of module `{}` isn't there, so its definitions aren't checked: expected {}",
                module.name,
                paths.join(" or ")
            ));
            self.messages.push(message.at(file.place(module.span).unwrap_or_else(|| file.start())));
        }
        None
    }
}
