//! `cargo controls explain`: all there is to know of one control.
//!
//! A control is looked for in the definitions, not in compiled catalogs, so that it can be explained while the build is
//! stopped by a difference.

mod arguments;
mod entry;
mod explanation;
mod json;
mod position;
mod search;
mod text;
mod uses;

use crate::{
    args::Format,
    message::Message,
    outcome::{Exit, Outcome},
    paths,
    sources::{Invocation, Packages, SourceCatalog, Survey},
};
use explanation::Explanation;
use uses::Uses;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let survey = packages(arguments)
        .map(|packages| Survey::in_scope(&packages, "explain").with_other_files(&packages));
    let (found, files, mut messages) = match survey {
        Ok(survey) => (survey.found, survey.files, survey.messages),
        Err(message) => (Vec::new(), Vec::new(), vec![message]),
    };
    let catalogs = catalogs(found, &mut messages);
    let entries = search::search(&arguments.control, &catalogs);
    if entries.is_empty() && !catalogs.is_empty() {
        messages.push(Message::error(search::unknown(
            &arguments.control,
            &catalogs,
        )));
    }
    // Where there are several, people are shown a list, in which uses have no place.
    let uses = match (&entries[..], arguments.format) {
        ([_], _) | (_, Format::Json) => Uses::of(&files, &catalogs),
        _ => Uses::default(),
    };
    let explanations: Vec<Explanation<'_>> = entries
        .iter()
        .map(|entry| Explanation::of(entry, &uses))
        .collect();
    let results = match (arguments.format, &explanations[..]) {
        (Format::Json, explanations) => json::matches(explanations),
        (Format::Text, []) => String::new(),
        (Format::Text, [explanation]) => text::one(explanation),
        (Format::Text, explanations) => text::several(&arguments.control, explanations),
    };
    let exit = if messages.iter().any(|message| message.is_error) {
        Exit::Failed
    } else if matches!(&explanations[..], [explanation] if !explanation.drifts.is_empty()) {
        Exit::Drift
    } else {
        Exit::Well
    };
    Outcome {
        results,
        messages,
        exit,
    }
}

/// The catalogs of some definitions. One with mistakes in it is searched as well, as far as it can be read.
fn catalogs(found: Vec<Invocation>, messages: &mut Vec<Message>) -> Vec<SourceCatalog> {
    let mut catalogs = Vec::new();
    for found in found {
        match SourceCatalog::of(found, None) {
            Ok(catalog) => {
                messages.extend_from_slice(&catalog.mistakes);
                catalogs.push(catalog);
            }
            Err(mistakes) => messages.extend(mistakes),
        }
    }
    catalogs
}

fn packages(arguments: &Arguments) -> Result<Packages, Message> {
    let Arguments {
        control, selection, ..
    } = arguments;
    let path = &selection.path;
    // A second word of a title ends up here.
    if !path.exists() {
        let shown = paths::shown(path);
        return Err(Message::error(format!(
            "there is no folder `{shown}`: if it's a word of the control, write `cargo controls explain \"{control} {shown}\"`"
        )));
    }
    Packages::of(selection)
}
