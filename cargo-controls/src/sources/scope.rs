//! The catalogs that a command is about: those in scope, or the one of them that is named.

use super::{packages::Packages, parsed::Parsed, survey::Survey};
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
            messages.extend(unknown(wanted, catalogs.iter().map(Parsed::name)));
            catalogs.retain(|catalog| catalog.name() == wanted);
        }
        Scope { catalogs, messages }
    }
}

/// Says so if none of the catalogs in scope has this name.
pub(crate) fn unknown(wanted: &str, catalogs: impl Iterator<Item = String>) -> Option<Message> {
    let mut names: Vec<String> = catalogs.collect();
    if names.iter().any(|name| name == wanted) {
        return None;
    }
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
