//! `cargo controls list`: the controls of the catalogs in scope.

mod arguments;
mod json;
mod model;
mod text;

use crate::{
    args::Format,
    lookup::section,
    outcome::{Exit, Outcome},
    sources::{Parsed, Scope},
    terminal,
};
use model::Listed;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let Scope {
        mut catalogs,
        mut messages,
    } = Scope::of(&arguments.packages, arguments.catalog.as_deref(), "list");
    messages.extend(catalogs.iter().flat_map(Parsed::messages));
    if let Some(wanted) = &arguments.section
        && let Some(unknown) = section::unknown(wanted, &catalogs)
    {
        messages.push(unknown);
        catalogs.clear();
    }
    let listed: Vec<Listed<'_>> = catalogs
        .iter()
        .map(|parsed| Listed::of(parsed, arguments))
        .collect();
    let results = match arguments.format {
        Format::Text => text::list(&listed, terminal::width()),
        Format::Json => json::list(&listed),
    };
    let failed = messages.iter().any(|message| message.is_error);
    Outcome {
        results,
        messages,
        exit: if failed { Exit::Failed } else { Exit::Well },
    }
}
