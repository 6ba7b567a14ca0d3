//! The definitions in the sources of packages, and what is written there that can't be followed to one.

use std::{collections::HashSet, panic::resume_unwind, path::Path, sync::Arc, thread};

use super::{
    dependencies::dependencies,
    invocation::Invocation,
    packages::{Package, Packages},
    scan::MACRO,
    walk::{CrateFile, Visited, Walk},
};
use crate::{file::SourceSpan, message::Message};

/// What can be reached from the first files of some targets.
#[derive(Debug)]
pub(crate) struct Survey {
    /// The definitions, in order.
    pub(crate) found: Vec<Invocation>,
    /// Every file that could be read.
    pub(crate) files: Vec<CrateFile>,
    /// What is wrong on the way.
    pub(crate) messages: Vec<Message>,
}

impl Survey {
    /// The definitions of some packages.
    pub(crate) fn of_own(packages: &Packages) -> Survey {
        Survey::through(packages.chosen().iter())
    }

    /// The definitions of some packages, and an error if there are none for a command to do something to. Those of other
    /// people's packages are left to them.
    pub(crate) fn of(packages: &Packages, to: &str) -> Survey {
        let survey = Survey::of_own(packages);
        if !survey.is_empty() {
            return survey;
        }
        survey.with_message(Survey::nothing(packages, to))
    }

    /// The error that some packages have no definitions for a command to do something to. It names the packages that they
    /// depend on and that have some.
    pub(crate) fn nothing(packages: &Packages, to: &str) -> Message {
        let others = dependencies(packages, packages.chosen().iter()).unwrap_or_default();
        let has_some =
            |package: &&Package| !Survey::through(std::iter::once(*package)).found.is_empty();
        let others: Vec<&str> = others
            .iter()
            .filter(has_some)
            .map(|package| &*package.name)
            .collect();
        packages.nothing(to, &others)
    }

    /// The definitions of some packages and of those that they depend on, and an error if there are none for a command to
    /// do something to.
    pub(crate) fn in_scope(packages: &Packages, to: &str) -> Survey {
        let chosen = packages.chosen();
        let mut survey = Survey::and_dependencies(packages, chosen.iter(), chosen.iter());
        if survey.is_empty() {
            survey = survey.with_message(packages.nothing(to, &[]));
        }
        survey
    }

    /// The definitions of all packages of a workspace, and of what they depend on.
    pub(crate) fn of_workspace(packages: &Packages) -> Survey {
        let all = packages.chosen().iter().chain(packages.others());
        Survey::and_dependencies(packages, all.clone(), all)
    }

    /// The definitions of all packages of a workspace, and of what those that are meant depend on.
    pub(crate) fn of_workspace_in_scope(packages: &Packages) -> Survey {
        let all = packages.chosen().iter().chain(packages.others());
        Survey::and_dependencies(packages, all, packages.chosen().iter())
    }

    /// The definitions of some packages, and of what some depend on.
    fn and_dependencies<'p>(
        packages: &'p Packages,
        own: impl Iterator<Item = &'p Package> + Clone,
        of: impl Iterator<Item = &'p Package> + Send,
    ) -> Survey {
        // Cargo takes about as long to say which these are as the files to be read.
        let (mut survey, dependencies) = thread::scope(|scope| {
            let dependencies = scope.spawn(|| dependencies(packages, of));
            (Survey::through(own), dependencies.join())
        });
        match dependencies.unwrap_or_else(|panic| resume_unwind(panic)) {
            Ok(dependencies) => survey.add_dependencies(&dependencies),
            Err(warning) => survey.messages.push(warning),
        }
        survey
    }

    fn through<'p>(packages: impl Iterator<Item = &'p Package> + Clone) -> Survey {
        let mut walk = Walk::default();
        for package in packages.clone() {
            walk.package(package);
        }
        Survey::gathered(walk, packages)
    }

    /// Adds the definitions of what some packages depend on. What can't be followed there is their authors' business.
    fn add_dependencies(&mut self, dependencies: &[Package]) {
        let found = Survey::through(dependencies.iter()).found;
        let known: HashSet<&Path> = self.files.iter().map(|of| &*of.file.path).collect();
        let is_new = |found: &Invocation| !known.contains(&*found.file.path);
        self.found.extend(found.into_iter().filter(is_new));
    }

    /// Whether there is neither a definition nor a reason why: where a file couldn't be read, that has been said already.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty() && !self.messages.iter().any(|message| message.is_error)
    }

    fn with_message(mut self, message: Message) -> Survey {
        self.messages.push(message);
        self
    }

    /// With the files of the other packages of the workspace, but not the definitions in them.
    pub(crate) fn with_other_files(mut self, packages: &Packages) -> Survey {
        let mut walk = Walk::beyond(&self.files);
        for package in packages.others() {
            walk.package(package);
        }
        self.messages.extend(walk.messages);
        self.files
            .extend(walk.visited.into_iter().map(Visited::bare));
        self
    }

    fn gathered<'p>(walk: Walk<'p>, packages: impl Iterator<Item = &'p Package>) -> Survey {
        let Walk {
            visited,
            mut messages,
            ..
        } = walk;
        let macros = Macros::of(&visited);
        let mut found = Vec::new();
        for package in packages {
            let of_package = visited
                .iter()
                .filter(|visited| std::ptr::eq(visited.package, package));
            let of_package: Vec<&Visited<'_>> = of_package.collect();
            let before = (found.len(), messages.len());
            for visited in &of_package {
                macros.definitions(visited, &mut found, &mut messages);
            }
            if before == (found.len(), messages.len()) {
                messages.extend(of_package.iter().find_map(|visited| unused(visited)));
            }
        }
        Survey {
            found,
            files: visited.into_iter().map(Visited::bare).collect(),
            messages,
        }
    }
}

/// The macros whose calls are definitions, and those whose calls make some.
struct Macros<'v> {
    definitions: HashSet<&'v str>,
    makers: HashSet<&'v str>,
}

impl<'v> Macros<'v> {
    fn of(visited: &'v [Visited<'_>]) -> Macros<'v> {
        let imports = visited.iter().flat_map(|visited| &visited.scan.imports);
        let mut definitions: HashSet<&str> = imports.map(|import| &*import.name).collect();
        definitions.insert(MACRO);
        let templates = || visited.iter().flat_map(|visited| &visited.scan.templates);
        let mut makers = HashSet::new();
        // A macro that calls one that makes definitions makes them as well.
        loop {
            let known = makers.len();
            for template in templates() {
                let calls =
                    |name: &String| definitions.contains(&**name) || makers.contains(&**name);
                if template.calls.iter().any(calls) && !definitions.contains(&*template.name) {
                    makers.insert(&*template.name);
                }
            }
            if makers.len() == known {
                return Macros {
                    definitions,
                    makers,
                };
            }
        }
    }

    /// Takes the definitions of a file, and says which can't be seen there.
    fn definitions(
        &self,
        visited: &Visited<'_>,
        found: &mut Vec<Invocation>,
        messages: &mut Vec<Message>,
    ) {
        let calls = &visited.scan.calls;
        // A call comes after the one that it's within.
        let mut is_within = vec![false; calls.len()];
        for (at, call) in calls.iter().enumerate() {
            let is_definition = self.definitions.contains(&*call.name);
            let is_maker = self.makers.contains(&*call.name);
            let around = call.outer.is_some_and(|around| is_within[around]);
            is_within[at] = around || is_definition || is_maker;
            if around {
                continue;
            }
            if is_definition {
                found.push(Invocation {
                    target: Arc::clone(&visited.origin.target),
                    modules: [&*visited.origin.modules, &**call.within.path].concat(),
                    file: Arc::clone(&visited.file),
                    body: call.body.clone(),
                });
            } else if is_maker {
                let message = format!(
                    "`{}!` makes a definition here, which isn't checked: only `cargo check` sees what a macro makes",
                    call.name
                );
                messages.push(Message::error(message).at(SourceSpan {
                    file: Arc::clone(&visited.file),
                    range: call.range(),
                }));
            }
        }
    }
}

/// Says that a file imports the macro for itself, where no definition has been found.
fn unused(visited: &Visited<'_>) -> Option<Message> {
    let import = visited
        .scan
        .imports
        .iter()
        .find(|import| !import.is_public)?;
    let message = format!(
        "`{MACRO}!` is imported here, but no definition was found in `{}`: only `cargo check` sees what a macro makes",
        visited.package.name
    );
    Some(Message::error(message).at(SourceSpan {
        file: Arc::clone(&visited.file),
        range: import.range.clone(),
    }))
}
