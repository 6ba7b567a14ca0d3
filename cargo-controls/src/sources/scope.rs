//! The catalogs that a command is about: those in scope, or the one of them that is named.

use super::{
    catalog_path::{catalog_name, is_path_of},
    packages::Packages,
    parsed::Parsed,
    survey::Survey,
};
use crate::{args::Packaged, message::Message, nearest::nearest};

/// The catalogs that a command is about, and what is wrong on the way to them.
#[derive(Debug)]
pub(crate) struct Scope {
    /// Those that could be read, with or without mistakes.
    pub(crate) catalogs: Vec<Parsed>,
    /// What is wrong.
    pub(crate) messages: Vec<Message>,
}

impl Scope {
    /// The catalogs of some packages and of what these depend on, all or those of one name.
    ///
    /// # Errors
    ///
    /// Are among the messages: when nothing is there for a command to do something to, and when nothing is called so.
    pub(crate) fn of(packages: &Packaged, named: Option<&str>, to: &str) -> Scope {
        let survey =
            Packages::of(&packages.selection()).map(|packages| Survey::in_scope(&packages, to));
        let Survey {
            found,
            mut messages,
            ..
        } = match survey {
            Ok(survey) => survey,
            Err(message) => {
                return Scope {
                    catalogs: Vec::new(),
                    messages: vec![message],
                };
            }
        };
        let mut catalogs = Vec::new();
        for found in found {
            match Parsed::of(found) {
                Ok(parsed) => catalogs.push(parsed),
                Err(mistakes) => messages.extend(mistakes),
            }
        }
        if let Some(wanted) = named
            && !catalogs.is_empty()
        {
            messages.extend(unknown(wanted, catalogs.iter().map(Parsed::path)));
            catalogs.retain(|catalog| is_path_of(wanted, &catalog.path()));
        }
        Scope { catalogs, messages }
    }
}

/// Says so if nobody can mean one of the catalogs in scope, by their paths.
pub(crate) fn unknown(wanted: &str, paths: impl Iterator<Item = String>) -> Option<Message> {
    let paths: Vec<String> = paths.collect();
    if paths.iter().any(|path| is_path_of(wanted, path)) {
        return None;
    }
    // Whoever gives a path is told paths.
    let by_path = wanted.contains("::");
    let name = |path: &String| match &**path {
        path if by_path => path.to_owned(),
        path => catalog_name(path).to_owned(),
    };
    let mut names: Vec<String> = paths.iter().map(name).collect();
    names.sort_unstable();
    names.dedup();
    let near = nearest(wanted, names.iter().map(|name| (name.clone(), name)));
    let help = match near {
        Some(near) => format!("a catalog with a similar name is: `{near}`"),
        None => format!("the catalogs in scope are `{}`", names.join("`, `")),
    };
    Some(Message::error(format!(
        "no catalog in scope is called `{wanted}`\n  = help: {help}"
    )))
}
