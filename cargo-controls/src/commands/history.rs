//! `cargo controls history`: how each control fared over several editions of a document.

mod arguments;
mod editions;
mod follow;
mod groups;
mod html;
mod json;
mod model;
mod text;

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use crate::{
    args::Format,
    message::Message,
    outcome::{Exit, Outcome},
    paths,
    replace::replace,
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
        match edition.source.read(&binding, None) {
            Ok(document) => documents.push(document),
            Err(error) => errors.push(error),
        }
    }
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
        write(file, &html::history(&history)).map_err(|error| vec![error])?;
    }
    Ok(match arguments.format {
        Format::Text => text::history(&history, terminal::width()),
        Format::Json => json::history(&history),
    })
}

/// Writes the page, but never over a file that isn't an earlier one: it could be one of the documents.
fn write(file: &Path, page: &str) -> Result<(), String> {
    let shown = paths::shown(&paths::from_here(file));
    let failed = |error: io::Error| format!("the page can't be written to `{shown}`: {error}");
    let isnt_page = || {
        format!(
            "`{shown}` isn't a page that `cargo controls history` has written, so nothing is written over it: name a file that isn't there yet, or remove it"
        )
    };
    let path = match file.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let new = fs::File::options().write(true).create_new(true).open(file);
            return new
                .and_then(|mut new| new.write_all(page.as_bytes()))
                .map_err(failed);
        }
        Err(error) => return Err(failed(error)),
        Ok(path) => path,
    };
    // Reading anything else could wait for ever.
    if !path.is_file() {
        return Err(isnt_page());
    }
    match fs::read(&path) {
        Ok(old) if html::is_page(&old) => match replace(&path, &old, page.as_bytes()) {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("`{shown}` has changed meanwhile: run it again")),
            Err(error) => Err(failed(error)),
        },
        Ok(_) => Err(isnt_page()),
        Err(error) => Err(failed(error)),
    }
}
