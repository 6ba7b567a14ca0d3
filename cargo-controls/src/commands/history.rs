//! `cargo controls history`: how each control fared over several editions of a document.

mod arguments;
mod editions;
mod follow;
mod groups;
mod html;
mod json;
mod model;
mod text;

use std::collections::HashSet;

use crate::{
    args::Format,
    message::Message,
    outcome::{Exit, Outcome},
    page,
    show::json::nothing,
    sources::Edition,
    terminal,
};
use model::History;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    match history(arguments) {
        Ok(results) => Outcome {
            results,
            messages: Vec::new(),
            exit: Exit::Well,
        },
        Err(errors) => {
            let results = match arguments.format {
                Format::Text => String::new(),
                Format::Json => nothing(),
            };
            let messages = errors.into_iter().map(Message::error).collect();
            Outcome {
                results,
                messages,
                exit: Exit::Failed,
            }
        }
    }
}

/// Writes the page, if one is wanted, and returns what is shown.
fn history(arguments: &Arguments) -> Result<String, Vec<String>> {
    let binding = arguments.reading.binding().map_err(|error| vec![error])?;
    let mut errors = Vec::new();
    let mut kept = |result: Result<_, String>| result.map_err(|error| errors.push(error)).ok();
    let editions: Vec<Edition> = arguments
        .documents
        .iter()
        .filter_map(|path| kept(Edition::open(path)))
        .collect();
    let mut documents = Vec::new();
    for edition in &editions {
        match edition.source.read(&binding, arguments.heading.as_deref()) {
            Ok(document) => documents.push(document),
            Err(error) => errors.push(error),
        }
    }
    // One document may be given twice.
    let mut told = HashSet::new();
    errors.retain(|error| told.insert(error.clone()));
    if !errors.is_empty() {
        return Err(errors);
    }
    let tracks = follow::tracks(&documents);
    let history = History {
        editions: editions::labels(&editions, &documents),
        groups: groups::groups(&documents, &tracks),
        tracks,
    };
    if let Some(file) = &arguments.html {
        html::history(&history)
            .and_then(|page| page::write(file, &page, html::COMMAND))
            .map_err(|error| vec![error])?;
    }
    Ok(match arguments.format {
        Format::Text => text::history(&history, terminal::width()),
        Format::Json => json::history(&history),
    })
}
