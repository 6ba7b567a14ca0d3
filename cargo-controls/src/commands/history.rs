//! `cargo controls history`: how each control fared over several editions of a document.

mod arguments;
mod editions;
mod follow;
mod groups;
mod html;
mod json;
mod model;
mod text;

use std::{fs, path::Path};

use crate::{
    args::Format,
    message::Message,
    outcome::{Exit, Outcome},
    paths,
    show::json::nothing,
    sources::Edition,
    terminal,
};
use model::History;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let result = history(arguments).and_then(|history| {
        if let Some(file) = &arguments.html {
            write(file, &html::history(&history), arguments).map_err(|error| vec![error])?;
        }
        Ok(history)
    });
    match result {
        Ok(history) => {
            let results = match arguments.format {
                Format::Text => text::history(&history, terminal::width()),
                Format::Json => json::history(&history),
            };
            Outcome {
                results,
                messages: Vec::new(),
                exit: Exit::Well,
            }
        }
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

fn history(arguments: &Arguments) -> Result<History, Vec<String>> {
    let mut errors = Vec::new();
    let mut kept = |result: Result<_, String>| result.map_err(|error| errors.push(error)).ok();
    let editions: Vec<Edition> = arguments
        .documents
        .iter()
        .filter_map(|path| kept(Edition::open(path)))
        .collect();
    let mut documents = Vec::new();
    for edition in &editions {
        match edition.source.read(None) {
            Ok(document) => documents.push(document),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let tracks = follow::tracks(&documents);
    Ok(History {
        editions: editions::labels(&editions, &documents),
        groups: groups::groups(&documents, &tracks),
        tracks,
    })
}

/// Writes the page, but never over one of the documents.
fn write(file: &Path, page: &str, arguments: &Arguments) -> Result<(), String> {
    let shown = paths::shown(&paths::from_here(file));
    let is_same = |document: &Path| match (file.canonicalize(), document.canonicalize()) {
        (Ok(file), Ok(document)) => file == document,
        _ => false,
    };
    if arguments.documents.iter().any(|document| is_same(document)) {
        return Err(format!(
            "`{shown}` is one of the documents: the page isn't written over it"
        ));
    }
    fs::write(file, page)
        .map_err(|error| format!("the page can't be written to `{shown}`: {error}"))
}
