//! `cargo controls check`: every definition of some packages against its document.

mod against;
mod difference;
mod held;

use controls_document::Remark;

use crate::{
    answer::{Answer, Outcome},
    cli::{self, ReportFormat},
    packages::{nothing, packages},
    report::{Message, github, json, sarif, text},
    sources::{Walk, look_ahead},
};
use held::{Held, Mistakes};

pub(crate) use difference::Difference;

/// A definition without mistakes.
#[derive(Debug)]
pub(crate) struct Catalog {
    /// The name of its enum.
    pub(crate) name: String,
    /// The file that it stands in, as people are shown it.
    pub(crate) file: String,
    /// The line of the name.
    pub(crate) line: usize,
    /// How many rows it has.
    pub(crate) controls: usize,
    /// How many sections it has.
    pub(crate) sections: usize,
    /// What has come of holding it against its document; `None` if it names none.
    pub(crate) checked: Option<Checked>,
}

/// A document that a definition has been held against.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The path of the document, as people are shown it.
    pub(crate) document: String,
    /// What was read of it leniently, or left alone.
    pub(crate) remarks: Vec<Remark>,
    /// The differences.
    pub(crate) differences: Vec<Difference>,
}

/// Runs the command.
pub(crate) fn run(arguments: &cli::Check) -> Answer {
    let (catalogs, messages) = catalogs(arguments);
    let differs = |catalog: &Catalog| {
        catalog
            .checked
            .as_ref()
            .is_some_and(|checked| !checked.differences.is_empty())
    };
    let outcome = if messages.iter().any(|message| message.is_error) {
        Outcome::Failed
    } else if catalogs.iter().any(differs) {
        Outcome::Drift
    } else {
        Outcome::Well
    };
    let results = match arguments.format {
        ReportFormat::Text => text::check(&catalogs),
        ReportFormat::Json => json::check(&catalogs),
        ReportFormat::Sarif => sarif::check(&catalogs, &messages),
        ReportFormat::Github => github::check(&catalogs, &messages),
    };
    Answer {
        results,
        messages,
        outcome,
    }
}

/// The catalogs of some packages, and what is wrong with those that can't be checked.
fn catalogs(arguments: &cli::Check) -> (Vec<Catalog>, Vec<Message>) {
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
