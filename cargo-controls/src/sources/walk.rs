//! The definitions in the sources of packages: from the first file of each target through its modules.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    found::Found,
    modules::{Home, candidates},
    packages::Packages,
    scan::{Module, scan},
    tokens::tokens,
};
use crate::{
    file::{SourceFile, SourceSpan},
    message::Message,
    paths,
};

/// What can be reached from the first files of some targets.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The definitions, in order.
    pub(crate) found: Vec<Found>,
    /// Every file that could be read.
    pub(crate) files: Vec<Arc<SourceFile>>,
    /// What is wrong on the way.
    pub(crate) messages: Vec<Message>,
    /// The paths of the files without links. A file is looked at once, however many targets it's part of.
    visited: HashSet<PathBuf>,
}

/// A file that is still to be looked at.
struct Next {
    path: PathBuf,
    home: Home,
    /// Whether the module, or one that it's part of, depends on a `#[cfg]`.
    conditional: bool,
}

impl Survey {
    /// The definitions of some packages, and an error if there are none for a command to do something to.
    pub(crate) fn of(packages: &Packages, to: &str) -> Survey {
        let mut survey = Survey::default();
        for root in packages.files() {
            survey.from(root);
        }
        // Where a file couldn't be read, that has been said already.
        if survey.found.is_empty() && !survey.messages.iter().any(|message| message.is_error) {
            survey.messages.push(packages.nothing(to));
        }
        survey
    }

    /// With the files of the other packages of the workspace, but not the definitions in them.
    pub(crate) fn with_other_files(mut self, packages: &Packages) -> Survey {
        let found = std::mem::take(&mut self.found);
        for root in packages.other_files() {
            self.from(root);
        }
        Survey { found, ..self }
    }

    fn from(&mut self, root: &Path) {
        let mut stack = vec![Next {
            path: root.to_owned(),
            home: Home::of_root(root),
            conditional: false,
        }];
        while let Some(next) = stack.pop() {
            let path = &next.path;
            if !self
                .visited
                .insert(path.canonicalize().unwrap_or_else(|_| path.clone()))
            {
                continue;
            }
            match self.file(path) {
                Ok((file, modules)) => {
                    let modules = modules
                        .iter()
                        .filter_map(|module| self.module(module, &file, &next));
                    let modules: Vec<Next> = modules.collect();
                    stack.extend(modules.into_iter().rev());
                }
                Err(message) => self.messages.push(message),
            }
        }
    }

    /// Takes the definitions of a file, and says which modules it has in other files.
    fn file(&mut self, path: &Path) -> Result<(Arc<SourceFile>, Vec<Module>), Message> {
        let file = Arc::new(SourceFile::read(path).map_err(Message::error)?);
        let scan = scan(tokens(&file)?);
        self.found
            .extend(scan.definitions.into_iter().map(|body| Found {
                file: Arc::clone(&file),
                body,
            }));
        self.files.push(Arc::clone(&file));
        Ok((file, scan.modules))
    }

    fn module(&mut self, module: &Module, file: &Arc<SourceFile>, within: &Next) -> Option<Next> {
        let conditional = module.conditional || within.conditional;
        let candidates = candidates(module, &within.home);
        if let Some((path, home)) = candidates.iter().find(|(path, _)| path.is_file()) {
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
                file: Arc::clone(file),
                range: module.range.clone(),
            }));
        }
        None
    }
}
