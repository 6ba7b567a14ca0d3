//! `cargo controls check`: every definition of some packages against its document.

mod against;

use controls_document::Remark;
use controls_dsl::{Drift, Source, drifts};

use crate::{
    answer::{Answer, Outcome},
    cli::{self, ReportFormat},
    packages::{Roots, nothing, packages},
    parsed::Parsed,
    report::{Message, github, json, sarif, text},
    sources::{Found, definitions},
};

/// A definition without mistakes.
#[derive(Debug)]
pub(crate) struct Catalog {
    /// The name of its enum.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) found: Found,
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
    /// The document.
    pub(crate) source: Source,
    /// What was read of it leniently, or left alone.
    pub(crate) remarks: Vec<Remark>,
    /// The differences.
    pub(crate) drifts: Vec<Drift>,
}

/// Runs the command.
pub(crate) fn run(arguments: &cli::Check) -> Answer {
    let (catalogs, messages) = match packages(&arguments.path) {
        Ok(packages) => catalogs(&packages, arguments),
        Err(message) => (Vec::new(), vec![message]),
    };
    let differs = |catalog: &Catalog| catalog.checked.as_ref().is_some_and(|checked| !checked.drifts.is_empty());
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
    Answer { results, messages, outcome }
}

/// The catalogs of some packages, and what is wrong with those that can't be checked.
fn catalogs(packages: &[Roots], arguments: &cli::Check) -> (Vec<Catalog>, Vec<Message>) {
    let files = packages.iter().flat_map(|package| package.files.iter().cloned());
    let (found, mut messages) = definitions(files);
    // A check that checks nothing is no check. Where a file couldn't be read, that has been said already.
    if found.is_empty() && !messages.iter().any(|message| message.is_error) {
        messages.push(nothing("check", packages, &arguments.path));
        return (Vec::new(), messages);
    }
    let mut all = Vec::new();
    for found in found {
        match Parsed::of(found) {
            Ok(parsed) => all.push(parsed),
            Err(mistakes) => messages.extend(mistakes),
        }
    }
    let against = match &arguments.against {
        Some(copy) => match against::newer_copy(copy, &all, &arguments.path) {
            Ok(source) => Some(source),
            Err(message) => {
                messages.push(message);
                return (Vec::new(), messages);
            }
        },
        None => None,
    };
    let mut catalogs = Vec::new();
    for parsed in all {
        match catalog(parsed, against.as_ref()) {
            Ok(catalog) => catalogs.push(catalog),
            Err(mistakes) => messages.extend(mistakes),
        }
    }
    (catalogs, messages)
}

/// Holds a definition against its document, or against a newer copy of it.
fn catalog(mut parsed: Parsed, against: Option<&Source>) -> Result<Catalog, Vec<Message>> {
    let source = match against {
        Some(source) => parsed.definition.document.is_some().then(|| source.clone()),
        None => parsed.source(),
    };
    let document = source.as_ref().and_then(|source| parsed.document(source));
    if !parsed.is_sound() {
        return Err(parsed.messages());
    }
    let definition = &parsed.definition;
    let compared = document.map(|document| (drifts(definition, &document), document.remarks));
    Ok(Catalog {
        name: parsed.name(),
        line: definition.name.span().start().line,
        controls: definition.count(),
        sections: definition.sections.len(),
        checked: source.zip(compared).map(|(source, (drifts, remarks))| Checked { source, remarks, drifts }),
        found: parsed.found,
    })
}
