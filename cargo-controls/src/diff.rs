//! `cargo controls diff`: from one document to another, from one revision to another, or from a document to its
//! translation.

mod arguments;
mod drift;
mod edition;
mod git;
mod sides;
mod translation;

use controls_document::{Document, Level, compare, compare_translation};

use crate::{
    answer::{Answer, Outcome},
    cli::ReportFormat,
    report::{Message, changelog, github, json, sarif, text},
};

pub(crate) use arguments::Diff;
pub(crate) use drift::{Drift, Near};
pub(crate) use edition::{Edition, Lines};
use sides::Sides;

/// Two documents, and what differs between them.
pub(crate) struct Comparison {
    /// The earlier one, or the original.
    pub(crate) old: Edition,
    /// The later one, or the translation.
    pub(crate) new: Edition,
    /// The date that the earlier one gives itself.
    pub(crate) old_date: Option<String>,
    /// The date that the later one gives itself.
    pub(crate) new_date: Option<String>,
    /// The differences, in the order of the later one.
    pub(crate) drifts: Vec<Drift>,
    /// Whether the later one is a translation, which asks for no release.
    pub(crate) is_translation: bool,
}

impl Comparison {
    /// The release that the differences ask for.
    pub(crate) fn level(&self) -> Option<Level> {
        self.drifts.iter().filter_map(|drift| drift.level).max()
    }
}

/// Runs the command.
pub(crate) fn run(arguments: &Diff) -> Answer {
    match comparison(arguments) {
        Ok(comparison) => {
            let outcome = if comparison.drifts.is_empty() {
                Outcome::Well
            } else {
                Outcome::Drift
            };
            let results = match arguments.format {
                _ if arguments.changelog => changelog::diff(&comparison),
                ReportFormat::Text => text::diff(&comparison),
                ReportFormat::Json => json::diff(&comparison),
                ReportFormat::Sarif => sarif::diff(Some(&comparison), &[]),
                ReportFormat::Github => github::diff(&comparison),
            };
            Answer {
                results,
                messages: Vec::new(),
                outcome,
            }
        }
        Err(messages) => {
            let messages: Vec<Message> = messages.into_iter().map(Message::error).collect();
            let results = match arguments.format {
                _ if arguments.changelog => String::new(),
                ReportFormat::Text => String::new(),
                ReportFormat::Json => json::nothing(),
                ReportFormat::Sarif => sarif::diff(None, &messages),
                ReportFormat::Github => github::messages(&messages),
            };
            Answer {
                results,
                messages,
                outcome: Outcome::Failed,
            }
        }
    }
}

fn comparison(arguments: &Diff) -> Result<Comparison, Vec<String>> {
    let (old, new) = match &arguments.git {
        Some(range) => git::editions(range, &arguments.old, arguments.new.as_deref())
            .map_err(|error| vec![error])?,
        None => both(
            Edition::open(&arguments.old),
            Edition::open(arguments.new.as_deref().unwrap_or(&arguments.old)),
        )?,
    };
    let ((old_date, new_date), drifts) = {
        let (old_document, new_document) = both(old.source.read(None), new.source.read(None))?;
        let drifts = if arguments.translation {
            translated(&old_document, &new_document)
        } else {
            drifts(&old_document, &new_document)
        };
        ((old_document.date, new_document.date), drifts)
    };
    Ok(Comparison {
        old,
        new,
        old_date,
        new_date,
        drifts,
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

fn drifts(old: &Document<'_>, new: &Document<'_>) -> Vec<Drift> {
    let changes = compare(&old.outline(), &new.outline());
    let sides = Sides::new(old, new);
    changes
        .iter()
        .filter_map(|change| drift::drift(change, &sides))
        .collect()
}

fn translated(original: &Document<'_>, translation: &Document<'_>) -> Vec<Drift> {
    let sides = Sides::new(original, translation);
    let mismatches = compare_translation(original, translation);
    mismatches
        .iter()
        .filter_map(|mismatch| translation::drift(mismatch, &sides))
        .collect()
}
