//! `cargo controls explain`: all there is to know of one control.
//!
//! A control is looked for in the definitions, not in compiled catalogs, so that it can be explained while the build is
//! stopped by a difference.

mod arguments;
mod entry;
mod explanation;
mod json;
mod position;
mod text;
mod uses;

use std::{collections::HashSet, path::Path};

use crate::{
    args::Format,
    lookup::{self, control::Candidate},
    message::Message,
    outcome::{Exit, Outcome},
    paths,
    sources::{
        CatalogNames, ControlIndex, CrateFile, EvidenceSurvey, Invocation, Packages, SourceCatalog,
        Survey,
    },
    traced::{
        model::{Trace, Traceable, TracedControl},
        today,
    },
};
use entry::Entry;
use explanation::Explanation;
use uses::Uses;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let packages = packages(arguments);
    let survey = packages
        .as_ref()
        .map(|packages| Survey::in_scope(packages, "explain").with_other_files(packages));
    let (found, files, mut messages) = match survey {
        Ok(survey) => (survey.found, survey.files, survey.messages),
        Err(message) => (Vec::new(), Vec::new(), vec![message.clone()]),
    };
    let catalogs = catalogs(found, &mut messages);
    let all: Vec<Entry<'_>> = entry::entries(&catalogs).collect();
    let candidates: Vec<Candidate<'_>> = all.iter().map(Entry::candidate).collect();
    let found = lookup::control::search(&arguments.control, &candidates);
    let entries: Vec<Entry<'_>> = found.into_iter().map(|at| all[at]).collect();
    if entries.is_empty() && !catalogs.is_empty() {
        let names = catalogs.iter().map(|catalog| &*catalog.name);
        let unknown = lookup::control::unknown(&arguments.control, names, &candidates);
        messages.push(Message::error(unknown));
    }
    // Where there are several, people are shown a list, in which nothing of the code has a place.
    let files = match (&entries[..], arguments.format) {
        ([_], _) | (_, Format::Json) => &files[..],
        _ => &[],
    };
    let uses = Uses::of(files, &catalogs);
    let names: Vec<CatalogNames> = catalogs
        .iter()
        .map(|catalog| CatalogNames::of(&catalog.found, &catalog.definition))
        .collect();
    let evidence = EvidenceSurvey::of(files, &names, |_| true);
    if let Ok(packages) = &packages {
        messages.extend(of_own_files(&evidence.messages, files, packages));
    }
    let traceable: Vec<Traceable<'_>> = catalogs
        .iter()
        .zip(&names)
        .map(|(catalog, names)| Traceable {
            names,
            found: &catalog.found,
            definition: &catalog.definition,
        })
        .collect();
    let trace = Trace::of(&traceable, &evidence, &[], today());
    let controls: Vec<Vec<&TracedControl<'_>>> = trace
        .catalogs
        .iter()
        .map(|catalog| catalog.controls().collect())
        .collect();
    let explanations: Vec<Explanation<'_>> = entries
        .iter()
        .map(|entry| {
            let ControlIndex { catalog, row } = entry.control;
            Explanation::of(entry, &uses, controls[catalog][row])
        })
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

/// The messages about files of the packages that are meant: others may name catalogs that aren't in scope.
fn of_own_files(messages: &[Message], files: &[CrateFile], packages: &Packages) -> Vec<Message> {
    let own: HashSet<&Path> = files
        .iter()
        .filter(|of| packages.are_about(&of.origin.target.package))
        .map(|of| &*of.file.path)
        .collect();
    let is_own = |message: &&Message| {
        let place = message.place();
        place.is_none_or(|place| own.contains(&*place.file.path))
    };
    messages.iter().filter(is_own).cloned().collect()
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
