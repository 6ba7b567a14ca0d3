//! `cargo controls check`: every definition of some packages against its document.

mod against;
mod alerts;
mod arguments;
mod json;
mod text;

use crate::{
    args::ReportFormat,
    message::Message,
    outcome::{Exit, Outcome},
    show::{
        github::{self, Notices},
        sarif,
        text::Detail,
    },
    sources::{Packages, SourceCatalog, Survey},
};
use alerts::alerts;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, quiet: bool) -> Outcome {
    let (catalogs, messages) = catalogs(arguments);
    let exit = if messages.iter().any(|message| message.is_error) {
        Exit::Failed
    } else if catalogs.iter().any(|catalog| !catalog.drifts().is_empty()) {
        Exit::Drift
    } else {
        Exit::Well
    };
    let results = match arguments.format {
        ReportFormat::Text => text::check(&catalogs, Detail::of(quiet, arguments.verbose)),
        ReportFormat::Json => json::check(&catalogs),
        ReportFormat::Sarif => sarif::log(&alerts(&catalogs), &messages),
        ReportFormat::Github => {
            let alerts = alerts(&catalogs);
            github::log(&alerts, "difference", Notices::AtDocuments, &messages)
        }
    };
    Outcome {
        results,
        messages,
        exit,
    }
}

/// The catalogs of some packages without mistakes, and what is wrong with the others.
fn catalogs(arguments: &Arguments) -> (Vec<SourceCatalog>, Vec<Message>) {
    let opened = Packages::of(&arguments.selection).and_then(|packages| {
        let copy = arguments.against.as_deref().map(against::open).transpose();
        Ok((packages, copy?))
    });
    let (packages, copy) = match opened {
        Ok(opened) => opened,
        Err(message) => return (Vec::new(), vec![message]),
    };
    // A check that checks nothing is no check.
    let survey = Survey::of(&packages, "check");
    let (found, mut messages) = (survey.found, survey.messages);
    let mut catalogs = Vec::new();
    for found in found {
        match SourceCatalog::of(found, copy.as_ref()) {
            Ok(catalog) => catalogs.push(catalog),
            Err(mistakes) => messages.extend(mistakes),
        }
    }
    if copy.is_some()
        && !catalogs.is_empty()
        && let Err(message) = against::only_one(&catalogs, &packages)
    {
        messages.push(message);
        return (Vec::new(), messages);
    }
    let (right, wrong): (Vec<SourceCatalog>, Vec<SourceCatalog>) = catalogs
        .into_iter()
        .partition(|catalog| catalog.mistakes.is_empty());
    messages.extend(wrong.into_iter().flat_map(|catalog| catalog.mistakes));
    (right, messages)
}
