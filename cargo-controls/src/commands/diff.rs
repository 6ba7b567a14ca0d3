//! `cargo controls diff`: from one document to another, from one revision to another, or from a document to its
//! translation.

mod alerts;
mod arguments;
mod changelog;
mod difference;
mod documents;
mod git;
mod json;
mod mapping;
mod mismatch;
mod model;
mod reasons;
mod text;
mod translation;
mod wording;

use std::path::Path;

use cargo_metadata::semver::Version;
use controls_document::{Document, Told, compare};

use crate::{
    message::Message,
    outcome::{Exit, Outcome},
    show::{
        github::{self, Notices},
        json::nothing,
        sarif,
        text::Detail,
    },
    sources::{Edition, version},
};
use alerts::alerts;
use arguments::DiffFormat;
use difference::Difference;
use documents::Documents;
use mismatch::compare_translation;
use model::Diff;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, quiet: bool) -> Outcome {
    match diff(arguments) {
        Ok(diff) => {
            let exit = if diff.differences.is_empty() {
                Exit::Well
            } else {
                Exit::Drift
            };
            let results = match arguments.format {
                _ if arguments.changelog => changelog::diff(&diff, current(&diff).as_ref()),
                DiffFormat::Text => text::diff(&diff, Detail::of(quiet, arguments.verbose)),
                DiffFormat::Json => json::diff(&diff),
                DiffFormat::Sarif => sarif::log(&alerts(&diff), &[]),
                DiffFormat::Github => github::log(&alerts(&diff), "difference", Notices::None, &[]),
                DiffFormat::OscalMapping => diff.mapping.unwrap_or_default(),
            };
            Outcome {
                results,
                messages: Vec::new(),
                exit,
            }
        }
        Err(messages) => {
            let messages: Vec<Message> = messages.into_iter().map(Message::error).collect();
            let results = match arguments.format {
                _ if arguments.changelog => String::new(),
                DiffFormat::Text | DiffFormat::OscalMapping => String::new(),
                DiffFormat::Json => nothing(),
                DiffFormat::Sarif => sarif::log(&[], &messages),
                DiffFormat::Github => github::log(&[], "difference", Notices::None, &messages),
            };
            Outcome {
                results,
                messages,
                exit: Exit::Failed,
            }
        }
    }
}

/// The version of the package that one of the documents is part of.
fn current(diff: &Diff) -> Option<Version> {
    let files = [&diff.new.file, &diff.old.file];
    files.into_iter().find_map(|file| version(Path::new(file)))
}

/// Says so if an option is for another format.
fn misused(arguments: &Arguments) -> Option<String> {
    let is_mapping = arguments.format == DiffFormat::OscalMapping;
    if is_mapping && arguments.translation {
        Some("`oscal-mapping` is for two editions, and not for a translation".to_owned())
    } else if !is_mapping && arguments.name.is_some() {
        Some("`--name` is for `oscal-mapping`".to_owned())
    } else {
        None
    }
}

fn diff(arguments: &Arguments) -> Result<Diff, Vec<String>> {
    if let Some(message) = misused(arguments) {
        return Err(vec![message]);
    }
    let binding = arguments.reading.binding().map_err(|error| vec![error])?;
    let (old, new) = match &arguments.git {
        Some(range) => git::editions(range, &arguments.old, arguments.new.as_deref())
            .map_err(|error| vec![error])?,
        None => both(
            Edition::open(&arguments.old),
            Edition::open(arguments.new.as_deref().unwrap_or(&arguments.old)),
        )?,
    };
    let heading = arguments.heading.as_deref();
    let ((old_date, old_remarks), (new_date, new_remarks), differences, mapping) = {
        let (old_document, new_document) = both(
            old.source.read(&binding, heading),
            new.source.read(&binding, heading),
        )?;
        let differences = if arguments.translation {
            translated(&old_document, &new_document)
        } else {
            differences(&old_document, &new_document)
        };
        let is_mapping = arguments.format == DiffFormat::OscalMapping;
        let mapping = is_mapping.then(|| {
            let name = arguments.name.as_deref();
            mapping::collection(name, &binding, (&old, &old_document), (&new, &new_document))
        });
        let mapping = mapping.transpose().map_err(|error| vec![error])?;
        (
            (old_document.date, old_document.remarks),
            (new_document.date, new_document.remarks),
            differences,
            mapping,
        )
    };
    Ok(Diff {
        old,
        new,
        old_date,
        new_date,
        old_remarks,
        new_remarks,
        differences,
        mapping,
        is_translation: arguments.translation,
    })
}

/// Both, or what is wrong with each.
fn both<T>(old: Result<T, String>, new: Result<T, String>) -> Result<(T, T), Vec<String>> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (old, new) => {
            let mut errors: Vec<String> = [old.err(), new.err()].into_iter().flatten().collect();
            errors.dedup();
            Err(errors)
        }
    }
}

fn differences(old: &Document<'_>, new: &Document<'_>) -> Vec<Difference> {
    let comparison = compare(old.outline(), new.outline());
    let documents = Documents::new(old, new);
    let told = Told::of(comparison.changes());
    let differences = comparison.changes().iter().filter_map(|change| {
        let difference = wording::difference(change, &comparison, &documents)?;
        Some(Difference {
            is_told: told.has(change),
            ..difference
        })
    });
    differences.collect()
}

fn translated(original: &Document<'_>, translation: &Document<'_>) -> Vec<Difference> {
    let documents = Documents::new(original, translation);
    let mismatches = compare_translation(original, translation);
    mismatches
        .iter()
        .filter_map(|mismatch| translation::difference(mismatch, &documents))
        .collect()
}
