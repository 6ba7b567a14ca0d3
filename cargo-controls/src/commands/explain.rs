//! `cargo controls explain`: all there is to know of one control.
//!
//! A control is looked for in the definitions, not in compiled catalogs, so that it can be explained while the build is
//! stopped by a difference.

mod arguments;
mod catalogs;
mod json;
mod places;
mod position;
mod record;
mod search;
mod text;
mod uses;

use crate::{
    args::Format,
    message::Message,
    outcome::{Exit, Outcome},
    paths,
    sources::{Roots, Survey, nothing, packages, survey, workspace},
};
use catalogs::catalogs;
use record::Record;
use uses::Uses;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let (survey, mut messages) = match sources(arguments) {
        Ok((packages, mut survey)) => {
            let mut messages = std::mem::take(&mut survey.messages);
            if survey.found.is_empty() && !messages.iter().any(|message| message.is_error) {
                messages.push(nothing("explain", &packages, &arguments.path));
            }
            (Some(survey), messages)
        }
        Err(message) => (None, vec![message]),
    };
    let (found, files) = survey
        .map(|survey| (survey.found, survey.files))
        .unwrap_or_default();
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
    let records: Vec<Record<'_>> = entries
        .iter()
        .map(|entry| Record::of(entry, &uses))
        .collect();
    let results = match (arguments.format, &records[..]) {
        (Format::Json, records) => json::matches(records),
        (Format::Text, []) => String::new(),
        (Format::Text, [record]) => text::one(record),
        (Format::Text, records) => text::several(&arguments.control, records),
    };
    let exit = if messages.iter().any(|message| message.is_error) {
        Exit::Failed
    } else if matches!(&records[..], [record] if !record.drifts.is_empty()) {
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

/// The packages at the path, the definitions in them, and all files of their workspace.
fn sources(arguments: &Arguments) -> Result<(Vec<Roots>, Survey), Message> {
    let Arguments { control, path, .. } = arguments;
    // A second word of a title ends up here.
    if !path.exists() {
        let shown = paths::shown(path);
        return Err(Message::error(format!(
            "there is no folder `{shown}`: if it's a word of the control, write `cargo controls explain \"{control} {shown}\"`"
        )));
    }
    let packages = packages(path)?;
    let files = |packages: &[Roots]| {
        packages
            .iter()
            .flat_map(|package| package.files.clone())
            .collect::<Vec<_>>()
    };
    let survey = survey(files(&packages), files(&workspace(path)?));
    Ok((packages, survey))
}
