//! `cargo controls check`: every definition of some packages against its document.

mod against;
mod alerts;
mod arguments;
mod catalog;
mod difference;
mod held;
mod json;
mod text;

use crate::{
    args::ReportFormat,
    message::Message,
    outcome::{Exit, Outcome},
    show::{github, sarif},
    sources::{Walk, look_ahead, nothing, packages},
};
use alerts::alerts;
use catalog::Catalog;
use held::{Held, Mistakes};

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let (catalogs, messages) = catalogs(arguments);
    let differs = |catalog: &Catalog| {
        catalog
            .checked
            .as_ref()
            .is_some_and(|checked| !checked.differences.is_empty())
    };
    let exit = if messages.iter().any(|message| message.is_error) {
        Exit::Failed
    } else if catalogs.iter().any(differs) {
        Exit::Drift
    } else {
        Exit::Well
    };
    let results = match arguments.format {
        ReportFormat::Text => text::check(&catalogs),
        ReportFormat::Json => json::check(&catalogs),
        ReportFormat::Sarif => sarif::log(&alerts(&catalogs), &messages),
        ReportFormat::Github => {
            github::errors_with_notices(&alerts(&catalogs)) + &github::messages(&messages)
        }
    };
    Outcome {
        results,
        messages,
        exit,
    }
}

/// The catalogs of some packages, and what is wrong with those that can't be checked.
fn catalogs(arguments: &Arguments) -> (Vec<Catalog>, Vec<Message>) {
    let copy = arguments.against.as_deref().map(against::open);
    let hold = |found| Held::of(found, copy.as_ref());
    let (packages, ahead) = match look_ahead(&arguments.path, &hold, || packages(&arguments.path)) {
        Ok(found) => found,
        Err(message) => return (Vec::new(), vec![message]),
    };
    let mut walk = Walk::new(&hold).with(ahead);
    for root in packages.iter().flat_map(|package| &package.files) {
        walk.from(root);
    }
    let all: Vec<Held> = walk
        .looked
        .into_iter()
        .flat_map(|looked| looked.definitions)
        .collect();
    let mut messages = walk.messages;
    // A check that checks nothing is no check. Where a file couldn't be read, that has been said already.
    if all.is_empty() && !messages.iter().any(|message| message.is_error) {
        messages.push(nothing("check", &packages, &arguments.path));
        return (Vec::new(), messages);
    }
    let (mut catalogs, mut documents, mut mistakes) = (Vec::new(), Vec::new(), Vec::new());
    for Held { document, catalog } in all {
        documents.extend(document);
        match catalog {
            Ok(catalog) => catalogs.push(catalog),
            Err(Mistakes::Unreadable(more)) => messages.extend(more),
            Err(Mistakes::Wrong(more)) => mistakes.extend(more),
        }
    }
    if let Some(copy) = copy
        && let Err(message) = against::only_one(documents, &arguments.path).and(copy)
    {
        messages.push(message);
        return (Vec::new(), messages);
    }
    messages.extend(mistakes);
    (catalogs, messages)
}
